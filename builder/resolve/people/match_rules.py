"""Which full names are one person's: pairs of numbers of forms, and the rule that joins them.

By blocks, never all pairs.

What each rule brings, as B-cubed F1 on the ECB+ development half without it (.971 with all): same
ends .948, of which one name with a middle name and one without .951; nicknames .944; parts of
longer names .953. That half has nobody in two orders, in two spellings that the annotation links,
or with two middle names: these rules rest on the rows of the tests.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from builder import naming
from builder.resolve.people.alike import alike_of_one_age
from builder.resolve.people.classification import Form
from builder.resolve.people.spelling import respelled


def same_people(forms: Sequence[Form]) -> Iterator[tuple[int, int, str]]:
    """Every pair of forms that one person bears, with the rule, in words."""
    for rule, words in _RULES.items():
        for one, other in rule(forms):
            if one != other:
                yield one, other, words


def _reordered(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """As in "Kim Yuna", "Yuna Kim" and "Kim Yu-na"; "Jean-Paul" and "Jean Paul" are one form."""
    yield from _chains((tuple(sorted(form.key)), form.generation) for form in forms)
    yield from _chains(("".join(form.key), form.generation) for form in forms)
    yield from _chains((_unhyphened(form), form.generation) for form in forms)


def _unhyphened(form: Form) -> tuple[str, ...]:
    """The words with their halves joined: "Min-ho Choi" and "Choi Minho" are one."""
    words = form.mentions[0].passage.text.split()
    return tuple(sorted("".join(naming.key(word)) for word in words))


def _chains(keys: Iterable[object]) -> Iterator[tuple[int, int]]:
    first: dict[object, int] = {}
    for number, key in enumerate(keys):
        yield first.setdefault(key, number), number


def _same_ends(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Same given name and surname, and middle names that agree."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        blocks[form.key[0], form.key[-1]].append(number)
    for block in blocks.values():
        yield from _by_generation(forms, block)


def _by_generation(forms: Sequence[Form], block: list[int]) -> Iterator[tuple[int, int]]:
    """Father and son stay apart; a name without "Jr" or "Sr" goes to whom the story names most.

    But not to a father: an article that writes "Sr" to tell him from the son means the son.
    """
    count: Counter[str] = Counter()
    for number in block:
        count[forms[number].generation or ""] += len(forms[number].mentions)
    named = sorted((g for g in count if g), key=lambda g: (-count[g], g))
    main = named[0] if named else ""
    if main == "sr" and _meet(forms, block):
        main = ""
    for generation in [*named, ""] if main == "" else named:
        apart = {generation} if generation != main else {generation, ""}
        same = [n for n in block if (forms[n].generation or "") in apart]
        yield from _by_middle(forms, same)


def _meet(forms: Sequence[Form], block: list[int]) -> bool:
    """Whether one article names people of the block both with and without a suffix."""
    plain, suffixed = (
        {
            m.article
            for n in block
            if (forms[n].generation is None) is bare
            for m in forms[n].mentions
        }
        for bare in (True, False)
    )
    return not plain.isdisjoint(suffixed)


def _by_middle(forms: Sequence[Form], block: list[int]) -> Iterator[tuple[int, int]]:
    middles: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in block:
        middles[tuple(word[:1] for word in forms[number].key[1:-1])].append(number)
    for same in middles.values():
        full = {forms[n].key for n in same if any(len(w) > 1 for w in forms[n].key[1:-1])}
        # "George Henry Roe" and "George Hugh Roe" are two
        if len(full) < 2:  # noqa: PLR2004
            yield from ((same[0], number) for number in same[1:])
    if len(middles) == 2 and () in middles:  # noqa: PLR2004 - none, and one other
        yield tuple(same[0] for same in middles.values())  # type: ignore[misc]


def _nicknamed(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
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


def _by_own_nickname(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """As in "Abraham "Avi" Roe" and "Avi Roe"."""
    numbers = {(form.key, form.generation): number for number, form in enumerate(forms)}
    for number, form in enumerate(forms):
        for name in dict.fromkeys(mention.passage.text for mention in form.mentions):
            nickname = naming.nickname_in(name)
            key = (*naming.key(nickname or ""), form.key[-1]), form.generation
            if nickname and key in numbers:
                yield number, numbers[key]


def _partial(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """As in "García Márquez" inside "Gabriel García Márquez", where it is inside no other name."""
    longer: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if len(form.key) > 2:  # noqa: PLR2004
            longer[form.key[0]].append(number)
            longer[form.key[-1]].append(number)
    for number, form in enumerate(forms):
        near = {*longer.get(form.key[0], ()), *longer.get(form.key[-1], ())} - {number}
        fits = [n for n in near if len(forms[n].key) > len(form.key) and _within(form, forms[n])]
        described = [n for n in fits if is_description(form, forms[n])]
        for fit in described:
            yield number, fit
        others = [n for n in fits if n not in described]
        if len({tuple(word[0] for word in forms[n].key) for n in others}) == 1:
            yield from ((number, fit) for fit in others)  # "W. Mark Roe" and "William Mark Roe"


def _cut_to_initial(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """As in "Martin A." for Martin Askwith, where no other of that given name fits.

    So papers of some countries name whoever stands before a court.
    """
    full: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if len(form.key[-1]) > 1:
            full[form.key[0], form.key[-1][0]].append(number)
    for number, form in enumerate(forms):
        given, *_, last = form.key
        fits = full.get((given, last), [])
        apart = len(fits) == 1 and form.articles.isdisjoint(forms[fits[0]].articles)
        if len(last) == 1 and apart:
            yield number, fits[0]


def _within(form: Form, longer: Form) -> bool:
    if form.key[0] == longer.key[0] and form.key[-1] == longer.key[-1]:
        return False  # told apart by the middle names already
    if None is not form.generation != longer.generation:
        return False
    width = len(form.key)
    return form.key in {longer.key[:width], longer.key[-width:]}


def is_description(form: Form, longer: Form) -> bool:
    """As in "Moviemaker Ana Ruiz": a word before a name that is no given name."""
    extra = longer.key[: -len(form.key)]
    known = naming.is_given_name(form.mentions[0].passage.text.split()[0])
    return (
        longer.key[-len(form.key) :] == form.key
        and known
        and not any(naming.is_given_name(word) or len(word) == 1 for word in extra)
    )


_RULES: Mapping[Callable[[Sequence[Form]], Iterator[tuple[int, int]]], str] = {
    _reordered: "the same words in another order, or joined by a hyphen",
    _same_ends: "the same given name and surname, no middle name speaks against it",
    _nicknamed: "a nickname of the given name, the same surname",
    _by_own_nickname: "the nickname that the full name holds",
    _partial: "a part of the longer name",
    _cut_to_initial: "the only one of that given name whose surname begins so",
    respelled: "spelled otherwise by another article: the same sound, or one letter apart",
    alike_of_one_age: "nearly the same name, and the same age or office",
}
