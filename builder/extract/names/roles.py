"""The title or description that an article gives with a name, as the tokens that hold it.

Before it: "Ruritania's Prime Minister", "former palace official", "the director of the club,".
After it: ", director of the Institute of Social Studies in London,". A role needs a word for what
a person is (`titles.yml`); "whose book sold well" and other relative clauses are left out.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from builder import naming
from builder.extract.names.appositions import INSIDE, LONGEST_ROLE, STOPS, VAGUE, role_after
from builder.extract.names.capitals import HYPHENS
from builder.extract.tokens import token_at

_TITLES_OF = {"state": "secretary", "staff": "chief"}
_WITH = frozenset({"of", "for", "at", "in", "to", "on", "from"})  # "envoy to the club"
_CLAUSE_ENDS = frozenset({",", ";", ":", "”", "“", '"', "."})


def role_of(
    tokens: Sequence[Token], start: int, end: int, titled: int | None
) -> tuple[int, int] | None:
    """The tokens from first to behind the last of the role of the name from `start` to `end`.

    `titled` is where its title begins.
    """
    before = _before(tokens, start, titled)
    found = before or role_after(tokens, end) or _before_comma(tokens, start, end)
    return (found[0], found[1] + 1) if found is not None else None


def _before(tokens: Sequence[Token], start: int, titled: int | None) -> tuple[int, int] | None:
    last = start - 1
    while last >= 0 and naming.is_honorific(tokens[last].text):
        last -= 1
    if last < 0 or (titled is not None and last < titled and not _title_ends(tokens, last)):
        return None
    if titled is None and not _title_ends(tokens, last):
        return None
    first = last
    floor = max(0, start - LONGEST_ROLE, titled or 0)
    first = min(first, titled) if titled is not None else first
    while (
        first - 1 >= 0 and first - 1 >= floor - LONGEST_ROLE and _continues_left(tokens[first - 1])
    ):
        first -= 1
    if titled is not None and not naming.title(tokens[last].text):
        first = _office_before(tokens, first)
    if tokens[first].text == "(" and first + 3 <= last:
        first += 3  # "ROME (AFP) Chilean premier Ana Ruiz"
    while first < last and _says_nothing(tokens, first):
        first += 1
    return first, last


def _says_nothing(tokens: Sequence[Token], place: int) -> bool:
    """Whether the first word of a role adds nothing to it: "the", but not "then-"."""
    after = token_at(tokens, place + 1)
    vague = tokens[place].lower_ in VAGUE and (after is None or after.text not in HYPHENS)
    return vague or not tokens[place].text[0].isalnum()


def _office_before(tokens: Sequence[Token], first: int) -> int:
    """From "Affairs" of "Ruritania's Special Envoy for Eurasian Affairs" back to the possessor."""
    place = first - 1
    while place > 0 and tokens[place].lower_ in {"for", "of", "the", "to"}:
        place -= 1
    if place == first - 1 or place < 0 or not naming.title(tokens[place].text):
        return first
    while place > 0 and _continues_left(tokens[place - 1]):
        place -= 1
    return place


def _title_ends(tokens: Sequence[Token], last: int) -> bool:
    token = tokens[last]
    if token.is_space or token.is_punct or token.text == "major":
        return False  # "a major Ana Ruiz show"
    if token.lower_ == "fellow":  # "his fellow Ruiz" says nothing, "a research fellow" does
        return last > 0 and tokens[last - 1].pos_ in {"ADJ", "NOUN", "PROPN"}
    head = _TITLES_OF.get(token.lower_)
    if head and last > 1 and tokens[last - 2].lower_ == head:
        return True
    if token.like_num and last > 1 and tokens[last - 1].lower_ in {"number", "no", "no."}:
        return tokens[last - 2].lower_ == "world"  # "the world number one Ana Ruiz"
    if token.pos_ == "ADV":
        return token.lower_ == "forward" and last > 0 and _is_capital(tokens[last - 1])
    return naming.title(token.text) is not None and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def _continues_left(token: Token) -> bool:
    if token.is_sent_end or token.is_space or (token.is_lower and token.text[-1] == "."):
        return False  # "fell by £3m. Coach Ana Ruiz …"
    if token.text in {"-", "'s", "’s", "’", "'", "&"} or _is_bracketed_acronym(token):
        return True
    if token.lower_ == "of" and token.i and token.nbor(-1).lower_ in {"secretary", "chief"}:
        return True
    hyphened = token.i > 0 and token.nbor(-1).text in HYPHENS  # "the prize-winning author"
    inside = token.pos_ in INSIDE or hyphened or (token.pos_ == "VERB" and _is_capital(token))
    return inside and token.lower_ not in VAGUE and not token.like_num


def _is_bracketed_acronym(token: Token) -> bool:
    """Whether it is part of "(ESA)" in "European Space Agency (ESA) director Ana Ruiz"."""
    place = token.i
    for start in range(max(0, place - 2), place + 1):
        three = token.doc[start : start + 3]
        if len(three) == 3 and (three[0].text, three[2].text) == ("(", ")"):  # noqa: PLR2004
            return three[1].is_upper
    return False


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag_ != "VBG"  # "Acme" read as a verb


def _before_comma(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The role in "said the director of the club, Ana Ruiz", "Ruritania's premier, Ana Ruiz"."""
    while start > 0 and naming.is_honorific(tokens[start - 1].text):
        start -= 1
    if start == 0 or tokens[start - 1].text != ",":
        return None
    last = start - 2
    head = _head_before(tokens, last)
    if head is None:
        return None
    begin = head
    while begin > 0 and not tokens[begin].is_sent_start and _goes_before(tokens, begin - 1):
        begin -= 1
    before = tokens[begin - 1] if begin and not tokens[begin].is_sent_start else None
    if before is not None and before.pos_ not in {"DET", "ADP", "PRON", "VERB", "SPACE", "PUNCT"}:
        return None
    enclosed = end < len(tokens) and tokens[end].text in _CLAUSE_ENDS
    if before is not None and before.lower_ in {"a", "an"} and not enclosed:
        return None  # "He met a friend, Ana Ruiz said", but "a friend, Ana Ruiz, said"
    while begin < head and _says_nothing(tokens, begin):
        begin += 1
    return begin, last


def _head_before(tokens: Sequence[Token], last: int) -> int | None:
    """The noun for a person in the phrase that ends at `last`: the last before what goes with it.

    In "the victim's mother" it is the mother, in "the head of the teachers' club" the head.
    """
    head = None
    for place in range(last, max(-1, last - LONGEST_ROLE), -1):
        token = tokens[place]
        if token.tag_ in STOPS or token.is_space or token.text in _CLAUSE_ENDS:
            break
        if token.lower_ in _WITH:
            head = None
        elif head is None and naming.title(token.text) and token.pos_ in {"NOUN", "PROPN"}:
            head = place
        if token.is_sent_start:
            break
    whole = head is not None and (head == last or tokens[head + 1].lower_ in _WITH)
    return head if whole else None


def _goes_before(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word belongs to the role after it: "founder and" in "founder and owner"."""
    token = tokens[place]
    joined = (
        token.lower_ == "and" and place > 0 and naming.title(tokens[place - 1].text) is not None
    )
    return joined or _continues_left(token)
