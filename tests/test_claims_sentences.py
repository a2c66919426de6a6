"""Clauses as sentences that stand alone: what is understood stands in brackets."""

import pytest

from builder import resolve
from builder.extract.names import names_in
from builder.extract.statements import statements_in
from builder.jsonl import Text
from builder.model.entities import Entity
from builder.model.findings import Core, FoundStatement, Reference, Understood
from builder.model.ids import EntityId
from builder.resolve.claims.decontextualised import fragmentation, sentence_of
from builder.resolve.entities.index import EntityIndex
from tests.conftest import article_of

PEOPLE = {"Ana Ruiz": "ana-ruiz", "Ruiz": "ana-ruiz", "Piet Okoro": "piet-okoro"}


@pytest.fixture(scope="session")
def sentences(parse):
    """The wordings of all statements of a text, with the people of `PEOPLE` as the cast."""

    def found(text: str) -> list[str]:
        article, doc = parse(text)
        entities = EntityIndex(
            people=tuple(
                Entity(
                    id=EntityId(id_), kind="person", name=name, aliases=(), roles=(), mentions=(),
                    page=None,
                )
                for id_, name in (("ana-ruiz", "Ana Ruiz"), ("piet-okoro", "Piet Okoro"))
            ),
            names={
                ("a", name.passage.start, name.passage.end): EntityId(PEOPLE[name.passage.text])
                for name in names_in(doc, article)
                if name.passage.text in PEOPLE
            },
        )  # fmt: skip
        return [
            sentence_of(one, entities).rstrip(".")
            for one in statements_in(doc, article)
            if one.is_checkable
        ]

    return found


WORDINGS = {
    "a_full_clause_stays": (
        "The council approved the stadium on Thursday.",
        "The council approved the stadium on Thursday",
    ),
    "a_participle_gets_its_subject": (
        "Ana Ruiz arrived in Lisbon on Monday, attending a trade forum on Tuesday.",
        "[Ana Ruiz] attending a trade forum on Tuesday",
    ),
    "a_second_verb_gets_the_subject": (
        "The bank cut its rates in May and raised its forecast for growth.",
        "[The bank] raised its forecast for growth",
    ),
    "a_second_verb_gets_its_auxiliary": (
        "The plan has been met with doubt in Chile and welcomed warmly by Peru.",
        "[The plan has been] welcomed warmly by Peru",
    ),
    "a_relative_pronoun_is_replaced": (
        "Okoro has promoted a peace plan, which has been met with doubt in Chile.",
        "[A peace plan] has been met with doubt in Chile",
    ),
    "what_a_relative_clause_is_about_follows_its_verb": (
        "Okoro went on a tour that Peru called a search for peace in the region.",
        "Peru called [a tour] a search for peace in the region",
    ),
    "the_number_of_the_verb_tells_the_noun": (
        "Sanctions from the West that have hurt the trade of Peru were lifted in May.",
        "[Sanctions from the West] have hurt the trade of Peru",
    ),
    "who_is_somebody_of_the_phrase": (
        "The chairman of the board, who sold her shares in May, left Acme on Monday.",
        "[The chairman of the board] sold her shares in May",
    ),
    "who_is_the_name_beside_a_thing": (
        "Okoro scored nine points for Ghent (5-1), who have won six games in a row.",
        "[Ghent] have won six games in a row",
    ),
    "a_hyphened_word_stays_whole": (
        "The bank's second-in-command left Porto on Monday and met Okoro in Lisbon on Tuesday.",
        "[The bank's second-in-command] met Okoro in Lisbon on Tuesday",
    ),
    "whom_the_clause_names_is_not_its_he": (
        "Piet Okoro was the victim in that case. In 2005, he was charged with beating Okoro.",
        "In 2005, he was charged with beating Okoro",
    ),
    "a_pronoun_is_named": (
        "Ana Ruiz landed in Lisbon in May. During her stay, she met the mayor of Porto.",
        "During her stay, [Ana Ruiz] met the mayor of Porto",
    ),
    "a_connective_goes": (
        "Furthermore, exports from Peru rose by 4% in May.",
        "Exports from Peru rose by 4% in May",
    ),
    "a_mark_is_closed": (
        "Ruiz hailed the “great partnership between Chile and Peru”, he said.",
        "Ruiz hailed the “great partnership between Chile and Peru”",
    ),
    "a_source_at_the_end_goes": (
        "The harbour of Porto was closed on Tuesday, according to the mayor.",
        "The harbour of Porto was closed on Tuesday",
    ),
    "what_comes_before_after_goes": (
        "The remarks come just days after the ministers met for a summit in Lisbon.",
        "The ministers met for a summit in Lisbon",
    ),
    "a_gerund_is_a_subject": (
        "“Chile is willing to work with Peru to implement joint trade between the two countries, "
        "and promoting open trade in various fields can take it to a new level,” Ruiz told Okoro.",
        "Promoting open trade in various fields can take it to a new level",
    ),
}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), WORDINGS.values(), ids=WORDINGS)
def test_wordings(sentences, text, expected):
    assert expected in sentences(text)


