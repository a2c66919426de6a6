"""What holds of the real dossier beyond the contract: evidence, people, speakers, lineages."""

import json
from itertools import chain

import pytest

from builder.load import load_seeds
from builder.pipeline import build_pages
from tests.conftest import REPOSITORY, copy_story
from tests.contract import Row, passages

pytestmark = pytest.mark.model
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


def test_every_outlet_has_an_article_or_a_passage(dossier: Row):
    credited = {
        credit["outlet"] for article in dossier["articles"] for credit in article["credits"]
    }
    for outlet in dossier["outlets"]:
        assert outlet["articles"] or outlet["citations"] or outlet["id"] in credited


def test_a_direct_quote_begins_with_its_mark(dossier: Row):
    for quote in dossier["quotes"]:
        assert quote["kind"] != "direct" or quote["text"][0] in "“\"‘'«„"


def test_mentions_are_names(dossier: Row):
    for kind in ("people", "organisations", "places"):
        for entity in dossier[kind]:
            assert all(not mention["text"][0].islower() for mention in entity["mentions"])


def test_an_articles_sources_are_counted_by_lineage(dossier: Row):
    line = {article["id"]: article["lineage"] or article["id"] for article in dossier["articles"]}
    for claim in dossier["claims"]:
        sources = {line[statement["article"]] for statement in claim["statements"]}
        assert 1 <= claim["independent_sources"] <= len(sources)
        if not any(
            said["attributed_to"] or said["via"] for said in claim["statements"]
        ) and not any(d["kind"] != "wording" for d in claim["differences"]):
            assert claim["independent_sources"] == len(sources)


def test_nothing_comes_from_boilerplate(dossier: Row):
    masked = {article["id"]: article["boilerplate"] for article in dossier["articles"]}
    taken = {key: dossier[key] for key in dossier if key != "articles"}
    for _, article, row in passages(taken):
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
