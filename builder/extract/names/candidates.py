"""Capitalised runs of a `Doc`: `(start, end)` in tokens, in reading order, not overlapping.

A run may still hold a title before the name, or two names; `parts` takes it apart. Lines set like
headlines ("President Opens New Bridge Over River") are left out: capitals say nothing there.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.names.boundaries import CLAUSE_OPENERS, end_of
from builder.extract.names.capitals import is_capital, is_prefix

HEADLINE_WORDS = 4  # shorter lines in capitals are names as often as headlines
HEADLINE_SHARE = 0.7  # of the words longer than three letters
LONG_WORD = 3
_THINGS = frozenset({"ORG", "FAC", "GPE", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP"})
_WORDS = knowledge.entries("name_words")
_LEADS = frozenset(_WORDS["leads"])
_ADVERBS = frozenset(_WORDS["adverbs"])
_TRADES = frozenset(_WORDS["trades"])
LONGEST_QUESTION = 30  # tokens
MAKER = 5  # letters of "Maker" alone
_OPENERS = frozenset("\"'“‘«„([{–—•-:*")


def runs_in(tokens: Sequence[Token], skipped: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """Every run outside the `skipped` tokens, and whether it is only guessed.

    A lone word at a sentence's start is guessed: it may be a common one ("Officials said") or a
    surname ("Young said").
    """
    place = 0
    while place < len(tokens):
        if place in skipped or not is_capital(tokens[place]):
            place += 1
        elif is_prefix(tokens[place]):
            place += 2
        else:
            end = end_of(tokens, place, skipped)
            start = _trimmed(tokens, place, end)
            if start < end:
                if end - start > 1 or tokens[start].text not in CLAUSE_OPENERS:  # a stray "In"
                    yield start, end, False
            elif end == place + 1 and tokens[place].is_alpha and not tokens[place].is_stop:
                yield place, end, True
            place = end


def headlines_in(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Lines, as token spans, whose words are nearly all capitalised."""
    start = 0
    for end, token in enumerate(tokens, start=1):
        if "\n" in token.text or end == len(tokens):
            if _is_headline(tokens, start, end):
                yield start, end
            start = end


def _is_headline(tokens: Sequence[Token], start: int, end: int) -> bool:
    words = [t for t in tokens[start:end] if t.is_alpha and (len(t) > LONG_WORD or t.is_upper)]
    if len(words) < HEADLINE_WORDS:
        return False
    if all(t.is_upper for t in words):
        return True
    last = next((t.text for t in reversed(tokens[start:end]) if not t.is_space), "")
    if last.endswith((".", ",", ".”", '."')):
        return False  # "Ana Ruiz met Carlos Ruiz in Lima.": a sentence full of names
    return sum(t.text[0].isupper() for t in words) >= HEADLINE_SHARE * len(words)


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    """The start without common words that only their place in the sentence made capital."""
    while start < end:
        token = tokens[start]
        lead = token.lower_ in _LEADS and token.text != token.lower_ and end - start > 1
        asks = token.text == "Will" and _is_question(tokens, start, end)
        before = lead or asks or _is_adverb(tokens, start, end) or _is_trade(tokens, start, end)
        if start + 1 < end and tokens[start + 1].text in {"'", "’"}:
            break  # "Dockers' Union"
        if token.lower_ == "the" or before or (_opens(token) and _is_common(token, end - start)):
            start += 1
        else:
            break
    return start


def _is_question(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether it is the verb of "Will Ana Ruiz go?", not the man of "Will Ruiz left"."""
    for token in tokens[end : start + LONGEST_QUESTION]:
        if token.is_sent_start or token.text == "?":
            numbered = start > 0 and tokens[start - 1].text == "."  # "3. Will Ana go?"
            return token.text == "?" and (numbered or _opens(tokens[start]))
    return False


def _is_adverb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether it is the "So" of "So Ruiz left", not that of "So Ji-ho left" or "Still Life"."""
    token = tokens[start]
    if token.lower_ not in _ADVERBS or end - start == 1 or not token.text.istitle():
        return False
    family = naming.is_family_first((token.text, tokens[start + 1].text))
    return not family and (token.tag_ not in {"NNP", "NN", "JJ"} or _opens(token))


def _is_trade(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a sentence begins with what a firm is: "Chipmaker Alba fell"."""
    token = tokens[start]
    trade = token.lower_ in _TRADES or (token.lower_.endswith("maker") and len(token) > MAKER)
    if not trade or end - start == 1 or not token.text.istitle() or not _opens(token):
        return False
    named = tokens[start + 1].text[0].isupper() and not naming.marks(tokens[start + 1].text)
    return named and naming.marks(tokens[end - 1].text) not in {"heads", "places"}


def _opens(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else None
    return (
        bool(token.is_sent_start) or before is None or before.is_space or before.text in _OPENERS
    )


def _is_common(token: Token, length: int) -> bool:
    if token.is_upper and len(token) > 1:
        return False
    if token.is_stop:
        return token.ent_type_ != "PERSON" or token.pos_ != "PROPN"
    if token.ent_type_ in {*_THINGS, "PERSON"} or token.pos_ == "PROPN":
        return False
    if token.pos_ in {"ADJ", "NOUN"} and length > 1:
        # "Former President Roe": the title is read from the words before the name
        return naming.title(token.text) is None and not naming.is_demonym(token.text)
    return not naming.is_given_name(token.text)
