"""From the head of a speaker's noun phrase to the words that name them, and whom these may be.

Pronouns and noun phrases get the names that they may stand for, likeliest first: by nearness, by
subjecthood, and before all by who spoke last. A noun phrase only takes names that the article has
described in its words ("the coach" after "Roe, a coach"). Missed: gender that no title tells.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from spacy.tokens import Span, Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.coreference.mentions import name_of
from builder.extract.coreference.names import Gender, Name, gender_of, names_of
from builder.extract.grammar import SUBJECTS, noun_phrase, passage_of, understood_subject
from builder.model.article import Passage
from builder.model.blanks import bare
from builder.model.findings import Reference

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
_GROUPED = frozenset({"it", "they", "them", "its", "their"})
_PLURAL = frozenset({"they", "them", "their"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_SAME_GENDER = 0.75  # sentences' worth of nearness
_NAMES_INSIDE = 20  # of a quote that are looked at
_NEAR_LINES = 1  # back to an unnamed speaker
_FARTHEST = 30  # names back
_FARTHEST_LINES = 3  # back to who spoke last
_MOST_LIKELY = 3  # antecedents kept


@dataclass(slots=True, kw_only=True)
class Memory:
    """What is known of an article's speakers as its quotes are read in order."""

    reading: ArticleView
    names: tuple[Name, ...]
    starts: tuple[int, ...]
    spoken: list[tuple[Token, Name | None]] = field(default_factory=list)
    """Who spoke: the head of the mention, and the name unless only a noun phrase tells."""


def memory_of(reading: ArticleView) -> Memory:
    """A memory with the article's names, in which nobody has spoken yet."""
    names = names_of(reading)
    return Memory(reading=reading, names=names, starts=tuple(n.span.start for n in names))


def reference_to(
    memory: Memory, head: Token, *, speaks: bool = True, content: tuple[int, int] | None = None
) -> Reference:
    """The words that name the speaker, with the names that they may stand for.

    Whoever is named in the content does not speak it: "“Ruiz is late,” she said".
    """
    article = memory.reading.article
    name = None if head.pos_ == "PRON" else name_of(memory.reading, head)
    if name is not None:
        known = _known(memory, name)
        if known is not None and speaks:
            memory.spoken.append((head, _as_speaker(known)))
        passage = article.passage(*bare(article.text, name.start_char, name.end_char))
        return Reference(passage=passage, form="name", antecedents=(passage,))
    likely = (
        _pronoun(memory, head, _named_in(memory, content))
        if head.pos_ == "PRON"
        else _nominal(memory, head)
    )
    if speaks and (likely or head.pos_ != "PRON"):
        memory.spoken.append((head, likely[0] if likely else None))
    phrase = head.doc[head.i : head.i + 1] if head.pos_ == "PRON" else _whole(noun_phrase(head))
    return Reference(
        passage=passage_of(article, phrase),
        form="pronoun" if head.pos_ == "PRON" else "nominal",
        antecedents=tuple(_passages(memory, likely)),
    )


def _whole(phrase: Span) -> Span:
    """The phrase with the rest of a word that the parse parted at its hyphen: "vice-president"."""
    doc, end = phrase.doc, phrase.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        end += 2
    return doc[phrase.start : end]


def _as_speaker(name: Name) -> Name:
    """Whoever speaks under a name that is no group's is taken for a person."""
    return replace(name, kind="person") if name.kind == "other" else name


def _known(memory: Memory, name: Span) -> Name | None:
    at = bisect_left(memory.starts, name.start)
    near = memory.names[max(0, at - 1) : at + 1]
    return next((n for n in near if n.span.start < name.end and name.start < n.span.end), None)


def _before(memory: Memory, token: Token) -> Sequence[Name]:
    at = bisect_left(memory.starts, token.i)
    return memory.names[max(0, at - _FARTHEST) : at]


def _named_in(memory: Memory, content: tuple[int, int] | None) -> frozenset[str]:
    """The keys of the names in the first words of a quote."""
    if content is None:
        return frozenset()
    first = bisect_left(memory.starts, memory.reading.token_from(content[0]))
    inside = islice(memory.names, first, first + _NAMES_INSIDE)
    return frozenset(name.key for name in inside if name.span.start_char < content[1])


def _pronoun(memory: Memory, head: Token, excluded: frozenset[str]) -> list[Name]:
    word = head.lower_
    gender: Gender | None = None
    if word in _PERSONAL:
        kinds, gender = {"person"}, "she" if word in {"she", "her", "hers"} else "he"
    elif word in _GROUPED:
        kinds = {"group", "other"}
    else:
        return []
    if _follows_unnamed(memory, head, gender):
        return []
    described = _described_before(memory, head) if gender else None
    if described is not None and gender_of(described) in {gender, None}:
        return _nominal(memory, described)
    excluded |= _others(memory, head)
    scores: dict[str, tuple[float, Name]] = {}
    for name, score in _candidates(memory, head):
        if name.kind not in kinds or name.key in excluded:
            continue
        if gender and name.gender and name.gender != gender:
            continue
        fit = score + _SAME_GENDER * (gender is not None and name.gender == gender)
        if name.key not in scores or fit > scores[name.key][0]:
            scores[name.key] = (fit, name)
    ranked = sorted(scores.values(), key=lambda held: (-held[0], -held[1].span.start))
    likely = [name for _, name in ranked[:_MOST_LIKELY]]
    return _with_full_name(memory, likely, head, gender)


