"""An invented story of any size: many people and outlets, wire reports and their copies.

In: a number of articles. Out: the text of each, and what stands beside it in `seeds/`. The same in
each run. The sentences are plain English, which spaCy reads as it reads news; what they tell is
drawn by lot. Of ten articles, four are reports of their own, and six are copies of one of the last
reports, with words, figures and the order of sentences changed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_GIVEN = (
    "Anna", "Boris", "Clara", "David", "Elena", "Felix", "Greta", "Henry", "Irene", "James",
    "Karin", "Louis", "Maria", "Nadia", "Oscar", "Paula", "Quentin", "Rosa", "Simon", "Teresa",
    "Ulrich", "Vera", "Walter", "Yusuf", "Zoe", "Agnes", "Bruno", "Celia", "Dominic", "Edith",
)  # fmt: skip
_FIRST = (
    "Bar", "Cor", "Del", "Fal", "Gar", "Hol", "Kam", "Lan", "Mor", "Nor", "Pel", "Ros",
    "Sal", "Tor", "Val", "Wen",
)  # fmt: skip
_MIDDLE = ("a", "e", "i", "o", "ani", "eri", "ing", "ol")
_LAST = (
    "berg", "dale", "ford", "holm", "kin", "land", "man", "mark", "mond", "ner",
    "ridge", "son", "stad", "ton", "well", "wick",
)  # fmt: skip
_ROLES = (
    "the harbour master", "the finance minister", "a union leader", "the mayor", "a police chief",
    "the head of the port authority", "a shipping analyst", "the opposition leader",
)  # fmt: skip
_PLACES = tuple(
    first + last
    for first in ("Port ", "Lake ", "New ", "North ", "Saint ")
    for last in ("Alder", "Brannock", "Corvin", "Delmar", "Estoril", "Farrow", "Gant", "Hale")
)
_BODIES = ("Union", "Shipping", "Bank", "Council", "Energy", "Institute", "Authority")
_DEEDS = (
    "approved a plan to rebuild {thing}",
    "closed {thing} for {count} days",
    "signed a contract worth {count} million dollars for {thing}",
    "dismissed {count} workers at {thing}",
    "found {count} faults in {thing}",
    "sued the owner of {thing}",
    "opened an inquiry into {thing}",
    "promised {count} million dollars for {thing}",
    "inspected {thing} and fined {count} companies",
)
_THINGS = tuple(
    f"the {kind} {thing}"
    for kind in ("old", "northern", "southern", "new", "damaged", "central", "private", "public")
    for thing in (
        "bridge", "terminal", "railway", "power plant", "hospital", "ferry line", "airport",
        "tunnel", "refinery", "market", "dam", "lighthouse", "shipyard", "school", "pipeline",
        "stadium",
    )
)  # fmt: skip
_HARM = "At least {count} people were injured when {thing} in {place} caught fire on {day}."
_SAID = (
    "“We will repair {thing} before the winter comes,” said {person}, {role} of {place}.",
    "{person}, {role}, said that {thing} would cost {count} million dollars.",
    "“Nobody told us that {thing} was unsafe,” {person} told reporters in {place}.",
    "{person} denied that {thing} had been sold to {body}.",
    "{person} warned that {count} families could lose their homes near {thing}.",
)
_OTHERS = (("rebuild", "restore"), ("found", "discovered"), ("workers", "employees"),
           ("warned", "cautioned"), ("approved", "backed"), ("promised", "pledged"))  # fmt: skip
_SENTENCES = 14  # an article, about 220 words
_REMEMBERED = 40  # reports that may be copied
_COPIES = 0.6  # of the articles
_CHANGED = 0.2  # of the copies give another figure
_HARMED = 0.1  # of what is said is that people were hurt
_DAYS = 120


@dataclass(frozen=True, kw_only=True)
class Report:
    """The sentences of a report, and its day."""

    sentences: tuple[str, ...]
    day: date


def articles(size: int) -> Iterator[tuple[str, str]]:
    """The text and the metadata, as YAML, of each article."""
    dice = random.Random(17)  # noqa: S311 - an invented story, the same in each run
    reports: list[Report] = []
    for number in range(size):
        if reports and dice.random() < _COPIES:
            report = _copy(dice, dice.choice(reports))
        else:
            report = _report(dice, date(2025, 1, 1) + timedelta(days=number * _DAYS // size), size)
            reports = [*reports, report][-_REMEMBERED:]
        outlet = f"{dice.choice(_PLACES)} {dice.choice(('Times', 'Herald', 'Post', 'News'))}"
        title = report.sentences[0].rstrip(".")
        text = "\n\n".join(
            " ".join(report.sentences[start : start + 2]) for start in range(0, _SENTENCES, 2)
        )
        told = f'title: "{title}"\noutlet: {outlet}\npublished: {report.day}\n'
        yield text + "\n", told


def _report(dice: random.Random, day: date, size: int) -> Report:
    """A report of what one body did, with people who speak of it; most of them are new."""
    people = [_person(dice, size) for _ in range(4)]
    body = f"{dice.choice(_FIRST)}{dice.choice(_LAST)} {dice.choice(_BODIES)}"
    place, sentences = dice.choice(_PLACES), []
    for number in range(_SENTENCES):
        said = _HARM if dice.random() < _HARMED else dice.choice(_SAID)
        deed = f"{body} {dice.choice(_DEEDS)} in {{place}} on {{day}}."
        form = said if number % 3 else deed
        sentences.append(
            form.format(
                thing=dice.choice(_THINGS), count=dice.randint(2, 900), place=place, body=body,
                day=f"{day - timedelta(days=dice.randint(0, 5)):%A}",
                person=dice.choice(people), role=dice.choice(_ROLES),
            )
        )  # fmt: skip
    return Report(sentences=tuple(sentences), day=day)


def _copy(dice: random.Random, report: Report) -> Report:
    """The same a day later: other words here and there, a figure changed, the order too."""
    first, *others = report.sentences
    for word, other in dice.sample(_OTHERS, 3):
        others = [sentence.replace(word, other) for sentence in others]
    if dice.random() < _CHANGED:
        others[0] = others[0].replace("1", "2", 1)
    place = dice.randrange(1, len(others))
    return Report(
        sentences=(first, *others[:place], *reversed(others[place:])),
        day=report.day + timedelta(days=dice.randint(0, 1)),
    )


def _person(dice: random.Random, size: int) -> str:
    """One of twice as many people as articles; the first ones are named most often."""
    rank = int(2 * size * dice.random() ** 2)
    whom = random.Random(rank)  # noqa: S311 - the same person under the same rank
    family = whom.choice(_FIRST) + whom.choice(_MIDDLE) + whom.choice(_LAST)
    return f"{whom.choice(_GIVEN)} {family}"
