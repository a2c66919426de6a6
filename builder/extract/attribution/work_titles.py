"""Titles of works in quotation marks, which nobody says: "her book, “The Long Way”"."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import is_work

_TITLE_WORDS = 8
_NAMING = frozenset({"call", "dub", "entitle", "name", "title"})
_OPEN_CLASS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def is_title(reading: ArticleView, number: int, region: Sequence[Token]) -> bool:
    """Whether the marks hold a title: "her book, “The Long Way”", "on CNN's “New Day”"."""
    words = [token for token in reading.marked(number) if token.is_alpha]
    if len(words) > _TITLE_WORDS or not any(word.pos_ in _OPEN_CLASS for word in words):
        return False
    if not all(
        word.text[0].isupper() for word in words if word.pos_ in _OPEN_CLASS or word is words[0]
    ):
        return False
    beside = [token for token in region[-4:] if not token.is_punct]
    return bool(beside) and (
        beside[-1].tag_ == "POS"
        or beside[-1].pos_ == "ADP"
        or beside[-1].lemma_.lower() in _NAMING
        or beside[-1].pos_ == "DET"
        or any(is_work(token) for token in beside)
    )
