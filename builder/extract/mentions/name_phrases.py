"""The words that name a speaker: from the head of a noun phrase to the name, without title.

In: a head token. Out: the span of the name, its own or that of the apposition beside it; `None`
for a noun phrase that names nobody ("the coach").
"""

from spacy.tokens import Span, Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.grammar import noun_phrase, span_over
from builder.extract.mentions.names import is_capitalised, name_within, names_of

_MARKS = frozenset("\"“”‘’'")
_LONGEST = 6  # words of a name


def name_of(reading: ArticleView, head: Token) -> Span | None:
    """The name alone, of the head or of the apposition that names it: "the coach, Ana Roe"."""
    after = head.nbor() if head.i + 1 < len(head.doc) else head
    if after.pos_ == "PROPN" and head.pos_ == "NOUN" and naming.title(head.lower_) is not None:
        return _run_from(after)  # "curator Ana Roe", however it is parsed
    beside = [child for child in head.rights if child.dep_ == "appos"]
    within = [each for child in beside for each in child.rights if each.dep_ == "appos"]
    named = [
        child  # "her daughter, the novelist Ana Roe": beside what stands beside it
        for child in (*beside, *within)
        if child.pos_ == "PROPN" and child.text[0].isupper() and reading.is_outside(child)
    ]
    if head.pos_ == "PROPN":
        unnamed = head.ent_type_ != "PERSON"
        named = [c for c in named if c.ent_type_ == "PERSON" and unnamed]
        run = _run(named[0] if named else head)
        nameless = _is_bare_title(reading, run) or not is_capitalised(run)
        return None if nameless else run  # "the Minister", "Minister says" are noun phrases
    return _run(named[0]) if named else _mistagged(head)


def _is_bare_title(reading: ArticleView, run: Span) -> bool:
    """Whether it is a title without a name; "King says" is none where somebody is Ana King."""
    if len(run) > 1 or naming.title(run.text) is None:
        return False
    borne = any(name.span[-1].text == run.text for name in names_of(reading) if len(name.span) > 1)
    return has_article(run.root) or not borne


def _mistagged(head: Token) -> Span | None:
    """A name that the tagger took for a noun: all capitals, no article ("Okafor said it")."""
    if head.tag_ not in {"NN", "JJ"} or naming.title(head.lower_) is not None:
        return None
    phrase = noun_phrase(head)
    capital = all(token.text[0].isupper() for token in phrase)
    return _without_titles(phrase) if capital and not has_article(head) else None


def _without_titles(run: Span) -> Span:
    name = span_over(run.doc, name_within(tuple(run)))
    opens = name.doc[max(0, name.start - 1)]
    given = name.doc[max(0, name.start - 2)]
    if opens.text in _MARKS and given.pos_ == "PROPN" and _MARKS & {token.text for token in name}:
        return name.doc[given.i : name.end]  # "Ana “Fox” Ruiz", parted before the nickname
    return name


def has_article(head: Token) -> bool:
    """Whether an article stands before the noun."""
    return any(child.lower_ in {"the", "a", "an"} for child in head.lefts)


def _run_from(first: Token) -> Span:
    end = first.i + 1
    while end < len(first.doc) and first.doc[end].pos_ == "PROPN" and end - first.i < _LONGEST:
        end += 1
    return _without_titles(first.doc[first.i : end])


def _run(head: Token) -> Span:
    """The name that the head closes; a body's goes on after it: "the Institute of Physics"."""
    doc = head.doc
    if head.ent_type_ == "ORG" and head.i + 1 < len(doc) and doc[head.i + 1].ent_iob_ == "I":
        return _entity(head)
    parts = [
        head,
        *(c for c in head.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"),
    ]
    return _without_titles(span_over(head.doc, parts))


def _entity(head: Token) -> Span:
    first, end = head.i, head.i + 1
    while head.doc[first].ent_iob_ == "I":
        first -= 1
    while end < len(head.doc) and head.doc[end].ent_iob_ == "I":
        end += 1
    while head.doc[first].pos_ in {"DET", "ADJ"} and first < head.i:
        first += 1
    return head.doc[first:end]
