"""What is told of articles that are read all the same: articles in, problems out.

A text that is not English, and a day of publication that cannot be. The builder has no clock: a
day is held against the other days that the dossier states.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from operator import itemgetter

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
    dated = [(day, one) for one in articles if (day := one.metadata.published) is not None]
    for day, article in dated:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            what = f"it is published in the year {day.year}."
            yield SeedError(what, todo="Correct `published` in its metadata.", file=article.file)
    day, latest = max(dated, key=itemgetter(0), default=(date.min, None))
    if latest is None or day.year > LAST_YEAR:
        return
    others = [other for other, one in dated if one is not latest]
    others += [one.metadata.retrieved or one.metadata.added or date.min for one in articles]
    newest = max(others)
    is_told = any(str(day.year) in other.text for other in articles)
    if date.min < newest < day - _A_YEAR and not is_told:
        yield SeedError(
            f"it is published on {day}, more than a year after everything else here.",
            todo="Correct `published`, or state as `retrieved` the day on which you got it.",
            file=latest.file,
        )
