"""The maintainer's word on who is whom, carried out on groups: same, different, drop.

A decision names people and things as their pages do: by name, by another spelling seen, or by id.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from slugify import slugify

from builder import naming
from builder.model.why import Why
from builder.overrides import Decisions, Different, Drop, Kind, Same
from builder.permalinks import Permalinks
from builder.resolve.entities.canonical import ById, groups_by_id, spelled
from builder.resolve.entities.mentions import Group, Mention, OpenMention

BY_EDITOR = "the editor's decision"


class Edition:
    """Groups and open mentions while decisions change them."""

    def __init__(
        self,
        groups: Sequence[Group],
        open_: Sequence[OpenMention],
        decisions: Decisions,
        permalinks: Permalinks,
    ) -> None:
        """Take what the machine found, and the ids as last published."""
        self._groups = list(groups)
        self._open = list(open_)
        self._decisions = decisions
        self._permalinks = permalinks
        self._heirs: dict[int, Group] = {}
        """By the identity of a group that was joined with another one: that one."""

    def decide(self) -> None:
        """Drop, then part, then join: a name that was parted can be joined elsewhere.

        What a name stands for comes last, so that it holds for all that is joined.
        """
        for drop in self._decisions.of(Drop):
            if self._drop(drop.drop):
                self._decisions.matched(drop)
        for different in self._decisions.of(Different):
            if self._part(different.different):
                self._decisions.matched(different)
        for same in self._decisions.of(Same):
            if self._join(same.same):
                self._decisions.matched(same)
        for kind in self._decisions.of(Kind):
            if self._turn(kind):
                self._decisions.matched(kind)

    def meant(self, name: str) -> list[Group]:
        """The groups that a name, another spelling seen or an id means."""
        names, by_id = self._names, self._by_id  # both are made before anything has changed
        found = names.get(_key(name)) or by_id(name)
        return [group for group in found if group.mentions]

    def standing(self, name: str) -> list[Group]:
        """The groups that the name means after all that was joined and parted."""
        found = self._names.get(_key(name)) or self._by_id(name)
        heirs = {id(heir): heir for heir in map(self._heir, found)}
        return [group for group in heirs.values() if group.mentions]

    def in_article(self, article: str) -> list[Mention]:
        """All mentions of the article, those left open too, in reading order."""
        all_ = [mention for group in self._groups for mention in group.mentions]
        all_ += [one.mention for one in self._open]
        own = (mention for mention in all_ if mention.article.lower() == article.lower())
        return sorted(own, key=lambda mention: mention.passage)

    def give(self, mention: Mention, to: Group | None) -> None:
        """Make the mention, wherever it was, that group's and no other's; or nobody's."""
        for group in self._groups:
            group.mentions[:] = [one for one in group.mentions if one is not mention]
        self._open[:] = [one for one in self._open if one.mention is not mention]
        if to is not None:
            if to.mentions:
                first = to.mentions[0].passage
                to.why.append(Why(one=first, other=mention.passage, rule=BY_EDITOR))
            to.mentions.append(mention)

    def _heir(self, group: Group) -> Group:
        while id(group) in self._heirs:
            group = self._heirs[id(group)]
        return group

    def left(self) -> tuple[tuple[Group, ...], tuple[OpenMention, ...]]:
        """The groups that still have mentions, and what is open between them."""
        groups = tuple(group for group in self._groups if group.mentions)
        kept = {id(group) for group in groups}
        open_ = (
            OpenMention(mention=one.mention, candidates=fits)
            for one in self._open
            if (fits := tuple(group for group in one.candidates if id(group) in kept))
        )
        return groups, tuple(open_)

    @cached_property
    def _names(self) -> dict[str, list[Group]]:
        return _by_name(self._groups)

    @cached_property
    def _by_id(self) -> ById:
        return groups_by_id(self._groups, self._permalinks)

    def _drop(self, name: str) -> bool:
        dropped = False
        for group in self.meant(name):
            if _is_called(group, name):
                group.mentions.clear()
                dropped = True
        return dropped

    def _turn(self, kind: Kind) -> bool:
        """Make what is called so something of the kind, or nothing of the story."""
        if kind.to == "nothing":
            return self._drop(kind.kind)
        turned = [group for group in self.meant(kind.kind) if _is_called(group, kind.kind)]
        for group in turned:
            group.kind = kind.to
        return bool(turned)

    def _part(self, names: Sequence[str]) -> bool:
        """Mentions of every name after the first leave the group that the first stays in."""
        found = [self.meant(name) for name in names]
        if not all(found):
            return False
        for number, name in enumerate(names[1:], start=1):
            for group in found[number]:
                if any(group in others for others in found[:number]):
                    self._leave(group, name)
        return True

    def _leave(self, group: Group, name: str) -> None:
        """The mentions of that name become a group; bare names go with them, or stay open."""
        key = _key(name)
        leaving = [mention for mention in group.mentions if _key(mention.passage.text) == key]
        if not leaving or len(leaving) == len(group.mentions):
            return
        group.mentions[:] = [m for m in group.mentions if _key(m.passage.text) != key]
        parted = Group(kind=group.kind, mentions=leaving)
        self._groups.append(parted)
        self._names[key] = [parted]
        if group.kind == "person":
            self._share(group, parted)

    def _share(self, group: Group, parted: Group) -> None:
        """Each bare name that both may bear goes to whom its article names in full."""
        shared = {word for m in parted.mentions if len(m.key) > 1 for word in m.key}
        bare = [m for m in group.mentions if len(m.key) == 1 and m.key[0] in shared]
        stay = {m.article for m in group.mentions if len(m.key) > 1}
        leave = {m.article for m in parted.mentions}
        for mention in bare:
            here, there = mention.article in stay, mention.article in leave
            if here == there:
                both = OpenMention(mention=mention, candidates=(group, parted))
                self._open.append(both)
            if there and not here:
                parted.mentions.append(mention)
        gone = {id(m) for m in bare if m.article in leave or m.article not in stay}
        group.mentions[:] = [m for m in group.mentions if id(m) not in gone]

    def _join(self, names: Sequence[str]) -> bool:
        found = [self.meant(name) for name in names]
        opened = [self._open_as(name) for name in names]
        if not found[0] or not all(a or b for a, b in zip(found[1:], opened[1:], strict=True)):
            return False
        first = found[0][0]
        first.shown = _shown(first, names[0])
        for group in (group for groups in found for group in groups):
            if group is not first:
                self._heirs[id(group)] = first
                first.take(group, BY_EDITOR)
                group.kind = first.kind
        for one in (one for ones in opened for one in ones):
            first.mentions.append(one.mention)
            self._open.remove(one)
        for name in names:
            self._names[_key(name)] = [first]
        return True

    def _open_as(self, name: str) -> list[OpenMention]:
        return [one for one in self._open if _key(one.mention.passage.text) == _key(name)]


def _shown(group: Group, name: str) -> str:
    """The name as the maintainer writes it, but the group's own where that is an id."""
    written = any(" ".join(m.passage.text.split()) == name for m in group.mentions)
    own = spelled(group).name
    return name if written or name != slugify(name) else own


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


@lru_cache(maxsize=naming.REMEMBERED)
def _key(name: str) -> str:
    return slugify(" ".join(naming.words(name)))


def called(mentions: Sequence[Mention], name: str) -> bool:
    """Whether one of the mentions is written so, marks and capitals aside."""
    return any(_key(mention.passage.text) == _key(name) for mention in mentions)
