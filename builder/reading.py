"""Articles read one after the other: cleaned articles in, findings or faults out, in order.

What has spaCy in it: whatever need not read imports `builder.findings` instead.
"""

from collections.abc import Sequence
from functools import partial

from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.extract import findings_of
from builder.faults import Fault, attempt
from builder.model.article import Article
from builder.model.findings import Read


def read(
    articles: Sequence[Article], *, language_model: str, all_sentences: bool = False
) -> list[Read | Fault]:
    """What each article holds, in order; a batch that the model fails on is read one by one."""
    docs = _annotated(articles, language_model)
    found = partial(_found, all_sentences=all_sentences)
    return [
        doc
        if isinstance(doc, Fault)
        else attempt(partial(found, article, doc), stage="extract", item=article.file)
        for article, doc in zip(articles, docs, strict=True)
    ]


def _found(article: Article, doc: Doc, *, all_sentences: bool) -> Read:
    return article, findings_of(doc, article, all_sentences=all_sentences)


def _annotated(articles: Sequence[Article], language_model: str) -> Sequence[Doc | Fault]:
    nlp = load_pipeline(language_model)
    docs = attempt(
        lambda: [doc for _, doc in annotate(articles, nlp)],
        stage="annotate",
        item=articles[0].file if articles else "",
    )
    if not isinstance(docs, Fault):
        return docs
    if len(articles) == 1:
        return [docs]
    return [_annotated([article], language_model)[0] for article in articles]
