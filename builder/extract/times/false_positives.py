"""Which matches are no times: "May" as a name, a march, a second man, ages, flight numbers.

In: the tokens of a match and what was read from it. Out: whether to leave it alone.
"""

import re
from functools import cache

from spacy.tokens import Doc, Span, Token

from builder import knowledge
from builder.extract.times.patterns import Reading

_BEFORE_MONTH = frozenset({
    "in", "since", "until", "till", "by", "of", "from", "to", "during", "last", "next", "this",
    "early", "late", "mid", "before", "after", "through", "between", "every", "each", "for",
})  # fmt: skip
_BEFORE_CLOCK = frozenset({
    "at", "by", "until", "till", "from", "to", "around", "about", "before", "after", "since",
    "between", "and", "approximately", "-", "–", "(",
})  # fmt: skip
_PERSONS = frozenset({
    "man", "woman", "boy", "girl", "child", "baby", "infant", "son", "daughter", "teenager",
    "teen", "student", "mother", "father", "brother", "sister", "toddler", "twin", "youth",
    "suspect", "victim", "player", "striker", "driver",
})  # fmt: skip
_CERTAIN = 1900  # earlier years need a preposition: "in 1527", but "the 1500 metres"
_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "mr.", "mrs.", "ms.", "dr.",
})  # fmt: skip
_WHEN = frozenset({"DATE", "TIME", "EVENT"})  # "a 2022 World Cup"
_SEASONS = re.compile(r"(?i)^(?:the )?(?:spring|summer|autumn|fall|winter)$")


def is_no_time(span: Span, reading: Reading) -> bool:
    """Whether the words only look like a time."""
    text = span.text
    return (
        _is_month_lookalike(span)
        or _is_count(span, reading)
        or _is_model_year(span)
        or _is_season_lookalike(span)
        or _is_festive_season(span)
        or _is_person(span)
        or _is_second(text)
        or _is_age(span)
        or _is_bare_half(text)
        or _is_fraction(span)
        or _is_any_day(span)
        or _is_aside(span, reading)
        or _is_ratio(span)
        or _is_wrong_part_of_speech(span)
    )


def masked_names(text: str) -> str:
    """The text with names that hold a calendar word blanked out: same length."""
    return _phrases().sub(lambda match: "\x00" * len(match[0]), text)


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(_names("phrases"), key=len, reverse=True)
    initials = "".join(sorted({phrase[0] for phrase in phrases}))
    listed = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<!\w)(?=[{initials}])(?:{listed})\b")


def _is_month_lookalike(span: Span) -> bool:
    if len(span) != 1 or span.text not in {"May", "March", "April", "June", "August"}:
        return False
    token, before, after = span[0], _before(span), _after(span)
    dated = before is not None and before.lower_ in _BEFORE_MONTH
    if token.text == "May":
        # "May said" and "Theresa May" are people; "May the force" is a verb
        return not dated or bool(after is not None and after.pos_ == "PROPN")
    if token.ent_type_ == "PERSON" and not dated:
        return True
    if token.text == "March" and not dated:
        named = before is not None and (before.pos_ == "PROPN" or before.text in {"’s", "'s"})
        marching = after is not None and after.lower_ in {"on", "for", "against", "of"}
        return named or marching or token.pos_ == "VERB"
    return False


def _is_count(span: Span, reading: Reading) -> bool:
    if not re.fullmatch(r"\d{4}", span.text):
        return False
    token, before = span[0], _before(span)
    if before is not None and before.lower_ in _names("numbered"):
        return True
    after = _after(span)
    if after is not None and after.lower_ in _names("counted"):
        return True
    if int(span.text) < _CERTAIN:
        return before is None or before.lower_ not in _BEFORE_MONTH
    determined = before is not None and before.pos_ in {"DET", "PRON", "PART"}
    if (
        token.dep_ in {"nummod", "compound"}
        and token.head.tag_ in {"NNS", "NNPS"}
        and token.head.i > token.i
    ):
        names = _names("dated_plurals")
        return not determined and token.head.lower_ not in names
    return False


def _is_model_year(span: Span) -> bool:
    """Whether it only tells which make: "a grey 2013 Norda Vela", "their 2009 Norda sedan".

    "A 2004 Supreme Court ruling" is dated: a noun that is no vehicle ends the phrase.
    """
    if not re.fullmatch(r"(?:19|20)\d\d", span.text) or not _is_described(span):
        return False
    place, doc = span.end, span.doc
    while place < len(doc) and doc[place].pos_ == "PROPN" and doc[place].ent_type_ not in _WHEN:
        place += 1
    if place == span.end:
        return False
    after = doc[place] if place < len(doc) else None
    is_noun = after is not None and (after.pos_ == "NOUN" or after.tag_ == "POS")
    return after is None or not is_noun or after.lemma_.lower() in _names("vehicles")


