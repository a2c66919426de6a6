"""From the head of a speaker's noun phrase to the words that name them, and whom these may be."""

from spacy.tokens import Span, Token

from builder.extract.grammar import noun_phrase, span_over
from builder.extract.quotes.reading import Reading
from builder.model.findings import Reference


def reference_to(reading: Reading, head: Token) -> Reference:
    """The words that name the speaker, with the names that they may stand for."""
    article = reading.article
    if head.pos_ == "PRON":
        return Reference(passage=article.passage(head.idx, head.idx + len(head)), form="pronoun")
    name = _name_of(head)
    if name is not None:
        passage = article.passage(name.start_char, name.end_char)
        return Reference(passage=passage, form="name", antecedents=(passage,))
    phrase = noun_phrase(head)
    return Reference(passage=article.passage(phrase.start_char, phrase.end_char), form="nominal")


def _name_of(head: Token) -> Span | None:
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ == "NOUN":
            return _run(child)
    return _run(head) if head.pos_ == "PROPN" else None


def _run(head: Token) -> Span:
    parts = [head, *(child for child in head.lefts if child.dep_ == "compound")]
    run = span_over(head.doc, parts)
    if head.ent_type_ == "PERSON":
        ent = next(ent for ent in head.sent.ents if ent.start <= head.i < ent.end)
        return head.doc[max(run.start, ent.start) : run.end]
    return run
