"""Names of two words and more, grouped into people: the frame that short names are hung into."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder import naming
from builder.resolve.mentions import Mention

MARKED = 0.2  # of its mentions beside "film" and the like; a film title stood at .23 (ECB+ dev)
LONGEST_NAME = 6  # words; longer runs name institutions, laws, films
_INITIALS = re.compile(r"(?!U\.|S\.A\.)(?:[A-Z]\.){1,3}")
_LOWER = frozenset({"of", "for", "and", "the", "on", "in", "to", "at", "&"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FullName:
    """One person's mentions by full name, and the words that may stand for the person alone."""

    mentions: tuple[Mention, ...]
    surnames: frozenset[str]
    givens: frozenset[str]
    keys: frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling key with all its mentions."""

    key: tuple[str, ...]
    generation: str | None
    mentions: tuple[Mention, ...]


def full_names(mentions: Sequence[Mention]) -> tuple[tuple[FullName, ...], tuple[Mention, ...]]:
    """People by their full names, and the mentions left: single words, initials, things."""
    forms, short = _forms(mentions)
    forms, short = _supported(forms, short)
    parents = _Sets(len(forms))
    for same in (_reordered, _same_ends, _nicknamed, _partial):
        for one, other in same(forms):
            parents.join(one, other)
    lone = Counter(
        m.key[0] for m in short if len(m.key) == 1 and (m.titled or m.label == "PERSON")
    )
    groups: dict[int, list[_Form]] = defaultdict(list)
    for number, form in enumerate(forms):
        groups[parents.root(number)].append(form)
    return tuple(_full_name(group, lone) for group in groups.values()), short


def _forms(mentions: Sequence[Mention]) -> tuple[list[_Form], tuple[Mention, ...]]:
    found: dict[tuple[tuple[str, ...], str | None], list[Mention]] = defaultdict(list)
    short: list[Mention] = []
    for mention in mentions:
        if 2 <= len(mention.key) <= LONGEST_NAME and not _initials_only(mention.key):  # noqa: PLR2004
            found[mention.key, naming.generation(mention.passage.text)].append(mention)
        else:
            short.append(mention)
    forms: list[_Form] = []
    addressed = {m.key[0] for m in short if len(m.key) == 1 and m.honorific}
    for (key, generation), group in found.items():
        if is_person(group, addressed=key[-1] in addressed):
            forms.append(_Form(key, generation, tuple(group)))
        else:
            short.extend(group)
    return forms, tuple(sorted(short, key=lambda mention: mention.passage))


def _initials_only(key: tuple[str, ...]) -> bool:
    return all(len(word) == 1 for word in key[:-1])


def is_person(group: Sequence[Mention], *, addressed: bool = False) -> bool:
    """Whether the mentions of one name of several words speak for a person.

    `addressed` says that the story has a "Mr" or "Mrs" of its last word.
    """
    name = group[0].passage.text
    words = name.split()
    score = 2.0 if addressed else 0.0
    for mention in group:
        score += 3.0 if mention.honorific else 2.0 if mention.role else 0.0
        score -= 1.5 * (mention.located + mention.articled + mention.marked)
    labels = sum({"PERSON": 1.0, None: 0.0, "OUTLET": -3.0}.get(m.label, -1.0) for m in group)
    given = naming.is_given_name(words[0].split("-")[0]) or bool(_INITIALS.fullmatch(words[0]))
    titled = any(mention.titled for mention in group)
    score += max(labels, -1.0) if given else labels  # of "Mo Ruiz" it repeats one mistake
    if not given:  # the model alone: "Catching Fire" where the article also has "fire"
        score -= sum(1.5 * m.common + 0.5 * (m.label is None) for m in group if not m.titled)
    score += 1.5 if given else 0.0
    score -= 2.0 if naming.marks(words[-1]) and not any(m.honorific for m in group) else 0.0
    score -= 3.0 if naming.known_place(name) else 0.0
    score -= 3.0 if naming.known_body(name) else 0.0  # "Morgan Stanley"
    # "Ulsan Hyundai" is a team more often than a player
    given = given or naming.is_given_name(words[-1])  # but "Paterson Joseph" is a man
    score -= 3.0 if naming.known_place(words[0]) and not given and not titled else 0.0
    score -= 3.0 if _LOWER.intersection(words) or words[-1].casefold() in naming.PARTICLES else 0.0
    return score > 0


def _supported(
    forms: list[_Form], short: tuple[Mention, ...]
) -> tuple[list[_Form], tuple[Mention, ...]]:
    """Without names that the model alone takes for a person while their last word is a thing's.

    "Buys Acme" in a headline is no person if "Acme" is a company in the story.
    """
    votes: Counter[str] = Counter()
    for mention in short:
        if len(mention.key) == 1 and mention.label is not None:
            person = mention.label == "PERSON" or mention.titled
            thing = not person or mention.articled or mention.located
            votes[mention.key[0]] += -1 if thing else 1
    kept, left = [], list(short)
    for form in forms:
        titled = sum(mention.titled - mention.marked for mention in form.mentions)
        sure = titled > 0 or naming.is_given_name(form.mentions[0].passage.text.split()[0])
        marked = sum(mention.marked - mention.subject for mention in form.mentions)
        thing = marked >= MARKED * len(form.mentions) and marked > 0
        if sure or (votes[form.key[-1]] >= 0 and not thing):
            kept.append(form)
        else:
            left.extend(form.mentions)
    return kept, tuple(sorted(left, key=lambda mention: mention.passage))


def _reordered(forms: Sequence[_Form]) -> Iterator[tuple[int, int]]:
    """As in "Li Qiang" and "Qiang Li"; "Jean-Paul" and "Jean Paul" are one form already."""
    yield from _chains((tuple(sorted(form.key)), form.generation) for form in forms)


def _same_ends(forms: Sequence[_Form]) -> Iterator[tuple[int, int]]:
    """Same given name and surname, and middle names that agree."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        blocks[form.key[0], form.key[-1]].append(number)
    for block in blocks.values():
        yield from _by_generation(forms, block)


