"""What somebody says outside quotation marks: where it begins and ends, and what is no speech."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from builder.extract.quotes import quotes_in
from builder.model.article import Article

pytestmark = pytest.mark.model
Parse = Callable[[str], tuple[Article, Doc]]


def told(parse: Parse, text: str) -> list[tuple[str, str | None]]:
    """Each quote with who speaks it."""
    article, doc = parse(text)
    return [
        (quote.passage.text, None if quote.speaker is None else quote.speaker.passage.text)
        for quote in quotes_in(doc, article)
    ]


CLAUSES = [
    pytest.param("Acme said in a filing with the regulator that it owed £3m.", "it owed £3m",
                 "Acme", id="said_in_a_filing_with_another"),
    pytest.param("The union said in a statement that the \"unfair\" offer would be put to a vote.",
                 "the \"unfair\" offer would be put to a vote", "The union",
                 id="said_in_a_statement"),
    pytest.param("The ministry announced in a news release that the plant will reopen next week.",
                 "the plant will reopen next week", "The ministry", id="that_is_no_content"),
    pytest.param("Acme issued a statement saying that it would close the mill.",
                 "it would close the mill", "Acme", id="who_issues_a_statement_speaks"),
    pytest.param("Ruiz sent a letter to staff on Friday warning that jobs would go.",
                 "jobs would go", "Ruiz", id="who_sends_a_letter_speaks"),
    pytest.param("Marsh expressed confidence that the mill would reopen by May.",
                 "the mill would reopen by May", "Marsh", id="confidence_is_expressed"),
    pytest.param("In a letter to the panel obtained by The Star, Acme's chief executive, Mark"
                 " Dill, wrote that the firm regrets the spill.", "the firm regrets the spill",
                 "Mark Dill", id="subject_that_the_parse_set_beside_another_name"),
    pytest.param("Speaking to PTI, a senior official of the metro corporation, on condition of"
                 " anonymity, said tenders would be floated within a month.",
                 "tenders would be floated within a month",
                 "a senior official of the metro corporation",
                 id="subject_behind_the_condition_on_which_it_speaks"),
    pytest.param("Moscow said on Friday it had shot down 40 drones.",
                 "it had shot down 40 drones", "Moscow", id="day_of_the_cue_is_no_content"),
    pytest.param("Acme says that in 2012 it paid its taxes.", "in 2012 it paid its taxes",
                 "Acme", id="year_behind_that_is_content"),
    pytest.param("The paper concludes that sleep “may have evolved twice”.",
                 "sleep “may have evolved twice”", "The paper", id="that_before_a_bare_noun"),
    pytest.param("Stone says the increase in anger that Roe decries makes a win less likely.",
                 "the increase in anger that Roe decries makes a win less likely", "Stone",
                 id="sentence_behind_the_cue"),
    pytest.param("He said the road was shut and two men were hurt in the crash.",
                 "the road was shut and two men were hurt in the crash", "He",
                 id="second_clause_of_what_is_said"),
    pytest.param("The dam, say experts, would flood 40 villages in the valley.",
                 "would flood 40 villages in the valley", "experts", id="cue_set_in_and_inverted"),
    pytest.param("Ruiz urged voters to “stay calm” and vowed to rebuild.",
                 "voters to “stay calm”", "Ruiz", id="content_ends_before_another_cue"),
    pytest.param("Ruiz urged voters to “stay calm” and vowed to rebuild.", "to rebuild", "Ruiz",
                 id="second_cue_has_content_of_its_own"),
    pytest.param("Moscow “will respond”, the ministry said, and said no more.",
                 "Moscow “will respond”", "the ministry", id="subject_before_the_marks"),
    pytest.param("“We are late,” the vice-president of Acme said.", "“We are late,”",
                 "the vice-president", id="word_with_a_hyphen"),
    pytest.param("The judge, sentencing him to ten years, said: “You are a danger.”",
                 "“You are a danger.”", "The judge", id="subject_given_to_a_participle"),
    pytest.param("The flood has killed 61 people, the state said on Sunday, and seven are still"
                 " missing.", "seven are still missing", "the state",
                 id="goes_on_behind_its_cue_with_another_subject"),
    pytest.param("He had been at sea, Ruiz said, because the harbour was shut.",
                 "because the harbour was shut", "Ruiz", id="reason_behind_the_cue"),
    pytest.param("Marsh ran through the village, shouting that the bank would not hold.",
                 "the bank would not hold", "Marsh", id="manner_of_saying_with_that"),
    pytest.param("The court was told that Roe had taken £168,000 out of the firm.",
                 "Roe had taken £168,000 out of the firm", None, id="a_court_was_told"),
    pytest.param("An aid worker reported missing is alive, his charity, Acme, has confirmed.",
                 "An aid worker reported missing is alive", "Acme",
                 id="sentence_before_its_cue_with_another_verb_that_reports"),
    pytest.param("Until last year a partner firm had handled 40 loads a month, said its managing"
                 " director Uwe Roe to this newspaper.",
                 "Until last year a partner firm had handled 40 loads a month", "Uwe Roe",
                 id="sentence_before_an_inverted_cue"),
    pytest.param("The minister has not closed the door on that: the government would think about"
                 " it, he said.", "the government would think about it", "he",
                 id="content_begins_behind_a_colon"),
    pytest.param("Ruiz denied that the captain was suspended: “He sleeps badly, like all of us.”",
                 "the captain was suspended", "Ruiz", id="clause_beside_a_direct_quote"),
    pytest.param("Nobody knocked, Ruiz said: “Not the mayor, not the firm.”", "Nobody knocked",
                 "Ruiz", id="clause_before_a_direct_quote"),
    pytest.param("The airline put the number of injured at 26.", "the number of injured at 26",
                 "The airline", id="figure_given_to_a_thing"),
    pytest.param("Roe warned his superiors in a memorandum seen by this newspaper that the slope"
                 " had been “cut back beyond design”.",
                 "the slope had been “cut back beyond design”", "Roe",
                 id="clause_that_the_parse_hung_two_phrases_down"),
]  # fmt: skip
UNSAID = [
    pytest.param("Roe spoke on condition that his name was not used.", id="condition"),
    pytest.param("The mine reported to a board that had met in May.", id="relative_clause"),
    pytest.param("The police read a letter saying", id="nothing_follows"),
    pytest.param(
        "People were encouraged to suggest what the flag should mean.",
        id="who_is_asked_to_say_has_not_said",
    ),
    pytest.param(
        "The minister is, in the words of one colleague, a lost man.",
        id="half_a_sentence_in_the_words_of_another",
    ),
    pytest.param("The mayor declined to comment on the lease.", id="refusal"),
    pytest.param("The council agreed to lease the yard to Acme.", id="decision"),
    pytest.param("The judge ordered the firm to close the mill.", id="order"),
    pytest.param("Asked whether the mill was safe, Ruiz left the room.", id="question_of_nobody"),
    pytest.param("A draft put the loss at 27 crore rupees.", id="figure_in_a_document"),
]


@pytest.mark.parametrize(("text", "span", "who"), CLAUSES)
def test_content_is_found(parse: Parse, text: str, span: str, who: str | None) -> None:
    assert (span, who) in told(parse, text)


@pytest.mark.parametrize("text", UNSAID)
def test_nothing_is_said(parse: Parse, text: str) -> None:
    assert told(parse, text) == []
