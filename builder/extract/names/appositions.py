"""The description that stands behind a name: "Ana Ruiz, director of the Institute in London,".

In: the tokens and where the name ends. Out: the first and last token of the role.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.tokens import token_at

LONGEST_ROLE = 25  # tokens; longer appositions run into the next clause
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
STOPS = frozenset({"VBD", "VBZ", "VBP", "MD"})
VAGUE = frozenset(knowledge.entries("name_words")["vague"])
_ENDS = frozenset({",", ".", ";", ":", "–", "—", "”", "“", '"', "?", "!"})
_OPEN_CLAUSE = frozenset({
    "since", "after", "before", "as", "when", "while", "until", "because", "where",
})  # fmt: skip
_RELATIVES = frozenset({"who", "whose", "whom", "which"})  # what they open is a clause, no role
_NO_ROLE = _RELATIVES | {"and", "or"}
_OPENING = frozenset({",", "–", "—", "-", "("})


def role_after(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """The first and last token of the role behind a name that ends before `end`, if it has one."""
    place = end
    if (
        place < len(tokens) and tokens[place].text == "(" and tokens[place].nbor(1).is_digit
        if place + 1 < len(tokens)
        else False
    ):
        place += 3
    if place >= len(tokens) - 1 or tokens[place].text not in _OPENING:
        return None
    if tokens[place].text == "-" and not tokens[place].whitespace_:
        return None
    first = place + 1
    if tokens[first].like_num and first + 2 < len(tokens) and tokens[first + 1].text == ",":
        first += 2  # "Ana Ruiz, 45, a teacher"
    head = _head(tokens, first)
    if head is None:
        return None
    last = _apposition_end(tokens, first, head, closing=")" if tokens[place].text == "(" else "")
    if tokens[end - 1].dep_ in {"dobj", "pobj"} and _says(tokens, last + 1):
        return None  # "Police held Ana Ruiz, a guard at the bank said": the guard is another
    while first < head and (tokens[first].lower_ in VAGUE or tokens[first].pos_ == "DET"):
        first += 1
    return (first, last) if last >= head else None


def _says(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].lemma_ == "say"


def _head(tokens: Sequence[Token], first: int) -> int | None:
    """The noun that says what the person is, when nothing but its own words stands before it."""
    for token in tokens[first : first + LONGEST_ROLE]:
        if token.tag_ in STOPS or token.is_space or token.lower_ in _NO_ROLE:
            return None
        if naming.title(token.text) and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            after = token.nbor(1) if token.i + 1 < len(tokens) else None
            if after is None or after.pos_ not in {"NOUN", "PROPN"} or after.is_space:
                return token.i
            continue
        if not _describes(tokens, first, token):
            return None
    return None


def _describes(tokens: Sequence[Token], first: int, token: Token) -> bool:
    """Whether the word may stand before the noun of an apposition: "a retired nurse"."""
    if token.pos_ in {*INSIDE, "DET", "PRON", "PART", "ADV"} or token.text in "-’'":
        return True
    if token.tag_ not in {"VBN", "VBG"} or tokens[first].pos_ != "DET":
        return False
    after = token_at(tokens, token.i + 1)  # None: a paywall cut the text off
    return after is not None and after.pos_ != "DET"


def _apposition_end(tokens: Sequence[Token], first: int, head: int, closing: str) -> int:
    last, depth = head, 0
    for token in tokens[head + 1 : first + LONGEST_ROLE]:
        depth += (token.text == "(") - (token.text == ")")
        if token.tag_ in STOPS:
            last = _before_clause(tokens, head, last)
            break
        if depth < 0 or token.text == closing or _ends_apposition(token):
            break
        last = token.i
    while last > head and (tokens[last].pos_ in {"CCONJ", "ADP", "AUX", "DET"}):
        last -= 1
    return last


def _ends_apposition(token: Token) -> bool:
    before = token.nbor(-1)
    dash = token.text == "-" and bool(token.whitespace_ and before.whitespace_)
    begins = bool(token.is_sent_start) and before.text != ")"
    clause = token.lower_ in {*_RELATIVES, "that"}
    return dash or begins or clause or token.is_space or token.text in _ENDS


def _before_clause(tokens: Sequence[Token], head: int, last: int) -> int:
    """Where the role ends that a clause follows: "the first to go there since Alba fell"."""
    opened = (t.i - 1 for t in reversed(tokens[head + 1 : last + 1]) if t.lower_ in _OPEN_CLAUSE)
    return next(opened, last)
