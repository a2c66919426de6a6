"""What a name is taken for in one article: titles and registers first, the model's label last."""

import re
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from builder import naming
from builder.extract.names.capitals import HYPHENS
from builder.extract.names.segmentation import Part
from builder.extract.tokens import text_of
from builder.model.findings import Label

_LABELS: dict[str, Label] = {
    "PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "NORP": "NORP", "EVENT": "OTHER", "PRODUCT": "OTHER", "WORK_OF_ART": "OTHER", "LAW": "OTHER",
    "LANGUAGE": "OTHER",
}  # fmt: skip
_MARKED: dict[str, Label] = {
    "suffixes": "ORG", "heads": "ORG", "places": "PLACE", "things": "OTHER",
}  # fmt: skip
_BEGUN: dict[str, Label] = {"places": "PLACE", "bodies": "ORG", "things": "OTHER"}
_SHOUTED = re.compile(r"[A-Z]{2,}s?|[A-Za-z]+\d+")
_CODE = re.compile(r"[A-Z]\d|^[A-Z]{2,}\.[A-Z]+$")
_COINED = re.compile(r"[a-z][A-Z]+$|^[a-z]+[A-Z]")  # "OpenAI", "SpaceX", "iPhone"; not "McDonald"
_SPEECH = frozenset({"say", "tell", "add", "ask", "explain", "recall", "reply", "joke"})
_FEW = frozenset({"one", "two", "three", "1", "2", "3"})  # more often a score or a count
LONG = 3  # words; "Ana House" may be somebody, "Ana Roe Institute" is a body
SHORT = 3  # letters; "Des", "Bus": no plurals


def label_of(tokens: Sequence[Token], part: Part, *, role: tuple[int, int] | None) -> Label | None:
    """The label of the name, `None` where nothing speaks for any; `role` is a span of tokens."""
    if part.guessed:
        return "PLACE" if naming.is_seat(tokens[part.start].text) else None
    if part.honorific or part.titled is not None:
        return "PERSON"
    words = [token.text for token in tokens[part.start : part.end]]
    known = _known_label(" ".join(words).replace(" - ", "-"))
    if known is not None:
        return known
    if naming.is_numbered(naming.full_word(words[-1])) or _is_team(tokens, part):
        return "ORG"  # "the Alba 76ers", "the Florence Foxes"
    model = "PERSON" if _is_aged(tokens, part) else _model_label(tokens, part)
    if len(words) == 1:
        return _of_one(tokens, part.start, model, role)
    return _of_several(tokens, part, words, model, role)


def speaks(tokens: Sequence[Token], place: int) -> bool:
    """Whether the name that ends at `place` says something, or "who" follows: a person's."""
    token = tokens[place]
    if token.dep_ == "nsubj" and token.head.lemma_ in _SPEECH:
        return True
    after = [each.lower_ for each in tokens[place + 1 : place + 3]]
    return after == [",", "who"] and token.dep_ != "pobj"


def _is_aged(tokens: Sequence[Token], part: Part) -> bool:
    """Whether an age and more about the person follow: "Ruz, 61, who drove", "Ruz (61) drove"."""
    following = tokens[part.end : part.end + 4]
    known = naming.known_place(text_of(tokens[part.start : part.end]))
    if known or len(following) < 4:  # noqa: PLR2004 - a mark, the age, a mark, a word
        return False
    mark, age, closing, word = following
    marked = (mark.text, closing.text) in {(",", ","), ("(", ")")}
    return marked and age.like_num and age.text not in _FEW and word.is_lower


def _of_one(
    tokens: Sequence[Token], place: int, model: Label | None, role: tuple[int, int] | None
) -> Label | None:
    """The label of a single word, against the model's where its shape or its role says more."""
    word = tokens[place].text
    if _COINED.search(word):
        return "ORG" if model == "PERSON" else model  # "the ChatGPT maker OpenAI"
    if model is None and naming.is_seat(word):
        return "PLACE"  # "a source in Whitehall"
    if model == "NORP":
        model = None  # a people of no register: "Horbunov blasted …"
    if model == "PERSON" and _CODE.search(word):
        model = None  # "flight QX123", "(QXYZ.L)"
    if model == "PLACE" and not naming.known_place(word) and speaks(tokens, place):
        model = None  # "Suryo told reporters"
    if role is None or (model == "PLACE" and not _may_be_person(tokens[place])):
        return model  # but "his wife, Victoria"
    titles = (naming.title(token.text) for token in tokens[role[0] : role[1]])
    return "PERSON" if any(one and not naming.may_be_firm(one) for one in titles) else model


