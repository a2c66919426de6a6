"""One JSON object a line: texts of other programs in, with the number of each bad line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from builder.errors import SeedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text that is no file of `seeds/`: what the library and the JSON lines commands read."""

    doc_id: str
    text: str
    published: date | None = None
    story: str = ""
    outlet: str | None = None


_text = TypeAdapter(Text)


def texts_in(lines: Iterable[bytes | str], *, file: str) -> Iterator[Text | SeedError]:
    """The text of each line, in order, or the error that names a bad one. Blank lines pass."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _text.validate_json(line)
            except ValidationError as problem:
                yield SeedError(
                    f"the line is skipped ({_first(problem)}).",
                    todo='Write {"doc_id": …, "text": …, "published": "YYYY-MM-DD" or null}.',
                    file=file,
                    line=number,
                )


def line_of(row: Mapping[str, Any]) -> str:
    """The row as one line of JSON."""
    return json.dumps(row, ensure_ascii=False) + "\n"


def _first(problem: ValidationError) -> str:
    error = problem.errors()[0]
    key = ".".join(str(step) for step in error["loc"])
    return f"`{key}`: {error['msg']}" if key else error["msg"]
