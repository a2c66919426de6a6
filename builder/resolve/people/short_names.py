"""Who may be meant by a short name: people with full names, looked up by each word of them.

The people of the same article come first, and those already named before others; where two fit,
an honorific, a role or a suffix decides ("Premier Li"). What is rather a place, a company or a
work of that name fits nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from builder import naming
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.resolve.entities.mentions import Group, Mention
from builder.resolve.people.descriptions import described
from builder.resolve.people.full_names import FullName


@dataclass(slots=True, kw_only=True)
class Known:
    """A person with a full name: what short names are looked up by."""

    group: Group
    surnames: frozenset[str]
    givens: frozenset[str]
    keys: frozenset[tuple[str, ...]]
    first_named: dict[ArticleId, int] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()
    ages: frozenset[float] = frozenset()
    """In years, as they stand beside the full name."""
    generations: frozenset[str | None] = frozenset({None})
    """The suffixes that the full names have ("Al Roe Sr."), `None` where one has none."""
    articles: set[ArticleId] = field(default_factory=set)
    """Those that name the person by a short name: one with "Ruiz" may go on with "Ana"."""


def known_of(name: FullName) -> Known:
    """The person of a full name, to be looked up."""
    first_named: dict[ArticleId, int] = {}
    for mention in name.mentions:
        at = first_named.get(mention.article, mention.passage.start)
        first_named[mention.article] = min(at, mention.passage.start)
    roles: list[Passage] = [m.role for m in name.mentions if m.role is not None]
    return Known(
        group=Group(
            kind="person", mentions=list(name.mentions), why=list(name.why), apart=name.apart
        ),
        surnames=name.surnames,
        givens=name.givens,
        keys=name.keys,
        first_named=first_named,
        ages=frozenset(m.age for m in name.mentions if m.age is not None),
        generations=frozenset(naming.generation(m.passage.text) for m in name.mentions),
        heads=frozenset(
            word
            for role in roles
            if (found := described(role.text)) is not None
            for head in found.heads
            for word in naming.alike(head)
        ),
    )


class Index:
    """People by each word of their names."""

    def __init__(self, known: Iterable[Known]) -> None:
        """Index them by surname, by its sound and by given name."""
        self._surnames: dict[str, list[Known]] = defaultdict(list)
        self._givens: dict[str, list[Known]] = defaultdict(list)
        self._sounds: dict[str, list[Known]] = defaultdict(list)
        self._nicknames: dict[int, list[Known]] = defaultdict(list)
        for one in known:
            for word in sorted(one.surnames):
                self._surnames[word].append(one)
            for sound in sorted({naming.sound(word) for word in one.surnames}):
                self._sounds[sound].append(one)
            for word in sorted(one.givens):
                self._givens[word].append(one)
            for row in sorted({row for word in one.givens for row in naming.nickname_rows(word)}):
                self._nicknames[row].append(one)

    def fits(self, mention: Mention) -> list[Known]:
        """The people that a short name fits: one, several (it stays open) or none."""
        if not mention.key:
            return []
        if len(mention.key) == 1:
            word = mention.key[0]
            named = self._surnames.get(word) or self._sounds.get(naming.sound(word), [])
            steps = (named, self._called(word))
        else:
            family = self._surnames.get(mention.key[-1], [])
            steps = ([k for k in family if _is_part(mention.key, k)], [])
        steps = (_of_its_sex(mention, steps[0]), _of_its_sex(mention, steps[1]))
        for candidates in steps:
            here = [k for k in candidates if mention.article in k.first_named]
            said = mention.says and candidates is steps[0]  # by surname: "Washington said"
            if candidates is steps[1]:
                here = here or [k for k in candidates if mention.article in k.articles]
            if here and (said or not _names_thing(mention, here=True)):
                if _is_firm_before(mention, here):
                    return []
                return _chosen(mention, _introduced(mention, here))
        if _names_thing(mention, here=False):
            return []
        for candidates in steps:
            if candidates and (candidates is steps[0] or mention.label == "PERSON" or mention.kin):
                fits = _chosen(mention, candidates)
                return [] if _is_stranger(mention, fits) else fits
        return []

    def _called(self, given: str) -> list[Known]:
        """Those of a given name, else the only one whose it shortens: "Steve" of "Stephen Roe"."""
        if given in self._givens:
            return self._givens[given]
        rows = naming.nickname_rows(given)
        short = {id(one): one for row in rows for one in self._nicknames.get(row, ())}
        return list(short.values()) if len(short) == 1 else []


def _is_part(key: tuple[str, ...], known: Known) -> bool:
    """Whether "M. Ruiz" or "van der Meer" may be short for a full name."""
    if all(len(word) == 1 for word in key[:-1]):
        return any(given[:1] == key[0] for given in known.givens)
    rows = {row for given in known.givens for row in naming.nickname_rows(given)}
    short = not rows.isdisjoint(naming.nickname_rows(key[0]))
    ends = any((full[0], full[-1]) == (key[0], key[-1]) for full in known.keys)
    return short or ends or any(full[-len(key) :] == key for full in known.keys)


def _of_its_sex(mention: Mention, fits: list[Known]) -> list[Known]:
    """Without those whose given names are of the other sex than the pronouns for the mention.

    If that leaves somebody: the article may have misled the reading of its pronouns.
    """
    if mention.called is None or mention.honorific is not None:
        return fits
    own = {None, mention.called}
    left = [one for one in fits if {naming.sex(given) for given in one.givens} <= own]
    return left or fits


def _introduced(mention: Mention, here: list[Known]) -> list[Known]:
    """Those already named before the mention: a bare surname presupposes an introduction."""
    before = [k for k in here if k.first_named.get(mention.article, 0) < mention.passage.start]
    return before or here


def _is_firm_before(mention: Mention, here: Sequence[Known]) -> bool:
    """Whether "Ford" is the maker of cars, in an article that names Harrison Ford later on."""
    known = mention.label == "ORG" and naming.is_founder(mention.passage.text)
    start = mention.passage.start
    later = all(k.first_named.get(mention.article, 0) > start for k in here)
    return known and later and not mention.titled and not mention.headed


def _chosen(mention: Mention, fits: list[Known]) -> list[Known]:
    """Those whom the mention's honorific, role and age and their own suffixes leave."""
    left = _by_role(mention, _by_sex(mention, _by_generation(mention, fits)))
    return [one for one in left if mention.age is not None and mention.age in one.ages] or left


