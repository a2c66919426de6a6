"""The dossier for other programs: data files for the site, and lines for the commands.

In: a dossier, or what one article holds. Out: plain data with the keys of the contract, and the
contract itself as a JSON Schema.
Deliberately missed: anything that pages alone show (labels, sentences, links).
"""

from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from builder.export.findings import FindingsRow, findings_row
from builder.export.schema import contract_schema
from builder.export.story import DossierRow, StoryRow, dossier_row
from builder.export.tables import tables_of
from builder.model.dossier import Dossier
from builder.timeline import timeline_ics, timeline_json

__all__ = [
    "DossierRow",
    "FindingsRow",
    "StoryRow",
    "contract_schema",
    "dossier_row",
    "exports_of",
    "findings_row",
]
_SCHEMA = "dossier.schema.json"


def exports_of(dossier: Dossier) -> dict[str, str]:
    """The data files of the site, by path relative to `docs/`."""
    return {
        "data/dossier.json": _json({"$schema": _SCHEMA, **dossier_row(dossier)}),
        f"data/{_SCHEMA}": _json(contract_schema()),
        "data/timeline.ics": timeline_ics(dossier),
        "data/timeline.json": timeline_json(dossier),
        **tables_of(dossier),
    }


def _json(data: Mapping[str, Any]) -> str:
    return to_json(data, indent=1).decode() + "\n"  # `json` takes six times as long
