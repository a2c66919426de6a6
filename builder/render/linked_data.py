"""What search engines read of a page: linked data of schema.org, for pages of every kind.

In: a page and the names of the lists above it. Out: its JSON-LD: what the page is about, and the
way to it (`BreadcrumbList`). Addresses are relative to the page; the site makes them absolute
where it knows its own. A block of data is no script: the pages' policy allows it.
"""

from collections.abc import Mapping, Sequence, Set
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


def is_list(about: Linked) -> bool:
    """Whether it lists what stands on the page, each with its anchor."""
    return about.get("@type") == "ItemList"


def linked_of_part(about: Linked, anchors: Set[str], number: int) -> Linked:
    """What a part of a page is about: of a list its own items, else on the first part all."""
    if not is_list(about):
        return about if number == 1 else {}
    items = about["itemListElement"]
    own = [one for one in items if _anchor(one) in anchors] if isinstance(items, list) else []
    return {**about, "itemListElement": own}


def _anchor(listed: Mapping[str, Mapping[str, str]]) -> str:
    return listed["item"]["url"].removeprefix("#")


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
