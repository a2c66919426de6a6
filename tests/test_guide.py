"""The guide tells every key of the data by the words of the schema, so that these stand once.

The tables are made here: `.venv/bin/pytest tests/test_guide.py --accept` writes them anew.
"""

from collections.abc import Iterator

import pytest

from builder.export import contract_schema
from tests.conftest import REPOSITORY
from tests.contract import Row

GUIDE = REPOSITORY / "docs" / "guide" / "data.md"
BEGIN, END = "<!-- keys: made from the schema -->\n\n", "<!-- end of keys -->"
ACCEPT = "If the change is meant: .venv/bin/pytest tests/test_guide.py --accept"
PLACE = ("article", "start", "end", "text")
PASSAGES = {"Span": " A passage.", "Placed": " Passages."}


def test_the_guide_says_of_every_key_what_it_holds(request: pytest.FixtureRequest):
    before, rest = GUIDE.read_text().split(BEGIN)
    _, after = rest.split(END)
    made = f"{before}{BEGIN}{''.join(tables())}{END}{after}"
    if request.config.getoption("--accept"):
        GUIDE.write_text(made)
    assert made == GUIDE.read_text(), ACCEPT


def tables() -> Iterator[str]:
    """A table for each kind of item in the dossier; what its rows hold in turn stands inside."""
    kinds = contract_schema()["$defs"]
    named: dict[str, list[str]] = {}
    for key, value in kinds["DossierRow"]["properties"].items():
        for kind in rows_in(value):
            named.setdefault(kind, []).append(f"`{key}`")
    for kind, keys in named.items():
        yield f"### {', '.join(keys)}\n\n{kinds[kind]['description']}\n\n"
        yield "| key | what it holds |\n| --- | --- |\n"
        yield from lines_of(kinds, kind, "")
        yield "\n"


def lines_of(kinds: Row, kind: str, before: str) -> Iterator[str]:
    own = kinds[kind]["properties"]
    place = [f"`{before}{key}`" for key in PLACE if key in own and "end" in own]
    if place:
        yield f"| {', '.join(place)} | The passage. |\n"
    for key, value in own.items():
        if f"`{before}{key}`" in place:
            continue
        held = rows_in(value)
        passage = "".join(PASSAGES.get(inner, "") for inner in held)
        yield f"| `{before}{key}` | {value['description']}{passage}{choices(value)} |\n"
        for inner in held:
            if inner not in PASSAGES:
                yield from lines_of(kinds, inner, f"{before}{key}.")


def rows_in(value: Row) -> list[str]:
    """The rows that a value is, or is a list of."""
    options = [value, value.get("items", {}), *value.get("anyOf", ())]
    return [one["$ref"].rpartition("/")[2] for one in options if "$ref" in one]


def choices(value: Row) -> str:
    if "enum" not in value:
        return ""
    return " One of " + ", ".join(f'"{one}"' for one in value["enum"]) + "."