def _may_be_person(token: Token) -> bool:
    """Whether a word that the model takes for a place may be somebody with a role."""
    unknown = not naming.known_place(token.text) and token.dep_ != "pobj"
    return unknown or naming.is_given_name(token.text)


def _of_several(
    tokens: Sequence[Token],
    part: Part,
    words: list[str],
    model: Label | None,
    role: tuple[int, int] | None,
) -> Label | None:
    """The label of a name of several words, against the model's where they say more."""
    if words[-2] in {"&", "and"} and ("&" in words or "," in words):
        return "ORG"  # "Alba, Ruiz and Stern"
    given = naming.is_given_name(words[0])
    mark = naming.marks(words[-1])
    if naming.is_legal_form(words[-1]) or naming.abbreviates_body(words):
        return "ORG"  # "Ana Ruiz Diamond Corp", "Ana FM"
    introduced = role is not None and _stands_before(tokens, role[1], part)
    if introduced and mark != "suffixes":
        return "PERSON"  # "director Sefton Hill"
    plural = words[-1].endswith("s")  # "Christian Democrats"
    if model == "NORP" and given and not plural and not naming.is_people(words[-1]):
        model = "PERSON"  # "Ana Horbunov"
    borne = model == "PERSON" and given and (mark != "heads" or len(words) < LONG)
    if mark and not borne:
        return _MARKED[mark]
    shaped = None if given else _shape(words)
    if shaped is not None:
        return shaped if model in {"PERSON", None} or shaped == "ORG" else model
    return "PERSON" if role and (given or model != "PLACE") else model


def _is_team(tokens: Sequence[Token], part: Part) -> bool:
    """Whether a city and a plural stand after "the" or an owner: "the league's Florence Foxes"."""
    place = naming.known_place(text_of(tokens[part.start : part.end - 1]))
    before = tokens[part.start - 1] if part.start else None
    owned = before is not None and (before.lower_ == "the" or before.tag_ == "POS")
    last = tokens[part.end - 1].text
    return place and owned and len(last) > SHORT and last.endswith("s")


def _stands_before(tokens: Sequence[Token], end: int, part: Part) -> bool:
    last = tokens[end - 1]
    return 0 <= tokens[part.start].idx - last.idx - len(last) <= 1


def _shape(words: list[str]) -> Label | None:
    """What the first word, capitals or a plural say of a name that no given name begins."""
    before = naming.begins(words[0])
    if before is not None:
        return _BEGUN[before]
    shouted = [word for word in words if _SHOUTED.fullmatch(word) and not naming.is_suffix(word)]
    if words[-2] in HYPHENS and len(words[-1]) == 1:
        return "OTHER"  # "Alba Mach-E"
    if shouted and len(shouted) < len(words):
        return "OTHER" if words[-1] in shouted else "ORG"  # "Alba VR", "NASA Orion"
    if naming.known_place(" ".join(words)):
        return None  # "Los Angeles"
    placed = naming.known_place(words[0]) or naming.known_place(" ".join(words[:2]))
    if placed and len(words[-1]) > SHORT and words[-1].endswith("s") and words[-1] != words[0]:
        return "ORG"  # "Phoenix Suns"
    return None


def _known_label(name: str) -> Label | None:
    """What the registers say."""
    outlet = naming.outlet_names().get(name)
    if outlet and not outlet.common:
        return "OUTLET"
    if naming.is_people(name):
        return "NORP"
    if naming.known_body(name) or naming.is_body(name):
        return "ORG"
    return "PLACE" if naming.country(name) else None


def _model_label(tokens: Sequence[Token], part: Part) -> Label | None:
    votes = Counter(
        _LABELS[token.ent_type_]
        for token in tokens[part.start : part.end]
        if token.ent_type_ in _LABELS and token.text[0].isalnum()
    )
    return min(votes, key=lambda label: (-votes[label], label), default=None)
