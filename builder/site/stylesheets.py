"""A style sheet without the rules that no page of the site can use.

In: style sheets as text, and the names that stand in pages and scripts. Out: one sheet, shorter.
Material's covers everything that it can show, most of which a dossier never does. A rule stays
unless one of its classes, ids or `data-` attributes stands nowhere. Deliberately missed: what else
a selector asks for, and whether two names ever stand together.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

_TOKEN = re.compile(
    r"/\*.*?\*/"  # a comment
    r"|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"  # a string, such as an icon in `url("data:…")`
    r"|[{};]|\s+|[^{};\"'/\s]+|/",
    re.DOTALL,
)
_GROUPS = ("@media", "@supports", "@layer", "@container")  # hold rules; other at-rules stay whole
_NAME = re.compile(r"[.#]((?:\\.|[\w-])+)")
_ATTRIBUTE = re.compile(r"\[(data-[\w-]+|dir)(?:=[\"']?([\w-]+)[\"']?)?")
_ARGUMENTS = re.compile(r"\([^()]*\)")  # of `:not(…)` and `:is(…)`, which ask for no name at all
_READ = re.compile(r"var\((--[\w-]+)")


@dataclass(frozen=True, slots=True)
class _Block:
    head: str
    children: "tuple[_Child, ...]"


_Child = str | _Block  # a declaration, or a rule


def needed_part(sheets: Iterable[str], names: Set[str]) -> str:
    """The sheets as one, without comments, blanks and what needs a name that is not in `names`."""
    children = tuple(_needed(_parsed(_tokens("\n".join(sheets))), names))
    text = _printed(children)
    while unread := _set_in(children) - set(_READ.findall(text)) - names:
        children = tuple(_without(children, unread))
        text = _printed(children)
    return text


def _tokens(css: str) -> Iterator[str]:
    for piece in _TOKEN.findall(css):
        if not piece.startswith("/*"):
            yield " " if piece.isspace() else piece


def _parsed(tokens: Iterator[str]) -> tuple[_Child, ...]:
    """The declarations and rules up to the end of the block that the tokens stand in."""
    children: list[_Child] = []
    words = ""
    for piece in tokens:
        if piece == "{":
            children.append(_Block(words.strip(), _parsed(tokens)))
        elif piece in ";}" and words.strip():
            name, colon, value = words.partition(":")
            children.append(f"{name.strip()}{colon}{value.strip()}")
        if piece == "}":
            break
        words = "" if piece in "{;" else words + piece
    return tuple(children)


def _needed(children: Iterable[_Child], names: Set[str]) -> Iterator[_Child]:
    for child in children:
        if isinstance(child, str):
            yield child
        elif child.head.startswith(_GROUPS):
            yield _Block(child.head, tuple(_needed(child.children, names)))
        elif child.head.startswith("@"):
            yield child
        elif selectors := [one for one in _selectors(child.head) if _asked(one) <= names]:
            yield _Block(",".join(selectors), child.children)


def _selectors(head: str) -> Iterator[str]:
    """The parts between the commas that stand in no parentheses."""
    part = ""
    for piece in head.split(","):
        part = f"{part},{piece}" if part else piece
        if part.count("(") == part.count(")"):
            yield part.strip()
            part = ""


def _asked(selector: str) -> set[str]:
    """The names without which the selector finds nothing."""
    plain = selector
    while (shorter := _ARGUMENTS.sub("", plain)) != plain:
        plain = shorter
    attributes = {word for attribute in _ATTRIBUTE.findall(plain) for word in attribute if word}
    return attributes | {name.replace("\\", "") for name in _NAME.findall(plain)}


def _set_in(children: Iterable[_Child]) -> set[str]:
    """The custom properties that are set, `--md-primary-fg-color` for instance."""
    found = set()
    for child in children:
        if isinstance(child, _Block):
            found |= _set_in(child.children)
        elif child.startswith("--"):
            found.add(child.partition(":")[0])
    return found


def _without(children: Iterable[_Child], properties: Set[str]) -> Iterator[_Child]:
    for child in children:
        if isinstance(child, _Block):
            yield _Block(child.head, tuple(_without(child.children, properties)))
        elif child.partition(":")[0] not in properties:
            yield child


def _printed(children: Iterable[_Child]) -> str:
    parts = (
        f"{child};" if isinstance(child, str) else f"{child.head}{{{inner}}}"
        for child in children
        if isinstance(child, str) or (inner := _printed(child.children).removesuffix(";"))
    )
    return "".join(parts)