@pytest.mark.model
def test_a_pronoun_that_may_mean_two_stays(sentences):
    assert "He met the mayor of Porto" in sentences(
        "Ana Ruiz called Piet Okoro on Monday. He met the mayor of Porto."
    )


TORN = {
    "too_little_alone": (
        "Acme offered Porto all the shares it holds in the mill.",
        "it holds",
    ),
    "about_another_sentence": ("This was further bolstered by Ruiz.", "bolstered"),
    "a_list_within_marks": (
        "The policy of Peru is to “cut its costs, support Ruiz and pay no price at all”.",
        "[",
    ),
    "nouns_joined_with_a_gerund": (
        "The plan of Peru rests on trust, support for Ruiz, and avoiding a long war in Chile.",
        "[",
    ),
}


@pytest.mark.model
@pytest.mark.parametrize(("text", "start"), TORN.values(), ids=TORN)
def test_what_is_torn_is_no_statement(sentences, text, start):
    assert not [one for one in sentences(text) if one.startswith(start) or "bolstered" in one]


def stated(text: str, understood: Understood | None = None) -> FoundStatement:
    return FoundStatement(
        passage=article_of(text).passage(0, len(text)), score=0.5, reasons=(),
        core=Core(subject=("ruiz",)), understood=understood,
    )  # fmt: skip


def test_what_is_said_of_a_whole_sentence_is_this():
    assert (
        sentence_of(stated("which is tied to the war"), EntityIndex())
        == "[This] is tied to the war"
    )


def test_a_pronoun_that_stands_for_nobody_known_stays():
    pronoun = Reference(passage=article_of("he left").passage(0, 2), form="pronoun")
    left = stated("he left", Understood(place=pronoun.passage, reference=pronoun))
    assert sentence_of(left, EntityIndex()) == "He left"


def test_a_clause_that_has_its_auxiliary_gets_no_second():
    article = article_of("Ruiz should sell the mill and should leave.")
    empty, who = article.passage(30, 30), article.passage(0, 4)
    left_out = Understood(
        place=empty, reference=Reference(passage=who, form="name"), helper="should"
    )
    left = FoundStatement(
        passage=article.passage(30, 42), score=0.5, reasons=(), core=Core(), understood=left_out
    )
    assert sentence_of(left, EntityIndex()) == "[Ruiz] should leave"


def test_marks_without_a_partner_go():
    assert sentence_of(stated("a “new era is here"), EntityIndex()) == "A new era is here"


def test_brackets_tear_more_before_a_participle():
    article = article_of("opening it")
    name = Reference(passage=article_of("Ruiz").passage(0, 4), form="name")
    open_ = stated("opening it", Understood(place=article.passage(0, 0), reference=name))
    shut = stated("shut it", Understood(place=article.passage(0, 0), reference=name))
    texts = [
        fragmentation(one, sentence_of(one, EntityIndex()))
        for one in (stated("Ruiz left"), shut, open_)
    ]
    assert texts == [0, 1, 2]


@pytest.mark.model
def test_a_pronoun_in_a_quote_is_not_who_speaks_it():
    text = (
        "Prosecutor Leila Anand said that no official was above the law. “He sold the city's trust"
        " for a boat in 2021,” Anand told the jury. Anand said she would retire in June 2025."
    )
    (row,) = resolve([Text(story="s", doc_id="a", text=text)])
    shown = {claim["text"] for claim in row["claims"]}
    assert "He sold the city's trust for a boat in 2021" in shown
    assert "[Leila Anand] would retire in June 2025" in shown


@pytest.mark.model
def test_a_denial_is_told_as_one_in_the_data():
    text = "Ana Ruiz denied that the council of Velm had sold 40 houses in May 2021."
    (row,) = resolve([Text(story="s", doc_id="a", text=text)])
    ((told,),) = [claim["statements"] for claim in row["claims"]]
    assert (told["status"], told["status_words"]["text"]) == ("denied", "denied that")
    assert told["text"] == text.rstrip(".")
