"""In which order articles came: by the day they were added, else published."""

from collections.abc import Iterable, Mapping
from datetime import date

from builder.model.ids import ArticleId
from builder.model.records import ArticleRecord


def day_of(record: ArticleRecord) -> date | None:
    """The day the article was added, else published; `None` where nobody stated either."""
    return record.article.metadata.added or record.published


def newest_first(records: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    """Articles by that day; those without one last."""
    order = _oldest_first(records)
    dated = [record for record in order if day_of(record)]
    return dated[::-1] + [record for record in order if not day_of(record)]


def ranks(records: Iterable[ArticleRecord]) -> Mapping[ArticleId, int]:
    """Each article's place, the oldest first, those without a day after all others."""
    return {record.id: at for at, record in enumerate(_oldest_first(records))}


def _oldest_first(records: Iterable[ArticleRecord]) -> list[ArticleRecord]:
    return sorted(records, key=lambda record: (day_of(record) or date.max, record.id))
