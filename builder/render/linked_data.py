"""What search engines read of a page: linked data of schema.org, for pages of every kind.

In: a page and the names of the lists above it. Out: its JSON-LD: what the page is about, and the
way to it (`BreadcrumbList`). Addresses are relative to the page; the site makes them absolute
where it knows its own. A block of data is no script: the pages' policy allows it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder import links

Linked = Mapping[str, object]
_LONGEST = 110  # characters of a name; what search engines show of one
SECTIONS = {
    "people": "People", "organisations": "Organisations", "places": "Places",
    "outlets": "Outlets", "claims": "Claims", "articles": "Articles",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A page on the way from the front page: its name and its address."""

    name: str
    address: str


def linked_data(
    story: str, *, address: str, title: str, description: str, about: Linked
) -> dict[str, object]:
    """The JSON-LD of the page at `address`; without anything it is `about`, it is a collection."""
    own = about or {"@type": "CollectionPage", "name": title, "description": description}
    way = _way(story, address=address, title=title)
    graph = [own, *([_breadcrumbs(way, address)] if len(way) > 1 else [])]
    return {"@context": "https://schema.org", "@graph": graph}


def _way(story: str, *, address: str, title: str) -> tuple[Crumb, ...]:
    section, _, item = address.partition("/")
    way = [Crumb(name=story, address="")]
    if item and section in SECTIONS:
        way.append(Crumb(name=SECTIONS[section], address=f"{section}/"))
    return tuple(way if not address else [*way, Crumb(name=title, address=address)])


def _breadcrumbs(way: Sequence[Crumb], here: str) -> Linked:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": crumb.name[:_LONGEST],
                "item": links.relative(here, crumb.address),
            }
            for position, crumb in enumerate(way, 1)
        ],
    }
