"""Capitalised runs of a `Doc`: `(start, end)` in tokens, in reading order, not overlapping.

A run may still hold a title before the name, or two names; `parts` takes it apart. Lines set like
headlines ("President Opens New Bridge Over River") are left out: capitals say nothing there.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from builder import naming

HEADLINE_WORDS = 4  # shorter lines in capitals are names as often as headlines
HEADLINE_SHARE = 0.7  # of the words longer than three letters
LONG_WORD = 3
_CALENDAR = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep",
    "Oct", "Nov", "Dec", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "GMT", "UTC", "EDT",
    "EST", "PDT", "PST", "BST", "CET", "AM", "PM",
})  # fmt: skip
LINKS = 3  # words that may link the parts of an institution's name: "of the", "for the"
_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "to", "at", "against", "de", "&"})
_FIELDS = frozenset({
    "Studies", "Affairs", "Sciences", "Science", "Arts", "Technology", "Development",
    "Fisheries", "Services", "Relations", "Research", "Security", "Cooperation", "Co-operation",
    "Trade", "Industry", "Culture", "Health", "Commerce", "Crafts", "Prevention", "Crime",
    "Medicine", "Engineering", "Policy", "Safety", "Transport", "Environment", "Infrastructure",
    "Protection",
})  # fmt: skip
_THINGS = frozenset({"ORG", "FAC", "GPE", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "NORP"})
_HYPHENS = frozenset("-‐‑")
_QUOTES = frozenset("\"“”‘’'")
NICKNAME = 4  # tokens that a nickname may have
_OPENERS = frozenset("\"'“‘«„([{–—•-:*")


def runs_in(doc: Doc, skipped: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """Every run outside the `skipped` tokens, and whether it is only guessed.

    A lone word at a sentence's start is guessed: it may be a common one ("Officials said") or a
    surname ("Young said").
    """
    place = 0
    while place < len(doc):
        if place in skipped or not is_capital(doc[place]):
            place += 1
            continue
        end = _end(doc, place, skipped)
        start = _trimmed(doc, place, end)
        if start < end:
            yield start, end, False
        elif end == place + 1 and doc[place].is_alpha and not doc[place].is_stop:
            yield place, end, True
        place = end


def headlines_in(doc: Doc) -> Iterator[tuple[int, int]]:
    """Lines, as token spans, whose words are nearly all capitalised."""
    start = 0
    for token in doc:
        if "\n" in token.text or token.i == len(doc) - 1:
            end = token.i + 1
            if _is_headline(doc, start, end):
                yield start, end
            start = end


def is_capital(token: Token) -> bool:
    """Whether the token may be part of a name: a capital in it, or a script without capitals."""
    text = token.text
    if not any(c.isalpha() for c in text) or (text in _CALENDAR and not _names_person(token)):
        return False
    if any(c.isupper() for c in text):
        return text not in {"I", "I.", "OK", "A"} or (text != "I" and token.ent_type_ == "PERSON")
    return token.ent_type_ != "" and not any(c.islower() for c in text)


def _names_person(token: Token) -> bool:
    if token.ent_type_ != "PERSON":
        return False
    before = token.i > 0 and token.nbor(-1).ent_type_ == "PERSON"  # "Theresa May"
    return before and token.nbor(-1).text[:1].isupper()


def _is_headline(doc: Doc, start: int, end: int) -> bool:
    words = [t for t in doc[start:end] if t.is_alpha and (len(t) > LONG_WORD or t.is_upper)]
    if len(words) < HEADLINE_WORDS:
        return False
    if all(t.is_upper for t in words):
        return True
    last = next((t.text for t in reversed(doc[start:end]) if not t.is_space), "")
    if last.endswith((".", ",", ".”", '."')):
        return False  # "Ana Ruiz met Carlos Ruiz in Lima.": a sentence full of names
    return sum(t.text[0].isupper() for t in words) >= HEADLINE_SHARE * len(words)


def _end(doc: Doc, start: int, skipped: frozenset[int]) -> int:
    end = start + 1
    while end < len(doc) and end not in skipped:
        if is_capital(doc[end]) and doc[end - 1].whitespace_ and not _parted(doc, end):
            end += 1
            continue
        link = _linked(doc, start, end)
        if not link:
            return end
        end = link
    return _with_suffix(doc, end)


def _with_suffix(doc: Doc, end: int) -> int:
    """The end with a suffix that belongs to the name: "Al Roe, Jr."."""
    place = end + 1 if end + 1 < len(doc) and doc[end].text == "," else end
    if place < len(doc) and naming.generation(doc[place].text) and doc[place].text[0].isupper():
        return place + 1
    return end


def _linked(doc: Doc, start: int, end: int) -> int:
    """The end of the run when what stands at `end` links it to a further capital, else 0."""
    token, limit = doc[end], len(doc)
    if token.text in _HYPHENS:
        # "Jean-Claude", "Al-Shabaab", but not "Chinese-made" or "Smith - the"
        joined = end + 1 < limit and not doc[end - 1].whitespace_ and not token.whitespace_
        if not joined:
            return 0
        half = doc[end + 1]
        given = half.ent_type_ == "PERSON" and half.ent_iob_ == "I" and half.is_alpha  # "Min-ho"
        return end + 2 if given or is_capital(half) else 0
    if token.text in _QUOTES:
        return _after_nickname(doc, end)
    if token.text in {"&", "'", "’"} and end + 1 < limit and is_capital(doc[end + 1]):
        return end + 2 if token.text == "&" or not token.whitespace_ else 0
    if token.text.lower() in naming.PARTICLES and token.is_lower and token.text != "e":
        after = end + 1
        while after < limit and (
            doc[after].text in _HYPHENS or doc[after].text in naming.PARTICLES
        ):
            after += 1
        if after < limit and is_capital(doc[after]) and _personal(doc, start, after):
            return after + 1
    return _institution(doc, start, end) if token.lower_ in _LINKS else 0


def _after_nickname(doc: Doc, place: int) -> int:
    """The end of a name that goes on after a nickname (Al "The Fox" Roe), else 0."""
    if doc[place].text in "’”" or (doc[place].whitespace_ and doc[place].text in "“‘"):
        return 0
    for close in range(place + 2, min(place + 2 + NICKNAME, len(doc) - 1)):
        token = doc[close]
        if token.is_space or token.text in {",", "."}:
            return 0
        if token.text in "“‘" or (token.is_stop and not token.is_title and token.lower_ != "the"):
            return 0
        if token.text in _QUOTES:
            spaced = bool(doc[place - 1].whitespace_ and token.whitespace_)
            return close + 2 if spaced and is_capital(doc[close + 1]) else 0
    return 0


def _personal(doc: Doc, start: int, after: int) -> bool:
    # "Ursula von der Leyen", not "Smith y Jones" in a list of places
    return not naming.known_place(doc[start:after].text)


def _institution(doc: Doc, start: int, end: int) -> int:
    after = end
    while after < len(doc) and doc[after].lower_ in _LINKS and after - end < LINKS:
        after += 1
    if after >= len(doc) or not is_capital(doc[after]) or doc[after].is_sent_start:
        return 0
    first, last = doc[end - 1], doc[after]
    one = first.ent_type_ in _THINGS and all(t.ent_iob_ == "I" for t in doc[end : after + 1])
    if one and first.ent_type_ == last.ent_type_:
        return after + 1
    if doc[end].lower_ in {"of", "for"} and _is_head(doc, start, end):
        return after + 1
    fields = doc[end].lower_ == "and" and any(t.lower_ in {"of", "for"} for t in doc[start:end])
    if fields:
        stop = after
        while stop < len(doc) and is_capital(doc[stop]):
            if doc[stop].text in _FIELDS:
                return after + 1
            stop += 1
    return 0


def _is_head(doc: Doc, start: int, end: int) -> bool:
    word = doc[end - 1].text
    if naming.is_office(word) and naming.marks(word) is None:
        return False
    if naming.marks(word) in {"heads", "places"}:
        return True
    return any(naming.marks(t.text) == "heads" and t.lower_ for t in doc[start : start + 1])


def _parted(doc: Doc, end: int) -> bool:
    return "\n" in doc[end - 1].text


def _trimmed(doc: Doc, start: int, end: int) -> int:
    """The start without common words that only their place in the sentence made capital."""
    while start < end:
        token = doc[start]
        if token.lower_ == "the" or (_opens(token) and _is_common(token, end - start)):
            start += 1
        else:
            break
    return start


def _opens(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else None
    return (
        bool(token.is_sent_start) or before is None or before.is_space or before.text in _OPENERS
    )


def _is_common(token: Token, length: int) -> bool:
    if token.is_upper and len(token) > 1:
        return False
    if token.is_stop or token.lower_ in {"but", "yet", "meanwhile", "however"}:
        return token.ent_type_ != "PERSON" or token.pos_ != "PROPN"
    if token.ent_type_ in {*_THINGS, "PERSON"} or token.pos_ == "PROPN":
        return False
    if token.pos_ in {"ADJ", "NOUN"} and length > 1:
        # "Former President Roe": the title is read from the words before the name
        return naming.title(token.text) is None and not naming.is_demonym(token.text)
    return not naming.is_given_name(token.text)
