"""Claims: the list of them, and a page each with every wording and who is independent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from builder import links
from builder.model.article import Passage
from builder.model.dossier import Claim, Difference, DifferenceKind, Lineage, Statement
from builder.model.ids import ArticleId
from builder.render.dates import day_words, when
from builder.render.here import Chip, Evidence, Here, Link
from builder.render.page import FOUND_FIRST, Page
from builder.render.prose import counted, listed, sentence, shortened, spelled
from builder.render.sayings import Saying, most_central
from builder.render.story import Story
from builder.render.timeline import EventView, by_date, event_views
from builder.render.variants import SayingView, Variant, saying_view, variant

_NAMES = 8  # articles named in one sentence; the rest is counted
LONGEST_CITED = 200  # characters of a claim in the line to be copied
DIFFER_ON = {"number": "the number", "date": "the date", "name": "who", "wording": "the words"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim in a list."""

    anchor: str
    title: Link
    voice: str
    """Who says it, in a sentence."""
    chips: tuple[Chip, ...]
    differs: str
    sources: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One of the values that articles give, and where."""

    value: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """Where articles differ, value by value."""

    on: str
    values: tuple[ValueRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """A claim's page."""

    text: str
    row: ClaimRow
    asserters: tuple[Link, ...]
    relays: tuple[Link, ...]
    own_voice: str
    """Which articles say it without naming a source; empty where none does."""
    independence: tuple[str, ...]
    """Why there are fewer sources than articles; empty where there are not."""
    independence_title: str
    variants: tuple[Variant, ...]
    differences: tuple[DifferenceView, ...]
    sayings: tuple[SayingView, ...]
    events: tuple[EventView, ...]
    people: tuple[Link, ...]
    note: str | None
    verdict: str | None
    verdict_url: Markup | None
    citation: str
    permalink: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView:
    """The list of claims."""

    summary: str
    shared: tuple[ClaimRow, ...]
    single: tuple[ClaimRow, ...]


def claims_page(story: Story) -> Page:
    """All claims that have a page, the most reported first."""
    here = Here(story=story, address="claims/")
    paged = [claim for claim in by_reach(story.dossier.claims) if claim.page]
    shared = [claim for claim in paged if len(articles_of(claim)) > 1]
    single = [claim for claim in paged if len(articles_of(claim)) == 1]
    others = len(story.dossier.claims) - len(paged)
    summary = f"{sentence(counted(len(shared), 'claim'))} told by more than one article"
    summary += f", {spelled(len(single))} by one alone."
    if others:
        summary += f" {counted(others, 'other claim')} stand on the pages of their articles."
    view = ClaimsView(
        summary=summary, shared=claim_rows(shared, here), single=claim_rows(single, here)
    )
    return Page(
        address="claims/", kind="list", title="Claims", template="claims", view=view,
        description=summary, searched=False,
    )  # fmt: skip


def claim_page(claim: Claim, story: Story) -> Page:
    """The page of one claim (it has one: `claim.page` is not `None`)."""
    address = claim.page or ""
    here = Here(story=story, address=address)
    passages = [statement.passage for statement in claim.statements]
    view = ClaimView(
        text=claim.text,
        row=claim_row(claim, here),
        asserters=_asserters(claim, here),
        relays=_relays(claim, here),
        own_voice=_own_voice(claim),
        independence=tuple(_independence(claim, here)),
        independence_title=_independence_title(claim),
        variants=_variants(claim, here),
        differences=tuple(_difference(found, claim, here) for found in claim.differences),
        sayings=tuple(saying_view(said, here) for said in _sayings(passages, story)),
        events=event_views(by_date(story.events_of.get(claim.id, ())), here),
        people=tuple(here.entity(id_) for id_ in claim.people),
        note=claim.note,
        verdict=claim.verdict.text if claim.verdict else None,
        verdict_url=_verdict_url(claim),
        citation=_citation(claim, story),
        permalink=here.to(address),
    )
    return Page(
        address=address, kind="claim", title=claim.text, template="claim", view=view,
        description=f"{claim.text.rstrip('. ')}. {here.reach(articles_of(claim))}.",
        boost=FOUND_FIRST,
        linked=_linked(claim, here),
    )  # fmt: skip


