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
from builder.model.article import Article

BATCH = 32  # articles at a time: memory holds a batch, not a corpus
LONGEST = 10_000_000  # characters; spaCy's own limit of 1,000,000 would lose a long article
_NEEDED = frozenset({"tagger", "parser", "lemmatizer", "ner"})


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
    nlp.max_length = LONGEST
    return nlp


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[tuple[Article, Doc]]:
    """Each article with its `Doc`, in the order given."""
    pairs = ((article.readable, article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield article, doc


@Language.component("paragraph_ends")
def paragraph_ends(doc: Doc) -> Doc:
    """Begin a sentence after every line end: the parser keeps to it."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            doc[token.i + 1].is_sent_start = True
    return doc


def _installed() -> str:
    return ", ".join(sorted(get_installed_models())) or "none is"


def _first_line(problem: Exception) -> str:
    return str(problem).splitlines()[0] if str(problem) else type(problem).__name__
