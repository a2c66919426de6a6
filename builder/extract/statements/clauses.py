"""Where one statement ends and the next begins: a parsed sentence in, its clauses out.

A clause is one predicate with what hangs on it, without the clauses inside it that say something
of their own. What says too little to be looked up stays part of the clause that it stands in.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from builder.extract.attribution.reporting import only_reports
from builder.extract.statements.clause_edges import without_edges
from builder.extract.statements.clause_heads import heads_in
from builder.extract.statements.sentences import Sentence
from builder.extract.subjects import RELATIVES, SUBJECTS, subject_of
from builder.extract.unsaid import is_left_unsaid

MOST_STRAYS = 20  # marks that hold words; a row of bullets without words has hundreds
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_OPENING, _CLOSING = frozenset("“‘«"), frozenset("”’»")
_FEWEST = 3  # words of content: "which it has seized" says too little to be looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its own words, in one run of text."""

    head: Token
    span: Span
    own: tuple[Token, ...]
    """The words of the clause itself; `span` may hold a relative clause between them."""
    sentence: Sentence
    """What it stands in."""

    def holds(self, token: Token) -> bool:
        """Whether the word lies within its run of text."""
        return self.span.start <= token.i < self.span.end


def clauses_in(sentence: Sentence) -> Iterator[Clause]:
    """The clauses of a sentence that could each be a statement, by the place of their heads."""
    heads = heads_in(sentence)
    words: dict[int, list[Token]] = {head.i: [] for head in heads}
    owners = _owners(sentence, heads)
    for token in sentence.tokens:
        if token.i in owners:
            words[owners[token.i]].append(token)
    told: set[int] = set()
    kept: list[tuple[Token, list[Token]]] = []
    for head in _merged(heads, words, owners):
        own = without_edges(head, words[head.i])
        if _is_telling(head, own) and not _says_nothing(head):
            kept.append((head, own))
            told.update(token.i for token in own)
    for head, own in kept:
        yield _clause(head, _past_aside(head, own, told), sentence)


def whole(sentence: Sentence) -> Clause:
    """The sentence as one clause, whatever it holds."""
    own = [token for token in sentence.tokens if not token.is_space]
    return _clause(sentence.root, own, sentence)


def is_order(head: Token) -> bool:
    """Nobody does it: "Click to play the video", "Editing by Ana Ruiz"."""
    told = head.tag_ in {"VB", "VBP"} and head.dep_ in {"ROOT", "conj"}
    credited = head.tag_ == "VBG" and head.right_edge.i > head.i and head.nbor().lower_ == "by"
    return (told or credited) and subject_of(head) is None


def _clause(head: Token, own: Sequence[Token], sentence: Sentence) -> Clause:
    span = head.doc[own[0].i : own[-1].i + 1]
    return Clause(head=head, span=span, own=tuple(own), sentence=sentence)


def _past_aside(head: Token, own: Sequence[Token], told: Set[int]) -> Sequence[Token]:
    """From the verb on, where a fact told for itself parts it from its subject by commas.

    "Ruiz, who had sold Acme, left Porto" is "[Ruiz] left Porto". Without commas the clause says
    which one is meant: "the man who had sold Acme left Porto".
    """
    subject = subject_of(head)
    if subject is None or subject.lower_ in RELATIVES:
        return own
    begin = 0
    for place, (before, after) in enumerate(pairwise(own), start=1):
        if after.i > head.i:
            break
        first = head.doc[before.i + 1]
        if (before.is_punct or first.is_punct) and not told.isdisjoint(range(first.i, after.i)):
            begin = place
    while own[begin].is_punct or own[begin].is_space:
        begin += 1
    low, high = subject.left_edge.i, subject.right_edge.i
    parted = all(low <= token.i <= high or token.is_punct for token in own[:begin])
    return own[begin:] if parted and head in (own[begin], own[begin].head) else own


