"""The guide tells every key by the words of the schema that reads it, so that these stand once.

The tables are made here: `.venv/bin/pytest tests/test_guide.py --accept` writes them anew.
"""

import doctest
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.export import contract_schema
from builder.new import new_folder
from builder.schemas import schemas
from tests.conftest import REPOSITORY
from tests.contract import Row

GUIDE = REPOSITORY / "docs" / "guide"
ACCEPT = "If the change is meant: .venv/bin/pytest tests/test_guide.py --accept"
PLACE = ("article", "start", "end", "text")
PASSAGES = {"Span": " A passage.", "Placed": " Passages."}


@pytest.mark.parametrize("page", ["data", "settings"])
def test_the_guide_says_of_every_key_what_it_holds(request: pytest.FixtureRequest, page: str):
    path, made_of = GUIDE / f"{page}.md", {"data": tables, "settings": settings}[page]
    kind = {"data": "keys", "settings": "settings"}[page]
    begin, end = f"<!-- {kind}: made from the schema -->\n\n", f"<!-- end of {kind} -->"
    before, rest = path.read_text().split(begin)
    _, after = rest.split(end)
    made = f"{before}{begin}{''.join(made_of())}{end}{after}"
    if request.config.getoption("--accept"):
        path.write_text(made)
    assert made == path.read_text(), ACCEPT


@pytest.mark.model
def test_the_examples_in_python_are_true(tmp_path: Path):
    folder = tmp_path / "story"
    new_folder(folder)
    (folder / "seeds" / "quay.txt").write_text("“We stay,” Mayor Ana Ruiz said on Monday.\n")
    done = doctest.testfile(
        str(GUIDE / "python.md"), module_relative=False, globs={"folder": folder}
    )
    assert done.attempted > 10
    assert done.failed == 0


def settings() -> Iterator[str]:
    """A row for each setting, those of outlets and pages below their own."""
    schema = schemas()["dossier"]
    yield "| key | without it | what it is |\n| --- | --- | --- |\n"
    for key, value in schema["properties"].items():
        yield row_of(key, value)
        held = [
            one for kind in rows_in(value) for one in schema["$defs"][kind]["properties"].items()
        ]
        for inner, told in held:
            yield row_of(f"{key}.{inner}", told)
    yield "\n"


def row_of(key: str, value: Row) -> str:
    default = value.get("default")
    shown = (
        ""
        if default in (None, [], {}) or isinstance(default, dict)
        else f"`{json.dumps(default)}`"
    )
    return f"| `{key}` | {shown} | {value['description']} |\n"


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
