"""What is told of articles that are read all the same: articles in, problems out.

A text that is not English, and a day of publication that cannot be. The builder has no clock: a
day is held against the other days that the dossier states.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from builder.errors import SeedError
from builder.load.english import is_english
from builder.model.article import RawArticle

FIRST_YEAR, LAST_YEAR = 1800, 2100
_A_YEAR = timedelta(days=366)


def foreign(article: RawArticle) -> SeedError | None:
    """The problem of a text that nothing will be found in, for it is not English."""
    if is_english(article.text):
        return None
    return SeedError(
        "it does not read like English, the only language that is understood: hardly anything "
        "will be found in it.",
        todo="Put an English version in its place, or state its `language` to keep it as it is.",
        file=article.file,
    )


def odd_days(articles: Sequence[RawArticle]) -> Iterator[SeedError]:
    """The problems of days of publication that look like a slip of the pen.

    One that is more than a year later than any other day of the dossier is none where the article
    was got after it, or where an article tells of that year.
    """
    for article in articles:
        day = article.metadata.published
        if day is None:
            continue
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            what = f"it is published in the year {day.year}."
            yield SeedError(what, todo="Correct `published` in its metadata.", file=article.file)
            continue
        newest = max(_other_days(article, articles), default=day)
        is_told = any(str(day.year) in other.text for other in articles)
        if day > newest + _A_YEAR and not is_told:
            yield SeedError(
                f"it is published on {day}, more than a year after everything else here.",
                todo="Correct `published`, or state as `retrieved` the day on which you got it.",
                file=article.file,
            )


def _other_days(article: RawArticle, articles: Sequence[RawArticle]) -> Iterator[date]:
    for other in articles:
        stated = other.metadata
        days = [stated.retrieved, stated.added]
        if other is not article:
            days.append(stated.published)
        yield from (day for day in days if day is not None)
