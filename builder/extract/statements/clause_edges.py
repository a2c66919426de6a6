"""Where a clause begins and ends: its words in, without those that only join it to others out."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.subjects import RELATIVES

_LEADS = frozenset({"as", "long", "given", "while", "with", "provided"})
_ADVERBIAL = frozenset({"when", "where", "given", "while", "whereas"})
_BEFORE_MARK = 4  # words: "just two days after the vote was held"


def without_edges(head: Token, tokens: Sequence[Token]) -> list[Token]:
    """Without the marks and conjunctions that join the clause to its neighbours.

    A relative pronoun that is no subject goes too: "a tour that Acme called a success" states that
    Acme called it a success.
    """
    first, end = _after_mark(head, tokens), len(tokens)
    while first < end and _introduces(head, tokens[first]):
        first += 1
    end = _before_source(tokens, first)
    while end > first and _dangles(tokens[end - 1]):
        end -= 1
    return list(tokens[first:end])


def _after_mark(head: Token, tokens: Sequence[Token]) -> int:
    """Past "just days after" of "just days after the vote was held"."""
    for place, token in enumerate(tokens[:_BEFORE_MARK]):
        if token.dep_ == "mark" and token.head == head:
            return place + 1
    return 0


def _introduces(head: Token, token: Token) -> bool:
    """Whether it only joins the clause to the one before: "and …", "because …", "when …"."""
    if token.is_space or token.dep_ in {"punct", "cc"} or token.lower_ in _ADVERBIAL:
        return True
    if token.dep_ == "mark":
        return (
            token.head == head
        )  # "as shown by the vote, Acme leads": the mark is not the clause's
    return token.lower_ in RELATIVES and token.dep_ in {"dobj", "pobj", "attr"}


def _before_source(tokens: Sequence[Token], first: int) -> int:
    """Short of "…, according to the mayor", which tells who asserts it."""
    for place in range(first + 1, len(tokens)):
        if tokens[place].lower_ == "according" and tokens[place - 1].text == ",":
            return place if _ends(tokens, place) else len(tokens)
    return len(tokens)


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Whether the source is the last that the clause has."""
    below = set(tokens[place].subtree)
    return all(token in below or token.is_punct or token.is_space for token in tokens[place:])


def _dangles(token: Token) -> bool:
    """Whether it only led to a clause that is cut off: "… on Tuesday before", "…, as long as"."""
    if token.is_space or token.dep_ in {"punct", "cc"} or token.lower_ in _LEADS:
        return True
    return token.pos_ in {"ADP", "SCONJ"} and any(child.i > token.i for child in token.children)
