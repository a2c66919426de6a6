"""Who spoke to, met or answered whom: a drawing with links, and a table saying the same."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.dossier import Relation
from builder.model.ids import EntityId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.phrases import counted, shortened

ADDRESS = "network/"
MOST_NODES = 36  # more names would overlap on the circle; the table has all
_WIDTH, _HEIGHT, _RADIUS = 800, 640, 230
_MANY = 16  # names; more are set small, and only in the table on a phone
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Someone on the circle."""

    name: str
    url: Markup | None
    x: int
    y: int
    radius: int
    text_x: int
    text_y: int
    text_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line between two, bent towards the middle."""

    path: str
    width: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A relation in the table."""

    source: Link
    kind: str
    target: Link
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The page."""

    summary: str
    words: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rows: tuple[Row, ...]
    css: str


def network_page(story: DossierIndex) -> Page:
    """All relations, the drawing limited to those with most."""
    here = PageLinks(story=story, address=ADDRESS)
    relations = story.dossier.relations
    order = _around(relations)
    places = {id_: _place(at, len(order)) for at, id_ in enumerate(order)}
    everyone = {end for relation in relations for end in (relation.source, relation.target)}
    summary = f"{counted(len(relations), 'relation')} between {counted(len(everyone), 'name')}."
    if not relations:
        summary = "No article tells of a meeting or a conversation."
    view = NetworkView(
        summary=summary,
        words=f"{summary} The table below says the same.",
        nodes=tuple(_node(id_, places[id_], here, raised=len(order) > _MANY) for id_ in order),
        edges=tuple(_edges(relations, places, here)),
        rows=tuple(_row(relation, here) for relation in relations),
        css="network many" if len(order) > _MANY else "network",
    )
    return Page(
        address=ADDRESS, kind="list", title="Who spoke to whom", template="network", view=view,
        description=f"Who met, spoke to and answered whom: {summary}",
    )  # fmt: skip


def _around(relations: Iterable[Relation]) -> list[EntityId]:
    """The names in the order they stand on the circle: each near those it is tied to."""
    ties: dict[EntityId, set[EntityId]] = defaultdict(set)
    for relation in relations:
        ties[relation.source].add(relation.target)
        ties[relation.target].add(relation.source)
    ranked = sorted(ties, key=lambda id_: (-len(ties[id_]), id_))[:MOST_NODES]
    shown = set(ranked)
    order: dict[EntityId, None] = {}
    for first in ranked:
        waiting = [first]
        while waiting:
            id_ = waiting.pop(0)
            if id_ not in order:
                order[id_] = None
                waiting += sorted(ties[id_] & shown)
    return list(order)


def _place(at: int, of: int) -> tuple[float, float]:
    angle = 2 * math.pi * at / of - math.pi / 2
    return math.cos(angle), math.sin(angle)


def _node(id_: EntityId, place: tuple[float, float], here: PageLinks, *, raised: bool) -> Node:
    """A name on the circle; among many, one above or below stands clear of its neighbours."""
    link = here.entity(id_)
    cos, sin = place
    said = len(here.story.said_by.get(id_, ()))
    radius = 7 + min(said, 12)
    beside = abs(cos) > 0.05  # noqa: PLR2004 - straight above or below: the name stands centred
    return Node(
        name=shortened(link.text, _LONGEST_NAME),
        url=link.url,
        x=round(_WIDTH / 2 + _RADIUS * cos),
        y=round(_HEIGHT / 2 + _RADIUS * sin),
        radius=radius,
        text_x=round(_WIDTH / 2 + (_RADIUS + radius + 8) * cos),
        text_y=round(
            _HEIGHT / 2 + (_RADIUS + radius + (30 if raised and not beside else 14)) * sin
        )
        + 5,
        text_anchor=("start" if cos > 0 else "end") if beside else "middle",
    )


def _edges(
    relations: Sequence[Relation], places: dict[EntityId, tuple[float, float]], here: PageLinks
) -> Iterable[Edge]:
    pairs: dict[tuple[EntityId, EntityId], list[Relation]] = defaultdict(list)
    for relation in relations:
        first, second = sorted((relation.source, relation.target))
        if first in places and second in places:
            pairs[first, second].append(relation)
    for (first, second), both in sorted(pairs.items()):
        names = f"{here.entity(first).text} and {here.entity(second).text}"
        kinds = ", ".join(sorted({relation.kind for relation in both}))
        told = sum(len(relation.passages) for relation in both)
        yield Edge(
            path=_path(places[first], places[second]),
            width=min(1 + told, 5),
            title=f"{names}: {kinds}",
        )


def _path(start: tuple[float, float], end: tuple[float, float]) -> str:
    points = [
        (round(_WIDTH / 2 + _RADIUS * x), round(_HEIGHT / 2 + _RADIUS * y))
        for x, y in (start, end)
    ]
    (from_x, from_y), (to_x, to_y) = points
    bend_x = round((from_x + to_x) / 4 + _WIDTH / 4)
    bend_y = round((from_y + to_y) / 4 + _HEIGHT / 4)
    return f"M{from_x} {from_y} Q{bend_x} {bend_y} {to_x} {to_y}"


def _row(relation: Relation, here: PageLinks) -> Row:
    return Row(
        source=here.entity(relation.source),
        kind=relation.kind,
        target=here.entity(relation.target),
        sources=here.proofs(relation.passages),
    )
