"""Mentions: names with what the words around them tell of whom or what they name."""

import re
from collections.abc import Set
from dataclasses import dataclass, field

from builder import knowledge, naming
from builder.model.article import Passage
from builder.model.entities import EntityKind
from builder.model.findings import FoundName, Label
from builder.model.ids import ArticleId
from builder.model.why import Why
from builder.text.ages import age_beside

_WORDS = knowledge.entries("name_words")
_INTO = frozenset(_WORDS["into"])
_AIMED = frozenset(_WORDS["aimed"])
_PLACE_NOUNS = frozenset(_WORDS["place_nouns"])
_OF_PEOPLE = frozenset(_WORDS["of_people"])
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r" \d{1,4}(?![\d,:/–-]|\.\d)\b")
_WITHIN = re.compile(r"(?:, | \()([A-Z][\w.]*(?: [A-Z][\w.]*)?)")
_OF_FIRM = re.compile(
    r"(?:[’']s)? (?:CEO|CFO|COO|[Cc]hairman|[Cc]hairwoman|chief executive|spokes(?:wo)?man"
    r"|spokesperson)\b|(?:[’']s)? (?:shares?|stock|shareholders|market value|valuation)\b"
    r"| \([A-Z]{2,5}\.[A-Z]{1,3}\)"
)
_IN_FIRM = (["shares", "in"], ["shares", "of"], ["stake", "in"], ["shareholders", "of"])
_MEDIA = knowledge.entries("citation_words")["media_before"]
_TRADES = frozenset([*_WORDS["trades"], *_WORDS["concerns"], *_MEDIA])
_DEALS = _TRADES | frozenset(_WORDS["deals"])
_IS_FIRM = re.compile(
    rf", (?:the|an?|its) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(_DEALS))}) (?:that|which)\b"
)
_PRINTED = frozenset(_WORDS["printed"])
_OF_KIN = re.compile(rf"[’']s (?:{'|'.join(_WORDS['kin'])})\b")
_KNOWN_AS = frozenset(_WORDS["known_as"])
_MANY = frozenset(_WORDS["many"])
_FUNCTION = frozenset(knowledge.entries("function_words"))
_SOMEBODY_ELSE = (["a", "different"], ["a", "second"], ["an", "unrelated"])
_NAMESAKE = frozenset({"namesake", "namesakes"})
_MARKS = frozenset("\"'“”‘’")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One name in one article, with what resolution asks of it."""

    passage: Passage
    label: Label | None
    role: Passage | None
    honorific: str | None
    key: tuple[str, ...]
    """Spelling keys of its words."""
    subject: bool = False
    located: bool = False
    """A word like "in" stands before it."""
    articled: bool = False
    """The article "the" stands before it: a team, a ship, an institution, not a person."""
    marked: bool = False
    """It stands alone in quotation marks, or beside a word like "film": a thing's name."""
    common: bool = False
    """Its last word also stands in the article in small letters."""
    bracketed: bool = False
    """It stands alone in brackets, as an acronym after the long form."""
    age: float | None = None
    """In years, where it stands beside the name: "Ruiz, 45,", "45-year-old Ruiz"."""
    aged: bool = False
    """It stands behind the name."""
    says: bool = False
    """It says something, or "who" follows: a person's name rather than a place's."""
    inanimate: bool = False
    """It is a subject that "which" follows: "Acme, which owns the boat, said"."""
    headed: bool = False
    """It stands in the first line, where names are not introduced yet."""
    firm: bool = False
    """Its shares, its chief executive, its trade or its ticker stand beside it."""
    product: bool = False
    """A word like "app" stands behind it: a company's product, if nothing says otherwise."""
    called: naming.Sex | None = None
    """The sex of the pronouns that surely stand for it: "Ruiz left. He …"."""
    kin: bool = False
    """The article tells of a wife, a brother … of theirs."""
    another: bool = False
    """The article says that it is somebody else of the name: "another Ana Ruiz, a teacher,"."""
    meant: str | None = None
    """The state that a short form behind a town's name stands for: "Alba, Calif."."""

    @property
    def article(self) -> ArticleId:
        """The article it stands in."""
        return self.passage.article

    @property
    def titled(self) -> bool:
        """Whether an honorific, a role or an age says that it is a person: not "rival"."""
        office = self.role is not None and not _may_be_firms(self.role.text)
        return self.honorific is not None or office or self.aged


def _may_be_firms(role: str) -> bool:
    """Whether what somebody is may as well be what a firm is: "the contractor Alba"."""
    return role.rsplit(maxsplit=1)[-1].lower() in _DEALS


@dataclass(slots=True, kw_only=True)
class Group:
    """Mentions of one person, organisation or place, while resolution still adds to it."""

    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)
    shown: str | None = None
    """The name that the maintainer wants shown."""
    why: list[Why] = field(default_factory=list)
    """What joined names that are not spelled the same."""
    apart: str = ""
    """What tells the person from another of the same full name: an age, a role."""

    def take(self, other: "Group", rule: str) -> None:
        """Take all mentions of the other group in, which keeps none."""
        if self.mentions and other.mentions:
            one, two = self.mentions[0].passage, other.mentions[0].passage
            self.why.append(Why(one=one, other=two, rule=rule))
        self.mentions.extend(other.mentions)
        self.why.extend(other.why)
        other.mentions, other.why = [], []


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMention:
    """A mention that fits several groups."""

    mention: Mention
    candidates: tuple[Group, ...]


