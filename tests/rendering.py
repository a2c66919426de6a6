"""All generated files of a dossier at once, for tests that look at some of them."""

from collections.abc import Mapping
from types import MappingProxyType

from builder import export, render
from builder.changes import Changes
from builder.model.dossier import Dossier
from builder.render.pages.data import DataFile
from builder.settings import Settings


def pages_of(
    dossier: Dossier,
    settings: Settings,
    exports: Mapping[str, DataFile] = MappingProxyType({}),
    changes: Changes = Changes(is_first=True),  # noqa: B008 - frozen
) -> dict[str, str]:
    """What `render.pages_of` makes, by name."""
    return dict(render.pages_of(dossier, settings, exports, changes))


def exports_of(dossier: Dossier) -> dict[str, str]:
    """What `export.exports_of` makes, by name."""
    return {made.name: "".join(made.pieces) for made in export.exports_of(dossier)}
