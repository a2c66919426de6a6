"""Whether two mentions tell two events, however alike they are: "arrested Ruiz", "sentenced Ruiz".

In: two mentions. Out: yes where each has a deed, a time, a place or a rank that the other has not.
"""

from builder.knowledge import entries
from builder.resolve.events.mention import EventMention
from builder.resolve.times.periods import period_of

_NEAR = 10  # days


def contrast(one: EventMention, other: EventMention) -> bool:
    """Whether they tell two deeds, of two times or places, the first and the second of a kind."""
    return (
        _other_deed(one, other)
        or _is_figure_beside_deed(one, other)
        or _another_time(one, other)
        or _elsewhere(one, other)
        or _other_rank(one, other)
    )


def _other_deed(one: EventMention, other: EventMention) -> bool:
    """Two deeds that both have a name, or of which nothing but a verb is told: "met", "sued"."""
    bare = not (one.terms or other.terms)
    return one.action != other.action and (bare or (one.is_named and other.is_named))


def _is_figure_beside_deed(one: EventMention, other: EventMention) -> bool:
    """A figure of a day and what was done on it: "shares rose 12 percent", "Acme bought Alba"."""
    measured = [each.action in entries("event_words")["measures"] for each in (one, other)]
    return measured[0] != measured[1] and set(one.terms).isdisjoint(other.terms)


def _another_time(one: EventMention, other: EventMention) -> bool:
    """Farther apart than two articles are that tell one day differently: the 9th and the 19th.

    The Friday of an article that nothing dates is no Monday; of one article two days are two.
    """
    first, second = (period_of(each.value) if each.value else None for each in (one, other))
    if first is None or second is None:
        named = one.day_names and other.day_names
        return bool(named) and one.day_names.isdisjoint(other.day_names)
    apart = (max(first.first, second.first) - min(first.last, second.last)).days
    return apart > (0 if one.passage.article == other.passage.article else _NEAR)


def _elsewhere(one: EventMention, other: EventMention) -> bool:
    """Both saw it, in places that differ: "visited Rome", "visited Milan"."""
    both = bool(one.places and other.places) and one.planned == other.planned
    return both and one.action == other.action and one.places.isdisjoint(other.places)


def _other_rank(one: EventMention, other: EventMention) -> bool:
    """As in "a second pass over the crater", "a third pass"; "won gold", "won silver"."""
    mine, yours = (_ranks(each) for each in (one, other))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _ranks(mention: EventMention) -> frozenset[str]:
    words = frozenset(mention.passage.text.lower().split())
    return words.intersection((*entries("numbers")["ordinals"], *entries("numbers")["medals"]))
