"""A long list as several pages: items in, pages of so many each out, and the links between them.

The first page keeps the list's own address; the others stand below it, `claims/list/2/`.
Deliberately missed: addresses that last, for what stands on a page changes with every article; an
item's permalink is its own page, or its anchor on the first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.render.page_links import Link, PageLinks

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[_Item]):
    """The items of one page."""

    number: int
    address: str
    items: tuple[_Item, ...]
    first: int
    """The place of the first item in the whole list, counted from 1."""

    @property
    def range(self) -> str:
        """`151–300`."""
        return f"{self.first}–{self.first + len(self.items) - 1}"


def parts_of(
    items: Sequence[_Item], size: int, address: str, first: str = ""
) -> tuple[Part[_Item], ...]:
    """The list in pages of `size`, one of them at least; `first`: the address of the first."""
    starts = range(0, len(items), size) or range(1)
    return tuple(
        Part(
            number=number,
            address=(first or address) if number == 1 else f"{address}list/{number}/",
            items=tuple(items[start : start + size]),
            first=start + 1,
        )
        for number, start in enumerate(starts, start=1)
    )


def pager(parts: Sequence[Part[_Item]], here: PageLinks) -> tuple[Link, ...]:
    """A link to each page, none to the one that it stands on; empty where there is one page."""
    if len(parts) == 1:
        return ()
    return tuple(
        Link(
            text=part.range,
            url=None if part.address == here.address else here.to(part.address),
        )
        for part in parts
    )
