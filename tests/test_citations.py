"""Outlets cited, and in what capacity."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from builder.extract.citations import citations_in
from builder.model.article import Article

pytestmark = pytest.mark.model

ROWS = [
    ("People said the ship had sunk.", []),
    ("Ana Ruiz told people that the ship had sunk.", []),
    ("Ana Ruiz told Time that the ship had sunk.", [("Time", "told to")]),
    ("Ana Ruiz, a banker, told AFP that rates would rise.", [("AFP", "told to")]),
    ("Ana Ruiz told the BBC that rates would rise.", [("BBC", "told to")]),
    ("Ana Ruiz said in an interview with Sky News that she would go.", [("Sky News", "told to")]),
    (
        "“It is late,” said the director, Ana Ruiz, to the Reuters agency.",
        [("Reuters", "told to")],
    ),
    ("The talks failed, reported state-run broadcaster CCTV.", [("CCTV", "relayed by")]),
    ("The talks failed, the Interfax news agency reported.", [("Interfax", "relayed by")]),
    ("According to the state news agency Xinhua, talks failed.", [("Xinhua", "relayed by")]),
    ("The New York Times reported that talks failed.", [("The New York Times", "relayed by")]),
    ("The minister quit on Friday. – AFP", [("AFP", "wire")]),
    ("PARIS (AFP) – The minister quit on Friday.", [("AFP", "wire")]),
    ("A crowd in Lima on Friday (Getty Images)", [("Getty Images", "photo")]),
    ("The strike hit CNN and its owner.", [("CNN", "other")]),
    ("The minister quit, the Alba Daily Herald reported.", [("Alba Daily Herald", "relayed by")]),
    ("Ana Ruiz told Radio Alba News that she would go.", [("Radio Alba News", "told to")]),
    ("The minister quit, according to the newspaper Kurir.", [("Kurir", "relayed by")]),
    ("Time will tell whether people like the sun.", []),
    ("The Guardian of the temple spoke to people.", []),
    ("Ana Ruiz told Congress that rates would rise.", []),
    ("Ana Ruiz told Carlos that rates would rise.", []),
    ("“We won,” he told the Hackford Bugler on Friday.", [("Hackford Bugler", "told to")]),
    ("Ana Ruiz told New Scientist that it was odd.", [("New Scientist", "told to")]),
    (
        "Ana Ruiz told Radio Television of Serbia on Monday that it rained.",
        [("Radio Television of Serbia", "told to")],
    ),
    ("State news agency Xinhua reported a storm.", [("Xinhua", "relayed by")]),
    ("Ana Ruiz told Acme staff that it was over.", []),
    ("Ana Ruiz told the Supreme Court that it was over.", []),
    ("Ana Ruiz met Bo Okello. She told Okello that it was over.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] or "empty" for row in ROWS])
def test_citations(
    parse: Callable[[str], tuple[Article, Doc]], text: str, expected: list[tuple[str, str]]
) -> None:
    article, doc = parse(text)
    found = citations_in(doc, article)
    assert [(c.passage.text, c.kind) for c in found] == expected
