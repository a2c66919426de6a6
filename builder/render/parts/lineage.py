"""Which articles descend from which report, in a sentence."""

from collections.abc import Sequence

from builder.model.ids import ArticleId
from builder.model.records import Lineage
from builder.render.page_links import PageLinks
from builder.render.phrases import counted, listed

_NAMES = 8  # articles named in one sentence; the rest is counted


def lineage_words(lineage: Lineage, members: Sequence[ArticleId], here: PageLinks) -> str:
    """Which articles come from which report or share a statement, and how that is known.

    Without `members`: "All come from …", of articles that are named beside it.
    """
    evidence = here.story.evidence[lineage.id].strip().rstrip(".")
    because = f": {evidence[:1].lower()}{evidence[1:]}" if evidence else ""
    probably = "probably " if lineage.inferred else ""
    verb = "comes from" if len(members) == 1 else "come from"
    if lineage.kind == "release":
        verb, report = "draws on" if len(members) == 1 else "draw on", "one statement"
    else:
        source = here.story.outlets.get(lineage.source) if lineage.source else None
        report = f"one {source.name} report" if source else "one report"
    named = f"{_named(members, here)} {probably}{verb}" if members else f"All {probably}{verb}"
    return f"{named} {report}{because}."


def _named(members: Sequence[ArticleId], here: PageLinks) -> str:
    names = [here.story.labels[article] for article in members[:_NAMES]]
    more = len(members) - len(names)
    names += [counted(more, "other")] if more else []
    return listed(names)
