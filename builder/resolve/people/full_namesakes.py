"""Two people of one full name: forms in; forms of one person each, and what may be either's, out.

Some article must tell them apart: by two ages behind the name ("Ana Ruiz, 61, …", "Ana Ruiz (34)")
or in words ("another Ana Ruiz, a teacher,"). Other mentions of the name go the way of short names:
to the one who fits, else they stay open. Missed on purpose: two people whom articles only describe
differently; one may well be mayor and teacher.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from builder.model.ids import ArticleId
from builder.resolve.entities.mentions import Mention
from builder.resolve.people.classification import Form

_APART = 2.0  # years; one person is a year older after a birthday


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The forms, once those that two people bear are parted."""

    forms: tuple[Form, ...]
    """Each of one person, as far as anybody tells."""
    namesakes: tuple[Form, ...]
    """Of people who bear the name of one of the forms, and are somebody else."""
    open: tuple[Mention, ...]
    """Mentions that may be either's."""


def told_apart(forms: Iterable[Form]) -> Told:
    """The forms with people of one full name apart; the one named most keeps its place."""
    kept: list[Form] = []
    namesakes: list[Form] = []
    open_: list[Mention] = []
    for form in forms:
        people = _by_age(form.mentions) or _by_words(form.mentions)
        if not people:
            kept.append(form)
            continue
        main, *others = sorted(people, key=lambda mentions: (-len(mentions), mentions[0].passage))
        parts = [replace(form, mentions=tuple(one), apart=_apart(one)) for one in (main, *others)]
        kept.append(parts[0])
        namesakes.extend(parts[1:])
        own = {id(mention) for one in people for mention in one}
        open_.extend(mention for mention in form.mentions if id(mention) not in own)
    return Told(forms=tuple(kept), namesakes=tuple(namesakes), open=tuple(open_))


def _by_age(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Those with an age, by it, where one article gives two."""
    told: dict[ArticleId, set[float]] = defaultdict(set)
    for mention in mentions:
        if mention.age is not None and mention.aged:
            told[mention.article].add(mention.age)
    ages = sorted({age for own in told.values() if max(own) - min(own) >= _APART for age in own})
    firsts = [age for number, age in enumerate(ages) if not number or age - ages[number - 1] > 1]
    people: dict[float, list[Mention]] = defaultdict(list)
    for mention in mentions:
        near = [
            age for age in firsts if mention.age is not None and abs(mention.age - age) < _APART
        ]
        if near:
            people[near[0]].append(mention)
    return list(people.values())


def _by_words(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Who is "another of the name", and the first, whom alone other articles know."""
    others = [mention for mention in mentions if mention.another]
    begins: dict[ArticleId, int] = {}
    for mention in others:
        begins.setdefault(mention.article, mention.passage.start)
    first = [
        mention
        for mention in mentions
        if mention.article not in begins or mention.passage.start < begins[mention.article]
    ]
    return [first, others] if first and others else []


def _apart(mentions: Sequence[Mention]) -> str:
    """What tells a person from others of the name: the age, else the role."""
    ages = (f"{mention.age:.0f}" for mention in mentions if mention.age is not None)
    roles = (mention.role.text for mention in mentions if mention.role is not None)
    return next(ages, None) or next(roles, "")
