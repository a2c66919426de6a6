"""What is over, and what is yet to come: tellings in, the same out, `planned` where it may be.

A day before the article's publication is over, whatever the verb looks like ("a rise to begin in
2006", told in 2009); a day after it has not been ("a vote falls on 4 June", told in May). An
undated article is younger than what it tells as past. Deliberately missed: plans of an undated
article that tells fewer than two dated deeds.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from builder.model.ids import ArticleId
from builder.resolve.periods import Period, period_of
from builder.resolve.telling import Telling

_SLACK = 1  # day: a date of publication inferred from other articles may be a day too early
_WITNESSES = (
    2  # dated deeds of the past: one alone may be a date misread ("announced aims for 2030")
)


def as_of(
    published: Mapping[ArticleId, date | None], tellings: Sequence[Telling]
) -> list[Telling]:
    """The tellings, those over by the day that their article was written told as past."""
    written = _written(tellings) | {id_: day for id_, day in published.items() if day is not None}
    return [_seen_from(telling, written, published) for telling in tellings]


def _seen_from(
    telling: Telling, written: Mapping[ArticleId, date], published: Mapping[ArticleId, date | None]
) -> Telling:
    if _is_over(telling, written):
        return replace(telling, planned=False)
    period, day = _period(telling), published.get(telling.passage.article)
    ahead = period is not None and day is not None and (period.first - day).days > _SLACK
    return replace(telling, planned=True) if ahead and not telling.planned else telling


def _written(tellings: Sequence[Telling]) -> dict[ArticleId, date]:
    """A day that each article is not older than, by what it tells as past."""
    told: dict[ArticleId, list[date]] = defaultdict(list)
    for telling in tellings:
        period = _period(telling)
        if period is not None and not telling.planned:
            told[telling.passage.article].append(period.first)
    return {
        id_: sorted(days)[-_WITNESSES] for id_, days in told.items() if len(days) >= _WITNESSES
    }


def _is_over(telling: Telling, written: Mapping[ArticleId, date]) -> bool:
    period, day = _period(telling), written.get(telling.passage.article)
    return telling.planned and period is not None and day is not None and period.last < day


def _period(telling: Telling) -> Period | None:
    return period_of(telling.value) if telling.value else None
