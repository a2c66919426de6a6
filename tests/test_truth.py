"""How a clause stands in its sentence: what makes it less than fact, and which words say so."""

from pathlib import Path

import pytest
from spacy.tokens import Span, Token

from builder.extract.statements import statements_in
from builder.extract.truth import Truth, truth_of

pytestmark = pytest.mark.model
_TABLE = Path(__file__).parent / "truth.tsv"
SENTENCES = [
    line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if line[:1] != "#"
]
WORDS = {
    "a_refusal_to_acknowledge": (
        "The minister did not acknowledge that a letter had reached him.",
        "a letter had reached him",
        "did not acknowledge that",
        "The minister did not acknowledge that a letter had reached him",
    ),
    "a_claim_between_verb_and_clause": (
        "Bell dismissed as false the claim that he took the money.",
        "he took the money",
        "dismissed as false the claim that",
        "Bell dismissed as false the claim that he took the money",
    ),
    "a_recommendation_without_a_subject": (
        "It was recommended that Hill House was closed.",
        "Hill House was closed",
        "It was recommended that",
        "It was recommended that Hill House was closed",
    ),
    "a_condition_after_the_clause": (
        "He would resign if the judge found him guilty.",
        "He would resign",
        "if",
        "He would resign if the judge found him guilty",
    ),
    "a_condition_across_the_speaker": (
        "“The roof is safe,” the surveyor said, “as long as nobody walks on it.”",
        "The roof is safe",
        "as long as",
        "The roof is safe,” the surveyor said, “as long as nobody walks on it",
    ),
    "an_inverted_condition_after_the_clause": (
        "Acme will need a buyer should the mill close.",
        "Acme will need a buyer",
        "should",
        "Acme will need a buyer should the mill close",
    ),
    "a_clause_inside_an_inverted_condition": (
        "Were the judge to find that forms had been falsified, the mill would close.",
        "forms had been falsified",
        "Were the judge to find that",
        "Were the judge to find that forms had been falsified",
    ),
    "speech_that_may_stand_alone": (
        "The council said that Arno had signed the lease.",
        "Arno had signed the lease",
        "said that",
        "Arno had signed the lease",
    ),
    "a_plan_that_may_stand_alone": (
        "Arno plans to sell the mill.",
        "sell the mill",
        "plans to",
        "sell the mill",
    ),
}
STATED = {
    "a_denial_keeps_who_denies": (
        "Ana Ruiz denied that the party had told her to leave the hall of Velm.",
        [("denied", "Ana Ruiz denied that the party had told her to leave the hall of Velm")],
    ),
    "a_condition_stays_with_what_depends_on_it": (
        "Ana Ruiz said she would leave the board of Velm if the judge found her guilty.",
        [("conditional", "she would leave the board of Velm if the judge found her guilty")],
    ),
    "a_recommendation_keeps_its_verb": (
        "It was recommended that the old mill of Velm be closed in March 2021.",
        [("recommended", "It was recommended that the old mill of Velm be closed in March 2021")],
    ),
    "what_only_governs_another_is_no_statement": (
        "After a week it was recommended that the mill of Velm was closed, with workers moving to"
        " the mill of Porto.",
        [("recommended", "it was recommended that the mill of Velm was closed")],
    ),
    "before_and_until_stay_with_their_main_clause": (
        "The ferry of Velm was lost one minute before it docked at the pier of Oslo.",
        [
            (
                "asserted",
                "The ferry of Velm was lost one minute before it docked at the pier of Oslo",
            )
        ],
    ),
    "an_own_negation_needs_nothing": (
        "Ana Ruiz did not sell the old mill of Velm in March 2021.",
        [("asserted", "Ana Ruiz did not sell the old mill of Velm in March 2021")],
    ),
    "what_is_said_is_attributed": (
        "Ana Ruiz said that the old mill of Velm was sold in March 2021.",
        [("attributed", "the old mill of Velm was sold in March 2021")],
    ),
    "a_plan_is_told_as_one": (
        "The council of Velm will sell 40 houses in May.",
        [("planned", "The council of Velm will sell 40 houses in May")],
    ),
    "two_claims_under_one_verb_are_told_once": (
        "Ana Ruiz alleged that the dam of Velm held 40 cracks and that the mayor hid the plans.",
        [("alleged", "Ana Ruiz alleged that the dam of Velm held 40 cracks")],
    ),
}


def _clause(parse, sentence: str, clause: str) -> tuple[Token, Span]:
    _, doc = parse(sentence)
    start = sentence.index(clause)
    span = doc.char_span(start, start + len(clause), alignment_mode="expand")
    verbs = [t for t in span if t.pos_ in {"VERB", "AUX"} and t.dep_ not in {"aux", "auxpass"}]
    return (span.root if span.root in verbs or not verbs else verbs[0]), span


@pytest.mark.parametrize("row", SENTENCES, ids=[row[1] for row in SENTENCES])
def test_how_a_clause_stands(parse, row: list[str]):
    status, sentence, clause = row
    assert truth_of(*_clause(parse, sentence, clause)).status == status


@pytest.mark.parametrize("row", WORDS.values(), ids=WORDS)
def test_which_words_make_it_so(parse, row: tuple[str, str, str, str]):
    sentence, clause, words, shown = row
    truth = truth_of(*_clause(parse, sentence, clause))
    assert truth.words is not None
    assert (truth.words.text, truth.shown.text) == (words, shown)


def test_a_fact_has_no_words_that_govern_it(parse):
    head, span = _clause(parse, "Arno signed the lease on Friday.", "Arno signed the lease")
    assert truth_of(head, span) == Truth(status="asserted", words=None, shown=span)


@pytest.mark.parametrize("row", STATED.values(), ids=STATED)
def test_a_statement_keeps_the_words_that_govern_it(parse, row: tuple[str, list]):
    text, stated = row
    article, doc = parse(text)
    found = statements_in(doc, article)
    assert [(one.status, one.passage.text.rstrip(".")) for one in found] == stated