def _merged(
    heads: list[Token], words: dict[int, list[Token]], owners: dict[int, int]
) -> list[Token]:
    """The heads that remain when clauses that tell nothing alone rejoin the one beside them.

    "Acme offered the shares it holds": that it holds them is no fact of its own.
    """
    kept: list[Token] = []
    for head in reversed(heads):
        host = _host(head, words[head.i], owners)
        if host is None or not _belongs(head, words[head.i], words[host]):
            kept.append(head)
            continue
        for token in words[head.i]:
            owners[token.i] = host
        words[host] = sorted((*words[host], *words.pop(head.i)), key=lambda token: token.i)
    return kept[::-1]


def _belongs(head: Token, own: list[Token], host: list[Token]) -> bool:
    """Whether it is a part of its host: it tells nothing alone, or stands in a quoted phrase."""
    alone = only_reports(head) or _is_telling(head, without_edges(head, own))
    return not alone or _is_inside_marks(host, own)


def _host(head: Token, own: list[Token], owners: dict[int, int]) -> int | None:
    """The clause that the words of this one follow or lead to, where it hangs on that clause."""
    above = owners.get(head.head.i)
    if not own or above is None or above == head.i or only_reports(head.doc[above]):
        return None
    beside = owners.get(own[0].i - 1), owners.get(own[-1].i + 1)
    return above if above in beside else None


def _is_inside_marks(host: list[Token], own: list[Token]) -> bool:
    """Whether marks opened within the host still stand open: "the aim is to ‘cut and sell’"."""
    first = next((token for token in own if not token.is_punct), own[0])
    begin = next((token for token in host if not token.is_punct), host[0])
    depth = 0
    for token in first.doc[begin.i : first.i]:
        depth += (token.text in _OPENING) - (token.text in _CLOSING and depth > 0)
    return depth > 0


def _says_nothing(head: Token) -> bool:
    """Whether it only introduces words, or is an order, or what somebody did not say."""
    return only_reports(head) or is_order(head) or is_left_unsaid(head)


def _is_telling(head: Token, own: Sequence[Token]) -> bool:
    content = [token for token in own if token.pos_ in _CONTENT or token.text.endswith("ly")]
    if len(content) == _FEWEST - 1 and head.dep_ != "conj":
        # "who cost $5 million" has a figure to look up
        figure = any(token.pos_ == "NUM" and token.text[0].isdigit() for token in content)
        return figure and any(child.dep_ in SUBJECTS for child in head.children)
    solid = any(token.pos_ in _NOUNS or token.text[0].isdigit() for token in content)
    return solid and len(content) >= _FEWEST


def _owners(sentence: Sentence, heads: list[Token]) -> dict[int, int]:
    """For each word the head of its clause, the nearest one above it."""
    opened = {head.i: head.i for head in heads}
    # "with trade reaching …": the noun belongs to the clause that is built on it
    opened |= {
        head.head.i: head.i
        for head in heads
        if head.dep_ == "acl" or (head.dep_ == "relcl" and head.head == sentence.root)
    }
    owner: dict[int, int | None] = {}
    strays: list[Token] = []
    stack: list[tuple[Token, int | None]] = [(sentence.root, None)]
    while stack:
        token, above = stack.pop()
        own = owner[token.i] = opened.get(token.i, above)
        below = sentence.children.get(token.i, ())
        if below and token.is_punct:
            strays.append(token)
        stack.extend([(child, own) for child in below])
    for stray in strays[:MOST_STRAYS]:
        _take_along(stray, sentence, owner)
    for head in heads:
        subject = subject_of(head)
        if subject is not None and subject.tag_ == "VBG" and subject.dep_ == "conj":
            owner.update((place, head.i) for place in range(subject.i, head.i))
    return {place: found for place, found in owner.items() if found is not None}


def _take_along(stray: Token, sentence: Sentence, owner: dict[int, int | None]) -> None:
    """What the parser hung on a comma belongs to the clause that the comma stands in."""
    before, wrong = owner.get(stray.i - 1), owner[stray.i]
    stack = [stray]
    while stack:
        token = stack.pop()
        stack.extend(sentence.children.get(token.i, ()))
        if owner.get(token.i) == wrong:
            owner[token.i] = before