def _is_described(span: Span) -> bool:
    """Whether an article or owner opens the phrase: "a 2013", "the grey 2013", "his 2013"."""
    start = span.start
    while start and (span.doc[start - 1].pos_ == "ADJ" or span.doc[start - 1].dep_ == "amod"):
        start -= 1
    first = span.doc[start - 1] if start else None
    if first is None or (first.lower_ == "the" and start == span.start):
        return False
    return first.lower_ in {"a", "an", "the"} or first.tag_ == "PRP$"


def _is_season_lookalike(span: Span) -> bool:
    if not _SEASONS.match(span.text):
        return False
    token, before = span[-1], _before(span)
    if token.pos_ not in {"NOUN", "PROPN"}:
        return True
    return token.dep_ == "compound" or (before is not None and before.pos_ in {"PROPN", "NOUN"})


def _is_festive_season(span: Span) -> bool:
    """Whether no day is meant: "Christmas sales", "Johnnie Christmas"; "by Christmas" is one."""
    if span.text.lower() not in {"christmas", "easter", "thanksgiving", "halloween"}:
        return False
    before = _before(span)
    return before is None or before.pos_ != "ADP" or span.root.dep_ == "compound"


def _is_person(span: Span) -> bool:
    before = _before(span)  # "Mr Friday", "Ms May"
    return before is not None and before.lower_ in _TITLES


def _is_second(text: str) -> bool:
    return re.fullmatch(r"(?i)(?:an?|one|the|every|each)[ -]second", text) is not None


def _is_age(span: Span) -> bool:
    if not re.search(r"(?i)[ -]olds?$", span.text):
        return False
    head = span.root.head if span.root.head.i >= span.end else _subject_over(span)
    if head is None or head.ent_type_ == "PERSON":
        return True
    if re.search(r"(?i)(?:year|decade|centurie)s?[ -]old$", span.text):
        return head.lemma_.lower() not in _names("aged_things")
    return head.lemma_.lower() in _PERSONS


def _subject_over(span: Span) -> Token | None:
    """What is so old: "the feud is decades old"."""
    subjects = (child for child in span.root.head.children if child.dep_ == "nsubj")
    return next(subjects, None)


def _is_bare_half(text: str) -> bool:
    return (
        re.fullmatch(r"(?i)(?:the )?(?:first|second|last|final|opening|closing)[ -]half", text)
        is not None
    )


def _is_fraction(span: Span) -> bool:
    """Whether it counts parts of something: "three-quarters of voters"."""
    after = _after(span)
    of_all = after is not None and after.lower_ == "of"
    return of_all and re.search(r"(?i)[ -]quarters?$", span.text) is not None


def _is_any_day(span: Span) -> bool:
    """Whether it lasts no time: "it was a day nobody forgot", "if ever there comes a day"."""
    if span.text.lower() not in {"a day", "a year"}:
        return False
    told = any(child.dep_ == "relcl" for child in span.root.children)
    return told or span.root.dep_ in {"attr", "nsubj", "nsubjpass"}


def _is_aside(span: Span, reading: Reading) -> bool:
    """Whether the adverb dates nothing that happens.

    "Acme will now receive it" says what follows, "jets now at sea" and "the recently released
    film" only describe: of 30 such adverbs annotators marked 6, of those left out here 1.
    """
    if not (reading.expression.value or "").endswith("_REF") or span.root.tag_ != "RB":
        return False
    head = span.root.head
    if any(child.tag_ == "MD" for child in head.children):
        return True
    while head.dep_ in {"aux", "auxpass", "advmod", "conj", "xcomp"} and head.head != head:
        head = head.head
    return head.dep_ in {"relcl", "acl", "amod", "csubj", "pcomp"} or head.pos_ == "NOUN"


def _is_ratio(span: Span) -> bool:
    if not re.fullmatch(r"\d{1,2}:\d\d(?::\d\d)?", span.text):
        return False
    before = _before(span)
    if before is None or before.lower_ in _BEFORE_CLOCK:
        return before is None
    stamped = before.text == "," and span.start > 1 and span.doc[span.start - 2].like_num
    return not stamped  # "24 May 2023, 10:32"


def _is_wrong_part_of_speech(span: Span) -> bool:
    lower = span.text.lower()
    if lower in {"daily", "weekly", "monthly", "nightly"}:
        return span[0].text[0].isupper() and not span[0].is_sent_start
    return False


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start else None


def _after(span: Span) -> Token | None:
    doc: Doc = span.doc
    return doc[span.end] if span.end < len(doc) else None


@cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(knowledge.entries("calendar_names")[kind])
