"""Who met, spoke to or answered whom, read from the verb and its arguments."""

import pytest

from builder.extract.encounters import encounters_in


def row(id_: str, text: str, *found: tuple[str, str, str]):
    return pytest.param(text, list(found), id=id_)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "a_verb_and_its_object",
            "Ana Ruiz met Tomas Okafor in the town hall.",
            ("Ana Ruiz", "met", "Tomas Okafor"),
        ),
        row("met_with", "Ruiz met with Okafor on Monday.", ("Ruiz", "met", "Okafor")),
        row("held_talks_with", "Ruiz held talks with Okafor.", ("Ruiz", "met", "Okafor")),
        row(
            "a_coordinated_verb_keeps_its_subject",
            "Mayor Ana Ruiz visited the town and met President Tomas Okafor.",
            ("Mayor Ana Ruiz", "met", "President Tomas Okafor"),
        ),
        row(
            "a_relative_clause_speaks_of_its_noun",
            "Okafor, who met Ruiz on Monday, resigned.",
            ("Okafor", "met", "Ruiz"),
        ),
        row("told", "“We will stay,” Ruiz told Okafor.", ("Ruiz", "spoke to", "Okafor")),
        row("spoke_to", "Ruiz spoke to Okafor by phone.", ("Ruiz", "spoke to", "Okafor")),
        row("responded_to", "Okafor responded to Ruiz.", ("Okafor", "answered", "Ruiz")),
        row("a_pronoun_meets", "He met Okafor.", ("He", "met", "Okafor")),
        row("a_deadline_is_no_person", "Ruiz met the deadline."),
        row("a_harbour_is_no_person", "Ruiz visited the harbour."),
        row("talks_without_parties", "The talks went on for hours."),
        row("held_without_talks", "Ruiz held a knife with care."),
        row("no_text", ""),
    ],
)
def test_encounters(parse, text: str, expected: list[tuple[str, str, str]]):
    article, doc = parse(text)
    found = [
        (each.source.passage.text, each.kind, each.target.passage.text)
        for each in encounters_in(doc, article)
    ]
    assert found == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "antecedents"),
    [
        pytest.param(
            "Ana Ruiz arrived on Monday. Tomas Okafor met her at the port.",
            ["Ana Ruiz"],
            id="whom_he_met_was_named_before",
        ),
        pytest.param(
            "Tomas Okafor flew home. He met Ana Ruiz on Monday.",
            ["Tomas Okafor"],
            id="who_met_her_was_named_before",
        ),
        pytest.param("He met Okafor.", [], id="nobody_was_named_before"),
    ],
)
def test_pronouns_of_an_encounter(parse, text: str, antecedents: list[str]):
    article, doc = parse(text)
    (found,) = encounters_in(doc, article)
    (pronoun,) = (each for each in (found.source, found.target) if each.form == "pronoun")
    assert [name.text for name in pronoun.antecedents][:1] == antecedents
