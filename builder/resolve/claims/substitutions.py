"""Where statements of one claim use other words: texts in, differing words out.

Only words that carry meaning count, and only where the wordings run alike around them: a free
retelling differs everywhere, which tells a reader nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from builder.knowledge import entries
from builder.model.claims import Difference, DifferenceValue
from builder.text.diff import Swap, swaps, words
from builder.text.terms import NUMBER, stem, term, weight

_LONGEST = 4  # words of a differing run; longer ones are retellings, not wordings
_HELD = (
    2  # words that both share on each side of it, or the text's end: else the sentence was rebuilt
)
_SLOTS = 6  # differences listed for a claim; its page shows the texts whole anyway
# what is left of "demanded [the resignation of]" where the other wording has "to resign"
_LOOSE = frozenset({"the", "a", "an", "of", "to", "in", "on", "by", "for", "with", "from", "at"})
_TELLS = 0.5  # weight of a word that carries meaning


def wording_differences(texts: Sequence[str], *, central: int) -> tuple[Difference, ...]:
    """For each run of the central text that others word otherwise, who words it how."""
    slots: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    runs: dict[str, list[tuple[str, str]]] = {texts[central]: []}
    for index, text in enumerate(texts):
        if text not in runs:
            runs[text] = list(_replaced(texts[central], text))
        for base, other in runs[text]:
            slots[base][other].append(index)
    return tuple(_difference(base, others, texts) for base, others in list(slots.items())[:_SLOTS])


def _replaced(base: str, other: str) -> Iterator[tuple[str, str]]:
    """Runs of words that stand for each other between words that both share."""
    held = [swap for swap in swaps(base, other) if _is_held(swap)]
    mine, yours = (_telling([base]), _telling([other])) if held else (frozenset(), frozenset())
    for swap in held:
        removed, added = swap.removed.split(), swap.added.split()
        for edge in (0, -1):
            while removed and added and _forms(removed[edge]) == _forms(added[edge]):
                removed.pop(edge)
                added.pop(edge)
        before, after = _alone(_wordy(removed), yours), _alone(_wordy(added), mine)
        if _differ(before, after) and not _telling(removed) & _telling(added):
            yield before, after


def _wordy(own: Sequence[str]) -> Sequence[str]:
    """Without the numbers at its edges: "lower" of "2% lower", where others have "3% higher"."""
    places = [at for at, text in enumerate(own) if not any(map(_is_number, words(text)))]
    return own[places[0] : places[-1] + 1] if places else ()


def _alone(own: Sequence[str], elsewhere: frozenset[str]) -> str:
    """Without names and the like at its edges that the other wording has in another place.

    "Ana Ruiz [ordered] it" against "Ruiz, the mayor, [has opened] it".
    """
    left = _from_new(_from_new(own, elsewhere)[::-1], elsewhere)
    return " ".join(left[::-1])


def _from_new(own: Sequence[str], elsewhere: frozenset[str]) -> Sequence[str]:
    """Drop leading words that also occur in the other wording."""
    start = 0
    for place, text in enumerate(own):
        told = _telling([text])
        if told and not told & elsewhere:
            break
        start = place + 1 if told else start
    while 0 < start < len(own) and own[start] in _LOOSE:
        start += 1
    return own[start:]


def _telling(own: Iterable[str]) -> frozenset[str]:
    return frozenset(_form(word) for text in own for word in words(text) if _tells(word))


def _forms(text: str) -> tuple[str, ...]:
    return tuple(map(_form, words(text)))


def _is_held(swap: Swap) -> bool:
    """Whether it stands between shared words: "a [no limits | no borders] partnership"."""
    both = bool(swap.before and swap.after)
    return swap.before + swap.after >= (_HELD if both else 2 * _HELD)


def _differ(one: str, other: str) -> bool:
    """Whether both have words that carry meaning and that the other has in no form.

    Numbers are compared as numbers, not as words.
    """
    first, second = words(one), words(other)
    if max(len(first), len(second)) > _LONGEST or any(map(_is_number, first + second)):
        return False
    mine, yours = _telling([one]), _telling([other])
    return bool(mine - yours and yours - mine)


@cache
def _form(word: str) -> str:
    """Nations by any of their words are one: "Chilean" and "Chile's"; else the word's stem."""
    found = term(word)
    return found if found.startswith("@") else stem(word.removesuffix("'s"))


def _is_number(word: str) -> bool:
    return term(word) == NUMBER or word in entries("numbers")["words"]


@cache
def _tells(word: str) -> bool:
    return not _is_number(word) and weight(term(word)) >= _TELLS


def _difference(base: str, others: dict[str, list[int]], texts: Sequence[str]) -> Difference:
    otherwise = {index for indexes in others.values() for index in indexes}
    wording = f" {' '.join(words(base))} "
    same = [
        index
        for index, text in enumerate(texts)
        if index not in otherwise and wording in f" {' '.join(words(text))} "
    ]
    values = [DifferenceValue(value=base, statements=tuple(same))]
    values.extend(
        DifferenceValue(value=other, statements=tuple(indexes))
        for other, indexes in others.items()
    )
    return Difference(kind="wording", values=tuple(sorted(values, key=lambda v: v.statements)))
