"""YAML that people write: read with line numbers, so that a mistake is named where it stands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_args

import yaml
from pydantic import AfterValidator, BaseModel, ValidationError
from pydantic_core import ErrorDetails

from builder.errors import DossierError
from builder.links import has_user, web_url

Model = TypeVar("Model", bound=BaseModel)
Problem = TypeVar("Problem", bound=DossierError)
Place = tuple[str | int, ...]
_WHOLE_ADDRESS = "write the whole address, beginning with https://"
_ENCODED = "copy it from the browser, which writes marks and blanks in it as %3C, %22 and %20"
_NO_USER = "write the address without the user and password before the @"
_TODO = {
    "string_type": "write words, or leave the key out",
    "string_too_short": "write words, or leave the key out",
    "string_unicode": "write the character out, half of one stands there",
    "tuple_type": "write a list: [one, two]",
    "too_short": "write two or more: [one, two]",
    "bool_parsing": "write true or false",
    "int_parsing": "write a whole number",
    "date_from_datetime_parsing": "write the day as YYYY-MM-DD",
    "url_parsing": _WHOLE_ADDRESS,
    "url_scheme": _WHOLE_ADDRESS,
}
_SYNTAX = {
    "found character '\\t'": "Indent with spaces, not with tabs.",
    "a tag, ": "Remove it.",
    "an escape that stands for no character": "Write the character itself.",
    "half a character": "Write the character itself, or both of its halves.",
    "found unexpected end of stream": "Close the quotation mark that opens here.",
    "the end of the file": "It ends in the middle: close the bracket that is still open.",
}
_STREAM_END = "'<stream end>'"
_OTHER_SYNTAX = (
    "Mend the line: keys of one item begin below each other, and text that holds a colon or "
    "begins with a mark needs quotes around it."
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "null", "map", "seq"))
_FOUND: Mapping[type, str] = {str: "words", list: "a list"}


def web_address(url: str | None) -> str | None:
    """The address of a page on the web; `ValueError` says what to write instead of another."""
    if url is not None and web_url(url) is None:
        raise ValueError(instead_of(url))
    return url


def instead_of(url: str) -> str:
    """What to write instead of an address that no link may lead to."""
    if has_user(url):
        return _NO_USER
    return _ENCODED if url.startswith(("http://", "https://")) else _WHOLE_ADDRESS


WebAddress = Annotated[str | None, AfterValidator(web_address)]
"""The address of a page on the web, or none."""


def _whole(node: yaml.ScalarNode) -> str:
    """The text of a node with its surrogate pairs joined."""
    try:
        return str(node.value).encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        half = f"{ord(_SURROGATE.findall(_PAIR.sub('', node.value))[0]):04x}"
        raise yaml.MarkedYAMLError(
            problem=f"half a character, `\\u{half}`", problem_mark=node.start_mark
        ) from None


class _PlainLoader(yaml.SafeLoader):
    """A safe loader that leaves every word as it was written, but for `null`.

    YAML 1.1 reads `on` as true, `12:30` as 750 and 2026-02-31 as an error: what is a number, a
    date or a truth value, the models say. Aliases are refused: ten lines of them can stand for
    more than memory holds. So are tags (`!!int`): no key needs one. An emoji that stands as JSON
    escapes it, in two halves, is that character; half a character is an error.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next node; an alias is an error."""
        if self.check_event(yaml.AliasEvent):
            mark = self.get_mark()
            raise yaml.MarkedYAMLError(problem="an alias, `*name`", problem_mark=mark)
        node = super().compose_node(parent, index)
        if node is not None and node.tag not in _TAGS:
            mark = node.start_mark
            raise yaml.MarkedYAMLError(problem=f"a tag, `{node.tag}`", problem_mark=mark)
        if isinstance(node, yaml.ScalarNode) and _SURROGATE.search(node.value):
            node.value = _whole(node)
        return node

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> list[str]:  # noqa: ANN401
        """The next words of a quoted text; an escape beyond the last character is an error."""
        mark = self.get_mark()
        try:
            found: list[str] = super().scan_flow_scalar_non_spaces(double, start_mark)
        except (ValueError, OverflowError):
            raise yaml.MarkedYAMLError(
                problem="an escape that stands for no character", problem_mark=mark
            ) from None
        return found


_PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if tag == "tag:yaml.org,2002:null"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlFile:
    """A parsed file: its data, and the line of every key and item by its place in the data."""

    file: str
    data: Any
    lines: Mapping[Place, int]

    def line_of(self, place: Place) -> int | None:
        """The line of the innermost part of `place` that the file holds."""
        for depth in range(len(place), -1, -1):
            if place[:depth] in self.lines:
                return self.lines[place[:depth]]
        return None


def parse(text: str, *, file: str, error: type[DossierError], first_line: int = 1) -> YamlFile:
    """Parse YAML text that starts at `first_line` of `file`.

    Raises `error`, with file and line, for text that is no YAML or that repeats a key.
    """
    try:
        node = yaml.compose(text, Loader=_PlainLoader)
        lines: dict[Place, int] = {}
        if node is not None:
            _walk(node, (), first_line, lines, file, error)
        data = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a SafeLoader underneath
    except yaml.MarkedYAMLError as problem:
        raise _syntax_error(problem, file, first_line, error) from problem
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise error(
            f"this is not YAML ({str(problem).splitlines()[0]}).", todo="Mend the file.", file=file
        ) from problem
    return YamlFile(file=file, data=data, lines=lines)


def validate(model: type[Model], part: YamlFile, *, error: type[DossierError]) -> Model:
    """The data as a `model`; `error` names the first mistake with its line."""
    return validate_at(model, part, (), part.data, error=error)


def validate_at(
    model: type[Model], part: YamlFile, place: Place, data: object, *, error: type[Problem]
) -> Model:
    """The data at `place` of the file as a `model`; `error` names the first mistake."""
    found, mistakes = checked_at(model, part, place, data, error=error)
    if found is None:
        raise mistakes[0]
    return found


def checked_at(
    model: type[Model], part: YamlFile, place: Place, data: object, *, error: type[Problem]
) -> tuple[Model | None, tuple[Problem, ...]]:
    """The data at `place` of the file as a `model`, or every mistake in it, with its line."""
    if not isinstance(data, Mapping):
        found = _FOUND.get(type(data), "nothing")
        mistake = error(
            f"expected `key: value` lines, found {found}.",
            todo=f"Write one of these keys: {', '.join(model.model_fields)}.",
            file=part.file,
            line=part.line_of(place),
        )
        return None, (mistake,)
    try:
        return model.model_validate(data), ()
    except ValidationError as problem:
        mistakes = []
        for each in problem.errors():
            what, todo = _mistake(each, model)
            line = part.line_of((*place, *each["loc"]))
            mistakes.append(error(what, todo=todo, file=part.file, line=line))
        return None, tuple(mistakes)


def read(path: Path, *, file: str, error: type[DossierError]) -> YamlFile:
    """Read and parse the file at `path`, called `file` in messages."""
    return parse(text_of(path, file=file, error=error), file=file, error=error)


def text_of(path: Path, *, file: str, error: type[DossierError]) -> str:
    """The text of the file at `path`; `error` where it cannot be read, or is no text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise error("it is not UTF-8 text.", todo="Save it as UTF-8.", file=file) from problem
    except OSError as problem:
        raise error(
            f"it cannot be read ({problem.strerror}).", todo="Check its permissions.", file=file
        ) from problem


