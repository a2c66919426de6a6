"""What articles are called in a line: records and outlets in, names out. Never a file's name.

An article is its outlet; where two are alike, its day too, then its title. One whose outlet nobody
stated is its agency's report, else its title. Deliberately missed: what an outlet calls itself in
other languages.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from builder.model.entities import Outlet
from builder.model.ids import ArticleId, EntityId
from builder.model.records import ArticleRecord
from builder.render.parts.dates import day
from builder.render.phrases import shortened

UNNAMED = "Unnamed outlet"
_SHORT_TITLE = 30  # characters: fits the outlet column of a comparison in two lines
_Namer = Callable[[ArticleRecord, str], str]


def publishers(
    records: Iterable[ArticleRecord], outlets: Mapping[EntityId, Outlet]
) -> dict[ArticleId, str]:
    """Who published each article, as a reader knows them; several articles may have one name."""
    return {record.id: _publisher(record, outlets) for record in records}


def labels(
    records: Sequence[ArticleRecord], published_by: Mapping[ArticleId, str]
) -> dict[ArticleId, str]:
    """A name for each article that no other has."""
    found = {record.id: _first(record, published_by[record.id]) for record in records}
    steps: tuple[_Namer, ...] = (_with_day, _with_title)
    for step in steps:
        times = Counter(found.values())
        for record in records:
            label = found[record.id]
            found[record.id] = step(record, label) if times[label] > 1 else label
    return _numbered(found)


def _publisher(record: ArticleRecord, outlets: Mapping[EntityId, Outlet]) -> str:
    outlet = outlets.get(record.outlet) if record.outlet else None
    if outlet:
        return outlet.name
    agency = next((found.outlet for found in record.credits if not found.inferred), None)
    return f"{outlets[agency].name} report" if agency and agency in outlets else UNNAMED


def _first(record: ArticleRecord, publisher: str) -> str:
    if publisher == UNNAMED and record.title:
        return f"“{shortened(record.title, _SHORT_TITLE)}”"
    return publisher


def _with_day(record: ArticleRecord, label: str) -> str:
    published = day(record.published)
    return f"{label}, {published.short}" if published else label


def _with_title(record: ArticleRecord, label: str) -> str:
    if not record.title or label.startswith("“"):
        return label
    return f"{label}, “{shortened(record.title, _SHORT_TITLE)}”"


def _numbered(labels_: Mapping[ArticleId, str]) -> dict[ArticleId, str]:
    """Those that are still alike, counted in the order of the dossier."""
    seen: Counter[str] = Counter()
    found: dict[ArticleId, str] = {}
    for id_, label in labels_.items():
        seen[label] += 1
        found[id_] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return found
