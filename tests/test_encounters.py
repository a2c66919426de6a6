"""Who met, spoke to or answered whom, read from the verb and its arguments."""

import pytest

from builder.extract.encounters import encounters_in

ROWS = [
    ("Ana Ruiz met Tomas Okafor in the town hall.", [("Ana Ruiz", "met", "Tomas Okafor")]),
    ("Ruiz met with Okafor on Monday.", [("Ruiz", "met", "Okafor")]),
    ("Ruiz held talks with Okafor.", [("Ruiz", "met", "Okafor")]),
    ("Mayor Ana Ruiz visited the town and met President Tomas Okafor.", [("Mayor Ana Ruiz", "met", "President Tomas Okafor")]),
    ("“We will stay,” Ruiz told Okafor.", [("Ruiz", "spoke to", "Okafor")]),
    ("Ruiz spoke to Okafor by phone.", [("Ruiz", "spoke to", "Okafor")]),
    ("Okafor responded to Ruiz.", [("Okafor", "answered", "Ruiz")]),
    ("He met Okafor.", [("He", "met", "Okafor")]),
    ("Ruiz met the deadline.", []),
    ("Ruiz visited the harbour.", []),
    ("The talks went on for hours.", []),
    ("", []),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    ROWS,
    ids=[
        "a_verb_and_its_object", "met_with", "held_talks_with", "a_coordinated_verb_keeps_its_subject",
        "told_is_spoken_to", "spoke_to", "responded_to", "a_pronoun_meets", "a_deadline_is_no_person",
        "a_harbour_is_no_person", "talks_without_parties", "no_text",
    ],
)  # fmt: skip
def test_encounters(parse, text: str, expected: list[tuple[str, str, str]]):
    article, doc = parse(text)
    found = [
        (each.source.passage.text, each.kind, each.target.passage.text)
        for each in encounters_in(doc, article)
    ]
    assert found == expected
