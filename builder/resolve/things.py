"""Mentions to organisations and places: spellings joined, acronyms with their long forms."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from builder import knowledge, naming
from builder.model.dossier import EntityKind
from builder.model.findings import Label
from builder.resolve.mentions import Group, Mention

_LEGAL = frozenset(knowledge.entries("name_words")["legal"])
_SKIPPED = frozenset({"of", "for", "and", "the", "on", "in", "to", "at", "de", "&"})
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2
    )
} | {"twenty": "20"}
_KINDS: dict[str, EntityKind] = {"ORG": "organisation", "OUTLET": "organisation", "PLACE": "place"}
LONGEST = 12  # words; longer names are headlines that the model took in whole
ACRONYM = 3  # letters; two fit too many long forms
NEAR = 3  # characters between a long form and the bracketed acronym


def things_of(mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """Every organisation and place; names that nothing speaks for are left out."""
    mentions = sorted(mentions, key=lambda mention: mention.passage)
    long_forms = _acronyms(mentions)
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        key = thing_key(mention.passage.text)
        if key:
            forms[long_forms.get(key, key)].append(mention)
    groups = {}
    for key, found in forms.items():
        kind = _kind(found)
        if kind is not None:
            groups[key] = Group(kind=kind, mentions=found)
    return tuple(_shortened(groups))


def thing_key(name: str) -> str:
    """The key of an organisation or place: "Acme Corp." and "Acme", "Kiev" and "Kyiv" are one."""
    bare = re.sub(r"^[Tt]he\s+", "", name)
    if naming.country(bare) or naming.known_place(bare):
        return naming.place_name(bare)
    words = [naming.fold(word) for word in re.findall(r"[^\s\-‐‑,]+", bare.replace("&", "and"))]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return naming.fold("".join(words) if bare.isupper() or len(words) == 1 else " ".join(words))


def _acronyms(mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronym keys with the long form that stands before them: "Group of Seven (G7)"."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for before, mention in pairwise(mentions):
        gap = mention.passage.start - before.passage.end
        near = mention.article == before.article and 0 < gap <= NEAR
        if mention.bracketed and near and _shortens(mention.passage.text, before.passage.text):
            found[thing_key(mention.passage.text)][thing_key(before.passage.text)] += 1
    given = {
        short: min(longs, key=lambda key: (-longs[key], key)) for short, longs in found.items()
    }
    return {**_unexplained(mentions), **given}


def _unexplained(mentions: Sequence[Mention]) -> dict[str, str]:
    """Acronyms of the only long form with these initials that an article names beside them."""
    longs: dict[str, set[str]] = defaultdict(set)
    where: dict[str, set[str]] = defaultdict(set)
    shorts: dict[str, str] = {}
    for mention in mentions:
        name = mention.passage.text
        key = thing_key(name)
        where[key].add(mention.article)
        bare = re.sub(r"\W", "", name)
        if bare.isupper() and len(bare) > 1 and " " not in name:
            shorts[key] = bare.casefold()
        elif mention.label in {"ORG", None}:
            longs[_initials(name)].add(key)
    return {
        short: next(iter(longs[letters]))
        for short, letters in sorted(shorts.items())
        if len(longs.get(letters, ())) == 1
        and (len(letters) >= ACRONYM or letters[-1].isdigit())
        and where[short] & where[next(iter(longs[letters]))]
    }


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if word.casefold() not in _SKIPPED]
    return "".join(_NUMBERS.get(word.casefold(), word[0].casefold()) for word in words)


def _shortens(short: str, long: str) -> bool:
    letters = re.sub(r"[^\w]", "", short).casefold()
    initials = _initials(long)
    place = 0
    for letter in letters:
        place = initials.find(letter, place) + 1
        if not place:
            return len(letters) > 1 and letters == initials[: len(letters)]
    return len(letters) > 1


def _kind(found: Sequence[Mention]) -> EntityKind | None:
    name = found[0].passage.text
    if naming.is_body(name):
        return "organisation"
    if len(name.split()) > LONGEST or _is_word(found) or all(m.label == "OTHER" for m in found):
        return None  # "Florence" after "Hurricane Florence"
    known = naming.known_place(name)
    if known and (naming.state_of(name) or all(m.label != "ORG" for m in found)):
        return "place"
    votes = Counter(_vote(m) for m in found if m.label is not None)
    best = min(votes, key=lambda label: (-votes[label], label or ""), default=None)
    if best in {"PERSON", None} and known:
        return "place"
    first = re.match(r"\W*(\w+)", name)
    if best is None and first and naming.marks(first[1]) == "heads":
        return "organisation"  # "Group of Seven"
    return _KINDS.get(best or "")


def _is_word(found: Sequence[Mention]) -> bool:
    """Whether it is but a word, like "Numbers" in an article that also counts numbers."""
    name = found[0].passage.text
    lone = len(found[0].key) == 1 and not naming.known_body(name) and not name.isupper()
    return lone and all(mention.common for mention in found)


def _vote(mention: Mention) -> Label | None:
    """The label, but a place for a lone word after "in" that the model takes for a company."""
    lone = len(mention.key) == 1 and not mention.passage.text.isupper()
    placed = mention.located and lone and not naming.known_body(mention.passage.text)
    return "PLACE" if placed and mention.label == "ORG" else mention.label


def _shortened(groups: dict[str, Group]) -> list[Group]:
    """The name "Alba" goes to the only "Alba Institution", both named in one article."""
    longer: dict[str, list[str]] = defaultdict(list)
    for key, group in groups.items():
        first, _, rest = key.partition(" ")
        if rest and group.kind == "organisation":
            longer[first].append(key)
    kept = dict(groups)
    for key, group in groups.items():
        national = _of_nation(key, group, groups)
        if national is not None:
            groups[national].mentions.extend(group.mentions)
            del kept[key]
            continue
        fits = longer.get(key, []) if group.kind == "organisation" else []
        if len(fits) == 1 and _meet(group, groups[fits[0]]):
            groups[fits[0]].mentions.extend(group.mentions)
            del kept[key]
    return [group for group in kept.values() if not _is_generic(group)]


def _is_generic(group: Group) -> bool:
    return all(naming.is_generic(mention.passage.text) for mention in group.mentions)


def _of_nation(key: str, group: Group, groups: dict[str, Group]) -> str | None:
    """The key of the "Security Council" of the story for a "Ruritanian Security Council"."""
    first, _, rest = group.mentions[0].passage.text.partition(" ")
    bare = thing_key(rest)
    fits = bare != key and bare in groups and naming.is_demonym(first)
    return (
        bare
        if fits and " " in bare and groups[bare].kind == group.kind == "organisation"
        else None
    )


def _meet(one: Group, other: Group) -> bool:
    return bool({m.article for m in one.mentions} & {m.article for m in other.mentions})
