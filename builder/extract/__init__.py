"""What one article holds: the cleaned article and its `Doc` in, `Findings` out."""

from collections.abc import Iterator

from spacy.tokens import Doc

from builder.extract.article_view import read
from builder.extract.citations import citations_in
from builder.extract.coreference import references_in
from builder.extract.credits import credits_in
from builder.extract.encounters import encounters_in
from builder.extract.events import events_in
from builder.extract.grammar import passage_of
from builder.extract.names import names_in
from builder.extract.quotes import quotes_in
from builder.extract.roles import roles_in
from builder.extract.statements import statements_in
from builder.extract.times import times_in
from builder.extract.times.datelines import printed_in
from builder.model.article import Article, Passage
from builder.model.findings import Findings


def findings_of(doc: Doc, article: Article, *, all_sentences: bool = False) -> Findings:
    """Everything found in one article.

    With `all_sentences`, every sentence is a statement: to measure the grouping of claims alone.
    """
    times = times_in(doc, article)
    return Findings(
        article=article.id,
        sentences=tuple(_sentences(doc, article)),
        names=names_in(doc, article),
        credits=credits_in(article),
        citations=citations_in(doc, article),
        pronouns=tuple(references_in(read(doc, article)).pronouns()),
        roles=roles_in(doc, article),
        quotes=quotes_in(doc, article),
        statements=statements_in(doc, article, all_sentences=all_sentences),
        times=times,
        events=events_in(doc, article, times),
        encounters=encounters_in(doc, article),
        printed=printed_in(article),
    )


def _sentences(doc: Doc, article: Article) -> Iterator[Passage]:
    passages = (passage_of(article, sentence) for sentence in doc.sents)
    return (passage for passage in passages if passage.text)
