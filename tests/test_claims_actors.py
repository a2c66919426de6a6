"""When two statements of one claim tell of different people: names that are no difference."""

import pytest

from builder.model.entities import Entity
from builder.model.findings import Core, Findings, FoundStatement, Reference
from builder.model.ids import EntityId
from builder.resolve.claims.actors import actor_is_told, actor_shown, same_actor
from builder.resolve.claims.comparable import tellings_of
from builder.resolve.entities.index import EntityIndex
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
