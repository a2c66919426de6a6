"""How a figure moved: claims with updates in, a few short series out, the oldest value first."""

from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.claims import Claim
from builder.render.page_links import Link, PageLinks
from builder.render.parts.contrasts import givers
from builder.render.parts.dates import When, day
from builder.render.phrases import counted

_MOST_SERIES = 4
_MOST_VALUES = 6  # the newest ones; the claim's page has all


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One value of a figure, the day it was first told, and by whom."""

    value: str
    day: When | None
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A figure that changed because the facts did."""

    claim: Link
    steps: tuple[Step, ...]
    earlier: str
    """How many values came before; empty where none did."""


def series_of(claims: Iterable[Claim], here: PageLinks) -> tuple[Series, ...]:
    """The figures with most values, then those that most sources tell."""
    moved = sorted(
        (claim for claim in claims if len(claim.updates) > 1),
        key=lambda claim: (-len(claim.updates), -claim.independent_sources, claim.id),
    )
    return tuple(_series(claim, here) for claim in moved[:_MOST_SERIES])


def _series(claim: Claim, here: PageLinks) -> Series:
    earlier = len(claim.updates) - _MOST_VALUES
    return Series(
        claim=here.claim(claim),
        steps=tuple(
            Step(
                value=found.value,
                day=day(found.as_of),
                who=givers([claim.statements[at].passage for at in found.statements], here),
            )
            for found in claim.updates[-_MOST_VALUES:]
        ),
        earlier=f"{counted(earlier, 'earlier value')} on its page" if earlier > 0 else "",
    )
