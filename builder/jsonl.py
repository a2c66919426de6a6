"""One JSON object a line: texts of other programs in, with the number of each bad line."""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from builder.errors import SeedError
from builder.model.article import known_day

_FORM = 'Write {"doc_id": …, "text": …, "published": "YYYY-MM-DD" or null}.'
LONGEST = 2_000_000  # characters; as for the files of `seeds/`


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that is no file of `seeds/`: what the library and the JSON lines commands read."""

    doc_id: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(max_length=LONGEST)]
    published: Annotated[date | None, AfterValidator(known_day)] = None
    story: str = ""
    outlet: str | None = None


_text = TypeAdapter(Text)


def texts_in(lines: Iterable[bytes | str], *, file: str) -> Iterator[Text | SeedError]:
    """The text of each line, in order, or the error that names a bad one. Blank lines pass."""
    return (text for _, text in _parsed(lines, file))


def stories_in(lines: Iterable[bytes | str], *, file: str) -> Iterator[Text | SeedError]:
    """The same for texts of stories: a story's lines stand together, and each `doc_id` once."""
    story, ended, members = "", set[str](), set[str]()
    for number, text in _parsed(lines, file):
        if isinstance(text, SeedError):
            yield text
        elif not text.story:
            yield _bad(
                "it has no `story`", file, number, todo='Add "story", the name of its story.'
            )
        elif text.story != story and text.story in ended:
            what = "its `story` has ended on an earlier line"
            yield _bad(what, file, number, todo="Let the lines of each story stand together.")
        elif text.story == story and text.doc_id in members:
            what = "its `doc_id` stands twice in the story"
            yield _bad(what, file, number, todo="Give each text of a story an id of its own.")
        else:
            if text.story != story:
                story, members = text.story, set()
                ended.add(story)
            members.add(text.doc_id)
            yield text


def line_of(row: Mapping[str, Any]) -> str:
    """The row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def _parsed(lines: Iterable[bytes | str], file: str) -> Iterator[tuple[int, Text | SeedError]]:
    for number, line in enumerate(lines, start=1):
        bare = _without_mark(line) if number == 1 else line
        if bare.strip():
            try:
                yield number, _text.validate_json(bare)
            except ValidationError as problem:
                yield number, _bad(_first(problem), file, number)


def _without_mark(line: bytes | str) -> bytes | str:
    return line.removeprefix(BOM_UTF8) if isinstance(line, bytes) else line.removeprefix("\ufeff")


def _bad(what: str, file: str, number: int, *, todo: str = _FORM) -> SeedError:
    return SeedError(f"the line is skipped ({what}).", todo=todo, file=file, line=number)


def _first(problem: ValidationError) -> str:
    error = problem.errors()[0]
    key = ".".join(str(step) for step in error["loc"])
    return f"`{key}`: {error['msg']}" if key else error["msg"]
