"""Names of the story's outlets that were taken for something else: they cite the outlet.

In: the groups of names, and the outlets as the maintainer's decisions leave them. Out: the groups
without what names an outlet. "The Herald", which published an article or is cited in one, is no
organisation beside it, whatever the model labels it. A name that was only joined to the outlet's
for its first word stays: "Acme Media Group" owns "Acme", and the two are two. Missed: a body that
has the very name of an outlet and is another.
"""

from collections.abc import Iterable, Sequence

from builder import naming
from builder.resolve.entities.mentions import Group, Mention
from builder.resolve.organisations.abbreviations import shortens
from builder.resolve.outlets import Outlets


def without_outlets(groups: Iterable[Group], outlets: Outlets) -> tuple[Group, ...]:
    """The groups whose names are not all an outlet's; what names one is added to its citations."""
    return tuple(group for group in groups if not _adopted(group, outlets))


def _adopted(group: Group, outlets: Outlets) -> bool:
    """Whether an outlet took all mentions of the group; those that it takes leave the group."""
    if not _may_be_outlet(group):
        return False
    keys = {text: outlets.called(text) for text in dict.fromkeys(map(_text, group.mentions))}
    named = [text for text, key in keys.items() if key is not None]
    for text, key in keys.items():
        known = key or next((keys[one] for one in named if _is_acronym(text, one)), None)
        if known is not None:
            outlets.cite(known, (m.passage for m in group.mentions if _text(m) == text))
            keys[text] = known
    group.mentions[:] = [mention for mention in group.mentions if keys[_text(mention)] is None]
    return not group.mentions


def _may_be_outlet(group: Group) -> bool:
    """Whether nothing says that it is a person or a place that an outlet is named after."""
    name = group.mentions[0].passage.text
    if group.kind == "place":
        placed = any(mention.located for mention in group.mentions)
        return not placed and naming.country(name) is None and not naming.known_place(name)
    return group.kind == "organisation" or _is_no_person(group.mentions)


def _is_no_person(mentions: Sequence[Mention]) -> bool:
    """Whether all are names of several words without a title or a given name: "Alba Herald"."""
    return not any(
        mention.titled or len(mention.key) == 1 or naming.is_given_name(_text(mention).split()[0])
        for mention in mentions
    )


def _is_acronym(one: str, other: str) -> bool:
    """Whether one of the names is the other's first letters: "Alba Radio Network" and "ARN"."""
    short, long = sorted((one, other), key=len)
    return short.isupper() and " " in long and shortens(short, long)


def _text(mention: Mention) -> str:
    return " ".join(mention.passage.text.split())
