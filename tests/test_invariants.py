"""What holds of every dossier, walked over the real one: provenance, ids, references."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

import edtf
import pytest

from builder.load import load_seeds
from builder.pipeline import build_pages
from tests.conftest import REPOSITORY, copy_story

pytestmark = pytest.mark.model
Row = dict[str, Any]
ENTITIES = ("people", "organisations", "places", "outlets")
REPORTERS = {
    "Andrew Hayley", "Ryan Woo", "Lidia Kelly", "Ethan Wang", "John Geddie", "Michael Perry",
}  # fmt: skip
RUBBISH = (
    "Leave a Reply", "The story continues below the ad", "Click to play", "Trudeau",
    "Belgorod", "Back to top", "Required fields", "You May Also Like", "notified every time",
)  # fmt: skip

RECEIVED = {
    "000": "694310edd8b61d23",
    "001": "b00af7ab10b3c38c",
    "002": "d726630cee4ba801",
    "003": "eccf0c79cd6c36ef",
    "004": "224f93143bb24e85",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Row:
    folder = copy_story(REPOSITORY, tmp_path_factory.mktemp("real"))
    build_pages(folder)
    return json.loads((folder / "docs" / "data" / "dossier.json").read_text())


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {raw.id: raw.text for raw in load_seeds(REPOSITORY).articles}


def passages(row: object, article: str | None = None) -> Iterator[tuple[str, Row]]:
    """Every object with offsets and text, with the article that it stands in."""
    if isinstance(row, dict):
        article = row["article"] if isinstance(row.get("article"), str) else article
        if {"start", "end", "text"} <= set(row):
            assert article is not None
            yield article, row
        yield from chain.from_iterable(passages(value, article) for value in row.values())
    elif isinstance(row, list):
        yield from chain.from_iterable(passages(item, article) for item in row)


def keys(row: object) -> Iterator[str]:
    """Every key, however deep."""
    if isinstance(row, dict):
        yield from row
        yield from chain.from_iterable(map(keys, row.values()))
    elif isinstance(row, list):
        yield from chain.from_iterable(map(keys, row))


def test_the_guide_names_every_key(dossier: Row):
    told = (REPOSITORY / "docs" / "guide" / "data.md").read_text()
    everywhere = {"schema", "title", "article", "start", "end", "text"}
    assert [key for key in sorted({*keys(dossier)} - everywhere) if f"`{key}`" not in told] == []


def test_every_passage_is_the_articles_text(dossier: Row, texts: dict[str, str]):
    walked = 0
    for article, row in passages(dossier):
        assert texts[article][row["start"] : row["end"]] == row["text"] != ""
        walked += 1
    assert walked > 500


def test_every_item_has_a_passage(dossier: Row):
    for kind in ("people", "organisations", "places"):
        assert all(entity["mentions"] for entity in dossier[kind])
    credited = {
        credit["outlet"] for article in dossier["articles"] for credit in article["credits"]
    }
    for outlet in dossier["outlets"]:
        assert outlet["articles"] or outlet["citations"] or outlet["id"] in credited
    assert all(claim["statements"] for claim in dossier["claims"])
    assert all(event["passages"] for event in dossier["events"])
    assert all(relation["passages"] for relation in dossier["relations"])


def test_ids_are_unique_across_all_kinds(dossier: Row):
    kinds = ("articles", "lineages", *ENTITIES, "quotes", "utterances", "claims", "events")
    ids = [item["id"] for kind in kinds for item in dossier[kind]]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere(dossier: Row):
    ids = {kind: {item["id"] for item in dossier[kind]} for kind in dossier if kind != "relations"
           and isinstance(dossier[kind], list) and kind != "ambiguous"}  # fmt: skip
    speakers = set().union(*(ids[kind] for kind in ENTITIES)) | {None}
    for quote in dossier["quotes"]:
        assert {quote["speaker"], quote["addressee"], quote["told_to"], quote["via"]} <= speakers
        assert quote["utterance"] in ids["utterances"] | {None}
        assert 0 <= quote["confidence"] <= 1
    for said in dossier["utterances"]:
        assert set(said["quotes"]) <= ids["quotes"]
    for claim in dossier["claims"]:
        count = len(claim["statements"])
        for difference in claim["differences"]:
            assert len(difference["values"]) > 1
            assert all(
                0 <= i < count for value in difference["values"] for i in value["statements"]
            )
        assert set(claim["outlets"]) <= ids["outlets"]
        assert 1 <= claim["independent_sources"] <= count
    for event in dossier["events"]:
        assert set(event["people"]) <= ids["people"]
        assert set(event["places"]) <= ids["places"]
        assert set(event["claims"]) <= ids["claims"]
        assert event["date"] is None or edtf.parse_edtf(event["date"])
    for line in dossier["lineages"]:
        assert set(line["articles"]) <= ids["articles"]
        assert line["source"] in ids["outlets"] | {None}
    for relation in dossier["relations"]:
        assert {relation["from"], relation["to"]} <= ids["people"]


def test_a_statement_stands_in_one_claim_at_most(dossier: Row):
    places = [
        (statement["article"], statement["start"], statement["end"])
        for claim in dossier["claims"]
        for statement in claim["statements"]
    ]
    assert len(places) == len(set(places))


def test_a_quote_is_its_content_without_cue_and_speaker(dossier: Row):
    for quote in dossier["quotes"]:
        span = range(quote["start"], quote["end"])
        for part in (quote["cue"], quote["speaker_mention"]):
            assert part is None or part["start"] not in span
        if quote["kind"] == "direct":
            assert quote["text"][0] in "“\"‘'«„"
        for piece in quote["pieces"]:
            assert quote["start"] <= piece["start"] < piece["end"] <= quote["end"]
        assert (quote["kind"] == "mixed") == bool(quote["pieces"])


def test_the_parts_of_a_split_quote_share_their_group_and_speaker(dossier: Row):
    groups: dict[str, list[Row]] = {}
    for quote in dossier["quotes"]:
        if quote["group"] is not None:
            groups.setdefault(quote["group"], []).append(quote)
    assert groups
    for parts in groups.values():
        assert len(parts) > 1
        assert len({(part["article"], part["speaker"]) for part in parts}) == 1


def test_mentions_are_names(dossier: Row):
    for kind in ("people", "organisations", "places"):
        for entity in dossier[kind]:
            assert all(not mention["text"][0].islower() for mention in entity["mentions"])


def test_an_articles_sources_are_counted_by_lineage(dossier: Row):
    line = {article["id"]: article["lineage"] or article["id"] for article in dossier["articles"]}
    for claim in dossier["claims"]:
        sources = {line[statement["article"]] for statement in claim["statements"]}
        assert claim["independent_sources"] <= len(sources)
        if not any(d["kind"] != "wording" for d in claim["differences"]):
            assert claim["independent_sources"] == len(sources)


def test_nothing_comes_from_boilerplate(dossier: Row):
    masked = {article["id"]: article["boilerplate"] for article in dossier["articles"]}
    for article, row in passages({key: dossier[key] for key in dossier if key != "articles"}):
        assert not any(start < row["end"] and row["start"] < end for start, end in masked[article])
        assert not any(rubbish in row["text"] for rubbish in RUBBISH)


def test_twelve_people_have_pages_and_no_reporter_does(dossier: Row):
    names = {person["name"] for person in dossier["people"] if person["page"]}
    assert len(names) >= 12
    everyone = chain.from_iterable(
        [person["name"], *person["aliases"]] for person in dossier["people"]
    )
    assert not REPORTERS & set(everyone)
    authors = {author for article in dossier["articles"] for author in article["authors"]}
    assert authors >= REPORTERS


def test_agencies_are_cited_where_their_names_stand(dossier: Row):
    cited = {
        outlet["name"]: {citation["article"][:3] for citation in outlet["citations"]}
        for outlet in dossier["outlets"]
    }
    assert cited["CCTV"] == {"000"}
    assert cited["Xinhua"] == {"003"}
    assert cited["AFP"] == {"003"}
    assert cited["Interfax"] == {"002", "004"}
    assert cited["Reuters"] == {"002"}


def test_every_long_direct_quote_has_its_speaker(dossier: Row):
    long = [
        quote
        for quote in dossier["quotes"]
        if quote["kind"] == "direct" and len(quote["text"].split()) >= 8
    ]
    assert len(long) >= 15
    assert [quote["text"] for quote in long if quote["speaker"] is None] == []


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("the West views Russia and China as strategic", "Sergei Lavrov"),
        ("The peoples of Russia and China cherish", "Mikhail Mishustin"),
        ("should further enhance economic", "Xi Jinping"),
        ("Today, Russia-China relations are", "Mikhail Mishustin"),
        ("They are characterized by mutual respect", "Mikhail Mishustin"),
        ("influenced by the “increased turbulence", "Mikhail Mishustin"),
        ("it is not surprising that China is happy", "Steve Tsang"),
        ("it is hardly surprising that China is happy", "Steve Tsang"),
        ("China’s policy toward the war in Ukraine is ‘declare", "Steve Tsang"),
        ("China is willing to work with Russia", "Li Qiang"),
        ("Tightening ties with China is a strategic course", "Nikolai Patrushev"),
        ("I believe your trip to China", "Li Qiang"),
        ("This is a year-on-year increase", "Li Qiang"),
        ("The scale of investment between the two", "Li Qiang"),
        ("Strategic large-scale projects", "Li Qiang"),
        ("supplies to China would increase by 40 percent", "Alexander Novak"),
        ("brought together more by shared grievances", "Ryan Hass"),
        ("They both resent and feel threatened", "Ryan Hass"),
        ("firm support on issues concerning", "Xi Jinping"),
    ],
)
def test_the_name_beside_a_quote_is_the_one_the_article_gives(
    dossier: Row, words: str, speaker: str
):
    names = {entity["id"]: entity["name"] for kind in ENTITIES for entity in dossier[kind]}
    quotes = [quote for quote in dossier["quotes"] if words in quote["text"]]
    assert {names.get(quote["speaker"]) for quote in quotes} == {speaker}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("illegitimate sanctions", "pattern of sensational pressure"),
        ("illegitimate sanctions", "sensational pressure pattern"),
        ("should further upgrade economic", "should further enhance economic"),
    ],
)
def test_two_translations_are_one_utterance(dossier: Row, one: str, other: str):
    def utterances(words: str) -> set[str | None]:
        said = [said for quote in dossier["quotes"] for said in (quote, *quote["pieces"])]
        return {row["utterance"] for row in said if words in row["text"]}

    assert (utterances(one) & utterances(other)) - {None}


def test_weekdays_are_days_of_may_2023(dossier: Row):
    days = {
        (telling["timex"]["text"].removesuffix("’s"), telling["timex"]["value"])
        for event in dossier["events"]
        for telling in event["passages"]
        if telling["timex"]
    }
    assert {
        ("Monday", "2023-05-22"),
        ("Tuesday", "2023-05-23"),
        ("Wednesday", "2023-05-24"),
        ("Friday", "2023-05-26"),
    } <= days


def test_three_articles_descend_from_one_report(dossier: Row):
    lines = [{article[:3] for article in line["articles"]} for line in dossier["lineages"]]
    assert {"001", "002", "004"} in lines
    assert not any("000" in line for line in lines)


def test_seeds_are_the_files_as_received():
    for raw in load_seeds(REPOSITORY).articles:
        received = RECEIVED[raw.id[:3]]
        assert raw.sha256.startswith(received)
