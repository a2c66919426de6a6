"""Outlets cited in an article, and in what capacity: told to, relayed by, wire, photo, other.

Outlets of the register are found by name; others by their cue ("told Radio Alba", "the daily Alba
reported", "the Alba news agency"). Names that are common words too (Time, People) need a cue.
Deliberately missed: outlets that a possessive or a pronoun stands for ("the paper said").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from builder import naming
from builder.model.article import Article
from builder.model.findings import CitationKind, FoundCitation

REACH = 6  # tokens between a cue and the outlet: "according to a readout by the official …"
_MEDIA = frozenset({
    "agency", "newspaper", "paper", "magazine", "broadcaster", "television", "tv", "radio",
    "daily", "weekly", "tabloid", "website", "site", "channel", "station", "media", "outlet",
    "network", "news", "wire", "service", "newswire", "blog",
})  # fmt: skip
_NAMED_SO = frozenset({
    "News", "Times", "Post", "Radio", "TV", "Television", "Herald", "Gazette", "Tribune",
    "Telegraph", "Chronicle", "Daily", "Press", "Weekly", "Broadcasting", "Observer", "Magazine",
    "Newswire", "Wire", "Courier", "Inquirer", "Examiner", "Sentinel", "Dispatch", "Online",
    "Zeitung", "Shimbun",
})  # fmt: skip
_BETWEEN = frozenset({
    "the", "a", "an", "official", "state", "state-run", "state-owned", "run", "owned",
    "government", "local", "news", "Chinese", "Russian", "by", "on", "from", "-", "'s", "’s",
    "independent", "private", "leading", "national", "public", "semi-official", "opposition",
    "pro-government", "told",
})  # fmt: skip
_TOLD = frozenset({"tell", "interview", "speak", "talk", "e-mail", "email", "inform"})
_SAY = frozenset({"say", "explain", "confirm", "speak", "talk", "comment"})
_RELAY = frozenset({
    "report", "say", "write", "quote", "cite", "announce", "publish", "claim", "broadcast", "air",
})  # fmt: skip
_PHOTO = frozenset({
    "photo", "photograph", "picture", "pictures", "image", "images", "via", "file",
    "photographer",
})  # fmt: skip
_GAIN = frozenset({
    "profit", "loss", "earnings", "revenue", "sales", "result", "case", "death", "income",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    needs_cue: bool


def citations_in(doc: Doc, article: Article) -> tuple[FoundCitation, ...]:
    """Every outlet named in the article, in reading order."""
    found: list[FoundCitation] = []
    place = 0
    while place < len(doc):
        named = _registered(doc, place) or _by_cue(doc, place)
        if named is None:
            place += 1
            continue
        kind = _kind(doc, named)
        if kind is not None:
            span = doc[named.start : named.end]
            passage = article.passage(span.start_char, span.end_char)
            found.append(FoundCitation(passage=passage, kind=kind))
        place = named.end
    return tuple(found)


def _registered(doc: Doc, place: int) -> _Named | None:
    token = doc[place]
    longest = _first_words().get(token.text, 0)
    for width in range(min(longest, len(doc) - place), 0, -1):
        row = naming.outlet_names().get(doc[place : place + width].text)
        if row:
            if _inside_longer_name(doc, place, place + width):
                return None
            return _Named(place, place + width, needs_cue=row.common)
    return None


def _inside_longer_name(doc: Doc, start: int, end: int) -> bool:
    # "AP" in "AP Moller", "Fox News" fine: a person's or a company's name goes on around it
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if after is not None and after.ent_iob_ == "I" and after.text[:1].isupper():
        return doc[end - 1].ent_type_ == "PERSON" or bool(naming.marks(after.text) == "suffixes")
    within = before is not None and before.text[:1].isupper() and doc[start].ent_iob_ == "I"
    return within and before is not None and before.ent_type_ == "PERSON"


def _by_cue(doc: Doc, place: int) -> _Named | None:
    token = doc[place]
    if not token.text[:1].isupper() or token.ent_type_ in {"PERSON", "DATE", "TIME", "NORP"}:
        return None
    if place and doc[place - 1].text[:1].isupper() and doc[place - 1].is_alpha:
        return None
    end = place + 1
    while end < len(doc) and doc[end].text[:1].isupper() and doc[end].is_alpha:
        end += 1
    if token.is_stop:
        place += 1
    if place >= end or _is_plain(doc, place, end):
        return None
    media = _media_around(doc, place, end)
    named_so = end - place > 1 and doc[end - 1].text in _NAMED_SO
    if not media and not named_so:
        return None
    return _Named(place, end, needs_cue=not media)


def _is_plain(doc: Doc, start: int, end: int) -> bool:
    name = doc[start:end].text
    return naming.country(name) is not None or naming.known_place(name) or naming.is_demonym(name)


def _media_around(doc: Doc, start: int, end: int) -> bool:
    """Whether "news agency", "newspaper" … stands right before or right after the name."""
    after = [token.lower_ for token in doc[end : end + 2]]
    if (
        after[:1] == ["news"]
        and after[1:]
        and after[1] in {"agency", "service", "site", "website", "channel"}
    ):
        return True
    if after and after[0] in {"newspaper", "magazine", "television", "broadcaster"}:
        return True
    before = doc[start - 1].lower_ if start else ""
    if before in {"newspaper", "magazine", "broadcaster", "daily", "tabloid", "weekly"}:
        return True
    return (
        before in {"agency", "site", "channel", "station", "website"}
        and start > 1
        and (doc[start - 2].lower_ in {"news", "tv", "television", "radio"})
    )


def _kind(doc: Doc, named: _Named) -> CitationKind | None:
    if _is_photo(doc, named):
        return "photo"
    if _is_wire(doc, named):
        return "wire"
    if _is_told(doc, named.start):
        return "told to"
    if _is_relay(doc, named):
        return "relayed by"
    return None if named.needs_cue else "other"


def _is_photo(doc: Doc, named: _Named) -> bool:
    row = naming.outlet_names().get(doc[named.start : named.end].text)
    if row and row.kind == "photo agency":
        return True
    around = [*doc[max(0, named.start - 3) : named.start], *doc[named.end : named.end + 3]]
    slashed = any(token.text == "/" for token in around)
    words = {token.lower_ for token in around if not token.is_space}
    return (bool(words & _PHOTO) and not words & {"told", "reported"}) or (
        slashed and "(" in words | {""}
    )


def _is_wire(doc: Doc, named: _Named) -> bool:
    before = doc[named.start - 1] if named.start else None
    after = doc[named.end] if named.end < len(doc) else None
    ends = (
        after is None
        or after.is_space
        or (
            after.text in {")", "."} and (named.end + 1 >= len(doc) or doc[named.end + 1].is_space)
        )
    )
    if before is not None and before.text in {"–", "—", "-", "--", "("} and ends:
        return True
    dashed = (
        after is not None
        and after.text in {"–", "—", "-", "--"}
        and bool(doc[named.end - 1].whitespace_)
    )
    if dashed and (before is None or before.is_space):
        return True  # "AFP - The minister …"
    closed = after is not None and after.text == ")" and named.end + 1 < len(doc)
    return (
        closed
        and before is not None
        and before.text == "("
        and doc[named.end + 1].text in {"–", "—", "-", "--"}
    )  # "PARIS (AFP) – …"


def _is_told(doc: Doc, start: int) -> bool:
    for token in _leftwards(doc, start):
        if token.lemma_ in {"tell", "inform"}:
            return True
        if token.lower_ in {"to", "with"}:
            before = doc[token.i - 1] if token.i else token
            verb = before.lemma_.lower()
            if verb in {*_TOLD, "interview", "statement", "comment"}:
                return True
            return token.lower_ == "to" and verb != "accord" and _said_to(token, start)
        if (
            token.lower_ not in _BETWEEN
            and token.lower_ not in _MEDIA
            and not naming.is_demonym(token.text)
        ):
            return False
    return False


def _said_to(token: Token, start: int) -> bool:
    """Whether words were said to the outlet: "said the director, Ana Ruiz, to the Alba agency"."""
    if token.head.lemma_ in _SAY:
        return True
    media = any(after.lower_ in _MEDIA for after in token.doc[start + 1 : start + 3])
    return media and any(before.lemma_ in _SAY for before in token.sent)


def _is_relay(doc: Doc, named: _Named) -> bool:
    for token in _leftwards(doc, named.start):
        if token.lower_ in {"to", "by"}:
            before = [t.lower_ for t in doc[max(0, token.i - 3) : token.i]]
            if before[-1:] == ["according"] or set(before) & {
                "quoted",
                "cited",
                "reported",
                "published",
                "report",
                "carried",
                "readout",
                "seen",
            }:
                return True
        if token.lemma_ in {"cite", "quote", "report"} or token.lower_ in {"per", "via"}:
            return True
        if (
            token.lower_ not in _BETWEEN
            and token.lower_ not in _MEDIA
            and not naming.is_demonym(token.text)
        ):
            break
    for token in doc[named.end : named.end + REACH]:
        if token.lemma_ in _RELAY and token.pos_ == "VERB":
            return not any(
                child.dep_ == "dobj" and child.lemma_ in _GAIN for child in token.children
            )
        if token.lower_ not in {
            *_MEDIA,
            "has",
            "have",
            "also",
            "on",
            "first",
            "in",
            ",",
            "which",
        } and token.ent_type_ not in {"DATE", "TIME"}:
            break
    return False


def _leftwards(doc: Doc, start: int) -> Iterator[Token]:
    for place in range(start - 1, max(-1, start - 1 - REACH), -1):
        yield doc[place]


@cache
def _first_words() -> dict[str, int]:
    """How many tokens the longest name of the register that begins with the word may have."""
    longest: dict[str, int] = {}
    for name in naming.outlet_names():
        pieces = re.findall(r"\w+|[^\w\s]", name)
        longest[pieces[0]] = max(longest.get(pieces[0], 0), len(pieces))
    return longest
