"""Objections by the words alone, where the parse may be wrong: a clause's span in, they out.

Looked at are the few words right before the clause, the condition right after it, and the
auxiliary that opens its sentence.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from builder.extract.tokens import tokens_of
from builder.extract.truth.conditions import is_idiom, phrase_at
from builder.extract.truth.governors import is_of
from builder.extract.truth.objections import Objection, objection
from builder.extract.truth.tables import reporting, statuses, verbs_of, words_of
from builder.extract.unsaid import REPORTING, is_unsaid
from builder.model.findings import Status

_LONGEST = 10  # tokens between a governing word and its clause
_FAR = 60  # tokens from the start of a sentence: beyond, its first word governs nothing
_ASIDE = 2  # commas around "said the widow"
_WALLS = frozenset({";", ":", "—", "–", "?", "!", "."})
_MARKS = frozenset("“”\"‘’'«»")
_VERBS = frozenset({"VERB", "AUX"})
_HIDING = frozenset({"denied", "alleged", "recommended", "asked", "hypothetical", "conditional"})


def objections_by_words(span: Span) -> Iterator[Objection]:
    """Those that the neighbouring words raise, whatever the parse says."""
    yield from _before(span)
    yield from _condition_after(span)
    yield from _condition_before(span)


def _before(span: Span) -> Iterator[Objection]:
    """A governing word right before the clause, with "that", "whether", "of" or "to" between."""
    words = _left_of(span)
    if not words:
        return
    last = words[-1]
    here = span.doc[last.i : last.i + 1]
    before = words[-2].lower_ if len(words) > 1 else ""
    phrase = _phrase_before(span.doc, last.i)
    if last.lower_ == "whether":
        yield objection("asked", here)
    elif phrase is not None:
        yield objection("conditional", phrase)
    elif last.lower_ in words_of("conditions") and before not in {"even", "as", "asked"}:
        yield objection("conditional", here)
    elif last.lower_ == "that":
        yield from _governing(words[:-1], span)
    elif last.pos_ == "VERB":
        yield from _governing(words[-1:], span)


def _phrase_before(doc: Doc, last: int) -> Span | None:
    """The phrase that ends there and opens a condition: "as long as"."""
    for start in range(max(last - 3, 0), last):
        phrase = phrase_at(doc, start)
        if phrase is not None and phrase.end == last + 1:
            return phrase
    return None


def _left_of(span: Span) -> list[Token]:
    """The words right before the clause, up to a mark that parts it from them."""
    found: list[Token] = []
    start = max(span.sent.start, span.start - _LONGEST)
    for token in reversed(tokens_of(span.doc)[start : span.start]):
        if token.text in _WALLS or (token.text == "," and found):
            break
        if token.text not in _MARKS and not token.is_space and token.text != ",":
            found.append(token)
    return found[::-1]


def _governing(words: Sequence[Token], span: Span) -> Iterator[Objection]:
    """The nearest of the words before the clause that can hold one."""
    for token in reversed(words):
        status = _status_of(token)
        if status is not None:
            last = words[-1].i + 1
            that = span.doc[last : last + 1].text.lower() == "that"
            yield objection(status, span.doc[token.i : last + that])
            return
        if token.pos_ in _VERBS and token.dep_ not in {"aux", "auxpass"}:
            return


def _status_of(token: Token) -> Status | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        if is_of(token, verbs_of("denied")):
            return "hypothetical" if is_unsaid(token) else "denied"
        if lemma in verbs_of("alleged"):
            return "alleged"
        if lemma in reporting("demand"):
            return "recommended"
        return "denied" if lemma in REPORTING and is_unsaid(token) else None
    if token.pos_ == "ADJ":
        return statuses("adjectives").get(token.lower_)
    found = statuses("nouns").get(lemma) if token.pos_ == "NOUN" else None
    return found if found in _HIDING else None


def _condition_after(span: Span) -> Iterator[Objection]:
    """A condition that follows at once: "“the lease is good,” as long as no judge …"."""
    end = span.sent.end
    place = span.end
    while place < end and (span.doc[place].is_punct or span.doc[place].is_space):
        if span.doc[place].text in _WALLS:
            return
        place += 1
    words = phrase_at(span.doc, place) or span.doc[place : place + 1]
    opens = words.text.lower() in words_of("conditions") and not is_idiom(words[0])
    if len(words) > 1 or opens or (len(words) and is_inverted(words[0])):
        yield objection("conditional", words, _to_wall(span, place))


def _to_wall(span: Span, place: int) -> Span:
    """From there to the next mark that ends a clause."""
    end = place
    while end < span.sent.end and span.doc[end].text not in _WALLS | {","}:
        end += 1
    return span.doc[place:end]


def _condition_before(span: Span) -> Iterator[Objection]:
    """A sentence that opens with a condition, or with the auxiliary of one: "Had the gate …"."""
    start = span.sent.start
    if span.start - start > _FAR:
        return
    before = tokens_of(span.doc)[start : span.start]
    first = next((token for token in before if not token.is_punct and not token.is_space), None)
    if first is None or not _is_condition(first):
        return
    between = span.doc[first.i : span.start]
    commas = [token for token in between if token.text == ","]
    said = any(token.lemma_.lower() in REPORTING for token in between)
    near = commas and span.start - commas[-1].i <= _LONGEST // 2
    inside = not commas and is_inverted(first)  # "Were the judge to find that he lied, …"
    if inside or (near and (len(commas) == 1 or (len(commas) == _ASIDE and said))):
        yield objection("conditional", span.doc[first.i : first.i + 1], between)


def _is_condition(first: Token) -> bool:
    named = first.lower_ in words_of("conditions") and first.pos_ != "VERB"
    return named or is_inverted(first)


def is_inverted(first: Token) -> bool:
    """Whether an auxiliary stands before its subject: "should the mill close"."""
    following = first.doc[first.i + 1 : first.i + 2]
    subject = any(token.pos_ in {"DET", "PRON", "PROPN", "NOUN"} for token in following)
    return first.lower_ in words_of("inverted") and first.pos_ == "AUX" and subject
