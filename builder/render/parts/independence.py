"""How the independent sources of a claim, a quote or the story are counted, source by source.

In: the articles of each source, as they were counted. Out: lines of a list, one for each source,
with why several articles are one, and one for the articles that are not counted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.model.claims import Claim, Statement
from builder.model.ids import ArticleId
from builder.model.records import Lineage
from builder.render.page_links import Link, PageLinks
from builder.render.pages.claims import articles_of, differing_on
from builder.render.parts.lineage import origin_words
from builder.render.phrases import counted, listed, plural, sentence, spelled

_NAMED = 12  # articles of one source that are linked; the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One independent source: its articles, and why they are one."""

    articles: tuple[Link, ...]
    more: int
    """Articles that are not named."""
    why: str
    how: Link | None
    """Where it stands how that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """How a number of independent sources comes about."""

    title: str
    sources: tuple[Source, ...]
    apart: str
    """Which articles are not counted, and why; empty where all are."""


def claim_reckoning(claim: Claim, here: PageLinks) -> Reckoning:
    """The sources of a claim: of the articles that agree, those that do not share a source."""
    counted_in = {article for source in claim.sources for article in source}
    others = [article for article in articles_of(claim) if article not in counted_in]
    return Reckoning(
        title=_title(len(claim.sources), len(articles_of(claim))),
        sources=tuple(
            _source(articles, _why_one(articles, claim, here), here) for articles in claim.sources
        ),
        apart=_apart(others, claim, here),
    )


def article_reckoning(
    articles: Iterable[ArticleId], here: PageLinks, noun: str = "source"
) -> Reckoning:
    """The sources of so many articles: one report, or one outlet, is one source.

    `noun`: those that have a quote are counted as reports, for all have it from who said it.
    """
    known = tuple(articles)
    sources = here.story.by_source(known)
    return Reckoning(
        title=_title(len(sources), len(known), noun),
        sources=tuple(_source(same, _one_report(same, here), here) for same in sources),
        apart="",
    )


def _title(sources: int, articles: int, noun: str = "source") -> str:
    if sources < articles:
        return f"Why {spelled(sources)}, not {spelled(articles)}?"
    return f"{sentence(spelled(sources))} independent {plural(sources, noun)}:"


def _source(articles: Sequence[ArticleId], why: str, here: PageLinks) -> Source:
    return Source(
        articles=tuple(here.article(article) for article in articles[:_NAMED]),
        more=max(len(articles) - _NAMED, 0),
        why=why,
        how=_how(articles, here) if why else None,
    )


def _how(articles: Sequence[ArticleId], here: PageLinks) -> Link | None:
    """The page of the first article that tells what it comes from."""
    for article in articles:
        record, story = here.story.articles[article], here.story
        if article in story.lineages or article in story.releases:
            return Link(text="how that is known", url=here.to(f"{record.page}#origin"))
    return None


def _one_report(articles: Sequence[ArticleId], here: PageLinks) -> str:
    lineage = here.story.lineages.get(articles[0])
    if len(articles) == 1:
        return ""
    return origin_words(lineage, here) if lineage else "All are from one outlet"


def _why_one(articles: Sequence[ArticleId], claim: Claim, here: PageLinks) -> str:
    """What makes the articles one source: a report, an outlet, a statement, whom they name."""
    if len(articles) == 1:
        return ""
    if len({here.story.line_of(article) for article in articles}) == 1:
        return _one_report(articles, here)
    told = [found for found in claim.statements if found.passage.article in articles]
    named = listed(_named_by_several(told, here))
    reasons = [f"They have it from {named}"] if named else []
    reasons += [origin_words(release, here) for release in _releases(told, here)]
    return ". ".join(reasons) or "They quote the same words"


def _named_by_several(told: Sequence[Statement], here: PageLinks) -> list[str]:
    """Whom the statements of two or more articles name as having said or reported it."""
    naming: dict[str, set[ArticleId]] = {}
    for found in told:
        names = [here.entity(id_).text for id_ in (found.attributed_to, found.via) if id_]
        if found.asserted_by and not found.attributed_to:
            names.append(f"“{here.wording(found.asserted_by)}”")
        for name in names:
            naming.setdefault(name, set()).add(found.passage.article)
    return [name for name, articles in naming.items() if len(articles) > 1]


def _releases(told: Sequence[Statement], here: PageLinks) -> Iterable[Lineage]:
    """The statements to the press whose words two or more of the articles have in what is told."""
    words: dict[str, tuple[Lineage, set[ArticleId]]] = {}
    for found in told:
        place = found.passage
        for release in here.story.releases.get(place.article, ()):
            if any(
                said.article == place.article and said.start < place.end and place.start < said.end
                for said in release.passages
            ):
                words.setdefault(release.id, (release, set()))[1].add(place.article)
    return (release for release, members in words.values() if len(members) > 1)


def _apart(articles: Sequence[ArticleId], claim: Claim, here: PageLinks) -> str:
    if not articles:
        return ""
    names = [here.story.labels[article] for article in articles[:_NAMED]]
    more = len(articles) - len(names)
    names += [counted(more, "other")] if more else []
    verb = "differs" if len(articles) == 1 else "differ"
    on = listed(differing_on(claim))
    return f"Not counted: {listed(names)}, which {verb} on {on}."
