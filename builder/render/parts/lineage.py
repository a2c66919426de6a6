"""Which articles descend from which report, in a sentence."""

from collections.abc import Sequence

from builder.model.ids import ArticleId
from builder.model.records import Lineage
from builder.render.page_links import PageLinks
from builder.render.phrases import counted, listed

_NAMES = 8  # articles named in one sentence; the rest is counted


def lineage_words(lineage: Lineage, members: Sequence[ArticleId], here: PageLinks) -> str:
    """Which articles descend from which report, how that is known, and whether it is inferred."""
    names = [here.story.labels[article] for article in members[:_NAMES]]
    more = len(members) - len(names)
    names += [counted(more, "other")] if more else []
    source = here.story.outlets.get(lineage.source) if lineage.source else None
    report = f"one {source.name} report" if source else "one report"
    verb = "descends from" if len(members) == 1 else "descend from"
    inferred = " (inferred)" if lineage.inferred else ""
    evidence = here.story.evidence[lineage.id].strip().rstrip(".")
    because = f": {evidence[:1].lower()}{evidence[1:]}" if evidence else ""
    return f"{listed(names)} {verb} {report}{inferred}{because}."
