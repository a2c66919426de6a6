"""Deeds that articles tell of two actors in the same words: tellings in, statements out.

"Ruiz signed a series of leases", "the two ministers signed a series of leases on wharves": what
else such sentences hold keeps them apart, so the words that they share are statements of their
own, like names and ages (`particulars.py`). Missed on purpose: a deed in other words, and one of
two states, which may well do the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, takewhile

from builder.model.article import Passage
from builder.model.findings import FoundStatement
from builder.model.ids import ArticleId
from builder.resolve.claims.actors import actor_is_told, same_actor
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.occasions import far_apart
from builder.text.diff import words
from builder.text.terms import term, weight

_TELLING = 0.5  # weight of a word that tells something
_SHARED = 3  # such words, from the verb on; in twenty stories no other deed of two shares so many
_SO = frozenset({"asserted", "attributed"})
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    telling: ComparableStatement
    words: tuple[str, ...]
    """From the verb on."""
    ends: tuple[int, ...]
    """Where in the statement each of them ends."""


def deeds_of_two(
    tellings: Sequence[ComparableStatement], groups: Iterable[Sequence[int]] = ()
) -> Iterator[tuple[FoundStatement, ...]]:
    """For each such deed who did what by each article, in the order of the tellings.

    `groups` are the numbers of those that say the same: there the difference is told already.
    """
    group = {tellings[at].passage: number for number, own in enumerate(groups) for at in own}
    alike: dict[tuple[str, ...], dict[ArticleId, list[_Deed]]] = defaultdict(dict)
    for telling in tellings:
        deed = _deed(telling)
        told = deed and _told(deed.words)
        if deed and told:
            alike[told].setdefault(telling.article, []).append(deed)
    for _, articles in sorted(alike.items()):
        deeds = [told[0] for told in articles.values()]
        alone = all(_same(told[0], one) for told in articles.values() for one in told)
        together = {group.get(deed.telling.passage, deed.telling.passage) for deed in deeds}
        if alone and len(together) > 1 and _are_rivals(deeds):
            rows = zip(*(deed.words for deed in deeds), strict=False)
            shared = [row[0] for row in takewhile(lambda row: len(set(row)) == 1, rows)]
            yield tuple(_statement(deed, shared) for deed in deeds)


def _deed(telling: ComparableStatement) -> _Deed | None:
    """What is told of who acts, where it is told as so and in that order."""
    statement, passage = telling.statement, telling.passage
    actor = statement.actor
    if actor is None or statement.status not in _SO or statement.core.negated:
        return None
    if not (actor_is_told(telling) and passage.start <= actor.passage.start < passage.end):
        return None
    if telling.terms.subject <= telling.terms.nations:
        return None
    found = list(_WORD.finditer(passage.text, actor.passage.end - passage.start))
    verbs = (
        number
        for number, word in enumerate(found)
        if term(word[0].casefold()) in telling.terms.predicate
    )
    first = next(verbs, None)
    if first is None:
        return None
    return _Deed(
        telling=telling,
        words=tuple(word[0].casefold() for word in found[first:]),
        ends=tuple(word.end() for word in found[first:]),
    )


def _told(sequence: Sequence[str]) -> tuple[str, ...]:
    """Its words as far as the third that tells something; none where it has no three."""
    telling = [number for number, word in enumerate(sequence) if weight(term(word)) >= _TELLING]
    return tuple(sequence[: telling[_SHARED - 1] + 1]) if len(telling) >= _SHARED else ()


def _same(one: _Deed, other: _Deed) -> bool:
    return same_actor(one.telling, other.telling)


def _are_rivals(deeds: Sequence[_Deed]) -> bool:
    """Whether they tell one deed of two actors: on one occasion, as far as they say."""
    pairs = [(one.telling, other.telling) for one, other in combinations(deeds, 2)]
    apart = any(
        (one.dates and other.dates and set(one.dates).isdisjoint(other.dates))
        or far_apart(one.article_days, other.article_days)
        for one, other in pairs
    )
    return not apart and any(not same_actor(*pair) for pair in pairs)


def _statement(deed: _Deed, shared: Sequence[str]) -> FoundStatement:
    """Who acts and the shared words, up to the last that tells something."""
    statement, passage = deed.telling.statement, deed.telling.passage
    last = max(place for place, word in enumerate(shared) if weight(term(word)) >= _TELLING)
    actor = statement.actor.passage if statement.actor else passage
    start, end = actor.start - passage.start, deed.ends[last]
    kept = set(map(term, words(passage.text[start:end])))
    core = statement.core
    object_ = tuple(one for one in core.object if term(one) in kept)
    return replace(
        statement,
        passage=Passage(
            article=passage.article,
            start=passage.start + start,
            end=passage.start + end,
            text=passage.text[start:end],
        ),
        core=replace(core, object=object_, others=()),
    )
