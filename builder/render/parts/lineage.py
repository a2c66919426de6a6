"""Which articles descend from which report, in a sentence."""

from collections.abc import Sequence

from builder.model.ids import ArticleId
from builder.model.records import Lineage
from builder.render.page_links import PageLinks
from builder.render.phrases import counted, listed

_COMES = ("comes from", "come from")
_NAMES = 8  # articles named in one sentence; the rest is counted


def origin_words(lineage: Lineage, here: PageLinks) -> str:
    """`All probably come from one AFP report`, of articles that are named beside it."""
    probably = "probably " if lineage.inferred else ""
    return f"All {probably}{_verb(lineage, 2)} {_origin(lineage, here)}"


def lineage_words(lineage: Lineage, members: Sequence[ArticleId], here: PageLinks) -> str:
    """Which articles come from which report or share a statement, and how that is known."""
    evidence = here.story.evidence[lineage.id].strip().rstrip(".")
    because = f": {evidence[:1].lower()}{evidence[1:]}" if evidence else ""
    probably = "probably " if lineage.inferred else ""
    told = f"{probably}{_verb(lineage, len(members))} {_origin(lineage, here)}"
    return f"{_named(members, here)} {told}{because}."


def _verb(lineage: Lineage, number: int) -> str:
    one, several = ("draws on", "draw on") if lineage.kind == "release" else _COMES
    return one if number == 1 else several


def _origin(lineage: Lineage, here: PageLinks) -> str:
    if lineage.kind == "release":
        return "one statement"
    source = here.story.outlets.get(lineage.source) if lineage.source else None
    return f"one {source.name} report" if source else "one report"


def _named(members: Sequence[ArticleId], here: PageLinks) -> str:
    names = [here.story.labels[article] for article in members[:_NAMES]]
    more = len(members) - len(names)
    names += [counted(more, "other")] if more else []
    return listed(names)
