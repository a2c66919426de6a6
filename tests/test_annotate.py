"""One spaCy pass: offsets stay true, paragraphs end sentences, a missing model is one sentence."""

import pytest
import spacy

from builder import annotate
from builder.annotate import load_pipeline
from builder.errors import ModelError
from tests.conftest import article_of


@pytest.mark.model
def test_offsets_of_the_doc_are_those_of_the_text(parse):
    article, doc = parse("“We stay,” Ruiz said.\n\n\tIt rained.  Twice.")
    assert doc.text == article.text
    assert all(article.text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.model
def test_no_sentence_runs_over_a_paragraph_end(parse):
    _, doc = parse("Port of Veldhaven shut\n\nThe port was closed on Tuesday")
    assert [sent.text.strip() for sent in doc.sents] == [
        "Port of Veldhaven shut",
        "The port was closed on Tuesday",
    ]


@pytest.mark.model
def test_words_and_names_are_no_contractions(parse):
    _, doc = parse("They wed on Wed. Ana Ive said: “We'd go.”")
    assert {"wed", "Wed", "Ive", "'d"} <= {token.text for token in doc}


@pytest.mark.model
def test_boilerplate_is_blank_to_the_model(nlp):
    text = "Leave a Reply\nRuiz spoke."
    article = article_of(text, boilerplate=((0, 13),))
    ((_, doc),) = annotate.annotate([article], nlp)
    assert [token.text for token in doc if not token.is_space] == ["Ruiz", "spoke", "."]
    assert doc[1].idx == 14


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\n", "\u200b"], ids=["none", "blank", "lines", "zero_width"]
)
def test_an_article_without_words_is_an_empty_doc(parse, text: str):
    _, doc = parse(text)
    assert doc.text == text


@pytest.mark.model
@pytest.mark.parametrize("gap", ["\n\n", " ", ""], ids=["paragraphs", "words", "one_word"])
def test_a_very_long_article_is_read_in_parts(nlp, monkeypatch, gap: str):
    monkeypatch.setattr(annotate, "PART", 100)
    article = article_of(gap.join(["Ana Ruiz spoke in Leeds."] * 40))
    ((_, doc),) = annotate.annotate([article], nlp)
    assert doc.text == article.text
    assert all(article.text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_missing_model_is_one_sentence():
    with pytest.raises(ModelError, match=r"`no_such_model` cannot be loaded.*Install it"):
        load_pipeline("no_such_model")


def test_a_model_without_a_parser_says_what_it_lacks(tmp_path):
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="has no lemmatizer, ner, parser, tagger"):
        load_pipeline(str(tmp_path / "blank"))
