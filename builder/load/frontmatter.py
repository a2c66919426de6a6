"""What the maintainer states about an article: YAML front matter, or a side file `NAME.yml`.

A text that opens with `---` has front matter only where a closing `---` follows and `key:` lines
stand between; any other opening rule belongs to the text.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from builder import yamlfile
from builder.errors import SeedError
from builder.links import web_url
from builder.model.article import known_day
from builder.model.blanks import shows_nothing

Stated = dict[str, Any]
"""Keys of `Metadata` and their values, as far as someone stated them."""

_FENCED = re.compile(
    r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_OPENED = re.compile(r"---[ \t]*\n(?P<yaml>(?:[^\n]+\n){1,12})")  # its first lines
_KEY = re.compile(r"[\"']?(?P<key>[A-Za-z_][\w -]*)[\"']?[ \t]*:(?:\s|$)")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
_GOES_ON = re.compile(r"[ \t#-]|$")  # an indented line, a list item, a comment, an empty line


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A text, and the YAML that stood before it if any did."""

    yaml: str | None
    text: str


def front_matter(text: str, *, file: str) -> Opened:
    """The text with its front matter taken off; `SeedError` where it is never closed."""
    found = _FENCED.match(text)
    if found is None and (opened := _OPENED.match(text)) and _is_ours(opened["yaml"]):
        raise SeedError(
            "its metadata opens with --- and never ends.",
            todo="Put a line of --- behind the last `key: value`, before the text.",
            file=file,
            line=1,
        )
    if found is None or not _is_metadata(found["yaml"]):
        return Opened(yaml=None, text=text)
    return Opened(yaml=found["yaml"], text=text[found.end() :])


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What somebody stated of an article, and the problem that its address is, if it is one."""

    facts: Stated
    problem: SeedError | None


def metadata_in(yaml: str, *, file: str) -> Written:
    """What an article's front matter states; `SeedError` names a mistake with its line."""
    return _written(yamlfile.parse(yaml, file=file, error=SeedError, first_line=2))


def side_file(path: Path, *, file: str) -> Written:
    """What the side file at `path` states; `SeedError` names a mistake with its line."""
    return _written(yamlfile.read(path, file=file, error=SeedError))


def metadata_of(stated: Stated, *, file: str) -> Stated:
    """The same, of keys and values from elsewhere; `SeedError` names a mistake, without a line."""
    return _stated(yamlfile.YamlFile(file=file, data=stated, lines={}))


def _day(value: object) -> object:
    """The day of a date or of a time, "2024-05-05T23:30:00+02:00"."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        raise ValueError("write the day as YYYY-MM-DD") from None


def _code(value: str | None) -> str | None:
    if value is not None and not LANGUAGE.fullmatch(value):
        raise ValueError("write the language's code: en")
    return value


def _several(value: object) -> object:
    return () if value is None else (value,) if isinstance(value, str) else value


Day = Annotated[date | None, BeforeValidator(_day), AfterValidator(known_day)]


class WrittenMetadata(BaseModel):
    """What is known of an article, in front matter or in `NAME.yml` beside it."""

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, use_attribute_docstrings=True
    )

    title: str | None = None
    """Its headline."""
    outlet: str | None = None
    """Who published it."""
    url: yamlfile.WebAddress = None
    """Where it was published."""
    published: Day = None
    """The day it was published, as 2026-03-04."""
    authors: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    """Who wrote it; one name, or a list."""
    language: Annotated[str | None, AfterValidator(_code)] = None
    """The code of the language that it was written in, such as "de" of a translation."""
    retrieved: Day = None
    """The day it was fetched."""
    rights: str | None = None
    """Who owns it, and what may be done with it."""
    added: Day = None
    """The day it came into the dossier."""
    notes: str | None = None
    """What else you want to remember of it."""
    sha256: str | None = None
    """Of what was received, where `dossier add` read another kind of file into text."""


def _is_ours(yaml: str) -> bool:
    """Whether the first line is a key of ours: what begins so was meant to be metadata."""
    key = _KEY.match(yaml)
    return key is not None and key["key"].lower() in WrittenMetadata.model_fields


def _is_metadata(yaml: str) -> bool:
    lines = [line for line in yaml.splitlines() if not _GOES_ON.match(line)]
    keys = [_KEY.match(line) for line in lines]
    known = any(key and key["key"].lower() in WrittenMetadata.model_fields for key in keys)
    return bool(keys) and keys[0] is not None and (known or all(keys))


def _written(part: yamlfile.YamlFile) -> Written:
    """What is stated; an address that no link may lead to is left out, and told."""
    url = part.data.get("url") if isinstance(part.data, dict) else None
    if not isinstance(url, str) or shows_nothing(url) or web_url(url.strip()):
        return Written(facts=_stated(part), problem=None)
    rest = {key: value for key, value in part.data.items() if key != "url"}
    todo = yamlfile.instead_of(url)
    problem = SeedError(
        "no link may lead to its `url`: the article is read, and has no link to its original.",
        todo=f"{todo[:1].upper()}{todo[1:]}.",
        file=part.file,
        line=part.line_of(("url",)),
    )
    return Written(facts=_stated(replace(part, data=rest)), problem=problem)


def _stated(part: yamlfile.YamlFile) -> Stated:
    if part.data is None:
        return {}
    stated = yamlfile.validate(WrittenMetadata, part, error=SeedError).model_dump()
    return {key: value for key, value in stated.items() if not _is_nothing(value)}


def _is_nothing(value: object) -> bool:
    """Whether the value states nothing: no words, or words of which nothing would be seen."""
    return value in (None, ()) or (isinstance(value, str) and shows_nothing(value))
