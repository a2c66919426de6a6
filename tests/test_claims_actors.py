"""When two statements of one claim tell of different people: names that are no difference."""

import pytest

from builder.annotate import annotate
from builder.extract import findings_of
from builder.jsonl import Text
from builder.model.entities import Entity
from builder.model.findings import Core, Findings, FoundStatement, Reference
from builder.model.ids import EntityId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims.actors import actor_is_told, actor_shown, same_actor
from builder.resolve.claims.comparable import tellings_of
from builder.resolve.claims.deeds import deeds_of_two
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.times import timexes_of
from builder.settings import Settings
from builder.texts import resolve
from tests.conftest import article_of

PEOPLE = {"ruiz": "Ana Ruiz", "okoro": "Piet Okoro"}
CAST = EntityIndex(
    people=tuple(
        Entity(
            id=EntityId(f"p-{word}"), kind="person", name=name, aliases=(), roles=(), mentions=(),
            page=None,
        )
        for word, name in PEOPLE.items()
    ),
    names={("a", 0, 4): EntityId("p-ruiz"), ("b", 0, 5): EntityId("p-okoro")},
)  # fmt: skip


def telling(actor: str, others: str, *, article: str = "c", form: str = "nominal"):
    text = f"{actor} {others}"
    whole = article_of(text, id_=article)
    core = Core(subject=tuple(actor.lower().split()), predicate=tuple(others.split()))
    statement = FoundStatement(
        passage=whole.passage(0, len(text)), score=0.5, reasons=(), core=core,
        actor=Reference(passage=whole.passage(0, len(actor)), form=form),
    )  # fmt: skip
    (found,) = tellings_of([Findings(article=whole.id, statements=(statement,))], CAST, (), {})
    return found


RUIZ = telling("Ruiz", "signed the pact", article="a", form="name")
OKORO = telling("Okoro", "signed the pact", article="b", form="name")
SAME = {
    "a_capital_for_its_state": (
        telling("Lima", "signed the pact", form="name"),
        telling("Peru", "signed the pact", form="name"),
    ),
    "a_state_and_its_minister": (
        telling("Peru", "signed the pact", form="name"),
        telling("Peru minister", "signed the pact"),
    ),
    "named_in_the_other_passage": (
        telling("Chile", "joins the pact", form="name"),
        telling("Minister", "confirms that chile joins the pact"),
    ),
    "an_office_and_a_name": (telling("The premier", "signed the pact"), RUIZ),
    "a_name_and_an_office": (RUIZ, telling("The premier", "signed the pact")),
    "both_named_in_each": (RUIZ, telling("Okoro", "and ruiz signed", article="b", form="name")),
}
DIFFERENT = {
    "two_people": (RUIZ, OKORO),
    "an_office_and_deputies": (
        telling("The premier", "signed the pact"),
        telling("Deputies from islands", "signed the pact"),
    ),
    "two_firms": (
        telling("Acme", "signed the pact", form="name"),
        telling("Norwood", "signed the pact", form="name"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_no_difference(pair):
    assert same_actor(*pair)
    assert same_actor(*reversed(pair))


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_a_difference(pair):
    assert not same_actor(*pair)


def test_things_do_not_act():
    assert actor_is_told(telling("The ministers", "signed it"))
    assert actor_is_told(telling("The army", "shelled it"))
    assert not actor_is_told(telling("The port", "handled it"))
    assert not actor_is_told(telling("Both sides", "signed it"))
    assert not actor_is_told(telling("They", "signed it", form="pronoun"))


def test_an_actor_is_shown_by_name_or_whole_phrase():
    assert actor_shown(RUIZ, CAST) == "Ana Ruiz"
    assert actor_shown(telling("Peru’s prime minister", "left"), CAST) == "Peru’s prime minister"


@pytest.mark.model
def test_one_deed_of_two_actors_is_told_as_who():
    texts = (
        "The minister, Ana Ruiz, signed a series of leases with Acme on Monday in Alba.",
        "Deputies from the two islands signed a series of leases on wharves and cranes, the"
        " longest of which runs until 2060.",
    )
    rows = (
        Text(story="s", doc_id=f"a{at}", text=text, outlet=f"Paper {at}")
        for at, text in enumerate(texts)
    )
    (row,) = resolve(rows, on_fault=pytest.fail)
    told = [
        (claim["independent_sources"], [value["value"] for value in difference["values"]])
        for claim in row["claims"]
        for difference in claim["differences"]
        if difference["kind"] == "who"
    ]
    assert told == [(1, ["Ana Ruiz", "Deputies from the two islands"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("signed a series of leases on Monday", "signed a series of loans on Monday"),
        ("signed a series of leases on 4 May 2024", "signed a series of leases on 9 May 2024"),
        ("signed a series of leases", "did not sign a series of leases"),
        ("signed the leases", "signed the leases"),
    ],
    ids=["another_deed", "another_day", "denied", "too_short"],
)
def test_other_deeds_are_no_difference(nlp, one: str, other: str):
    texts = (f"The minister, Ana Ruiz, {one}.", f"Deputies from the islands {other}.")
    articles = [article_of(text, id_=f"a{at}") for at, text in enumerate(texts)]
    findings = [findings_of(doc, article) for article, doc in annotate(articles, nlp)]
    entities = entities_of(articles, findings, Decisions(), Settings(), Permalinks())
    times = timexes_of({article.id: None for article in articles}, findings)
    assert not list(deeds_of_two(tellings_of(findings, entities, times, {})))
