"""Mentions to people: full names first, then every surname or given name, whatever its label.

Blocks by surname, never all pairs. Differing given names never merge. A short name goes to the
only person that it fits, in the same article first, among those already named before others; where
two fit, a role decides ("Premier Li"); else it stays open.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from builder import naming
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.resolve.fullnames import FullName, full_names
from builder.resolve.mentions import Group, Mention, OpenMention
from builder.resolve.nominals import described


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


@dataclass(slots=True, kw_only=True)
class _Known:
    """A person with a full name: what short names are looked up by."""

    group: Group
    surnames: frozenset[str]
    givens: frozenset[str]
    keys: frozenset[tuple[str, ...]]
    first_named: dict[ArticleId, int] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()
    articles: set[ArticleId] = field(default_factory=set)
    """Those that name the person by a short name: one with "Ruiz" may go on with "Ana"."""


def people_of(mentions: Sequence[Mention]) -> People:
    """Everyone in the story."""
    full, short = full_names(mentions)
    known = [_known(name) for name in full]
    index = _Index(known)
    firms = _firms(short)
    open_: list[OpenMention] = []
    left: list[Mention] = []
    for mention in short:
        fits = [] if _is_firm(mention, firms) else index.fits(mention)
        if len(fits) == 1:
            fits[0].group.mentions.append(mention)
            fits[0].articles.add(mention.article)
        elif fits:
            open_.append(OpenMention(mention=mention, candidates=tuple(k.group for k in fits)))
        else:
            left.append(_firm(mention, firms))
    singles, others = _singles(left)
    return People(
        groups=(*(k.group for k in known), *singles), open=tuple(open_), others=tuple(others)
    )


def _firms(mentions: Iterable[Mention]) -> frozenset[tuple[ArticleId, str]]:
    """By article, the first words of organisations' names of several words."""
    return frozenset(
        (m.article, m.key[0]) for m in mentions if len(m.key) > 1 and m.label == "ORG"
    )


def _is_firm(mention: Mention, firms: frozenset[tuple[ArticleId, str]]) -> bool:
    """Whether "Hanley" is short for the Hanley Foods of the article, not for a Peter Hanley."""
    lone = len(mention.key) == 1 and mention.label == "ORG" and not mention.titled
    return lone and (mention.article, mention.key[0]) in firms


def _firm(mention: Mention, firms: frozenset[tuple[ArticleId, str]]) -> Mention:
    """The mention as an organisation's if it is short for one: "Hanley" for Hanley Foods."""
    lone = len(mention.key) == 1 and mention.label == "PERSON" and not mention.titled
    if not lone or (mention.article, mention.key[0]) not in firms:
        return mention
    given = naming.is_given_name(mention.passage.text)
    return mention if given else replace(mention, label="ORG")


def _known(name: FullName) -> _Known:
    first_named: dict[ArticleId, int] = {}
    for mention in name.mentions:
        at = first_named.get(mention.article, mention.passage.start)
        first_named[mention.article] = min(at, mention.passage.start)
    roles: list[Passage] = [m.role for m in name.mentions if m.role is not None]
    return _Known(
        group=Group(kind="person", mentions=list(name.mentions)),
        surnames=name.surnames,
        givens=name.givens,
        keys=name.keys,
        first_named=first_named,
        heads=frozenset(
            word
            for role in roles
            if (found := described(role.text)) is not None
            for head in found.heads
            for word in naming.alike(head)
        ),
    )