def mention_of(name: FoundName, text: str, small: Set[str]) -> Mention:
    """The name with what the words around it in its article tell.

    `small` are words that stand in small letters.
    """
    passage = name.passage
    before = text[max(0, passage.start - 30) : passage.start].lower().split()
    after = text[passage.end : passage.end + 40]
    next_word = _next_word(after)
    closed = after.startswith(")")
    several = _is_plural(before, passage.text, next_word)
    age = age_beside(text, passage.start, passage.end)
    placed = before[-1:] == ["the"] and next_word in _PLACE_NOUNS  # "the Alba peninsula"
    label = "PLACE" if placed and name.label != "ORG" else name.label
    owned = _OF_FIRM.match(after) is not None or before[-2:] in _IN_FIRM
    firm = owned or _is_trade(before) or _IS_FIRM.match(after) is not None
    return Mention(
        passage=passage,
        label="OTHER" if several else label,
        role=name.role,
        honorific=name.honorific,
        subject=name.is_subject,
        key=naming.key(passage.text),
        articled=(_is_articled(before, passage.text) and next_word not in _OF_PEOPLE)
        or (before[-1:] in (["a"], ["an"]) and not next_word),
        common=_is_common(passage, small),
        marked=several
        or (_enclosed(text, passage) and _KNOWN_AS.isdisjoint(before[-3:]))
        or _of_thing(before, next_word)
        or (" " not in passage.text and _NUMBERED.match(after) is not None),
        located=_is_located(before, after)
        and not firm
        and (name.label != "ORG" or before[-1:] != ["at"]),
        bracketed=closed and text[passage.start - 1 : passage.start] == "(",
        aged=age is not None and age.start == passage.start,
        age=age.years if age else None,
        says=name.says,
        inanimate=name.is_subject and after.startswith(", which "),
        product=naming.is_product_noun(next_word),
        firm=firm and not naming.known_place(passage.text),
        kin=_OF_KIN.match(after) is not None,
        another=_is_another(before, after),
        meant=_state(passage, text),
    )


def _is_trade(before: list[str]) -> bool:
    """Whether it is written as in "the accountancy firm Alba", "the insurer Alba"."""
    return before[-1:] != [] and before[-1] in _TRADES


def _is_another(before: list[str], after: str) -> bool:
    """Whether it is written as in "another Ana Ruiz, a teacher", "her namesake Ana Ruiz".

    Not as in "the club needs another Ana Ruiz".
    """
    said = before[-1:] == ["another"] or before[-2:] in _SOMEBODY_ELSE
    namesake = any(word.strip(",") in _NAMESAKE for word in before[-1:])
    return namesake or (said and after.startswith(", "))


def _state(passage: Passage, text: str) -> str | None:
    """The state meant by the "Calif." of "Alba, Calif." and the "N.Y." of "Alba, N.Y."."""
    cut = passage.text.isupper() or "." in text[passage.end - 1 : passage.end + 1]
    behind = text[max(0, passage.start - 2) : passage.start] == ", "
    return naming.state_in_full(passage.text) if cut and behind else None


def _next_word(after: str) -> str:
    match = _WORD.search(after)
    return match[0] if match and after[:1] == " " else ""


def _is_articled(before: list[str], name: str) -> bool:
    """Whether it is written as in "the Foxes", "the proud Foxes", "the 1998 Alba Foxes"."""
    if before[-2:-1] == ["the"]:
        described = before[-1].isalpha() and not naming.title(before[-1])
        moved = before[-1].endswith("s")  # "the moves Stubbs made"
        return before[-1].isdigit() or (name.endswith("s") and described and not moved)
    return before[-1:] == ["the"]


def _is_plural(before: list[str], name: str, next_word: str) -> bool:
    """Whether people like somebody are meant: "few Al Roes", "the Al Roes of this world"."""
    first, _, rest = name.partition(" ")
    if (
        not rest.endswith("s")
        or not naming.is_given_name(first)
        or naming.marks(rest.rpartition(" ")[2])
    ):
        return False
    ends = not next_word or next_word in _FUNCTION  # not "the Al Roes trial"
    return before[-1:] != [] and (before[-1] in _MANY or (before[-1] == "the" and ends))


def _is_common(passage: Passage, small: Set[str]) -> bool:
    word = passage.text.split()[-1].lower()
    return word in small and not naming.is_numbered(word)


def _is_located(before: list[str], after: str) -> bool:
    """Whether it is written as in "in Alba", "the town of Alba", "Alba, Texas", "Alba (Italy)"."""
    if before[-1:] == ["in"] and before[-2:-1] and before[-2] in _PRINTED:
        return False  # "published its findings in Nature"
    if before[-1:] and before[-1] in _INTO:
        return before[-1] != "at" or _AIMED.isdisjoint(before[-2:-1])
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _PLACE_NOUNS:
        return True
    if before[-1:] == ["from"] and before[-2:-1] and naming.title(before[-2]):
        return True  # "a nurse from Alba"
    match = _WITHIN.match(after)
    return match is not None and (
        naming.known_place(match[1])
        or naming.known_place(match[1].split()[0])
        or naming.is_state_short(match[1])
    )


def _of_thing(before: list[str], next_word: str) -> bool:
    """Whether the words beside it say so: "the sequel, Alba Rising", "Alba Rising films"."""
    words = before[:-1] if before[-1:] == ["the"] else before  # "the ferry, the Alba Star"
    said = bool(words) and naming.is_thing_noun(words[-1].rstrip(","))
    return said or naming.is_thing_noun(next_word)


def _enclosed(text: str, passage: Passage) -> bool:
    before = text[max(0, passage.start - 1) : passage.start]
    after = text[passage.end : passage.end + 2].lstrip(",.")[:1]  # the "Alba Max," as they say
    return before in _MARKS and after in _MARKS and before != "" and after != ""