def by_reach(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by independent sources, then by articles, then as they stand."""
    return sorted(
        claims, key=lambda claim: (-claim.independent_sources, -len(articles_of(claim)), claim.id)
    )


def articles_of(claim: Claim) -> tuple[ArticleId, ...]:
    """The articles that have the claim, each once."""
    return tuple(dict.fromkeys(statement.passage.article for statement in claim.statements))


def claim_rows(claims: Iterable[Claim], here: Here) -> tuple[ClaimRow, ...]:
    """Claims as a list, in the order given."""
    return tuple(claim_row(claim, here) for claim in claims)


def claim_row(claim: Claim, here: Here) -> ClaimRow:
    """A claim as one entry of a list."""
    on = dict.fromkeys(DIFFER_ON[found.kind] for found in claim.differences)
    return ClaimRow(
        anchor=links.anchor("claim", claim.id),
        title=here.claim(claim),
        voice=_voice(claim, here),
        chips=here.chips(articles_of(claim)),
        differs=f"they differ on {listed(list(on))}" if on else "",
        sources=claim.independent_sources,
        articles=len(articles_of(claim)),
    )


def _voice(claim: Claim, here: Here) -> str:
    who = [link.text for link in _asserters(claim, here)]
    via = [link.text for link in _relays(claim, here)]
    relayed = f", by way of {listed(via)}" if via else ""
    if who:
        return f"According to {listed(who)}{relayed}."
    if via:
        return f"By way of {listed(via)}."
    return sentence(f"{_own_voice(claim)}.")


def _own_voice(claim: Claim) -> str:
    own = {found.passage.article for found in claim.statements if found.attributed_to is None}
    if not own:
        return ""
    if len(own) < len(articles_of(claim)):
        return f"in the own voice of {counted(len(own), 'article')}"
    return "in the article’s own voice" if len(own) == 1 else "in the articles’ own voice"


def _asserters(claim: Claim, here: Here) -> tuple[Link, ...]:
    ids = dict.fromkeys(found.attributed_to for found in claim.statements if found.attributed_to)
    return tuple(here.entity(id_) for id_ in ids)


def _relays(claim: Claim, here: Here) -> tuple[Link, ...]:
    ids = dict.fromkeys(found.via for found in claim.statements if found.via)
    return tuple(here.entity(id_) for id_ in ids)


def _independence_title(claim: Claim) -> str:
    articles = len(articles_of(claim))
    if claim.independent_sources >= articles:
        return ""
    return f"Why {spelled(claim.independent_sources)}, not {spelled(articles)}?"


def _independence(claim: Claim, here: Here) -> Iterable[str]:
    lines: dict[str, tuple[Lineage, list[ArticleId]]] = {}
    for article in articles_of(claim):
        lineage = here.story.lineages.get(article)
        if lineage:
            lines.setdefault(lineage.id, (lineage, []))[1].append(article)
    for lineage, members in lines.values():
        if len(members) > 1:
            yield lineage_words(lineage, members, here)


def lineage_words(lineage: Lineage, members: Sequence[ArticleId], here: Here) -> str:
    """Which articles descend from which report, how that is known, and whether it is inferred."""
    names = [here.story.labels[article] for article in members[:_NAMES]]
    more = len(members) - len(names)
    names += [counted(more, "other")] if more else []
    source = here.story.outlets.get(lineage.source) if lineage.source else None
    report = f"one {source.name} report" if source else "one report"
    verb = "descends from" if len(members) == 1 else "descend from"
    inferred = " (inferred)" if lineage.inferred else ""
    evidence = here.story.evidence[lineage.id].strip().rstrip(".")
    return f"{listed(names)} {verb} {report}{inferred}" + (f": {evidence}." if evidence else ".")


def _variants(claim: Claim, here: Here) -> tuple[Variant, ...]:
    passages = [statement.passage for statement in claim.statements]
    central = next((passage for passage in passages if passage.text == claim.text), None)
    base = (central or most_central(passages, lambda passage: passage.text)).text
    return tuple(
        variant(found.passage, base, here, voice=_voice_of(found, here))
        for found in claim.statements
    )


def _voice_of(statement: Statement, here: Here) -> str:
    who = here.entity(statement.attributed_to).text if statement.attributed_to else ""
    via = f"via {here.entity(statement.via).text}" if statement.via else ""
    return " ".join(word for word in (f"says {who}" if who else "", via) if word)


def _difference(difference: Difference, claim: Claim, here: Here) -> DifferenceView:
    return DifferenceView(
        on=DIFFER_ON[difference.kind],
        values=tuple(
            ValueRow(
                value=value_words(found.value, difference.kind),
                sources=tuple(
                    here.evidence(claim.statements[at].passage) for at in found.statements
                ),
            )
            for found in difference.values
        ),
    )


def value_words(value: str, kind: DifferenceKind) -> str:
    """A value as shown: dates in words."""
    date = when(value) if kind == "date" else None
    return date.words if date else value


def _sayings(passages: Iterable[Passage], story: Story) -> Iterable[Saying]:
    """What was said in the same words of the articles: quotes that share characters with them."""
    found = {
        said.id: said
        for passage in passages
        if passage.article in story.spoken
        for _, said in story.spoken[passage.article].over(passage)
    }
    return found.values()


def _verdict_url(claim: Claim) -> Markup | None:
    url = links.web_url(claim.verdict.url) if claim.verdict else None
    return Markup.escape(url) if url else None


def _citation(claim: Claim, story: Story) -> str:
    days = [
        record.published
        for article in articles_of(claim)
        if (record := story.articles[article]).published
    ]
    dated = f" of up to {day_words(max(days))}" if days else ""
    articles = counted(len(articles_of(claim)), "article")
    text = shortened(claim.text, LONGEST_CITED)
    return f"“{text}” {story.dossier.title}: story dossier, from {articles}{dated}."


def _linked(claim: Claim, here: Here) -> dict[str, object]:
    appearance = [
        {
            "@type": "NewsArticle",
            "name": here.story.labels[article],
            "url": here.path(here.story.articles[article].page),
        }
        for article in articles_of(claim)
    ]
    data: dict[str, object] = {"@type": "Claim", "text": claim.text, "appearance": appearance}
    if appearance:
        data["firstAppearance"] = appearance[0]
    if claim.verdict is None:
        return data
    return {
        "@type": "ClaimReview",
        "claimReviewed": claim.text,
        "itemReviewed": data,
        "reviewRating": {"@type": "Rating", "alternateName": claim.verdict.text},
        "url": claim.verdict.url,
    }