def _syntax_error(
    problem: yaml.MarkedYAMLError, file: str, first_line: int, error: type[DossierError]
) -> DossierError:
    what = (problem.problem or problem.context or "").replace(_STREAM_END, "the end of the file")
    mark = problem.problem_mark or problem.context_mark
    if "end of stream" in what or "end of the file" in what:
        mark = problem.context_mark or mark  # where it opened, not the end of the file
    return error(
        f"this is not YAML ({what}).",
        todo=next((todo for words, todo in _SYNTAX.items() if words in what), _OTHER_SYNTAX),
        file=file,
        line=None if mark is None else first_line + mark.line,
    )


def _mistake(found: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong and what to do, in the words of people who write YAML, not Python."""
    kind, place = found["type"], found["loc"]
    key = ".".join(step for step in place if isinstance(step, str))
    if kind == "extra_forbidden":
        return f"unknown key `{key}`.", f"Remove it, or write one of: {_keys(model, place[:-1])}."
    if kind == "missing":
        return f"`{key}` is missing.", "Add it."
    todo = _TODO.get(kind) or found["msg"].replace("Input should", "it should")
    if kind == "model_type":
        todo = f"write `key: value` lines: {_keys(model, place)}"
    elif kind == "value_error":
        todo = str(found["ctx"]["error"])
    what = f"`{key}` is not usable." if key else "something is missing."
    return what, f"{todo[:1].upper()}{todo[1:]}."


def _keys(model: type[BaseModel], place: Place) -> str:
    """The keys that may stand at `place` of what the model reads."""
    for step in place:
        if isinstance(step, str):
            read = model.model_fields[step].annotation
            model = next(
                part
                for part in (read, *get_args(read))
                if isinstance(part, type) and issubclass(part, BaseModel)
            )
    return ", ".join(model.model_fields)


def _walk(
    node: yaml.Node,
    place: Place,
    first_line: int,
    lines: dict[Place, int],
    file: str,
    error: type[DossierError],
) -> None:
    lines.setdefault(place, first_line + node.start_mark.line)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            step = (*place, str(key.value))
            line = first_line + key.start_mark.line
            if step in lines:
                raise error(f"`{key.value}` stands twice.", todo="Keep one.", file=file, line=line)
            lines[step] = line
            _walk(value, step, first_line, lines, file, error)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _walk(item, (*place, number), first_line, lines, file, error)
