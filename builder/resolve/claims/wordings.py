"""Where statements of one claim use other words: texts in, differing words out.

Only words that carry meaning count, and only where the wordings run alike around them: a free
retelling differs everywhere, which tells a reader nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from builder.model.dossier import Difference, DifferenceValue
from builder.resolve.claims.terms import NUMBER, stem, term, weight
from builder.wording import compare, words

_RUNS_ALIKE = 0.5  # share of words in common; below, the retelling is free
_LONGEST = 4  # words of a differing run; longer ones are retellings, not wordings
_SLOTS = 6  # differences listed for a claim; its page shows the texts whole anyway
_TELLS = 0.5  # weight of a word that carries meaning


def wording_differences(texts: Sequence[str], *, central: int) -> tuple[Difference, ...]:
    """For each run of the central text that others word otherwise, who words it how."""
    slots: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    alike = [index for index, text in enumerate(texts) if _runs_alike(texts[central], text)]
    for index in alike:
        for base, other in _replaced(texts[central], texts[index]):
            slots[base][other].append(index)
    return tuple(
        _difference(base, others, texts, alike) for base, others in list(slots.items())[:_SLOTS]
    )


def _runs_alike(base: str, other: str) -> bool:
    matcher = SequenceMatcher(None, words(base), words(other), autojunk=False)
    return matcher.real_quick_ratio() >= _RUNS_ALIKE and matcher.ratio() >= _RUNS_ALIKE


def _replaced(base: str, other: str) -> Iterator[tuple[str, str]]:
    for before, after in pairwise(compare(base, other)):
        if before.kind == "removed" and after.kind == "added" and _differ(before.text, after.text):
            yield before.text.strip(), after.text.strip()


def _differ(one: str, other: str) -> bool:
    """Whether both have words that carry meaning and that the other has in no form."""
    first, second = words(one), words(other)
    if max(len(first), len(second)) > _LONGEST:
        return False
    mine = {stem(word) for word in first if _tells(word)}
    yours = {stem(word) for word in second if _tells(word)}
    return bool(mine - yours and yours - mine)


def _tells(word: str) -> bool:
    found = term(word)
    return found != NUMBER and weight(found) >= _TELLS and found not in {"a", "the"}


def _difference(
    base: str, others: dict[str, list[int]], texts: Sequence[str], alike: Sequence[int]
) -> Difference:
    otherwise = {index for indexes in others.values() for index in indexes}
    wording = " ".join(words(base))
    same = [
        index
        for index in alike
        if index not in otherwise and f" {wording} " in f" {' '.join(words(texts[index]))} "
    ]
    values = [DifferenceValue(value=base, statements=tuple(same))] if same else []
    values.extend(
        DifferenceValue(value=other, statements=tuple(indexes))
        for other, indexes in others.items()
    )
    return Difference(kind="wording", values=tuple(sorted(values, key=lambda v: v.statements)))
