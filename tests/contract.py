"""What is wrong with a dossier, by its contract: the schema first, then what no schema can say.

In: a dossier as plain data, the texts of its articles by id, and the addresses of the pages that
were made. Out: the faults, each in one line that says where it is; none for a sound dossier.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import edtf
from jsonschema import Draft202012Validator

from builder.export import contract_schema
from builder.model.blanks import is_blank

Row = dict[str, Any]
WHO = ("people", "organisations", "places", "outlets")
KINDS = ("articles", "lineages", *WHO, "quotes", "utterances", "claims", "events")

_KINDS_OF = {
    "article": ("articles",),
    "outlet": ("outlets",),
    "lineage": ("lineages",),
    "source": ("outlets",),
    "candidates": ("people", "organisations", "places"),
    "speaker": WHO,
    "addressee": WHO,
    "told_to": ("outlets",),
    "via": ("outlets",),
    "utterance": ("utterances",),
    "attributed_to": WHO,
    "relayed_by": WHO,
    "from": ("people",),
    "to": ("people",),
    "$.outlets.articles": ("articles",),
    "$.lineages.articles": ("articles",),
    "$.utterances.quotes": ("quotes",),
    "$.claims.outlets": ("outlets",),
    "$.claims.people": ("people",),
    "$.events.people": ("people",),
    "$.events.places": ("places",),
    "$.events.claims": ("claims",),
}
"""Which kinds a key may name, by its path where the key alone does not tell."""


def faults(
    dossier: Row, texts: Mapping[str, str], pages: Collection[str] | None = None
) -> list[str]:
    """All that the contract forbids; `pages` are addresses, `None` where none are made."""
    broken = list(schema_faults(dossier, "DossierRow"))
    if broken:
        return broken
    return [
        *_repeated_ids(dossier),
        *_outlets_as_organisations(dossier),
        *_lost_references(dossier),
        *_wrong_passages(dossier, texts),
        *_blank_edges(dossier),
        *_spans_of_quotes(dossier),
        *_split_quotes(dossier),
        *_utterances(dossier),
        *_claims(dossier),
        *_events(dossier),
        *_one_sided(dossier),
        *(() if pages is None else _lost_pages(dossier, pages)),
    ]


def schema_faults(row: Row, kind: str) -> Iterator[str]:
    """Where a row breaks the schema of its kind: `DossierRow`, `StoryRow` or `FindingsRow`."""
    validator = Draft202012Validator({**contract_schema(), "$ref": f"#/$defs/{kind}"})
    for error in validator.iter_errors(row):
        yield f"{error.json_path}: {error.message[:200]}"


def addresses(docs: Path) -> set[str]:
    """The addresses of the Markdown pages in the folder."""
    names = {path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md")}
    return {f"{name.removesuffix('index').removesuffix('/')}/" for name in names}


def _repeated_ids(dossier: Row) -> Iterator[str]:
    ids = Counter(item["id"] for kind in KINDS for item in dossier[kind])
    yield from (f"the id {id_} stands {count} times" for id_, count in ids.items() if count > 1)


def _outlets_as_organisations(dossier: Row) -> Iterator[str]:
    outlets = {name for outlet in dossier["outlets"] for name in _names(outlet)}
    for organisation in dossier["organisations"]:
        for name in sorted(_names(organisation) & outlets):
            yield f"the organisation {organisation['id']} is an outlet too, by the name “{name}”"


def _names(item: Row) -> set[str]:
    """What it is called, capitals and "the" aside."""
    names = (" ".join(name.casefold().split()) for name in (item["name"], *item["aliases"]))
    return {name.removeprefix("the ") for name in names}


def _lost_references(dossier: Row) -> Iterator[str]:
    """Ids that name nothing, or something of another kind."""
    known = {kind: {item["id"] for item in dossier[kind]} for kind in KINDS}
    for path, key, id_ in _strings(dossier, "$"):
        kinds = _KINDS_OF.get(f"{path}.{key}") or _KINDS_OF.get(key) or ()
        if kinds and not any(id_ in known[kind] for kind in kinds):
            yield f"{path}.{key}: {id_} is none of the {' or '.join(kinds)}"


def _strings(row: object, path: str) -> Iterator[tuple[str, str, str]]:
    """Every string, with the key that it stands under and the path to it, without numbers."""
    for key, value in row.items() if isinstance(row, dict) else ():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield path, key, item
            else:
                yield from _strings(item, f"{path}.{key}")


def _wrong_passages(dossier: Row, texts: Mapping[str, str]) -> Iterator[str]:
    for path, article, row in passages(dossier):
        text, start, end = texts[article], row["start"], row["end"]
        if not start < end <= len(text):
            yield f"{path}: {start} to {end} is no passage of {article}"
        elif text[start:end] != row.get("text", text[start:end]):
            yield f"{path}: “{row['text']}” is not what {article} says there"
    for record in dossier["articles"]:
        for start, end in record["boilerplate"]:
            if not start < end <= len(texts[record["id"]]):
                yield f"$.articles.boilerplate: {start} to {end} is no passage of {record['id']}"


def passages(
    row: object, article: str | None = None, path: str = "$"
) -> Iterator[tuple[str, str, Row]]:
    """Every object with offsets, with its path and the article that it stands in."""
    if isinstance(row, list):
        yield from chain.from_iterable(passages(item, article, path) for item in row)
    elif isinstance(row, dict):
        own = str(row["id"] if path == "$.articles" else row.get("article", article))
        if {"start", "end"} <= set(row):
            yield path, own, row
        for key, value in row.items():
            yield from passages(value, own, f"{path}.{key}")


def _blank_edges(dossier: Row) -> Iterator[str]:
    """Passages of quotes and of whatever belongs to them that begin or end with a blank."""
    for path, article, row in passages(dossier["quotes"], path="$.quotes"):
        if is_blank(row["text"][0]) or is_blank(row["text"][-1]):
            yield f"{path}: “{row['text']}” in {article} has a blank at its edge"


def _spans_of_quotes(dossier: Row) -> Iterator[str]:
    for quote in dossier["quotes"]:
        for part in (quote["cue"], quote["speaker_mention"]):
            if part is not None and quote["start"] <= part["start"] < quote["end"]:
                yield f"{quote['id']} holds its own cue or speaker, “{part['text']}”"
        if (quote["kind"] == "mixed") != bool(quote["pieces"]):
            yield f"{quote['id']} is {quote['kind']} and has {len(quote['pieces'])} pieces"
        for piece in quote["pieces"]:
            if not quote["start"] <= piece["start"] < piece["end"] <= quote["end"]:
                yield f"{quote['id']} does not hold its piece “{piece['text']}”"


def _split_quotes(dossier: Row) -> Iterator[str]:
    """Groups of one part or of several speakers, and parts of one cue without their group."""
    groups: dict[str, list[Row]] = defaultdict(list)
    cues: dict[tuple[str, int], list[str | None]] = defaultdict(list)
    for quote in dossier["quotes"]:
        if quote["group"] is not None:
            groups[quote["group"]].append(quote)
        if quote["cue"] is not None:
            cues[quote["article"], quote["cue"]["start"]].append(quote["group"])
    for group, parts in groups.items():
        if len(parts) == 1:
            yield f"{group} is a split quote of one part"
        if len({(part["article"], part["speaker"]) for part in parts}) > 1:
            yield f"{group} has parts of several articles or speakers"
    for cue, named in cues.items():
        if len(named) > 1 and (len(set(named)) > 1 or None in named):
            yield f"the parts of the quote with the cue at {cue} do not share their group"


def _utterances(dossier: Row) -> Iterator[str]:
    """Utterances and quotes that do not name each other."""
    from_quotes = {
        (said["utterance"], quote["id"])
        for quote in dossier["quotes"]
        for said in (quote, *quote["pieces"])
        if said["utterance"] is not None
    }
    from_utterances = {
        (said["id"], quote) for said in dossier["utterances"] for quote in said["quotes"]
    }
    for said, quote in sorted(from_quotes ^ from_utterances):
        yield f"only one of {said} and {quote} names the other"


def _claims(dossier: Row) -> Iterator[str]:
    seen: Counter[tuple[str, int, int]] = Counter()
    known = {claim["id"] for claim in dossier["claims"]}
    for claim in dossier["claims"]:
        count = len(claim["statements"])
        seen.update((one["article"], one["start"], one["end"]) for one in claim["statements"])
        for difference in (*claim["differences"], {"values": claim["updates"]}):
            given = [index for value in difference["values"] for index in value["statements"]]
            if any(index >= count for index in given):
                yield f"a difference of {claim['id']} names a statement that it does not have"
        days = [value["as_of"] for value in claim["updates"]]
        if days != sorted(days):
            yield f"the updates of {claim['id']} are out of order"
        if not set(claim["related"]) <= known - {claim["id"]}:
            yield f"{claim['id']} is related to no other claim"
        if claim["independent_sources"] > len(dossier["articles"]):
            yield f"{claim['id']} has more independent sources than there are articles"
    yield from (f"the statement at {place} stands in claims twice" for place in seen
                if seen[place] > 1)  # fmt: skip


def _events(dossier: Row) -> Iterator[str]:
    for event in dossier["events"]:
        for conflict in event["conflicts"]:
            if any(index >= len(event["passages"]) for index in conflict["passages"]):
                yield f"a conflict of {event['id']} names a passage that it does not have"
        for day in (event["date"], *(conflict["date"] for conflict in event["conflicts"])):
            if day is not None and not _is_edtf(day):
                yield f"{event['id']} has the date {day}, which is no EDTF"


def _is_edtf(text: str) -> bool:
    try:
        edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return False
    return True


def _one_sided(dossier: Row) -> Iterator[str]:
    """Articles that their outlet or their lineage does not name, and the other way round."""
    for key, kind in (("outlet", "outlets"), ("lineage", "lineages")):
        told = {(row[key], row["id"]) for row in dossier["articles"] if row[key] is not None}
        listed = {
            (item["id"], article)
            for item in dossier[kind]
            if item["kind"] != "release"
            for article in item["articles"]
        }
        for item, article in sorted(told ^ listed):
            yield f"only one of {item} and {article} names the other"


def _lost_pages(dossier: Row, pages: Collection[str]) -> Iterator[str]:
    for kind in KINDS:
        for item in dossier[kind]:
            page = item.get("page")
            if page is not None and page not in pages:
                yield f"{item['id']} names the page {page}, which is not made"
