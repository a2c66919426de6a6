"""Which statement words a claim: statements in, the most central of them out.

It gives the value that holds: the newest of a series, else the one that most articles give, so
that neither the claim's page nor its address tells a stale or a lone number.
"""

from collections import Counter
from collections.abc import Sequence

from builder.model.claims import UpdateValue
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.decontextualised import fragmentation
from builder.resolve.claims.slots import Slot
from builder.text.diff import first_word
from builder.text.terms import weight

_FRAGMENTED = (
    0.6  # in terms that most of them tell: a full clause reads better than one with brackets
)
_LEADING = frozenset(
    {"as", "he", "she", "it", "they", "this", "that", "which", "who", "whom", "these"}
)


def central_of(
    tellings: Sequence[ComparableStatement],
    slots: Sequence[Slot],
    updates: Sequence[UpdateValue],
) -> int:
    """The index of the one that says most of what most of them say, and little else."""
    if len(tellings) == 1:
        return 0
    holding = _holding(tellings, slots, updates)
    told = Counter([term for telling in tellings for term in telling.terms.all])
    worth = {term: weight(term) * (count / len(tellings) - 0.5) for term, count in told.items()}

    def middle(index: int) -> tuple[bool, float, float, int]:
        telling = tellings[index]
        said = sum([worth[term] for term in telling.terms.all])
        fragments = _FRAGMENTED * fragmentation(telling.statement, telling.sentence)
        reads = said - fragments - _points_back(telling.sentence)
        return index in holding, reads, telling.statement.score, -index

    return max(range(len(tellings)), key=middle)


def _holding(
    tellings: Sequence[ComparableStatement],
    slots: Sequence[Slot],
    updates: Sequence[UpdateValue],
) -> frozenset[int]:
    """The statements that give the newest value, else none that fewer articles tell."""
    if updates:
        return frozenset(updates[-1].statements)
    stale: set[int] = set()
    for slot in slots:
        articles = [
            len({tellings[at].article for at in value.statements}) for value in slot.values
        ]
        most = articles.index(max(articles))
        lone = (value for place, value in enumerate(slot.values) if place != most)
        stale |= {at for value in lone for at in value.statements}
    return frozenset(range(len(tellings))) - stale


def _points_back(sentence: str) -> bool:
    """Whether it begins with a word for something said before: "It would stay shut"."""
    return first_word(sentence) in _LEADING
