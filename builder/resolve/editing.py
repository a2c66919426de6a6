"""The maintainer's word on who is whom, carried out on groups: same, different, drop.

A decision names people and things as their pages do: by name, by another spelling seen, or by id.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from slugify import slugify

from builder import naming
from builder.overrides import Decisions, Different, Drop, Same
from builder.resolve.mentions import Group, Mention, OpenMention

IdOf = Callable[[Sequence[Group]], dict[str, Group]]


class Edition:
    """Groups and open mentions while decisions change them."""

    def __init__(
        self,
        groups: Sequence[Group],
        open_: Sequence[OpenMention],
        decisions: Decisions,
        ids: IdOf,
    ) -> None:
        """Take what the machine found; `ids` tells under which ids it would be published."""
        self.groups = list(groups)
        self.open = list(open_)
        self._decisions = decisions
        asked = bool(decisions.of(Same) or decisions.of(Different))
        self._ids = ids(groups) if asked else {}
        self._names = _by_name(groups) if asked or decisions.of(Drop) else {}

    def decide(self) -> None:
        """Drop, then part, then join: a name that was parted can be joined elsewhere."""
        for drop in self._decisions.of(Drop):
            if self._drop(drop.drop):
                self._decisions.matched(drop)
        for different in self._decisions.of(Different):
            if self._part(different.different):
                self._decisions.matched(different)
        for same in self._decisions.of(Same):
            if self._join(same.same):
                self._decisions.matched(same)
        self.groups = [group for group in self.groups if group.mentions]
        kept = {id(group) for group in self.groups}
        self.open = [
            OpenMention(mention=one.mention, candidates=fits)
            for one in self.open
            if (fits := tuple(group for group in one.candidates if id(group) in kept))
        ]

    def _drop(self, name: str) -> bool:
        dropped = False
        for group in self._meant(name):
            if _is_called(group, name):
                group.mentions.clear()
                dropped = True
        return dropped

    def _part(self, names: Sequence[str]) -> bool:
        """Mentions of every name after the first leave the group that the first stays in."""
        found = [self._meant(name) for name in names]
        if not all(found):
            return False
        for number, name in enumerate(names[1:], start=1):
            for group in found[number]:
                if any(group in others for others in found[:number]):
                    self._leave(group, name)
        return True

    def _leave(self, group: Group, name: str) -> None:
        key = _key(name)
        leaving = [mention for mention in group.mentions if _key(mention.passage.text) == key]
        if leaving and len(leaving) < len(group.mentions):
            group.mentions[:] = [m for m in group.mentions if _key(m.passage.text) != key]
            parted = Group(kind=group.kind, mentions=leaving)
            self.groups.append(parted)
            self._names[key] = [parted]

    def _join(self, names: Sequence[str]) -> bool:
        found = [self._meant(name) for name in names]
        opened = [self._open_as(name) for name in names]
        if not found[0] or not all(a or b for a, b in zip(found[1:], opened[1:], strict=True)):
            return False
        first = found[0][0]
        for group in (group for groups in found for group in groups):
            if group is not first:
                first.mentions.extend(group.mentions)
                group.mentions = []
                group.kind = first.kind
        for one in (one for ones in opened for one in ones):
            first.mentions.append(one.mention)
            self.open.remove(one)
        for name in names:
            self._names[_key(name)] = [first]
        return True

    def _open_as(self, name: str) -> list[OpenMention]:
        return [one for one in self.open if _key(one.mention.passage.text) == _key(name)]

    def _meant(self, name: str) -> list[Group]:
        by_id = self._ids.get(name)
        if by_id is not None:
            return [by_id]
        return [group for group in self._names.get(_key(name), []) if group.mentions]


def _is_called(group: Group, name: str) -> bool:
    """Whether the name is more than a short form that the group shares with others."""
    key = _key(name)
    longest = max((len(_key(m.passage.text).split("-")) for m in group.mentions), default=0)
    return len(key.split("-")) == longest or len(key.split("-")) > 1


def _by_name(groups: Sequence[Group]) -> dict[str, list[Group]]:
    table: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for key in dict.fromkeys(_key(mention.passage.text) for mention in group.mentions):
            table[key].append(group)
    return table


def _key(name: str) -> str:
    return slugify(" ".join(naming.words(name)))


def called(mentions: Sequence[Mention], name: str) -> bool:
    """Whether one of the mentions is written so, marks and capitals aside."""
    return any(_key(mention.passage.text) == _key(name) for mention in mentions)
