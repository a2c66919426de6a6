"""The page of a claim: every wording, who says it, who is independent, where they differ."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from builder import links
from builder.model.article import Passage
from builder.model.claims import Claim, Difference, DifferenceKind, Statement, UpdateValue
from builder.model.ids import EntityId
from builder.render.index import DossierIndex
from builder.render.page import LONGEST_DESCRIPTION, Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.claims import (
    DIFFER_ON,
    ClaimRow,
    articles_of,
    asserter_in_words,
    asserters,
    claim_reach,
    claim_row,
    fewer,
    own_voice,
    relays,
)
from builder.render.parts.calendar_sections import by_date
from builder.render.parts.dates import When, day, day_words, when
from builder.render.parts.event_views import EventView, event_views
from builder.render.parts.independence import Reckoning, claim_reckoning
from builder.render.parts.quote_groups import Saying, most_central
from builder.render.parts.wording_rows import (
    SayingView,
    Variant,
    needs_legend,
    saying_view,
    status_notes,
    variant,
)
from builder.render.phrases import counted, listed, shortened, titled
from builder.text.calendar_names import MONTHS

_SHORTEST_DAY = 3  # letters: "Mon", "Thurs"
LONGEST_CITED = 200  # characters of a claim in the line to be copied


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueRow:
    """One of the values that articles give, and where."""

    value: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow:
    """One value of a figure that changed, since when it is told, and where."""

    value: str
    as_of: When | None
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
    reckoning: Reckoning | None
    """How the sources are counted; `None` where there is one article."""
    one_source: str
    """Whom all articles have it from; empty where they do not agree, or there is one article."""
    variants: tuple[Variant, ...]
    legend: bool
    """Whether words are struck or added in one of them."""
    updates: tuple[UpdateRow, ...]
    """The newest value first; empty where nothing changed."""
    differences: tuple[DifferenceView, ...]
    """Numbers, dates, names, who, whether."""
    wordings: tuple[DifferenceView, ...]
    """Other words for the same."""
    related: tuple[Link, ...]
    """Claims that probably tell the same, or more or less of it."""
    sayings: tuple[SayingView, ...]
    events: tuple[EventView, ...]
    people: tuple[Link, ...]
    note: str | None
    verdict: str | None
    verdict_url: Markup | None
    citation: str
    permalink: Markup


def claim_page(claim: Claim, story: DossierIndex) -> Page:
    """The page of one claim (it has one: `claim.page` is not `None`)."""
    address = claim.page or ""
    here = PageLinks(story=story, address=address)
    passages = [statement.passage for statement in claim.statements]
    variants = _variants(claim, here)
    view = ClaimView(
        text=titled(claim.text),
        row=claim_row(claim, here),
        asserters=fewer(asserters(claim, here)),
        relays=relays(claim, here),
        own_voice=own_voice(claim),
        reckoning=claim_reckoning(claim, here) if len(articles_of(claim)) > 1 else None,
        one_source=_one_source(claim, here),
        variants=variants,
        legend=needs_legend(variants),
        updates=tuple(_update(found, claim, here) for found in reversed(claim.updates)),
        differences=_differences(claim, here, worded=False),
        wordings=_differences(claim, here, worded=True),
        related=tuple(here.claim(story.claims[id_]) for id_ in claim.related),
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
        address=address, kind="claim", title=titled(claim.text), template="claim", view=view,
        description=_description(claim),
        linked=_linked(claim, here),
    )  # fmt: skip


def _description(claim: Claim) -> str:
    """The claim, cut where it is long, with its articles and its independent sources."""
    reach = f" {claim_reach(claim)}."
    text = shortened(claim.text.rstrip(". "), LONGEST_DESCRIPTION - len(reach) - 1)
    return f"{text}{'' if text.endswith('…') else '.'}{reach}"


def _one_source(claim: Claim, here: PageLinks) -> str:
    if len(articles_of(claim)) == 1:
        return ""
    named: dict[str, set[EntityId | None]] = defaultdict(set)
    for found in claim.statements:
        named[here.story.line_of(found.passage.article)] |= {found.attributed_to, found.via}
    shared = set.intersection(*named.values()) - {None}
    names = listed(sorted(here.entity(id_).text for id_ in shared if id_))
    if claim.relayed_in_words and not any(found.attributed_to for found in claim.statements):
        names = f"“{claim.relayed_in_words}”"
    return f"All articles that tell it have it from one source: {names}." if names else ""


def _variants(claim: Claim, here: PageLinks) -> tuple[Variant, ...]:
    passages = [statement.passage for statement in claim.statements]
    central = next((one for one in passages if here.wording(one) == claim.text), None)
    base = here.wording(central or most_central(passages, here.wording))
    return tuple(
        replace(
            variant(found.passage, base, here, voice=_voice_of(found, here)),
            notes=status_notes(found),
        )
        for found in claim.statements
    )


def _voice_of(statement: Statement, here: PageLinks) -> str:
    known, words = statement.attributed_to, asserter_in_words(statement, here)
    who = f"says {here.entity(known).text}" if known else f"according to {words}" if words else ""
    via = f"as {here.entity(statement.via).text} reported" if statement.via else ""
    return " ".join(word for word in (who, via) if word)


def _update(found: UpdateValue, claim: Claim, here: PageLinks) -> UpdateRow:
    return UpdateRow(
        value=found.value,
        as_of=day(found.as_of),
        sources=here.proofs(claim.statements[at].passage for at in found.statements),
    )


def _differences(claim: Claim, here: PageLinks, *, worded: bool) -> tuple[DifferenceView, ...]:
    chosen = (one for one in claim.differences if (one.kind == "wording") == worded)
    return tuple(_difference(found, claim, here) for found in chosen)


def _difference(difference: Difference, claim: Claim, here: PageLinks) -> DifferenceView:
    return DifferenceView(
        on=DIFFER_ON[difference.kind],
        values=tuple(
            ValueRow(
                value=value_words(found.value, difference.kind),
                sources=here.proofs(claim.statements[at].passage for at in found.statements),
            )
            for found in difference.values
        ),
    )


def value_words(value: str, kind: DifferenceKind) -> str:
    """A value as shown: dates in words, "thurs" as "Thursday"."""
    if kind != "date":
        return value
    for name in (*calendar.day_name, *MONTHS[1:]):
        if len(value) >= _SHORTEST_DAY and name.casefold().startswith(value.casefold()):
            return str(name)
    date = when(value)
    return date.words if date else value


def _sayings(passages: Iterable[Passage], story: DossierIndex) -> Iterable[Saying]:
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


def _citation(claim: Claim, story: DossierIndex) -> str:
    days = [
        record.published
        for article in articles_of(claim)
        if (record := story.articles[article]).published
    ]
    dated = f" published up to {day_words(max(days))}" if days else ""
    articles = counted(len(articles_of(claim)), "article")
    text = titled(shortened(claim.text, LONGEST_CITED))
    return f"“{text}” {story.dossier.title}: story dossier, from {articles}{dated}."


def _linked(claim: Claim, here: PageLinks) -> dict[str, object]:
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
