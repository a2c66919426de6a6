"""Why the articles of a claim are fewer independent sources, in sentences."""

from collections.abc import Iterable

from builder.model.claims import Claim
from builder.model.ids import ArticleId
from builder.model.records import Lineage
from builder.render.page_links import PageLinks
from builder.render.pages.claims import DIFFER_ON, articles_of
from builder.render.parts.lineage import lineage_words
from builder.render.phrases import listed, spelled

_FROM_ONE = (
    "Articles that have it from one person, body or outlet that they name are one source, and so "
    "are articles of one outlet."
)


def independence_title(claim: Claim) -> str:
    """The question that a count below the number of articles raises; empty where it is not."""
    articles = len(articles_of(claim))
    if claim.independent_sources >= articles:
        return ""
    return f"Why {spelled(claim.independent_sources)}, not {spelled(articles)}?"


def independence(claim: Claim, here: PageLinks) -> Iterable[str]:
    """Why the articles of a claim are fewer sources: reports, statements, what is set apart."""
    lines: dict[str, tuple[Lineage, list[ArticleId]]] = {}
    for article in articles_of(claim):
        lineage = here.story.lineages.get(article)
        if lineage:
            lines.setdefault(lineage.id, (lineage, []))[1].append(article)
    for lineage, members in lines.values():
        if len(members) > 1:
            yield lineage_words(lineage, members, here)
    for release in _releases(claim, here):
        yield lineage_words(release, release.articles, here)
    if claim.independent_sources < here.story.sources(articles_of(claim)):
        kinds = dict.fromkeys(found.kind for found in claim.differences if found.kind != "wording")
        if kinds:
            on = listed([DIFFER_ON[kind] for kind in kinds])
            yield f"Those that differ on {on} are not counted as saying the same."
        else:
            yield _FROM_ONE


def _releases(claim: Claim, here: PageLinks) -> Iterable[Lineage]:
    """The statements whose words two or more of its articles have in what is counted."""
    words: dict[str, tuple[Lineage, set[ArticleId]]] = {}
    for statement in claim.statements:
        place = statement.passage
        for release in here.story.releases.get(place.article, ()):
            if any(
                said.article == place.article and said.start < place.end and place.start < said.end
                for said in release.passages
            ):
                words.setdefault(release.id, (release, set()))[1].add(place.article)
    return (release for release, members in words.values() if len(members) > 1)
