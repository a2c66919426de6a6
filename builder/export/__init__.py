"""The dossier for other programs: data files for the site, and lines for the commands.

In: a dossier, or what one article holds. Out: plain data with the keys of the contract.
Deliberately missed: anything that pages alone show (labels, sentences, links).
"""

import json

from builder.export.findings import findings_row
from builder.export.story import dossier_row
from builder.model.dossier import Dossier
from builder.timeline import timeline_ics, timeline_json

__all__ = ["dossier_row", "exports_of", "findings_row"]


def exports_of(dossier: Dossier) -> dict[str, str]:
    """The data files of the site, by path relative to `docs/`."""
    whole = json.dumps(dossier_row(dossier), ensure_ascii=False, indent=1)
    return {
        "data/dossier.json": whole + "\n",
        "data/timeline.ics": timeline_ics(dossier),
        "data/timeline.json": timeline_json(dossier),
    }
