"""The editor's word on what is one: groups found by the machine in, groups as decided out.

A decision names a group by its id. Which group that is now, its anchors tell: those that the id
had when it was last published, else those that it would get now.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

from builder.model.article import Passage
from builder.model.why import Why
from builder.overrides import Decisions, Regroup, subjects_of
from builder.permalinks import Candidate, Permalinks

Item = TypeVar("Item")
_COVERED = 0.5  # of a group's anchors that a joined one must have stood for
_RULE = "the editor's decision"
_PARTS = {"utterances": "the quote", "events": "the article"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped(Generic[Item]):
    """Items that are one, and what joined them."""

    items: tuple[Item, ...]
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouping(Generic[Item]):
    """How items of a kind are told apart."""

    kind: str
    """The kind of id that their groups have: `utterances`, `events`."""
    candidate: Callable[[Sequence[Item]], Candidate]
    passage: Callable[[Item], Passage]
    part: Callable[[Item], str]
    """What a `split` names an item by: its quote, its article."""

    def decided(
        self,
        groups: Iterable[Grouped[Item]],
        wanted: Sequence[Regroup],
        decisions: Decisions,
        permalinks: Permalinks,
    ) -> list[Grouped[Item]]:
        """The groups as the decisions want them, in the order in which they came."""
        found = list(groups)
        if not wanted:
            return found
        book = _Book(self, found, permalinks)
        for decision in wanted:
            lacking = book.lacking(decision)
            if lacking:
                decisions.refused(decision, f"names {lacking}.", todo="Write the id as shown.")
            elif book.carry_out(decision):
                decisions.matched(decision)
        return book.groups


class _Book(Generic[Item]):
    """The groups while decisions change them."""

    def __init__(
        self, rules: Regrouping[Item], groups: list[Grouped[Item]], permalinks: Permalinks
    ) -> None:
        self.groups = groups
        self._rules = rules
        self._permalinks = permalinks
        candidates = [rules.candidate(group.items) for group in groups]
        # a decision may speak of an id that was shown, and was never published
        shown = (Permalinks(), deepcopy(permalinks))
        self._now = {
            id_: one.anchors
            for links in shown
            for id_, one in zip(links.assign(rules.kind, candidates), candidates, strict=True)
        }

    def lacking(self, decision: Regroup) -> str:
        """What the decision wants to join or to part that is not there, in words."""
        found = self._of(subjects_of(decision)[0])
        if found is None:
            return ""  # the decision itself matches nothing
        gone = (id_ for id_ in decision.merge if self._of(id_) is None)
        own = {self._rules.part(item).lower() for item in found.items}
        strangers = (part for part in decision.split if part.lower() not in own)
        part = _PARTS[self._rules.kind]
        missing = [*(f"{id_}, which is not there" for id_ in gone)]
        missing += (f"{part} {one}, which does not belong to it" for one in strangers)
        return missing[0] if missing else ""

    def carry_out(self, decision: Regroup) -> bool:
        """Join, then part; false where the decision matches nothing."""
        found = self._of(subjects_of(decision)[0])
        if found is None:
            return False
        for other in self._merged(found, decision):
            found = self._joined(found, other)
        if decision.split:
            self._part(found, {part.lower() for part in decision.split})
        return True

    def _merged(self, found: Grouped[Item], decision: Regroup) -> list[Grouped[Item]]:
        """The groups that are one with it: once published, its id stands for their anchors too."""
        ids = (*subjects_of(decision), *decision.merge) if decision.merge else ()
        anchors = frozenset[str]().union(*map(self._anchors, ids))
        meant = [self._of(id_) for id_ in ids]
        return [
            group
            for group in self.groups
            if group is not found
            and (any(group is one for one in meant) or self._shared(group, anchors) > _COVERED)
        ]

    def _anchors(self, id_: str) -> frozenset[str]:
        published = self._permalinks.anchors(self._rules.kind, id_)
        return published or self._now.get(id_, frozenset())

    def _of(self, id_: str) -> Grouped[Item] | None:
        """The group that has most of the anchors that the id stands for."""
        anchors = self._anchors(id_)

        def held(group: Grouped[Item]) -> int:
            return len(self._rules.candidate(group.items).anchors & anchors)

        best = max(self.groups, key=held, default=None)
        return best if best is not None and held(best) else None

    def _shared(self, group: Grouped[Item], anchors: frozenset[str]) -> float:
        """How many of the group's anchors are among these: 0 to 1."""
        own = self._rules.candidate(group.items).anchors
        return len(own & anchors) / len(own)

    def _joined(self, one: Grouped[Item], other: Grouped[Item]) -> Grouped[Item]:
        ends = (self._rules.passage(group.items[0]) for group in (one, other))
        why = Why(one=next(ends), other=next(ends), rule=_RULE)
        items = sorted((*one.items, *other.items), key=self._rules.passage)
        joined = Grouped(items=tuple(items), why=(*one.why, *other.why, why))
        self._replace(one, [joined])
        self._replace(other, [])
        return joined

    def _part(self, found: Grouped[Item], parts: set[str]) -> None:
        away = [item for item in found.items if self._rules.part(item).lower() in parts]
        rest = [item for item in found.items if self._rules.part(item).lower() not in parts]
        if rest:
            self._replace(found, [self._kept(found, items) for items in (rest, away)])

    def _replace(self, found: Grouped[Item], by: Sequence[Grouped[Item]]) -> None:
        at = next(number for number, group in enumerate(self.groups) if group is found)
        self.groups[at : at + 1] = by

    def _kept(self, found: Grouped[Item], items: Sequence[Item]) -> Grouped[Item]:
        places = set(map(self._rules.passage, items))
        why = (each for each in found.why if {each.one, each.other} <= places)
        return Grouped(items=tuple(items), why=tuple(why))
