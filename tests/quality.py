"""How right a dossier is, against what a careful editor takes from the same articles.

In: an exported dossier, the texts of its articles, and the story's `gold.yml`. Out: for each
figure how many are right and of how many. A published passage stands for a told one of the same
article where the two share half of the shorter one, and neither is more than three times as long.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

Row = Mapping[str, Any]
HALF = 0.5
LONGEST = 3  # times as long as the other


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Characters of one article."""

    article: str
    start: int
    end: int

    def stands_for(self, other: "Place") -> bool:
        """Whether the two tell the same, by the characters that they share."""
        lengths = sorted((self.end - self.start, other.end - other.start))
        both = min(self.end, other.end) - max(self.start, other.start)
        return (
            self.article == other.article
            and both >= HALF * lengths[0]
            and lengths[1] <= LONGEST * max(lengths[0], 1)
        )


class Tally:
    """Hits and tries by figure."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.tries: Counter[str] = Counter()
        self.missed: list[str] = []

    def add(self, figure: str, what: object, *, hit: bool) -> None:
        """Count one try."""
        self.tries[figure] += 1
        self.hits[figure] += hit
        if not hit:
            self.missed.append(f"{figure}: {what}")

    def figures(self) -> dict[str, float]:
        """The share of hits of each figure, in per cent with one decimal."""
        return {name: round(100 * self.hits[name] / self.tries[name], 1) for name in self.tries}


def judge(tally: Tally, dossier: Row, texts: Mapping[str, str], gold: Row) -> None:
    """Count every figure of one story."""
    _people(tally, dossier, gold)
    _quotes(tally, dossier, texts, gold)
    _claims(tally, dossier, texts, gold)
    _events(tally, dossier, texts, gold)
    for row in gold["never"]:
        said = next(filter(re.compile(row["match"]).search, _published(dossier, row)), None)
        tally.add("false lines left out", f"{said}: {row['why']}", hit=said is None)


def _people(tally: Tally, dossier: Row, gold: Row) -> None:
    entries = [_names(entry) for entry in dossier["people"]]
    known = [{_plain(name) for name in (row["name"], *row["surfaces"])} for row in gold["people"]]
    for row, names in zip(gold["people"], known, strict=True):
        full = {name for name in names if " " in name} or names
        own = [entry for entry in entries if entry & full]
        tally.add("people in one entry", row["name"], hit=len(own) == 1)
    for entry in entries:
        tally.add("entries that are people", entry, hit=any(entry & names for names in known))


def _quotes(tally: Tally, dossier: Row, texts: Mapping[str, str], gold: Row) -> None:
    found = [(_of(quote), quote) for quote in dossier["quotes"]]
    told = [(_in(texts, row), row) for row in gold["quotes"]]
    for place, row in told:
        if row.get("optional"):
            continue
        near = [quote for where, quote in found if where.stands_for(place)]
        tally.add("quotes found", row["text"][:60], hit=bool(near))
        if near:
            speaker = _known_as(dossier, gold, near[0]["speaker"])
            what = f"{row['text'][:60]} by {speaker}, not {row['speaker']}"
            tally.add("speakers right", what, hit=speaker == row["speaker"])
    for where, quote in found:
        real = any(where.stands_for(place) for place, _ in told)
        tally.add("quotes that are quotes", quote["text"][:60], hit=real)


def _claims(tally: Tally, dossier: Row, texts: Mapping[str, str], gold: Row) -> None:
    told = [(_in(texts, row), fact["id"]) for fact in gold["facts"] for row in fact["told"]]
    claims = [
        [(row["article"], _facts(_of(row), told)) for row in claim["statements"]]
        for claim in dossier["claims"]
    ]
    for fact in gold["facts"]:
        for pair in combinations(sorted({row["article"] for row in fact["told"]}), 2):
            held = any(
                set(pair) <= {article for article, facts in claim if fact["id"] in facts}
                for claim in claims
            )
            tally.add("tellings joined", (fact["id"], pair), hit=held)
    for claim in claims:
        for (one, facts), (other, others) in combinations(claim, 2):
            if one != other and facts and others:
                tally.add("joins that are right", (facts, others), hit=bool(facts & others))


def _events(tally: Tally, dossier: Row, texts: Mapping[str, str], gold: Row) -> None:
    told = [(_in(texts, row), event["id"]) for event in gold["events"] for row in event["told"]]
    days = {event["id"]: set(_days(event)) for event in gold["events"]}
    entries = [
        (event, {id_ for row in event["passages"] for id_ in _facts(_of(row), told)})
        for event in dossier["events"]
    ]
    for id_, dates in days.items():
        dated = any(id_ in ids and _day(event["date"]) in dates for event, ids in entries)
        tally.add("events with their day", id_, hit=dated)
    for event, ids in entries:
        real = any(_day(event["date"]) in days[id_] for id_ in ids)
        tally.add("entries that are events", (event["date"], event["text"][:60]), hit=real)


def _published(dossier: Row, row: Row) -> Iterator[str]:
    """What a reader would read in the place that the row names, by whom it names."""
    by = row.get("by")
    if row["where"] == "differences":
        for claim in dossier["claims"]:
            for difference in claim["differences"]:
                yield " / ".join(str(value["value"]) for value in difference["values"])
    elif row["where"] == "quotes":
        yield from (q["text"] for q in dossier["quotes"] if _is_by(dossier, q["speaker"], by))
    elif row["where"] == "claims" and by is not None:
        for claim in dossier["claims"]:
            for part in claim["statements"]:
                if _is_by(dossier, part["attributed_to"], by):
                    yield part["text"]
    else:
        key = "name" if row["where"] == "people" else "text"
        yield from (item[key] for item in dossier[row["where"]])


def _is_by(dossier: Row, id_: str | None, name: str | None) -> bool:
    return name is None or _plain(name) in _named(dossier, id_)


def _known_as(dossier: Row, gold: Row, id_: str | None) -> str | None:
    """The name that the editor knows an entity by; its own name where the editor knows none."""
    names = _named(dossier, id_)
    for row in (*gold["people"], *gold["organisations"]):
        if names & {_plain(name) for name in (row["name"], *row["surfaces"])}:
            return str(row["name"])
    return min(names, default=None)


def _named(dossier: Row, id_: str | None) -> set[str]:
    for kind in ("people", "organisations", "places", "outlets"):
        for entry in dossier[kind]:
            if entry["id"] == id_:
                return _names(entry)
    return set()


def _names(entry: Row) -> set[str]:
    return {_plain(name) for name in (entry["name"], *entry["aliases"])}


def _plain(name: str) -> str:
    return name.replace("’", "'").casefold().strip()


def _facts(place: Place, told: Iterable[tuple[Place, str]]) -> set[str]:
    return {id_ for where, id_ in told if place.stands_for(where)}


def _of(row: Row) -> Place:
    return Place(article=row["article"], start=row["start"], end=row["end"])


def _in(texts: Mapping[str, str], row: Row) -> Place:
    start = texts[row["article"]].index(row["text"])
    return Place(article=row["article"], start=start, end=start + len(row["text"]))


def _days(event: Row) -> Iterator[str]:
    also = event.get("also") or ()
    dates = [event["date"], *([also] if isinstance(also, str | int) else also)]
    yield from (_day(str(date)) for date in dates)
    yield from (_day(str(row["date"])) for row in event["told"] if "date" in row)


def _day(date: str | None) -> str:
    return re.sub(r"T[\d:]+|[~?]", "", date or "")
