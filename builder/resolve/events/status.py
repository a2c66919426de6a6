"""What is over, and what is yet to come: mentions in, the same out, `planned` where it may be.

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
from builder.resolve.events.mention import EventMention
from builder.resolve.times.periods import Period, period_of

_SLACK = 1  # day: a date of publication inferred from other articles may be a day too early
_WITNESSES = (
    2  # dated deeds of the past: one alone may be a date misread ("announced aims for 2030")
)


def as_of(
    published: Mapping[ArticleId, date | None], mentions: Sequence[EventMention]
) -> list[EventMention]:
    """The mentions, those over by the day that their article was written told as past."""
    written = _written(mentions) | {id_: day for id_, day in published.items() if day is not None}
    return [_seen_from(mention, written, published) for mention in mentions]


def _seen_from(
    mention: EventMention,
    written: Mapping[ArticleId, date],
    published: Mapping[ArticleId, date | None],
) -> EventMention:
    if _is_over(mention, written):
        return replace(mention, planned=False)
    period, day = _period(mention), published.get(mention.passage.article)
    ahead = period is not None and day is not None and (period.first - day).days > _SLACK
    return replace(mention, planned=True) if ahead and not mention.planned else mention


def _written(mentions: Sequence[EventMention]) -> dict[ArticleId, date]:
    """A day that each article is not older than, by what it tells as past."""
    told: dict[ArticleId, list[date]] = defaultdict(list)
    for mention in mentions:
        period = _period(mention)
        if period is not None and not mention.planned:
            told[mention.passage.article].append(period.first)
    return {
        id_: sorted(days)[-_WITNESSES] for id_, days in told.items() if len(days) >= _WITNESSES
    }


def _is_over(mention: EventMention, written: Mapping[ArticleId, date]) -> bool:
    period, day = _period(mention), written.get(mention.passage.article)
    return mention.planned and period is not None and day is not None and period.last < day


def _period(mention: EventMention) -> Period | None:
    return period_of(mention.value) if mention.value else None
