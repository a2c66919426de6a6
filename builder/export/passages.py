"""Passages as plain data, and the kinds of values that rows are made of.

A row is typed, and each of its keys says what it holds: the published JSON Schema and the guide
are made from these types, so that the three cannot disagree.
"""

from datetime import date
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads no other before Python 3.12

from builder.model.article import Passage

_UNITS = "WE|SN|DE|CE|[YMWDQH]"
_NUMBER = r"(?:[0-9]+(?:\.[0-9]+)?|X)"
_MONTH, _DAY = "(?:0[1-9]|1[0-2]|XX)", "(?:0[1-9]|[12][0-9]|3[01]|XX)"
_WEEK = "W(?:0[1-9]|[1-4][0-9]|5[0-3]|XX)(?:-(?:WE|[1-7]))?"
_CLOCK = r"T(?:(?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?Z?|MO|MI|AF|EV|NI|DT)"
TIMEX3 = (
    rf"^(?:[0-9]{{4}}-{_MONTH}-{_DAY}(?:{_CLOCK})?|(?:[0-9]{{4}}|XXXX)(?:-{_MONTH}(?:-{_DAY})?"
    rf"|-(?:{_WEEK}|Q[1-4X]|H[12X]|SP|SU|FA|WI))?|[0-9]{{2,3}}|FY[0-9]{{4}}|{_CLOCK}"
    rf"|(?:PRESENT|PAST|FUTURE)_REF|P(?:{_NUMBER}(?:{_UNITS}))+(?:T(?:{_NUMBER}[HMS])+)?"
    rf"|PT(?:{_NUMBER}[HMS])+)$"
)
"""Values of TimeML's TIMEX3 as far as they are made here: dates, times, durations, sets."""
_SIDE = r"(?:\.\.|-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?)"
EDTF = rf"^{_SIDE}(?:/{_SIDE})?$"
"""Level 1 of EDTF; `edtf.parse_edtf` judges what a pattern cannot, like the days of a month."""

Name = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(min_length=1)]
Page = Annotated[str, Field(pattern="^[a-z]+/.+/$")]
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
EdtfDate = Annotated[str, Field(pattern=EDTF)]
TimexValue = Annotated[str, Field(pattern=TIMEX3)]
Share = Annotated[float, Field(ge=0, le=1)]
Count = Annotated[int, Field(ge=0)]
Index = Annotated[int, Field(ge=0)]
Offset = Annotated[int, Field(ge=0, description="In Unicode code points of the article's text.")]


class Extent(TypedDict):
    """Characters of an article, without their text."""

    start: Annotated[Offset, Field(description="The first character, in Unicode code points.")]
    end: Annotated[Offset, Field(description="The one after the last.")]


class Span(Extent):
    """A passage whose article is known from what it stands in: `text[start:end]` of it."""

    text: Annotated[Name, Field(description="The characters themselves.")]


class Placed(Span):
    """A passage with its article."""

    article: Annotated[Id, Field(description="The id of the article that it stands in.")]


def placed(passage: Passage) -> Placed:
    """A passage with the article that it stands in."""
    return {"article": passage.article, **span(passage)}


def span(passage: Passage) -> Span:
    """A passage whose article is known from what it stands in."""
    return {"start": passage.start, "end": passage.end, "text": passage.text}


def span_or_none(passage: Passage | None) -> Span | None:
    """The same; nothing for nothing."""
    return None if passage is None else span(passage)


def day_or_none(day: date | None) -> str | None:
    """A day as written in data; nothing for nothing."""
    return None if day is None else day.isoformat()
