"""Names of one article with label, role and honorific; all sentences invented."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from builder.extract.names import names_in
from builder.model.article import Article

pytestmark = pytest.mark.model
Parse = Callable[[str], tuple[Article, Doc]]

PEOPLE = [
    ("Chilean Prime Minister Ana Ruiz spoke.", "Ana Ruiz", "Chilean Prime Minister"),
    ("Chile’s Prime Minister, Ana Ruiz, spoke.", "Ana Ruiz", "Chile’s Prime Minister"),
    ("Chilean prime minister Ana Ruiz spoke.", "Ana Ruiz", "Chilean prime minister"),
    (
        "Ana Ruiz, director of the Museum of Trade in Lima, spoke.",
        "Ana Ruiz",
        "director of the Museum of Trade in Lima",
    ),
    (
        "“No,” said the director of the museum, Ana Ruiz, on Monday.",
        "Ana Ruiz",
        "director of the museum",
    ),
    ("Former palace official Ana Ruiz spoke.", "Ana Ruiz", "Former palace official"),
    ("Ana Ruiz, 45, a teacher, spoke.", "Ana Ruiz", "teacher"),
    (
        "Chile’s Special Envoy for Trade Affairs Ana Ruiz spoke.",
        "Ana Ruiz",
        "Chile’s Special Envoy for Trade Affairs",
    ),
    ("Ana Ruiz spoke in Lima on Monday.", "Ana Ruiz", None),
    ("Ana Ruiz’s house burned down.", "Ana Ruiz", None),
]
HONOURED = [("Mr Ruiz spoke.", "Ruiz", "Mr"), ("The Rev. Ana Ruiz prayed.", "Ana Ruiz", "Rev")]
NOTHING = [
    "",
    "it rained all day.",
    "The prime minister said that it rained.",
    "On Monday it rained.",
    "The Prime Minister met the President in June.",
]
LABELS = [
    ("She works for Alba Motors Inc.", "Alba Motors Inc", "ORG"),
    (
        "He studied at the School of Oriental and African Studies (SOAS) there.",
        "School of Oriental and African Studies",
        "ORG",
    ),
    ("They met in Lima.", "Lima", "PLACE"),
    ("The Chinese arrived.", "Chinese", "NORP"),
    ("It was told to Reuters.", "Reuters", "OUTLET"),
    ("The Soviet Union fell.", "Soviet Union", "PLACE"),
]


@pytest.mark.parametrize(("text", "name", "role"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_name_and_role(parse: Parse, text: str, name: str, role: str | None) -> None:
    article, doc = parse(text)
    found = {n.passage.text: n.role and n.role.text for n in names_in(doc, article)}
    assert found[name] == role


@pytest.mark.parametrize(("text", "name", "honorific"), HONOURED, ids=[r[0] for r in HONOURED])
def test_honorific(parse: Parse, text: str, name: str, honorific: str) -> None:
    article, doc = parse(text)
    assert [(n.passage.text, n.honorific) for n in names_in(doc, article)] == [(name, honorific)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_names(parse: Parse, text: str) -> None:
    article, doc = parse(text)
    assert names_in(doc, article) == ()


@pytest.mark.parametrize(("text", "name", "label"), LABELS, ids=[row[0] for row in LABELS])
def test_label(parse: Parse, text: str, name: str, label: str) -> None:
    article, doc = parse(text)
    assert {n.passage.text: n.label for n in names_in(doc, article)}[name] == label


def test_subject(parse: Parse) -> None:
    article, doc = parse("Ana Ruiz met Carlos Vega.")
    assert [n.is_subject for n in names_in(doc, article)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 500,
        "A B C D E " * 500,
        "ANA RUIZ QUITS NOW\n\nShe quit.",
        "<b>Ana</b> Ruiz spoke.",
        "Иван Петров встретил Анну.",
        "李小明说。",
        "“" * 300,
        "Mr Mr Mr",
        "’s",
        "-",
        "Al “",
    ],
)
def test_awkward_texts_are_read(parse: Parse, text: str) -> None:
    article, doc = parse(text)
    for name in names_in(doc, article):
        assert article.text[name.passage.start : name.passage.end] == name.passage.text
