"""Wordings by rows: each article's words beside the wording that they are compared with."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from builder import links
from builder.model.article import Passage
from builder.model.claims import Statement
from builder.model.findings import Status
from builder.model.quotes import Quote
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.parts.independence import Reckoning, article_reckoning
from builder.render.parts.quote_groups import Saying, Wording
from builder.render.parts.salience import telling_words
from builder.text import diff

_HOW_IT_STANDS: Mapping[Status, str] = {
    "denied": "denied",
    "conditional": "only if something else happens",
    "planned": "planned",
    "alleged": "alleged",
    "recommended": "recommended",
    "asked": "asked as a question",
    "hypothetical": "only imagined",
}
_LONGEST_CUT = 12  # words: a longer gap without a replacement is a cut, not another wording
_LONGEST_MORE = 8  # words: what an article goes on with is counted, not marked as a difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of words; `cut` stands for words left out at an end, or many at once.

    `more` tells how many an article begins or goes on with; they stand behind its link.
    """

    kind: Literal["same", "removed", "added", "cut", "more"]
    text: str
    minor: bool = False
    """Whether it differs in words alone that carry grammar: "the" for "a"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One row: who, under which report, in which words."""

    article: Link
    line: str
    marks: tuple[Mark, ...]
    evidence: Evidence
    notes: tuple[str, ...]
    voice: str = ""
    """Who says it in this article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SayingView:
    """One thing said, with every article's wording."""

    anchor: str
    parts: tuple[Link, ...]
    verbatim: bool
    """Whether the words are the speaker's own, not the outlet's."""
    speaker: Link | None
    addressees: tuple[Link, ...]
    told_to: tuple[Link, ...]
    """The outlets that it was told to."""
    via: tuple[Link, ...]
    """The outlets that relayed it."""
    occasion: str
    """Where it was said, as the first article that tells it has it; "" where none does."""
    reach: str
    """How many articles have it; empty where one does."""
    reckoning: Reckoning | None
    """How its independent reports are counted; `None` where one article has it."""
    variants: tuple[Variant, ...]
    """Empty where one article has it."""
    evidence: Evidence
    permalink: str
    notes: tuple[str, ...]


def saying_view(saying: Saying, here: PageLinks) -> SayingView:
    """The saying as seen from a page."""
    quotes = [quote for found in saying.wordings for quote in found.quotes]
    several = len(saying.articles) > 1
    addressees = dict.fromkeys(quote.addressee for quote in quotes if quote.addressee)
    told_to = dict.fromkeys(quote.told_to for quote in quotes if quote.told_to)
    via = dict.fromkeys(quote.via for quote in quotes if quote.via)
    return SayingView(
        anchor=links.anchor("said", saying.id),
        parts=_parts(saying.central, here),
        verbatim=saying.central.quote.kind == "direct",
        speaker=here.entity(saying.speaker) if saying.speaker else None,
        addressees=tuple(here.entity(id_) for id_ in addressees),
        told_to=tuple(here.entity(id_) for id_ in told_to),
        via=tuple(here.entity(id_) for id_ in via if id_ not in told_to),
        occasion=next((here.wording(at) for quote in quotes if (at := quote.occasion)), ""),
        reach=here.reach(saying.articles) if several else "",
        reckoning=article_reckoning(saying.articles, here, "report") if several else None,
        variants=_variants(saying, here),
        evidence=here.evidence(saying.central.passages[0]),
        permalink=here.saying(saying),
        notes=notes_of(saying.central.quotes, here),
    )


def variant(
    passage: Passage, base: str, here: PageLinks, *, text: str = "", voice: str = ""
) -> Variant:
    """One article's words as a row, differences from `base` marked."""
    return Variant(
        article=here.article(passage.article),
        line=here.line(passage.article),
        marks=marks(base, text or here.wording(passage)),
        evidence=here.evidence(passage),
        notes=(),
        voice=voice,
    )


def needs_legend(rows: Iterable[Variant]) -> bool:
    """Whether words are struck or added in one of the rows."""
    return any(mark.kind in {"removed", "added"} for row in rows for mark in row.marks)