class _Index:
    """People by each word of their names."""

    def __init__(self, known: Iterable[_Known]) -> None:
        self._surnames: dict[str, list[_Known]] = defaultdict(list)
        self._givens: dict[str, list[_Known]] = defaultdict(list)
        self._sounds: dict[str, list[_Known]] = defaultdict(list)
        for one in known:
            for word in sorted(one.surnames):
                self._surnames[word].append(one)
            for sound in sorted({naming.sound(word) for word in one.surnames}):
                self._sounds[sound].append(one)
            for word in sorted(one.givens):
                self._givens[word].append(one)

    def fits(self, mention: Mention) -> list[_Known]:
        """The people that a short name fits: one, several (it stays open) or none."""
        if not mention.key:
            return []
        if len(mention.key) == 1:
            word = mention.key[0]
            named = self._surnames.get(word) or self._sounds.get(naming.sound(word), [])
            steps = (named, self._givens.get(word, []))
        else:
            family = self._surnames.get(mention.key[-1], [])
            steps = ([k for k in family if _is_part(mention.key, k)], [])
        for candidates in steps:
            here = [k for k in candidates if mention.article in k.first_named]
            said = mention.says and candidates is steps[0]  # by surname: "Washington said"
            if candidates is steps[1]:
                here = here or [k for k in candidates if mention.article in k.articles]
            if here and (said or not _names_thing(mention, here=True)):
                return _by_role(mention, _by_sex(mention, _introduced(mention, here)))
        if _names_thing(mention, here=False):
            return []
        for candidates in steps:
            if candidates and (candidates is steps[0] or mention.label == "PERSON" or mention.kin):
                fits = _by_role(mention, _by_sex(mention, candidates))
                return [] if _is_stranger(mention, fits) else fits
        return []


def _is_part(key: tuple[str, ...], known: _Known) -> bool:
    """Whether "M. Ruiz" or "van der Meer" may be short for a full name."""
    if all(len(word) == 1 for word in key[:-1]):
        return any(given[:1] == key[0] for given in known.givens)
    rows = {row for given in known.givens for row in naming.nickname_rows(given)}
    short = not rows.isdisjoint(naming.nickname_rows(key[0]))
    ends = any((full[0], full[-1]) == (key[0], key[-1]) for full in known.keys)
    return short or ends or any(full[-len(key) :] == key for full in known.keys)


def _introduced(mention: Mention, here: list[_Known]) -> list[_Known]:
    """Those already named before the mention: a bare surname presupposes an introduction."""
    before = [k for k in here if k.first_named.get(mention.article, 0) < mention.passage.start]
    return before or here


def _by_sex(mention: Mention, fits: list[_Known]) -> list[_Known]:
    """The person meant by "Mrs Ruiz", of Ana and John Ruiz."""
    asked = naming.sex(mention.honorific) if mention.honorific else None
    if asked is None or len(fits) < 2:  # noqa: PLR2004 - two are needed to choose
        return fits
    known = [[naming.sex(given) for given in sorted(k.givens)] for k in fits]
    agree = [k for k, sexes in zip(fits, known, strict=True) if asked in sexes]
    return agree or [k for k, sexes in zip(fits, known, strict=True) if not any(sexes)] or fits


def _by_role(mention: Mention, fits: list[_Known]) -> list[_Known]:
    if len(fits) < 2 or mention.role is None:  # noqa: PLR2004 - two are needed to choose
        return fits
    found = described(mention.role.text)
    if found is None:
        return fits
    return [k for k in fits if k.heads.intersection(found.heads)] or fits


def _is_stranger(mention: Mention, fits: Sequence[_Known]) -> bool:
    """Whether none of several people of other articles has the office: "Premier Li"."""
    if len(fits) < 2 or mention.role is None:  # noqa: PLR2004 - of one, it may be a new office
        return False
    found = described(mention.role.text)
    return found is not None and not any(k.heads.intersection(found.heads) for k in fits)


def _names_thing(mention: Mention, *, here: bool) -> bool:
    """Whether a single word is rather the place, company or work of that name."""
    if mention.titled:
        return False
    if mention.articled or (mention.marked and not here):
        return True
    text = mention.passage.text
    if naming.known_place(text):
        if mention.located or not here:
            return mention.label != "PERSON" or mention.located
        return mention.label == "PLACE" and naming.state_of(text) is not None
    return not here and mention.label == "OUTLET"


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
    if naming.is_office(text):
        return False  # "Sgt", cut off from its name by a stop
    if not any(m.titled or m.subject or m.kin for m in found):
        return False  # the model's word alone is not enough for one word alone
    votes = Counter("PERSON" if m.titled or m.kin else m.label for m in found if m.label or m.kin)
    others = sum(count for label, count in votes.items() if label != "PERSON")
    others += sum(m.located + m.articled + m.marked for m in found if not m.titled)
    return votes["PERSON"] > others