def _by_generation(forms: Sequence[_Form], block: list[int]) -> Iterator[tuple[int, int]]:
    """Father and son stay apart; a name without "Jr" or "Sr" goes to whom the story names most."""
    count: Counter[str] = Counter()
    for number in block:
        count[forms[number].generation or ""] += len(forms[number].mentions)
    named = sorted((g for g in count if g), key=lambda g: (-count[g], g))
    main = named[0] if named else ""
    for generation in named or [""]:
        apart = {generation} if generation != main else {generation, ""}
        same = [n for n in block if (forms[n].generation or "") in apart]
        yield from _by_middle(forms, same)


def _by_middle(forms: Sequence[_Form], block: list[int]) -> Iterator[tuple[int, int]]:
    middles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in block:
        middles[tuple(word[:1] for word in forms[number].key[1:-1])].append(number)
    for same in middles.values():
        full = {forms[n].key for n in same if any(len(w) > 1 for w in forms[n].key[1:-1])}
        if len(full) < 2:  # noqa: PLR2004 - two different middle names part two people
            yield from ((same[0], number) for number in same[1:])
    if len(middles) == 2 and () in middles:  # noqa: PLR2004 - none, and one other
        yield tuple(same[0] for same in middles.values())  # type: ignore[misc]


def _nicknamed(forms: Sequence[_Form]) -> Iterator[tuple[int, int]]:
    """As in "Bob Ruiz" and "Robert Ruiz", unless "Bob" could be two of the block."""
    rows: dict[tuple[str, int], dict[str, int]] = defaultdict(dict)
    for number, form in enumerate(forms):
        for row in naming.nickname_rows(form.key[0]):
            rows[form.key[-1], row].setdefault(form.key[0], number)
    several = Counter(
        (surname, given)
        for (surname, _), givens in rows.items()
        for given in givens
        if len(givens) > 1
    )
    for (surname, _), givens in rows.items():
        if any(several[surname, given] > 1 for given in givens):
            continue
        numbers = list(givens.values())
        for number in numbers[1:]:
            if forms[numbers[0]].generation == forms[number].generation:
                yield numbers[0], number


def _partial(forms: Sequence[_Form]) -> Iterator[tuple[int, int]]:
    """As in "García Márquez" inside "Gabriel García Márquez", where it is inside no other name."""
    longer: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if len(form.key) > 2:  # noqa: PLR2004
            longer[form.key[0]].append(number)
            longer[form.key[-1]].append(number)
    for number, form in enumerate(forms):
        near = {*longer.get(form.key[0], ()), *longer.get(form.key[-1], ())} - {number}
        fits = [n for n in near if len(forms[n].key) > len(form.key) and _within(form, forms[n])]
        described = [n for n in fits if _is_description(form, forms[n])]
        for fit in described:
            yield number, fit
        others = [n for n in fits if n not in described]
        if len({tuple(word[0] for word in forms[n].key) for n in others}) == 1:
            yield from ((number, fit) for fit in others)  # "W. Mark Roe" and "William Mark Roe"


def _within(form: _Form, longer: _Form) -> bool:
    if form.key[0] == longer.key[0] and form.key[-1] == longer.key[-1]:
        return False  # told apart by the middle names already
    if None is not form.generation != longer.generation:
        return False
    width = len(form.key)
    return form.key in {longer.key[:width], longer.key[-width:]}


def _is_description(form: _Form, longer: _Form) -> bool:
    """As in "Moviemaker Ana Ruiz": a word before a name that is no given name."""
    extra = longer.key[: -len(form.key)]
    known = naming.is_given_name(form.mentions[0].passage.text.split()[0])
    return (
        longer.key[-len(form.key) :] == form.key
        and known
        and not any(naming.is_given_name(word) or len(word) == 1 for word in extra)
    )


def _chains(keys: Iterable[object]) -> Iterator[tuple[int, int]]:
    first: dict[object, int] = {}
    for number, key in enumerate(keys):
        yield first.setdefault(key, number), number


def _full_name(group: Sequence[_Form], lone: Counter[str]) -> FullName:
    surnames: set[str] = set()
    givens: set[str] = set()
    for form in group:
        if any(len(g.key) < len(form.key) and _is_description(g, form) for g in group):
            continue
        first, last = form.key[0], form.key[-1]
        surnames.update(word for word in form.key[1:] if len(word) > 1 and word == last)
        givens.add(first)
        # "Xi" stands alone for "Xi Jinping": the family name comes first
        if not naming.is_given_name(first) or lone[first] > lone[last]:
            surnames.add(first)
        givens.update(
            word for word in form.key[1:-1] if len(word) > 1 and word not in naming.PARTICLES
        )
    return FullName(
        mentions=tuple(mention for form in group for mention in form.mentions),
        surnames=frozenset(surnames),
        givens=frozenset(givens - surnames) | frozenset(g for g in givens if len(g) > 1),
        keys=frozenset(form.key for form in group),
    )


class _Sets:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.root(one), self.root(other)))
        self._parent[other] = one
