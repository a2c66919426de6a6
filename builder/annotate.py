"""One spaCy pass over each article: cleaned articles in, `(article, Doc)` out.

Boilerplate is blank to the model, and no sentence runs over the end of a paragraph. Offsets of the
`Doc` are those of the article's text.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_installed_models

from builder.errors import ModelError
from builder.knowledge import entries
from builder.model.article import Article

_BATCH = 32  # articles at a time: memory holds a batch, not a corpus
PART = 50_000  # characters read at once; the model needs about 4 kB of memory for each
_NEEDED = frozenset({"tagger", "parser", "lemmatizer", "ner"})
_WHOLE = frozenset({"wed", "Wed", "Ive", "Im", "Ima", "Id"})
"""Words and names that spaCy takes for contractions typed without an apostrophe: "we" + "d"."""


@cache
def load_pipeline(name: str) -> Language:
    """The installed spaCy pipeline of that name, with paragraph ends as sentence ends.

    Raises `ModelError` where it is missing, broken, or lacks a component that the extractors read.
    """
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as problem:
        raise ModelError(
            f"the language model `{name}` cannot be loaded ({_first_line(problem)}).",
            todo=f"Install it, or name an installed one in dossier.yml: {_installed()}.",
        ) from problem
    missing = sorted(_NEEDED - set(nlp.pipe_names))
    if missing:
        raise ModelError(
            f"the language model `{name}` has no {', '.join(missing)}.",
            todo="Name a full pipeline in dossier.yml, such as en_core_web_sm.",
        )
    nlp.add_pipe("paragraph_ends", before="parser")
    rules = getattr(nlp.tokenizer, "rules", None) or {}
    for word in (_WHOLE & rules.keys()) | _cut_short():
        nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
    return nlp


def _cut_short() -> frozenset[str]:
    """Forms of address whose stop ends no sentence: "Smt. Rao"."""
    return frozenset(f"{word}." for word in entries("honorifics")["cut"])


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, Doc]]:
    """Each article with its `Doc`, in the order given; a very long one is read part by part."""
    parts = (
        (part, (article, is_last))
        for article in articles
        for part, is_last in _parts(article.readable)
    )
    read: list[Doc] = []
    for doc, (article, is_last) in nlp.pipe(parts, as_tuples=True, batch_size=_BATCH):
        read.append(doc)
        if is_last:
            yield article, doc if len(read) == 1 else _joined(read)
            read = []


@Language.component("paragraph_ends")
def paragraph_ends(doc: Doc) -> Doc:
    """Begin a sentence after every line end: the parser keeps to it."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Parts that end with a paragraph, else with a word; and whether each is the last."""
    start = 0
    while len(text) - start > PART:
        end = start + PART
        cut = next((at + 1 for mark in "\n " if (at := text.rfind(mark, start, end)) > start), end)
        yield text[start:cut], False
        start = cut
    yield text[start:], True


def _joined(docs: list[Doc]) -> Doc:
    whole = Doc.from_docs(docs, ensure_whitespace=False)
    assert whole is not None  # noqa: S101 - it is None only for no docs
    return whole


def _installed() -> str:
    return ", ".join(sorted(get_installed_models())) or "none is"


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__