def _others(memory: Memory, head: Token) -> frozenset[str]:
    """The keys of those that it cannot be for its place: "he told Ruiz", "Ruiz told him"."""
    if head.dep_ in _OBJECTS:
        subject = understood_subject(head.head)
        return frozenset() if subject is None else frozenset({subject.lower_})
    if head.dep_ not in SUBJECTS:
        return frozenset()
    _, end = memory.reading.sentence(head)
    first = bisect_left(memory.starts, head.i)
    after = memory.names[first : min(bisect_left(memory.starts, end), first + _NAMES_INSIDE)]
    return frozenset(name.key for name in after)


def _with_full_name(
    memory: Memory, likely: list[Name], head: Token, gender: Gender | None
) -> list[Name]:
    """The same, a bare surname that two bear followed by the latest full name that fits."""
    if not likely or gender is None or likely[0].gender or len(likely[0].span) > 1:
        return likely
    full = (
        name
        for name in reversed(memory.names[: bisect_left(memory.starts, head.i)])
        if name.key == likely[0].key and name.gender == gender and len(name.span) > 1
    )
    return [likely[0], *islice(full, 1), *likely[1:]]


def _follows_unnamed(memory: Memory, head: Token, gender: Gender | None) -> bool:
    """Whether whoever spoke last has no name and fits: "A spokeswoman said …. She added …"."""
    if not memory.spoken or memory.spoken[-1][1] is not None:
        return False
    last = memory.spoken[-1][0]
    is_plural, is_human = last.tag_ == "NNS", naming.title(last.lemma_) is not None
    if gender is None:
        fits = is_plural == (head.lower_ in _PLURAL) and is_human <= is_plural
    else:
        fits = not is_plural and is_human and gender_of(last) in {gender, None}
    near = memory.reading.lines_between(last.idx, head.idx) <= _NEAR_LINES
    between = _before(memory, head)[-1:]
    return (
        fits
        and near
        and not any(
            name.span.start > last.i and name.is_subject and name.is_outside for name in between
        )
    )


def _described_before(memory: Memory, head: Token) -> Token | None:
    """Whom the sentence before tells of without a name: "The captain was held. He …"."""
    start, _ = memory.reading.sentence(head)
    before = memory.reading.tokens[start - 1] if start else head
    if not start or memory.reading.lines_between(before.idx, head.idx) > _NEAR_LINES:
        return None
    first, end = memory.reading.sentence(before)
    if any(end > name.span.start >= first for name in _before(memory, head)):
        return None
    subjects = [token for token in memory.reading.tokens[first:end] if token.dep_ in SUBJECTS]
    last = subjects[-1] if len(subjects) == 1 else None
    human = last is not None and last.tag_ == "NN" and naming.title(last.lemma_) is not None
    return last if human else None


def _candidates(memory: Memory, head: Token) -> Iterator[tuple[Name, float]]:
    """Names before the pronoun with a score: near, subject, not in marks, and spoke last."""
    ends = memory.reading.sentence_ends
    here = bisect_left(ends, head.i)
    for name in _before(memory, head):
        away = here - bisect_left(ends, name.span.start)
        yield name, name.is_subject - 0.5 * away - (0 if name.is_outside else 1.5)
    for at, spoke in memory.spoken[-1:]:
        lines = memory.reading.lines_between(at.idx, head.idx)
        if spoke is not None and lines <= _FARTHEST_LINES:
            yield spoke, 1.5 - 0.5 * lines


def _nominal(memory: Memory, head: Token) -> list[Name]:
    if head.tag_ in {"NNS", "NNPS"}:
        return []  # "the authors" are more than the one whom the article names
    wanted = {head.lemma_.lower()}
    told = {c.lemma_.lower() for c in head.lefts if c.dep_ in {"compound", "amod", "poss"}}
    found: dict[str, tuple[int, Name]] = {}
    for name in _before(memory, head):
        if wanted <= name.roles:
            found[name.key] = (len(told & name.roles), name)
    ranked = sorted(found.values(), key=lambda held: (-held[0], -held[1].span.start))
    return [name for _, name in ranked[:_MOST_LIKELY]]


def _passages(memory: Memory, likely: Sequence[Name]) -> Iterator[Passage]:
    for name in likely:
        yield memory.reading.article.passage(name.span.start_char, name.span.end_char)
