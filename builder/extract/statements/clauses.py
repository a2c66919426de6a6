"""Where one statement ends and the next begins: a parsed sentence in, its clauses out.

A clause is one predicate with what hangs on it, without the clauses inside it that say something
of their own. Missed on purpose: purposes ("to meet"), conditions ("if …") and complements that no
verb of saying governs, which stay part of their clause.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Span, Token

from builder.extract.grammar import SUBJECTS, span_over, subject_of
from builder.extract.statements.attribution import only_reports, reports

_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "prep", "ccomp", "xcomp", "agent", "oprd", "dative", "npadvmod"}
)
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "than", "long", "that"})
_SEQUELS = frozenset({"before", "after", "since"})
_LEADS = frozenset({"as", "long", "given", "while", "with"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_FEWEST = 3  # words of content: "which it has seized" says too little to be looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its own words, in one run of text."""

    head: Token
    span: Span
    own: tuple[Token, ...]
    """The words of the clause itself; `span` may hold a relative clause between them."""


def clauses_in(sentence: Span) -> Iterator[Clause]:
    """The clauses of a sentence that could each be a statement, by the place of their heads."""
    heads = _heads(sentence)
    words: dict[int, list[Token]] = {head.i: [] for head in heads}
    for token, owner in _owners(sentence, heads):
        words[owner].append(token)
    for head in heads:
        own = _without_edges(words[head.i])
        if _is_telling(own) and not only_reports(head) and not _is_order(head):
            yield Clause(head=head, span=span_over(sentence.doc, own), own=tuple(own))


def whole(sentence: Span) -> Clause:
    """The sentence as one clause, whatever it holds."""
    own = [token for token in sentence if not token.is_space]
    return Clause(head=sentence.root, span=span_over(sentence.doc, own), own=tuple(own))


def _heads(sentence: Span) -> list[Token]:
    """What opens a clause, in one walk from the root: a conjunct only where its head opens one."""
    heads: list[Token] = []
    stack = [(sentence.root, True)]
    while stack:
        token, above_opens = stack.pop()
        opens = _opens(token, above_opens=above_opens)
        if opens:
            heads.append(token)
        stack.extend((child, opens) for child in token.children)
    return sorted(heads, key=lambda token: token.i)


def _opens(token: Token, *, above_opens: bool) -> bool:
    if token.dep_ == "conj" and not above_opens:
        return False
    verbal = token.pos_ in {"VERB", "AUX"} or token.dep_ == "appos"
    return verbal and token.dep_ in _OPENINGS and _OPENINGS[token.dep_](token)


def _is_continued(verb: Token) -> bool:
    """Both say something: not "the mill was built and run by Acme"."""
    return _has_complement(verb) and _has_complement(verb.head)


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS or child.dep_ in SUBJECTS for child in verb.children)


def _is_spliced(verb: Token) -> bool:
    """Whether a comma alone joins it to what follows: "Acme refused to pay, Ruiz walked out"."""
    return verb.i < verb.head.i and _has_subject(verb)


def _is_content(verb: Token) -> bool:
    return reports(verb.head) or _is_spliced(verb) or _is_judged(verb)


def _is_judged(verb: Token) -> bool:
    """What an opinion is about can be checked: "it is no surprise that Acme sold the mill"."""
    empty = any(child.dep_ == "expl" or child.lower_ == "it" for child in verb.head.children)
    return empty and any(child.lower_ == "that" for child in verb.children)


def _is_sequel(verb: Token) -> bool:
    return _is_absolute(verb) or (verb.head.lower_ in _SEQUELS and _has_complement(verb))


def _adds(verb: Token) -> bool:
    return _has_complement(verb) and not _is_aside(verb)


def _is_aside(verb: Token) -> bool:
    """A condition, a purpose, or a pointer: "if he wins", "to win", "as shown by the vote"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    purpose = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    pointer = "as" in marks and verb.tag_ == "VBN" and not _has_subject(verb)
    return purpose or pointer or bool(marks & _CONDITIONS)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _is_absolute(verb: Token) -> bool:
    """A clause in all but name: "with trade reaching a record $190 billion last year"."""
    preposition = verb.head if verb.dep_ == "pcomp" else verb.head.head
    noun_has_it = verb.head.dep_ == "pobj" or (verb.dep_ == "pcomp" and _has_subject(verb))
    return (
        verb.tag_ in {"VBG", "VBN"}
        and preposition.lower_ == "with"
        and noun_has_it
        and _has_complement(verb)
    )


def _is_ranking(noun: Token) -> bool:
    """An apposition that can be checked: "Ruiz, the highest-ranking official to visit"."""
    return any(token.tag_ in _SUPERLATIVES for token in noun.subtree)


def _is_order(head: Token) -> bool:
    """Nobody does it: "Click to play the video"."""
    return (
        head.tag_ in {"VB", "VBP"} and head.dep_ in {"ROOT", "conj"} and subject_of(head) is None
    )


def _is_telling(own: list[Token]) -> bool:
    return sum(token.pos_ in _CONTENT for token in own) >= _FEWEST


def _owners(sentence: Span, heads: list[Token]) -> Iterator[tuple[Token, int]]:
    """Each word with the head of its clause, the nearest one above it, in reading order."""
    opened = {head.i: head.i for head in heads}
    # "with trade reaching …": the noun belongs to the clause that is built on it
    opened |= {head.head.i: head.i for head in heads if head.dep_ == "acl"}
    owner: dict[int, int | None] = {}
    strays: list[Token] = []
    stack: list[tuple[Token, int | None]] = [(sentence.root, None)]
    while stack:
        token, above = stack.pop()
        owner[token.i] = opened.get(token.i, above)
        if token.is_punct and next(token.children, None) is not None:
            strays.append(token)
        stack.extend((child, owner[token.i]) for child in token.children)
    for stray in strays:
        _take_along(stray, owner)
    for token in sentence:
        found = owner.get(token.i)
        if found is not None:
            yield token, found


def _take_along(stray: Token, owner: dict[int, int | None]) -> None:
    """What the parser hung on a comma belongs to the clause that the comma stands in."""
    before, wrong = owner.get(stray.i - 1), owner[stray.i]
    for token in stray.subtree:
        if owner.get(token.i) == wrong:
            owner[token.i] = before


def _without_edges(tokens: list[Token]) -> list[Token]:
    """Without the marks and conjunctions that join the clause to its neighbours."""
    first, end = 0, len(tokens)
    while first < end and _introduces(tokens[first]):
        first += 1
    while end > first and _dangles(tokens[end - 1]):
        end -= 1
    return tokens[first:end]


def _introduces(token: Token) -> bool:
    """Whether it only joins the clause to the one before: "and …", "because …", "when …"."""
    return token.is_space or token.dep_ in {"punct", "cc", "mark"} or token.lower_ == "when"


def _dangles(token: Token) -> bool:
    """Whether it only led to a clause that is cut off: "… on Tuesday before", "…, as long as"."""
    if token.is_space or token.dep_ in {"punct", "cc"} or token.lower_ in _LEADS:
        return True
    return token.pos_ in {"ADP", "SCONJ"} and any(child.i > token.i for child in token.children)


_OPENINGS: Mapping[str, Callable[[Token], bool]] = {
    "ROOT": lambda _: True,
    "parataxis": lambda _: True,
    "ccomp": _is_content,
    "conj": _is_continued,
    "pcomp": _is_sequel,
    "advcl": _adds,
    "relcl": _adds,
    "acl": _is_absolute,
    "appos": _is_ranking,
}
"""What a dependent must be to open a clause, by its relation to the word above it."""
