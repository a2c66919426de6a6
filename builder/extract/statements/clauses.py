"""Where one statement ends and the next begins: a parsed sentence in, its clauses out.

A clause is one predicate with what hangs on it, without the clauses inside it that say something of
their own. Missed on purpose: purposes ("to meet"), conditions ("if …") and complements that no verb
of saying governs, which stay part of their clause.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from builder.extract.grammar import SUBJECTS, span_over
from builder.extract.statements.attribution import is_report, reports

_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "prep", "ccomp", "xcomp", "agent", "oprd", "dative", "npadvmod"}
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "than", "long", "that"})
_SEQUELS = frozenset({"before", "after", "since"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_SHORTEST = 3  # words: "which failed" says too little to be looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its own words, in one run of text."""

    head: Token
    span: Span
    own: tuple[Token, ...]
    """The words of the clause itself; `span` may hold a relative clause between them."""


def clauses_in(sentence: Span) -> Iterator[Clause]:
    """The clauses of a sentence that could each be a statement, in reading order of their heads."""
    heads = [token for token in sentence if _opens_clause(token, sentence)]
    owner = _owners(sentence, heads)
    words: dict[int, list[Token]] = {head.i: [] for head in heads}
    for token in sentence:
        if token.i in owner:
            words[owner[token.i]].append(token)
    for head in heads:
        own = _without_edges(words[head.i])
        if own and not is_report(head) and sum(token.is_alpha for token in own) >= _SHORTEST:
            yield Clause(head=head, span=span_over(sentence.doc, own), own=tuple(own))


def whole(sentence: Span) -> Clause:
    """The sentence as one clause, whatever it holds."""
    own = [token for token in sentence if not token.is_space]
    return Clause(head=sentence.root, span=span_over(sentence.doc, own), own=tuple(own))


def _opens_clause(token: Token, sentence: Span) -> bool:
    if token.dep_ == "appos":
        return _is_ranking(token)
    if token.dep_ == "acl":
        return _is_absolute(token)
    if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass"}:
        return False
    if token is sentence.root or token.dep_ in {"ROOT", "parataxis"}:
        return True
    if token.dep_ == "ccomp":
        return reports(token.head)
    if token.dep_ == "conj":
        return _has_complement(token) and _has_complement(token.head)
    if token.dep_ == "pcomp":
        return token.head.lower_ in _SEQUELS and _has_complement(token)
    if token.dep_ in {"advcl", "relcl"}:
        return _has_complement(token) and not _is_condition(token)
    return False


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS or child.dep_ in SUBJECTS for child in verb.children)


def _is_condition(verb: Token) -> bool:
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    purpose = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    return purpose or bool(marks & _CONDITIONS)


def _is_absolute(verb: Token) -> bool:
    """ "with trade reaching a record $190 billion last year": a clause in all but name."""
    return (
        verb.tag_ in {"VBG", "VBN"}
        and verb.head.head.lower_ == "with"
        and verb.head.dep_ == "pobj"
        and _has_complement(verb)
    )


def _is_ranking(noun: Token) -> bool:
    """ "Ruiz, the highest-ranking official to visit": an apposition that can be checked."""
    return any(token.tag_ in _SUPERLATIVES for token in noun.subtree)


def _owners(sentence: Span, heads: list[Token]) -> dict[int, int]:
    """For each word the head of the clause it belongs to: the nearest one above it, in one walk."""
    starts = {head.i for head in heads}
    for head in heads:
        # "with trade reaching …": the noun belongs to the clause that is built on it
        if head.dep_ == "acl":
            starts.add(head.head.i)
    absolute = {head.head.i: head.i for head in heads if head.dep_ == "acl"}
    owner: dict[int, int] = {}
    stack = [(sentence.root, -1)]
    while stack:
        token, above = stack.pop()
        above = absolute.get(token.i, token.i if token.i in starts else above)
        if above >= 0:
            owner[token.i] = above
        stack.extend((child, above) for child in token.children if child.sent == sentence)
    return owner


def _without_edges(tokens: list[Token]) -> list[Token]:
    """Without the marks and conjunctions that join the clause to its neighbours."""
    first, end = 0, len(tokens)
    while first < end and (
        tokens[first].is_space or tokens[first].dep_ in {"punct", "cc", "mark"}
    ):
        first += 1
    while end > first and (tokens[end - 1].is_space or tokens[end - 1].dep_ in {"punct", "cc"}):
        end -= 1
    return tokens[first:end]
