"""What changed since the dossier was last published, and what each article brought.

In: the dossier as it is now, and the short record of what was published. Out: `Changes`, ids and
values that pages, the feed and the command put into words. Deliberately missed: changes of wording
that move no fact, and places and outlets, which articles bring with everything else.
"""

from builder.changes.compare import changes_since
from builder.changes.news import (
    ArticleChange,
    ArticleChangeKind,
    Changes,
    ClaimUpdate,
    Contradiction,
    Doubt,
    Merged,
    News,
    Redated,
    Renamed,
    Weakened,
)
from builder.changes.order import day_of, newest_first
from builder.changes.snapshot import snapshot_of

__all__ = [
    "ArticleChange",
    "ArticleChangeKind",
    "Changes",
    "ClaimUpdate",
    "Contradiction",
    "Doubt",
    "Merged",
    "News",
    "Redated",
    "Renamed",
    "Weakened",
    "changes_since",
    "day_of",
    "newest_first",
    "snapshot_of",
]