def notes_of(quotes: Sequence[Quote], here: PageLinks) -> tuple[str, ...]:
    """What a reader must know of the quotes of one wording: not verbatim, speaker unsure."""
    first = quotes[0]
    if first.kind != "indirect":
        return speaker_notes(quotes, here)
    if first.cue is None or first.cue.text.casefold() == "according":  # half of "according to"
        return ("not word for word", *speaker_notes(quotes, here))
    verb = first.cue.text  # "denied", "claimed": not always said
    return (f"not word for word: “{verb}”", *speaker_notes(quotes, here))


def status_notes(statement: Statement) -> tuple[str, ...]:
    """How it stands, where it is neither told as fact nor only put into someone's mouth."""
    phrase = _HOW_IT_STANDS.get(statement.status)
    return (phrase,) if phrase else ()


def speaker_notes(quotes: Sequence[Quote], here: PageLinks) -> tuple[str, ...]:
    """That the speaker of one wording is not known, or not surely."""
    first = quotes[0]
    if first.speaker is None:
        mention = first.speaker_mention
        said = f" (the article says “{mention.text}”)" if mention else ""
        either = [here.story.entities[one].name for one in first.speaker_candidates]
        unsure = (
            f"{' or '.join(either)} may have said it" if either else "who said it is not stated"
        )
        return (f"{unsure}{said}",)
    if any(quote.is_unsure for quote in quotes):
        return (
            "speaker worked out from the text" if first.speaker_inferred else "speaker unsure",
        )
    return ()


def marks(base: str, other: str) -> tuple[Mark, ...]:
    """What differs from `base`; what was left out at the ends shows as an ellipsis."""
    runs = diff.compare(base, other)
    words_at = [
        at for at, run in enumerate(runs) if run.kind != "removed" and _has_words(run.text)
    ]
    first, last = (words_at[0], words_at[-1]) if words_at else (0, len(runs))
    found: list[Mark] = []
    for at, run in enumerate(runs):
        found.append(_mark(runs, at, at_start=at <= first, at_end=at >= last))
        if run.kind == "removed" and _is_glued(runs, at):
            found.append(Mark(kind="same", text=" "))
    return tuple(found)


def _mark(runs: Sequence[diff.Run], at: int, *, at_start: bool, at_end: bool) -> Mark:
    run = runs[at]
    if run.kind == "removed" and (at_start or at_end or _is_cut(runs, at)):
        return Mark(kind="cut", text=" … ")
    number = len(diff.words(run.text))
    replaces = at > 0 and runs[at - 1].kind == "removed"
    if run.kind == "added" and number > _LONGEST_MORE and not replaces and (at_start or at_end):
        more = f"[begins with {number} more words] … " if at_start else f" … [{number} more words]"
        return Mark(kind="more", text=more)
    minor = run.kind != "same" and not telling_words(run.text)
    return Mark(kind=run.kind, text=run.text, minor=minor)


def _is_glued(runs: Sequence[diff.Run], at: int) -> bool:
    """Whether the next run begins with a word: what is removed then needs a space after it."""
    return at + 1 < len(runs) and runs[at + 1].text[0].isalnum()


def _is_cut(runs: Sequence[diff.Run], at: int) -> bool:
    replaced = at + 1 < len(runs) and runs[at + 1].kind == "added"
    return not replaced and len(diff.words(runs[at].text)) > _LONGEST_CUT


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _parts(found: Wording, here: PageLinks) -> tuple[Link, ...]:
    parts: list[Link] = []
    for passage in found.passages:
        parts += [Link(text=" … ")] if parts else []
        parts += here.runs(passage)
    return tuple(parts)


def _variants(saying: Saying, here: PageLinks) -> tuple[Variant, ...]:
    if len(saying.wordings) < 2:  # noqa: PLR2004 - one wording has nothing to be compared with
        return ()
    return tuple(_variant(found, saying, here) for found in saying.wordings)


def _variant(found: Wording, saying: Saying, here: PageLinks) -> Variant:
    row = variant(found.passages[0], saying.central.text, here, text=found.text)
    return Variant(
        article=row.article,
        line=row.line,
        marks=row.marks,
        evidence=row.evidence,
        notes=notes_of(found.quotes, here),
    )
