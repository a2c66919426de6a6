"""What a group is called, the id that it is published under, and the group that an id means."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from slugify import slugify

from builder import naming
from builder.links import Section
from builder.model.entities import EntityKind
from builder.model.ids import EntityId
from builder.permalinks import SLUG_LENGTH, Candidate, Permalinks
from builder.resolve.entities.mentions import Group

ById = Callable[[str], tuple[Group, ...]]
ACRONYM = 3  # letters; longer names of places in capitals are no acronyms
SHORT = 2  # letters; "JJ" and "AL" in capitals may be initials
LONGEST_ANCHOR = 80  # characters; anchors of very long names stay readable in permalinks.json
SECTIONS: Mapping[EntityKind, Section] = {
    "person": "people", "organisation": "organisations", "place": "places",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """What a group is called: the name that is shown, and every spelling with its count."""

    name: str
    spellings: Mapping[str, int]
    """Most used first; capitals and line ends do not count."""
    apart: str = ""
    """What tells a person from another of the same full name."""


def spelled(group: Group) -> Spelled:
    """The name and the spellings of a group."""
    spellings = _spellings_of(group)
    name = _name_of(group, spellings)
    told = f"{name} ({group.apart})" if group.apart and not group.shown else name
    return Spelled(name=told, spellings=spellings, apart=group.apart)


def ids_of(
    groups: Sequence[Group], names: Sequence[Spelled], permalinks: Permalinks
) -> tuple[EntityId, ...]:
    """Ids in the order of the groups; the published ones again where a full name is the same."""
    ids: dict[int, EntityId] = {}
    for kind, section in SECTIONS.items():
        of_kind = [number for number, group in enumerate(groups) if group.kind == kind]
        given = permalinks.assign(section, [_candidate(names[number]) for number in of_kind])
        ids.update(zip(of_kind, map(EntityId, given), strict=True))
    return tuple(ids[number] for number in range(len(groups)))


def groups_by_id(groups: Sequence[Group], permalinks: Permalinks) -> ById:
    """A look-up of the groups that an id means: as last published, else as it would be now.

    An id that was given to names now in several groups means all of them.
    """
    published: dict[tuple[str, str], list[Group]] = defaultdict(list)
    fresh: dict[str, Group] = {}
    for kind, section in SECTIONS.items():
        for group in (group for group in groups if group.kind == kind):
            candidate = _candidate(spelled(group))
            for anchor in candidate.anchors:
                published[section, anchor].append(group)
            slug = slugify(candidate.words, max_length=SLUG_LENGTH, word_boundary=True)
            fresh.setdefault(slug, group)

    def meant(id_: str) -> tuple[Group, ...]:
        keys = [
            (section, anchor)
            for section in SECTIONS.values()
            for anchor in sorted(permalinks.anchors(section, id_))
        ]
        if not keys:
            return (fresh[id_],) if id_ in fresh else ()
        anywhere = [(section, anchor) for section in SECTIONS.values() for _, anchor in keys]
        found = [group for key in keys for group in published.get(key, ())]
        # what the editor made of another kind is of its first one when it is looked up
        found = found or [group for key in anywhere for group in published.get(key, ())]
        return tuple({id(group): group for group in found}.values())

    return meant


def _spellings_of(group: Group) -> dict[str, int]:
    seen: Counter[str] = Counter(" ".join(m.passage.text.split()) for m in group.mentions)
    best: dict[str, str] = {}
    for text in sorted(seen, key=lambda text: (text.isupper(), -seen[text], text)):
        best.setdefault(text.casefold(), text)
    totals: Counter[str] = Counter()
    for text, count in seen.items():
        totals[best[text.casefold()]] += count
    return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def _name_of(group: Group, spellings: Mapping[str, int]) -> str:
    """The spelling used most; for a person with a full name, the full name used most."""
    if group.shown is not None:
        return group.shown
    if group.kind == "place":
        return _place_in_small(next(iter(spellings)))
    keys = {text: naming.key(text) for text in spellings}
    full = [
        text
        for text, key in keys.items()
        if len(key) > 1 and not _is_initial(text) and not _is_part(text, key, keys.values())
    ]
    best = min(
        full,
        key=lambda text: (
            -_used(text, spellings, group.kind),
            not naming.is_given_name(text.split()[0]),
        ),
        default=min(
            spellings,
            key=lambda text: (-spellings[text], group.kind == "organisation" and text.isupper()),
        ),
    )
    return _in_small(best, spellings) if group.kind == "person" and best.isupper() else best


def _place_in_small(name: str) -> str:
    """The name of a place that only stands in capitals: "LIMA" of a dateline."""
    whole = name.isupper() and name.replace(" ", "").isalpha() and len(name) > ACRONYM
    return name.title() if whole else name


def _in_small(text: str, spellings: Mapping[str, int]) -> str:
    """A full name that only stands in capitals, as it is written elsewhere: "Ana Ruiz"."""
    known = (word for spelling in spellings for word in spelling.split() if not word.isupper())
    small = {word.casefold(): word for word in known}
    words = (small.get(word.casefold(), word) for word in text.split())
    kept = [word.title() if word.isupper() and len(word) > SHORT else word for word in words]
    return " ".join(kept) if len(kept) > 1 else text


def _used(text: str, spellings: Mapping[str, int], kind: EntityKind) -> int:
    """How often a full name stands, or its surname alone: "Ruis" speaks for one spelling."""
    if kind != "person":
        return spellings[text]
    words = naming.words(text) or (text,)
    family = words[:1] if not naming.is_given_name(words[0]) else ()  # "Kim" of "Kim Yuna"
    return spellings[text] + max(spellings.get(word, 0) for word in (*family, words[-1]))


def _candidate(names: Spelled) -> Candidate:
    spellings = names.spellings
    full = [text for text in spellings if len(naming.words(text)) > 1] or list(spellings)
    texts = [f"{text} {names.apart}" for text in full] if names.apart else full
    anchors = frozenset(slugify(text, max_length=LONGEST_ANCHOR) or text for text in texts)
    return Candidate(words=names.name, anchors=anchors)


def _is_part(text: str, key: tuple[str, ...], keys: Iterable[tuple[str, ...]]) -> bool:
    """Whether the words end a longer spelling: "al-Amin" of "Khalid al-Amin"."""
    if naming.is_given_name(text.split(maxsplit=1)[0]):
        return False  # "Ana Ruiz" of "Novelist Ana Ruiz"
    return any(len(other) > len(key) and other[-len(key) :] == key for other in keys)


def _is_initial(text: str) -> bool:
    return all(len(word.strip(".")) == 1 for word in naming.words(text)[:-1])
