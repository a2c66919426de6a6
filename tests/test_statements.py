"""What an article states, clause by clause: who asserts it, its numbers, what is left out."""

import pytest

from builder.extract.statements import statements_in
from builder.model.article import Article
from tests.conftest import article_of

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def statements(parse):
    def found(text: str, **kwargs: bool):
        article, doc = parse(text)
        return statements_in(doc, article, **kwargs)

    return found


CLAUSES = {
    "one_fact_one_statement": (
        "The council approved the stadium on Thursday.",
        ["The council approved the stadium on Thursday."],
    ),
    "a_participle_with_a_day_of_its_own": (
        "Ruiz arrived in Lisbon on Monday, attending a trade forum on Tuesday.",
        ["Ruiz arrived in Lisbon on Monday", "attending a trade forum on Tuesday"],
    ),
    "a_sequel_after_before": (
        "Okoro met the mayor of Porto before opening the new library.",
        ["Okoro met the mayor of Porto", "opening the new library"],
    ),
    "two_coordinated_deeds": (
        "The bank cut its rates in May and raised its forecast for growth.",
        ["The bank cut its rates in May", "raised its forecast for growth"],
    ),
    "a_relative_clause_between_commas": (
        "Okoro, who leads the dockers of Porto, met the mayor on Sunday.",
        ["who leads the dockers of Porto", "met the mayor on Sunday"],
    ),
    "a_relative_clause_that_says_which_one": (
        "The dockers that had blocked the gates of Porto met the mayor on Sunday.",
        ["The dockers that had blocked the gates of Porto met the mayor on Sunday",
         "that had blocked the gates of Porto"],
    ),
    "words_before_the_subject_keep_it_whole": (
        "On Sunday Okoro, who leads the dockers of Porto, met the mayor of Ghent.",
        ["On Sunday Okoro, who leads the dockers of Porto, met the mayor of Ghent",
         "who leads the dockers of Porto"],
    ),
    "a_relative_clause_with_a_figure": (
        "Okoro, who cost $5 million, scored twice against Ghent on Sunday.",
        ["who cost $5 million", "scored twice against Ghent on Sunday"],
    ),
    "what_someone_vowed_to_do": (
        "The union has vowed to fight the closures in Porto.",
        ["The union has vowed to fight the closures in Porto"],
    ),
    "those_who_are_no_one_in_particular": (
        "The mayor of Porto thanked those who had paid their fees honestly.",
        ["The mayor of Porto thanked those who had paid their fees honestly"],
    ),
    "an_absolute_with_a_number": (
        "Chile is the largest seller, with exports reaching a record $9 billion last year.",
        ["Chile is the largest seller", "exports reaching a record $9 billion last year"],
    ),
    "the_content_of_a_report_not_the_report": (
        "Novakova told the forum that grain supplies would rise by 40 per cent.",
        ["grain supplies would rise by 40 per cent"],
    ),
    "a_ranking_apposition": (
        "Lindqvist, the youngest minister to hold the post, visited Cairo in March.",
        ["the youngest minister to hold the post", "visited Cairo in March"],
    ),
}  # fmt: skip
NOTHING = {
    "a_question": "Will the council approve the stadium on Thursday?",
    "an_order": "Click here to read the full story about Lisbon.",
    "an_opinion_of_a_first_person": "I hope it will be good.",
    "a_reported_question": "Ruiz did not say how many of the 40 men would lose their jobs.",
    "a_refusal_to_say": "Ruiz refused to say when the mill would open again.",
    "who_made_it": "Editing by Ann Cole in Oslo.",
    "a_bare_name": "Lisbon, Portugal.",
    "one_word": "Yes.",
    "too_little_to_look_up": "It has failed.",
    "no_text": "",
    "marks_only": "“ ” — …",
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_clauses(statements, text, expected):
    found = [statement.passage.text.rstrip(".") for statement in statements(text)]
    assert sorted(found) == sorted(one.rstrip(".") for one in expected)


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nothing_is_stated(statements, text):
    assert not any(statement.is_checkable for statement in statements(text))


ASSERTED = {
    "told_that": ("Ruiz told the forum that supplies fell by half in May.", "Ruiz", None),
    "said_after": ("Supplies fell in May, said the Danish minister.", "the Danish minister", None),
    "in_a_note_that": ("Acme Lines said in a note that the ferry had passed a test in May.",
                       "Acme Lines", None),
    "what_is_no_question": ("Ruiz said what fell on Oslo in May was snow.", "Ruiz", None),
    "according_to": ("Supplies fell in May, according to Chilean customs data.",
                     "Chilean customs data", None),
    "an_agency_relays": ("Supplies fell in May, the Norte news agency reported.",
                         None, "Norte"),
    "the_article_itself": ("Supplies of grain fell in May.", None, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "who", "via"), ASSERTED.values(), ids=ASSERTED)
def test_who_asserts_it(statements, text, who, via):
    (statement,) = statements(text)
    by = statement.attributed_to
    assert (by.passage.text if by else None) == who
    assert (statement.via.text if statement.via else None) == via


CORES = {
    "active": ("Acme sold the mill.", "asserted", False, ("acme",), ("mill",)),
    "passive": ("The mill was sold by Acme.", "asserted", False, ("acme",), ("mill",)),
    "scheduled": ("Ruiz is scheduled to visit Cairo.", "planned", False, ("ruiz",), ("cairo",)),
    "will": ("Ruiz will visit Cairo.", "planned", False, ("ruiz",), ("cairo",)),
    "expected": ("Prices are expected to rise.", "expected", False, ("price",), ()),
    "possible": ("Prices may rise.", "possible", False, ("price",), ()),
    "could_be_felt": ("Ghent could feel it.", "asserted", False, ("ghent",), ()),
    "negated": ("Acme has not sold the mill.", "asserted", True, ("acme",), ("mill",)),
    "refused": ("Acme refused the offer.", "asserted", False, ("acme",), ("offer",)),
}


@pytest.mark.parametrize("row", CORES.values(), ids=CORES)
def test_cores(statements, row):
    text, modality, negated, subject, object_ = row
    core = statements(text, all_sentences=True)[0].core
    assert (core.modality, core.negated) == (modality, negated)
    assert (core.subject, core.object) == (subject, object_)


def test_the_score_says_why(statements):
    (statement,) = statements("Exports from Chile reached a record $9 billion in May.")
    assert {"number", "date", "named actor"} <= set(statement.reasons)
    assert 0 < statement.score <= 1


def test_an_actor_is_who_does_it(statements):
    active, passive, agentless = (
        statements(text, all_sentences=True)[0].actor
        for text in ("Acme sold it.", "It was sold by Acme.", "The mill was sold.")
    )
    assert active.passage.text == passive.passage.text == "Acme"
    assert agentless is None


def test_headings_are_none(nlp):
    text = "Ruiz wins the vote\n\nAna Ruiz won the vote in Porto on Sunday.\n"
    plain = article_of(text)
    article = Article(
        id=plain.id, file=plain.file, text=text, sha256=plain.sha256, metadata=plain.metadata,
        headings=((0, 18),),
    )  # fmt: skip
    found = statements_in(nlp(text), article)
    assert [statement.passage.start for statement in found] == [20]
    assert len(statements_in(nlp(text), article, all_sentences=True)) == 2


def test_passages_are_the_text_and_in_order(statements):
    text = (
        "“The mill closed in May,” Ruiz said. “Acme sold it to a firm in Porto.”\n\nIt cost $5m."
    )
    found = statements(text)
    places = [(one.passage.start, one.passage.end) for one in found]
    assert places == sorted(set(places))
    assert all(text[one.passage.start : one.passage.end] == one.passage.text for one in found)
    assert not any(one.passage.text.startswith("”") for one in found)


def test_a_sentence_of_three_thousand_words(statements):
    text = "Acme sold the mill in Porto and " * 430 + "closed."
    assert statements(text)
    assert len(statements(text, all_sentences=True)) >= 1
