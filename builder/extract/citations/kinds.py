"""In what capacity a named outlet is cited: photo, wire, told to, relayed by, other."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder import knowledge, naming
from builder.extract.mentions.outlet_names import Named
from builder.extract.tokens import text_of
from builder.model.findings import CitationKind

REACH = 6  # tokens between a cue and the outlet: "according to a readout by the official …"
_WORDS = knowledge.entries("citation_words")
_MEDIA = frozenset(_WORDS["outlets"]) | frozenset(_WORDS["beside"])
_BETWEEN = frozenset(_WORDS["between"])
_TOLD = frozenset(_WORDS["told"])
_SAY = frozenset(_WORDS["say"])
_TO_OUTLETS = frozenset(_WORDS["to_outlets"])
_RELAY = frozenset(_WORDS["relay"])
_DASHES = frozenset({"–", "—", "-", "--"})
_PHOTO = frozenset(_WORDS["photo"])
_RELAYED = frozenset(_WORDS["relayed"])
_BEFORE_VERB = _MEDIA | {"has", "have", "also", "on", "first", "in", ",", "which"}
_GAIN = frozenset(_WORDS["gain"])


def kind_of(tokens: Sequence[Token], named: Named) -> CitationKind | None:
    """The capacity, `None` where nothing says that the word is an outlet's name."""
    if _is_photo(tokens, named):
        return "photo"
    if _is_wire(tokens, named):
        return "wire"
    if _is_told(tokens, named.start):
        return "told to"
    if _is_relay(tokens, named):
        return "relayed by"
    return None if named.needs_cue else "other"


def _is_photo(tokens: Sequence[Token], named: Named) -> bool:
    row = naming.outlet_names().get(text_of(tokens[named.start : named.end]))
    if row and row.kind == "photo agency":
        return True
    around = [*tokens[max(0, named.start - 3) : named.start], *tokens[named.end : named.end + 3]]
    slashed = any(token.text == "/" for token in around)
    words = {token.lower_ for token in around if not token.is_space}
    return (bool(words & _PHOTO) and not words & {"told", "reported"}) or (
        slashed and "(" in words | {""}
    )


def _is_wire(tokens: Sequence[Token], named: Named) -> bool:
    before = tokens[named.start - 1] if named.start else None
    after = tokens[named.end] if named.end < len(tokens) else None
    behind = tokens[named.end + 1] if named.end + 1 < len(tokens) else None
    opened = before is not None and (before.text in _DASHES or before.text == "(")
    if opened and (after is None or after.is_space):
        return True  # "… on Monday. – AFP"
    if opened and after is not None and after.text in {")", "."}:
        if behind is None or behind.is_space:
            return True  # "… on Monday. (AFP)"
        return before is not None and before.text == "(" and behind.text in _DASHES
    dashed = after is not None and after.text in _DASHES and tokens[named.end - 1].whitespace_
    return bool(dashed) and (before is None or before.is_space)  # "AFP - The minister …"


def _is_told(tokens: Sequence[Token], start: int) -> bool:
    for token in _leftwards(tokens, start):
        if token.lemma_ in {"tell", "inform"}:
            return True
        if token.lower_ in {"to", "with"}:
            before = tokens[token.i - 1] if token.i else token
            verb = before.lemma_.lower()
            if verb in _TOLD or verb in _TO_OUTLETS:
                return True
            return token.lower_ == "to" and verb != "accord" and _said_to(token, start)
        if not _may_stand_between(token):
            return False
    return False


def _said_to(token: Token, start: int) -> bool:
    """Whether words were said to the outlet: "said the director, Ana Ruiz, to the Alba agency"."""
    if token.head.lemma_ in _SAY:
        return True
    media = any(after.lower_ in _MEDIA for after in token.doc[start + 1 : start + 3])
    return media and any(before.lemma_ in _SAY for before in token.sent)


def _is_relay(tokens: Sequence[Token], named: Named) -> bool:
    for token in _leftwards(tokens, named.start):
        if token.lower_ in {"to", "by"} and _relays_before(tokens, token):
            return True
        if token.lemma_ in {"cite", "quote", "report"} or token.lower_ in {"per", "via"}:
            return True
        if not _may_stand_between(token):
            break
    for token in tokens[named.end : named.end + REACH]:
        if token.lemma_ in _RELAY and token.pos_ == "VERB":
            # "Alba Media reported a profit" is a company's own news
            objects = (child for child in token.children if child.dep_ == "dobj")
            return not any(child.lemma_ in _GAIN for child in objects)
        if token.lower_ not in _BEFORE_VERB and token.ent_type_ not in {"DATE", "TIME"}:
            break
    return False


def _relays_before(tokens: Sequence[Token], preposition: Token) -> bool:
    before = [token.lower_ for token in tokens[max(0, preposition.i - 3) : preposition.i]]
    return before[-1:] == ["according"] or not _RELAYED.isdisjoint(before)


def _may_stand_between(token: Token) -> bool:
    """Whether the word may stand between a cue and the outlet: "told the state-run Alba"."""
    return token.lower_ in _BETWEEN or token.lower_ in _MEDIA or naming.is_demonym(token.text)


def _leftwards(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    for place in range(start - 1, max(-1, start - 1 - REACH), -1):
        yield tokens[place]