def _by_generation(mention: Mention, fits: list[Known]) -> list[Known]:
    """Without those who are only named with a suffix, beside one of the same name without it.

    And without those never named with the suffix of the mention: "Al Jr." after "Al Roe".
    """
    own = naming.generation(mention.passage.text)
    if own is not None:
        surname = mention.key[-1]
        return [k for k in fits if own in k.generations or any(f[-1] == surname for f in k.keys)]
    names = {key for known in fits if None in known.generations for key in known.keys}
    return [k for k in fits if None in k.generations or names.isdisjoint(k.keys)]


def _by_sex(mention: Mention, fits: list[Known]) -> list[Known]:
    """The person meant by "Mrs Ruiz", of Ana and John Ruiz."""
    asked = naming.sex(mention.honorific) if mention.honorific else None
    if asked is None or len(fits) < 2:  # noqa: PLR2004 - two are needed to choose
        return fits
    known = [[naming.sex(given) for given in sorted(k.givens)] for k in fits]
    agree = [k for k, sexes in zip(fits, known, strict=True) if asked in sexes]
    return agree or [k for k, sexes in zip(fits, known, strict=True) if not any(sexes)] or fits


def _by_role(mention: Mention, fits: list[Known]) -> list[Known]:
    if len(fits) < 2 or mention.role is None:  # noqa: PLR2004 - two are needed to choose
        return fits
    found = described(mention.role.text)
    if found is None:
        return fits
    return [k for k in fits if k.heads.intersection(found.heads)] or fits


def _is_stranger(mention: Mention, fits: Sequence[Known]) -> bool:
    """Whether none of several people of other articles has the office: "Premier Li"."""
    if len(fits) < 2 or mention.role is None:  # noqa: PLR2004 - of one, it may be a new office
        return False
    found = described(mention.role.text)
    return found is not None and not any(k.heads.intersection(found.heads) for k in fits)


def _names_thing(mention: Mention, *, here: bool) -> bool:
    """Whether a single word is rather the place, company or work of that name."""
    if mention.titled:
        return False
    if mention.articled or mention.firm or (mention.marked and not here):
        return True
    text = mention.passage.text
    if naming.known_place(text):
        if mention.located or not here:
            return mention.label != "PERSON" or mention.located
        return mention.label == "PLACE" and naming.state_of(text) is not None
    return not here and mention.label == "OUTLET"
