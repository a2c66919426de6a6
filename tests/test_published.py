"""When an article was published: printed by itself, told by its story, or left open."""

from dataclasses import replace
from datetime import date

import pytest

from builder.extract import findings_of
from builder.extract.times.datelines import printed_in
from builder.jsonl import Text
from builder.model.article import Metadata
from builder.model.findings import Findings, FoundTime
from builder.model.ids import ArticleId, LineageId
from builder.model.records import Lineage
from builder.model.times import TimeExpression
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.times.publication import inferred_dates
from builder.settings import Settings
from builder.texts import resolve
from tests.conftest import article_of

PRINTED = [
    ("Storm hits Rome\nPublished: 4 March 2026\nIt rained.", "4 March 2026"),
    ("Storm hits Rome\nMarch 4, 2026 10:32 am\nIt rained.", "March 4, 2026"),
    ("Storm hits Rome\nUpdated 6 March 2026, posted 4 March 2026\nIt rained.", "4 March 2026"),
    ("Storm hits Rome\nLast updated 6 March 2026\nIt rained.", "6 March 2026"),
    ("Storm hits Rome\nBy Ana Ruiz, Coast Radio, 4 March 2026\nIt rained.", "4 March 2026"),
    ("ROME, March 4 (Coast News) – It rained.", "March 4"),
    ("ROME, 4 March 2026 (Coast News) -- It rained.", "4 March 2026"),
    ("ROME, March 4 – It rained.", "March 4"),
    ("Posted on 2026-03-04\nIt rained.", "2026-03-04"),
]
OPEN = [
    "Storm hits Rome\nIt rained on 4 March 2026 in Rome.",
    "The law was published on 4 March 2026 and widely read.",
    "On March 4, it rained.",
    "March 2026\nIt rained.",
    "Published 31 February 2026\nIt rained.",
    "",
]


@pytest.mark.parametrize(("text", "words"), PRINTED, ids=[row[0] for row in PRINTED])
def test_the_date_that_an_article_prints_is_its_own(text, words):
    found = printed_in(article_of(text))
    assert found is not None
    assert found.passage.text == words


@pytest.mark.parametrize("text", OPEN, ids=[text or "empty" for text in OPEN])
def test_a_date_in_a_sentence_is_not_that_of_the_article(text):
    assert printed_in(article_of(text)) is None


def test_a_stamp_in_boilerplate_is_read_wherever_it_stands():
    text = "It rained.\n" * 80 + "First published: 4 March 2026\nShare"
    article = article_of(text, boilerplate=((880, len(text)),))
    assert printed_in(article).passage.text == "4 March 2026"
    assert printed_in(article_of(text)) is None
    unlabelled = text.replace("First published: ", "Storms of ")
    assert printed_in(article_of(unlabelled, boilerplate=((880, len(unlabelled)),))) is None


def found_of(id_, printed=None, times=()):
    return Findings(article=ArticleId(id_), printed=printed, times=times)


def time_of(**fields):
    tense = fields.pop("tense", None)
    return FoundTime(
        passage=article_of("x").passage(0, 1), type="DATE", tense=tense,
        expression=TimeExpression(**fields),
    )  # fmt: skip


def stated(id_, day):
    return article_of("x", id_=id_, metadata=Metadata(published=day))


def inferred(articles, findings, *lines):
    lineages = [
        Lineage(
            id=LineageId("l"), articles=tuple(ArticleId(id_) for id_ in line), source=None,
            inferred=True, evidence="",
        )
        for line in lines
    ]  # fmt: skip
    return inferred_dates(articles, findings, lineages, EntityIndex())


DAY = date(2026, 3, 4)


def test_a_stated_date_is_never_inferred():
    found = found_of("a", time_of(value="2026-03-05"))
    assert inferred([stated("a", DAY)], [found]) == {}


def test_a_printed_date_comes_with_its_words():
    made = inferred([article_of("x", id_="a")], [found_of("a", time_of(value="2026-03-04"))])
    assert made["a"].date == DAY
    assert made["a"].evidence == "the article's own date line, “x”"


def test_a_printed_day_takes_the_year_of_the_story_or_none():
    article, found = article_of("x", id_="a"), found_of("a", time_of(month=12, day=31))
    dated = [article, stated("b", date(2026, 1, 1))]
    assert inferred(dated, [found, found_of("b")])["a"].date == date(2025, 12, 31)
    assert inferred([article], [found]) == {}


def test_articles_of_one_report_share_their_date_where_it_is_one():
    articles = [article_of("x", id_="a"), stated("b", DAY), stated("c", DAY)]
    findings = [found_of(id_) for id_ in "abc"]
    made = inferred(articles, findings, "abc")
    assert (made["a"].date, made["a"].evidence) == (DAY, "the date of b, c, from the same report")
    other = [*articles[:2], stated("c", date(2026, 3, 6))]
    assert inferred(other, findings, "abc") == {}
    assert inferred(articles, findings) == {}


def test_an_article_that_tells_what_came_later_is_younger():
    articles = [article_of("x", id_="a"), stated("b", DAY)]
    later = found_of("a", times=(time_of(value="2026-03-09", tense="past"),))
    assert inferred(articles, [later, found_of("b")], "ab") == {}
    due = found_of("a", times=(time_of(value="2026-03-09", tense="future"),))
    assert inferred(articles, [due, found_of("b")], "ab")["a"].date == DAY


@pytest.mark.model
def test_the_same_deed_on_the_same_weekday_dates_an_article(parse):
    texts = (
        "Mayor Ana Ruiz met Ben Okoye on Monday.",
        "On Monday Ana Ruiz met Ben Okoye in Rome.",
    )
    pairs = [parse(text) for text in texts]
    articles = [
        replace(article, id=ArticleId(id_), metadata=Metadata(published=day))
        for (article, _), id_, day in zip(pairs, "ab", (None, DAY), strict=True)
    ]
    findings = [
        findings_of(doc, article) for article, (_, doc) in zip(articles, pairs, strict=True)
    ]
    entities = entities_of(articles, findings, Decisions(), Settings(), Permalinks())
    made = inferred_dates(articles, findings, [], entities)
    assert made["a"].date == DAY
    assert "which tell the same deed on the same weekday" in made["a"].evidence


@pytest.mark.model
def test_an_article_without_any_date_leaves_weekdays_open():
    text = Text(
        story="s",
        doc_id="a",
        text="Ana Ruiz met Ben Okoye on Monday.",
        published=None,
        outlet=None,
    )
    (story,) = resolve([text])
    assert [event["date"] for event in story["events"]] == [None]
    assert story["articles"][0]["published_inferred"] is None


@pytest.mark.model
def test_an_inferred_date_dates_events_and_stays_apart_from_stated_ones():
    text = Text(
        story="s", doc_id="a", published=None, outlet=None,
        text="ROME, 4 March 2026 (Coast News) -- Ana Ruiz met Ben Okoye on Monday.",
    )  # fmt: skip
    (story,) = resolve([text])
    assert [event["date"] for event in story["events"]] == ["2026-03-02"]
    (article,) = story["articles"]
    assert article["published"] is None
    assert article["published_inferred"]["date"] == "2026-03-04"
