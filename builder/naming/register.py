"""The register of outlets that ships with the package."""

from dataclasses import dataclass
from functools import cache

from builder import knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOutlet:
    """One row of the register of outlets."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    country: str | None = None
    url: str | None = None
    styles: tuple[str, ...] = ()
    """The forms of credit line that are its own."""
    common: bool = False
    """Its name is also a common word or another thing's name: it needs a cue."""


@cache
def outlets() -> tuple[KnownOutlet, ...]:
    """The register of outlets that ships with the package."""
    return tuple(
        KnownOutlet(**{**row, **{key: tuple(row.get(key, ())) for key in ("aliases", "styles")}})
        for row in knowledge.entries("outlets")
    )


@cache
def outlet_names() -> dict[str, KnownOutlet]:
    """Every name and alias in the register."""
    return {name: row for row in reversed(outlets()) for name in (*row.aliases, row.name)}
