"""Speakers named without a verb: "Jane Roe, author: “…”" and "“…” – Jane Roe"."""

from collections.abc import Sequence

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.speakers import owner_of

_DASHES = frozenset({"-", "–", "—", "--", "―"})
_MODIFIERS = frozenset({"compound", "poss", "nmod", "amod"})
_TIMES = frozenset({"DATE", "TIME"})  # "Later that month: “…”"
_LONGEST_SIGNATURE = 12
_SHORTEST = 2  # tokens: the colon and a name


def label(region: Sequence[Token]) -> Token | None:
    """The speaker of a region that ends with a colon and holds no verb: "Ruiz: “…”"."""
    if not region or region[-1].text != ":" or any(t.pos_ in {"VERB", "AUX"} for t in region):
        return None
    if region[0].lower_ == "from":  # "From Ruiz's post: “…”"
        head = first_phrase(region[1:])
        return None if head is None else owner_of(head) or head
    if region[0].pos_ in {"PUNCT", "ADP"}:  # "“The Long Way,” by Ana Roe: “…”"
        return None
    head = first_phrase(region)
    return None if head is None or head.ent_type_ in _TIMES else head


def headline_label(region: Sequence[Token]) -> Token | None:
    """The speaker of a headline that ends with a name: "‘Bridge is shut’: Ruiz"."""
    if len(region) < _SHORTEST or len(region) > _LONGEST_SIGNATURE or region[0].text != ":":
        return None
    last = region[-1]
    ends = last.i + 1 == len(last.doc) or "\n" in last.nbor().text
    if (
        not ends
        or not region[1].text[0].isupper()
        or any(t.pos_ in {"VERB", "AUX"} for t in region)
    ):
        return None
    return first_phrase(region[1:]) or region[1]


def signature(reading: ArticleView, number: int) -> Token | None:
    """The name after a dash that signs a passage, on its line or the next: "“…” – Jane Roe"."""
    tokens: list[Token] = []
    after = reading.spans[number][1]
    for token in reading.tokens[after : after + _LONGEST_SIGNATURE * 2]:
        if token.is_space and (not tokens or "\n" not in token.text):
            continue
        if token.is_space or not reading.is_outside(token) or token.text == ".":
            break
        tokens.append(token)
    if tokens and tokens[0].text in _DASHES:
        tokens = tokens[1:]
    elif not tokens or not _is_listed(reading, number, tokens[0]):
        return None
    if not 0 < len(tokens) < _LONGEST_SIGNATURE or tokens[0].pos_ != "PROPN":
        return None
    verb = next((place for place, t in enumerate(tokens) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is not None and tokens[verb - 1].ent_type_ != "PERSON":
        return None  # "“…” – Ana Roe arrives at the count" is signed too
    return first_phrase(tokens)


def _is_listed(reading: ArticleView, number: int, first: Token) -> bool:
    """Whether a dash on the next line was read as the sign of a list: "“…”⏎- Jane Roe"."""
    between = reading.article.text[reading.marks[number].end : first.idx]
    return "\n" in between and between.strip(" .\n") in _DASHES


def inner_signature(reading: ArticleView, number: int) -> tuple[int, Token] | None:
    """The character and the name at which a line within the marks signs them: a pull quote.

    "“The bridge is unsafe.⏎Jane Roe, engineer.”"
    """
    mark = reading.marks[number]
    break_ = reading.article.text.rfind("\n", mark.inner_start, mark.inner_end)
    if break_ < 0:
        return None
    first = reading.token_from(break_ + 1)
    end = reading.token_from(mark.inner_end)
    line = [token for token in reading.tokens[first:end] if not token.is_space]
    if not 1 < len(line) <= _LONGEST_SIGNATURE or line[0].pos_ != "PROPN":
        return None
    if any(token.pos_ in {"VERB", "AUX", "PRON"} for token in line):
        return None
    person = next((token for token in line if token.ent_type_ == "PERSON"), line[0])
    return break_, first_phrase(line[person.i - line[0].i :]) or person


def first_phrase(region: Sequence[Token]) -> Token | None:
    """The head of the first noun phrase of the region, never looking outside it."""
    here = {token.i for token in region}
    first = next((token for token in region if token.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    while first is not None and first.dep_ in _MODIFIERS and first.head.i in here:
        first = first.head
    return first
