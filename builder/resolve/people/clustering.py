"""Mentions to people: full names first, then every surname or given name, whatever its label.

Blocks by surname, never all pairs. Differing given names never merge. A short name goes to the
only person that it fits; where two fit, it stays open.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder import knowledge, naming
from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.resolve.entities.mentions import Group, Mention, OpenMention
from builder.resolve.people.full_names import full_names
from builder.resolve.people.short_names import Index, known_of

_KIN = frozenset(knowledge.entries("name_words")["kin"])


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Groups of people, what stays open, and the mentions that name no person."""

    groups: tuple[Group, ...]
    open: tuple[OpenMention, ...]
    others: tuple[Mention, ...]

    @property
    def families(self) -> frozenset[str]:
        """The plurals of their last names, folded: what "the Kennedys" is."""
        names = (mention.passage.text for group in self.groups for mention in group.mentions)
        surnames = {naming.fold(name.rsplit(maxsplit=1)[-1]) for name in names}
        return frozenset(f"{surname}{end}" for surname in surnames for end in ("s", "es"))


def people_of(mentions: Sequence[Mention]) -> People:
    """Everyone in the story."""
    full, short = full_names(mentions)
    known = [known_of(name) for name in full]
    index = Index(known)
    firms = _firms(short, index)
    open_: list[OpenMention] = []
    left: list[Mention] = []
    anywhere = frozenset(first for _, first in firms)
    for mention in short:
        fits = [] if _is_firm(mention, firms) else index.fits(mention)
        if len(fits) == 1:
            _hang(mention, fits[0].group)
            fits[0].articles.add(mention.article)
        elif fits:
            open_.append(OpenMention(mention=mention, candidates=tuple(k.group for k in fits)))
        else:
            left.append(_firm(mention, anywhere))
    singles, others = _singles(left)
    return People(
        groups=(*(k.group for k in known), *singles), open=tuple(open_), others=tuple(others)
    )


def _hang(mention: Mention, group: Group) -> None:
    """Give a short name to the person; why is told once for each spelling."""
    known = {why.other.text for why in group.why} | {group.mentions[0].passage.text}
    if mention.passage.text not in known:
        rule = "short for the only full name that fits"
        group.why.append(Why(one=group.mentions[0].passage, other=mention.passage, rule=rule))
    group.mentions.append(mention)


def _firms(mentions: Iterable[Mention], people: Index) -> frozenset[tuple[ArticleId, str]]:
    """By article, the first words of organisations' names of several words."""
    return frozenset(
        (m.article, m.key[0])
        for m in mentions
        if len(m.key) > 1 and m.label == "ORG" and not people.fits(m)
    )


def _is_firm(mention: Mention, firms: frozenset[tuple[ArticleId, str]]) -> bool:
    """Whether "Hanley" is short for the Hanley Foods of the article, not for a Peter Hanley."""
    lone = len(mention.key) == 1 and mention.label == "ORG" and not mention.titled
    return lone and (mention.article, mention.key[0]) in firms


def _firm(mention: Mention, firms: frozenset[str]) -> Mention:
    """The mention as an organisation's if it is short for one: "Hanley" for Hanley Foods.

    That of the story: no person of it has the name.
    """
    lone = len(mention.key) == 1 and mention.label == "PERSON" and not mention.titled
    if not lone or mention.key[0] not in firms:
        return mention
    given = naming.is_given_name(mention.passage.text)
    return mention if given else replace(mention, label="ORG")


def _singles(mentions: Sequence[Mention]) -> tuple[list[Group], list[Mention]]:
    """People known by one word alone, and all that is no person."""
    forms: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        forms[mention.key].append(mention)
    groups: list[Group] = []
    others: list[Mention] = []
    for key, found in forms.items():
        if key and all(len(word) == 1 for word in key[:-1]) and is_single_person(found):
            groups.append(Group(kind="person", mentions=found))
        else:
            others.extend(found)
    return groups, others


def is_single_person(found: Sequence[Mention]) -> bool:
    """Whether the mentions of one form speak for a person."""
    if any(mention.honorific for mention in found):
        return True
    if max(map(len, found[0].key)) == 1 or found[0].key[0] in naming.PARTICLES:
        return False
    text = found[0].passage.text
    if (naming.known_place(text) and not any(m.titled for m in found)) or naming.is_generic(text):
        return False  # but "his wife, Victoria"
    firm = any(m.firm for m in found) and not any(m.titled or m.kin for m in found)
    if firm or naming.is_office(text) or text.casefold() in _KIN:
        return False  # "Alba's shares rose"; "Sgt", cut off from its name by a stop; "Dad"
    # "Radar is no drill", where the story writes "radar" elsewhere
    small = all(m.common and not (m.titled or m.says or m.kin) for m in found)
    if small or not any(m.titled or m.subject or m.kin for m in found):
        return False  # the model's word alone is not enough for one word alone
    votes = Counter("PERSON" if m.titled or m.kin else m.label for m in found if m.label or m.kin)
    others = sum(count for label, count in votes.items() if label != "PERSON")
    others += sum(
        m.located + 2 * (m.articled + m.inanimate) + m.marked for m in found if not m.titled
    )
    return votes["PERSON"] > others
