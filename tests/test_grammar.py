"""Small questions about a parsed sentence."""

import pytest

from builder.extract.subjects import understood_subject

pytestmark = pytest.mark.model

UNDERSTOOD = {
    "its_own": ("Ruiz closed the mill.", "closed", "Ruiz"),
    "shared_with_the_verb_before": ("Ruiz closed the mill and sold it.", "sold", "Ruiz"),
    "of_a_participle": ("Ruiz arrived in Porto, attending a forum.", "attending", "Ruiz"),
    "of_a_sequel": ("Ruiz met the mayor before opening the library.", "opening", "Ruiz"),
    "two_clauses_up": (
        "Ruiz arrived in Porto, attending a forum before travelling to Ghent.",
        "travelling",
        "Ruiz",
    ),
    "whom_a_relative_pronoun_stands_for": (
        "Okoro proposed a plan, which was met with doubt.",
        "met",
        "plan",
    ),
    "shared_in_a_relative_clause": (
        "Okoro has promoted a plan, which was met with doubt and welcomed by Chile.",
        "welcomed",
        "plan",
    ),
    "nobody": ("Click here.", "Click", None),
    "a_demonstrative": ("That was a grave mistake.", "was", "That"),
}


@pytest.mark.parametrize(("text", "verb", "expected"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_understood_subject(parse, text, verb, expected):
    _, doc = parse(text)
    (token,) = (token for token in doc if token.text == verb)
    found = understood_subject(token)
    assert (found.text if found is not None else None) == expected
