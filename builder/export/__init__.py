"""The dossier for other programs: data files for the site, and lines for the commands.

In: a dossier, or what one article holds. Out: plain data with the keys of the contract, and the
contract itself as a JSON Schema. Files come piece by piece: those of a large story are larger than
the story is in memory.
Deliberately missed: anything that pages alone show (labels, sentences, links).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic_core import to_json

from builder.export.findings import FindingsRow, findings_row
from builder.export.schema import contract_schema
from builder.export.story import DossierRow, StoryRow, dossier_parts, dossier_row
from builder.export.tables import tables_of
from builder.model.dossier import Dossier
from builder.tables import csv_lines
from builder.timeline import timeline_ics, timeline_json

__all__ = [
    "DossierRow",
    "Export",
    "FindingsRow",
    "StoryRow",
    "contract_schema",
    "dossier_row",
    "exports_of",
    "findings_row",
]
_SCHEMA = "dossier.schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A data file of the site."""

    name: str
    """Its path relative to `docs/`."""
    pieces: Iterable[str]
    """Its contents, in order, to be taken once."""
    columns: tuple[str, ...] = ()
    """Their names, of a table."""


def exports_of(dossier: Dossier) -> Iterator[Export]:
    """The data files of the site."""
    yield Export(name="data/dossier.json", pieces=_dossier_json(dossier))
    yield Export(name=f"data/{_SCHEMA}", pieces=[_json(contract_schema()), "\n"])
    yield Export(name="data/timeline.ics", pieces=[timeline_ics(dossier)])
    yield Export(name="data/timeline.json", pieces=[timeline_json(dossier)])
    for table in tables_of(dossier):
        lines = csv_lines(table.columns, table.rows)
        yield Export(name=f"data/{table.name}.csv", pieces=lines, columns=table.columns)


def _dossier_json(dossier: Dossier) -> Iterator[str]:
    """The contract, row by row, as `to_json` prints it whole with an indent of one."""
    yield f'{{\n "$schema": {_json(_SCHEMA)}'
    for key, value in dossier_parts(dossier):
        yield f",\n {_json(key)}: "
        if isinstance(value, str | int):
            yield _json(value)
        else:
            yield from _rows_json(value)
    yield "\n}\n"


def _rows_json(rows: Iterable[object]) -> Iterator[str]:
    before = "["
    for row in rows:
        yield f"{before}\n  " + _json(row).replace("\n", "\n  ")  # no string holds a line break
        before = ","
    yield "[]" if before == "[" else "\n ]"


def _json(data: object) -> str:
    return to_json(data, indent=1).decode()  # `json` takes six times as long
