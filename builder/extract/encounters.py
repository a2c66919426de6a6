"""Who met, spoke to or answered whom: the `Doc` in, one `FoundEncounter` for each pair out.

Read from the verb and its arguments ("Ruiz met Okafor", "Ruiz held talks with Okafor"); pronouns
get the names that they may stand for, as speakers do. Encounters that only the context tells ("the
two sat down") are missed on purpose.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any

from spacy.tokens import Doc, Span, Token

from builder.extract.article_view import read
from builder.extract.coreference import References, references_in
from builder.extract.grammar import passage_of, span_over
from builder.extract.subjects import understood_subject
from builder.extract.tokens import tokens_of
from builder.knowledge import entries
from builder.model.article import Article
from builder.model.findings import EncounterKind, FoundEncounter, Reference

_OBJECTS = frozenset({"dobj", "dative"})
_PRONOUNS = frozenset({"he", "she", "him", "her"})
_Row = dict[str, Any]


def encounters_in(doc: Doc, article: Article) -> tuple[FoundEncounter, ...]:
    """The encounters of an article, in reading order."""
    pairs = [
        (verb, kind, source, target)
        for verb in tokens_of(doc)
        if verb.pos_ == "VERB"
        for kind, targets in _meetings(verb)
        for source, target in product(_parties(_who(verb)), _parties(targets))
        if source.root != target.root
    ]
    pronouns = any(_is_pronoun(each.root) for _, _, *parties in pairs for each in parties)
    references = references_in(read(doc, article)) if pronouns else None
    return tuple(
        FoundEncounter(
            passage=passage_of(article, verb.sent),
            kind=kind,
            source=_reference(references, article, source),
            target=_reference(references, article, target),
        )
        for verb, kind, source, target in pairs
    )


def _meetings(verb: Token) -> Iterator[tuple[EncounterKind, list[Token]]]:
    """The kind of encounter that the verb tells, and the heads of those on its other side."""
    for row in _rows().get(verb.lemma_.lower(), ()):
        targets = _targets(verb, row)
        if targets:
            yield row["kind"], targets


@cache
def _rows() -> dict[str, list[_Row]]:
    rows: dict[str, list[_Row]] = defaultdict(list)
    for row in entries("encounters"):
        rows[row["verb"]].append(row)
    return dict(rows)


def _targets(verb: Token, row: _Row) -> list[Token]:
    holder = verb
    if (
        "object" in row
    ):  # "held talks with Okafor": the other side hangs on the noun or on the verb
        nouns = [
            child
            for child in verb.children
            if child.dep_ in _OBJECTS and child.lemma_.lower() in row["object"].split()
        ]
        if not nouns:
            return []
        holder = nouns[0]
    if "preposition" not in row:
        return [child for child in verb.children if child.dep_ in _OBJECTS]
    return [
        target
        for place in {verb, holder}
        for preposition in place.children
        if preposition.dep_ in {"prep", "dative"}
        and preposition.lower_ in row["preposition"].split()
        for target in preposition.children
        if target.dep_ == "pobj"
    ]


def _who(verb: Token) -> list[Token]:
    """The head of the verb's subject, sought beyond its clause; nobody where there is none."""
    subject = understood_subject(verb)
    return [] if subject is None else [subject]


def _parties(heads: list[Token]) -> list[Span]:
    """The heads that name or stand for a person, with those coordinated with them.

    The model takes a rare surname for a common noun, so any capital will do: whether it names a
    person is for resolution to say.
    """
    return [
        span_over(named.doc, [*_before(named), named])
        for head in heads
        for token in (head, *head.conjuncts)
        for named in (token, *(child for child in token.children if child.dep_ == "appos"))
        if _is_pronoun(named) or (named.text[0].isupper() and named.pos_ in {"PROPN", "NOUN"})
    ]


def _before(name: Token) -> list[Token]:
    return [part for part in name.lefts if part.dep_ == "compound"]


def _is_pronoun(token: Token) -> bool:
    return token.lower_ in _PRONOUNS


def _reference(references: References | None, article: Article, party: Span) -> Reference:
    if references is not None and _is_pronoun(party.root):
        return references.of(party.root)
    passage = passage_of(article, party)
    return Reference(passage=passage, form="name", antecedents=(passage,))
