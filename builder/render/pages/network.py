"""Who spoke to, met or answered whom: a table, and a drawing where there is enough to draw.

Arrows tell who did it to whom; a meeting has none. Where the relations are few, or join nobody
to a third, sentences tell more than a drawing: then there is none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.dossier import Relation
from builder.model.ids import EntityId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.ellipse import Ellipse, Place, path_between, place_of
from builder.render.parts.filters import Option
from builder.render.phrases import counted, shortened

ADDRESS = "network/"
MOST_NODES = 36  # more names would overlap on the circle; the table has all
MOST_EDGES = 200  # lines between them; more are no drawing but a blot
_LEAST_GROUP = 3  # names; a pair tied to nobody else is read at once in the table
_LEAST_TIES = 4  # pairs; fewer are read at once in the table
_LEAST_DOWN, _MOST_DOWN, _DOWN_EACH = 110, 230, 14  # half the height of the drawing
_MANY = 16  # names; more are set small, and only in the table on a phone
_LONGEST_NAME = 24
_LONGEST_TITLE = 160  # characters of what a line says
_Pairs = Mapping[tuple[EntityId, EntityId], Sequence[Relation]]


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
    css: str
    """`of` where one only spoke of the other."""
    arrows: tuple[str, ...]
    """At which ends an arrow stands: `start`, `end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A relation in the table."""

    source: Link
    kind: str
    mark: str
    """The kind as the filter asks for it."""
    target: Link
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The page."""

    summary: str
    words: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    """Pairs of the names shown that have no line: others are told of more often."""
    height: int
    kinds: tuple[Option, ...]
    rows: tuple[Row, ...]
    css: str


def network_page(story: DossierIndex) -> Page:
    """All relations, the drawing limited to those with most."""
    here = PageLinks(story=story, address=ADDRESS)
    relations = story.dossier.relations
    order = _around(_drawn(relations))
    ellipse = Ellipse(down=min(max(_DOWN_EACH * len(order), _LEAST_DOWN), _MOST_DOWN))
    places = {id_: place_of(at, len(order)) for at, id_ in enumerate(order)}
    pairs = _pairs(relations, places)
    shown = dict(sorted(pairs.items(), key=lambda pair: (-_told(pair[1]), pair[0]))[:MOST_EDGES])
    everyone = {end for relation in relations for end in (relation.source, relation.target)}
    summary = f"{counted(len(relations), 'relation')} between {counted(len(everyone), 'name')}."
    if not relations:
        summary = "No article tells of a meeting or a conversation."
    view = NetworkView(
        summary=summary,
        words=f"{summary} The table says the same.",
        nodes=tuple(
            _node(id_, places[id_], ellipse, here, raised=len(order) > _MANY) for id_ in order
        ),
        edges=tuple(_edges(shown, places, ellipse, here)),
        left_out=len(pairs) - len(shown),
        height=ellipse.height,
        kinds=_kinds(relations),
        rows=tuple(_row(relation, here) for relation in relations),
        css="network many" if len(order) > _MANY else "network",
    )
    return Page(
        address=ADDRESS, kind="list", title="Who spoke to whom", template="network", view=view,
        description=f"Who met, spoke to and answered whom: {summary}",
    )  # fmt: skip


def _drawn(relations: Sequence[Relation]) -> list[Relation]:
    """Those among three or more names, where they are enough to draw; else none."""
    groups: dict[EntityId, set[EntityId]] = {}
    for relation in relations:
        joined = set().union(
            *(groups.get(end, {end}) for end in (relation.source, relation.target))
        )
        groups.update(dict.fromkeys(joined, joined))
    found = [one for one in relations if len(groups[one.source]) >= _LEAST_GROUP]
    pairs = {frozenset((relation.source, relation.target)) for relation in found}
    return found if len(pairs) >= _LEAST_TIES else []


def _kinds(relations: Iterable[Relation]) -> tuple[Option, ...]:
    """The kinds of relations for the filter; none where there is one kind."""
    times = Counter(relation.kind for relation in relations)
    if len(times) == 1:
        return ()
    return tuple(
        Option(value=_mark(kind), text=f"{kind} ({times[kind]})") for kind in sorted(times)
    )


def _mark(kind: str) -> str:
    return kind.replace(" ", "-")


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


def _node(id_: EntityId, place: Place, ellipse: Ellipse, here: PageLinks, *, raised: bool) -> Node:
    """A name on the ellipse; among many, one above or below stands clear of its neighbours."""
    link = here.entity(id_)
    cos, sin = place
    said = len(here.story.said_by.get(id_, ()))
    radius = 7 + min(said, 12)
    beside = abs(cos) > 0.05  # noqa: PLR2004 - straight above or below: the name stands centred
    x, y = ellipse.at(place)
    text_x = x + (radius + 8) * cos
    text_y = y + (radius + (30 if raised and not beside else 14)) * sin
    return Node(
        name=shortened(link.text, _LONGEST_NAME),
        url=link.url,
        x=round(x),
        y=round(y),
        radius=radius,
        text_x=round(text_x),
        text_y=round(text_y) + 5,
        text_anchor=("start" if cos > 0 else "end") if beside else "middle",
    )


def _pairs(relations: Iterable[Relation], places: Mapping[EntityId, Place]) -> _Pairs:
    """The relations of each two who stand on the circle."""
    pairs: dict[tuple[EntityId, EntityId], list[Relation]] = defaultdict(list)
    for relation in relations:
        first, second = sorted((relation.source, relation.target))
        if first in places and second in places:
            pairs[first, second].append(relation)
    return pairs


def _told(relations: Iterable[Relation]) -> int:
    return sum(len(relation.passages) for relation in relations)


def _edges(
    pairs: _Pairs, places: Mapping[EntityId, Place], ellipse: Ellipse, here: PageLinks
) -> Iterable[Edge]:
    for (first, second), both in sorted(pairs.items()):
        told = _told(both)
        directed = [relation.target for relation in both if relation.kind != "met"]
        yield Edge(
            path=path_between(places[first], places[second], ellipse),
            width=min(1 + told, 4),
            title=shortened(
                "; ".join(
                    f"{here.entity(each.source).text} {each.kind} {here.entity(each.target).text}"
                    for each in both
                ),
                _LONGEST_TITLE,
            ),
            css="of" if all(relation.kind == "spoke of" for relation in both) else "",
            arrows=("start",) * (first in directed) + ("end",) * (second in directed),
        )


def _row(relation: Relation, here: PageLinks) -> Row:
    return Row(
        source=here.entity(relation.source),
        kind=relation.kind,
        mark=_mark(relation.kind),
        target=here.entity(relation.target),
        sources=here.proofs(relation.passages),
    )
