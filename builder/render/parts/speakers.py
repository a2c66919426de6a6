"""Who speaks: the people most quoted, each with the quote that most reports carry."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.entities import Entity
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.entities import by_prominence, monogram
from builder.render.parts.quote_groups import Saying
from builder.render.parts.wording_rows import notes_of, speaker_notes
from builder.render.phrases import counted, shortened

_LONGEST = 220  # characters of a quote: three lines beside another
_FULL = 6  # words: fewer are a phrase, not what somebody said
_MARKS = '“”"„«» '


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody with their words."""

    who: Link
    monogram: str
    role: str
    words: str
    spoken: bool
    """Whether these are their words, not the article's for them."""
    more: str
    evidence: Evidence
    saying: str
    """Where all wordings of it stand."""
    notes: tuple[str, ...]


def speakers_of(here: PageLinks, most: int) -> tuple[Speaker, ...]:
    """The most quoted people, at most so many."""
    story = here.story
    quoted = [one for one in story.dossier.people if story.said_by.get(one.id)]
    return tuple(_speaker(person, here) for person in by_prominence(quoted, story)[:most])


def _speaker(person: Entity, here: PageLinks) -> Speaker:
    said = here.story.by_sources(here.story.said_by[person.id])
    chosen = min(said, key=lambda one: _rank(one, here))
    words = chosen.central.text
    spoken = chosen.central.quote.kind == "direct"
    more = len(said) - 1
    return Speaker(
        who=here.entity(person.id),
        monogram=monogram(person.name),
        role=person.role or (person.roles[0].text if person.roles else ""),
        words=shortened(words.strip(_MARKS).rstrip(",") if spoken else words, _LONGEST),
        spoken=spoken,
        more=f"{counted(more, 'more quote')}" if more else "",
        evidence=here.evidence(chosen.central.passages[0]),
        saying=here.saying(chosen),
        notes=notes_of(chosen.central.quotes, here),
    )


def _rank(said: Saying, here: PageLinks) -> tuple[bool, bool, bool]:
    """Sure ones first, then their own words before reported speech, then whole sentences."""
    words: Sequence[str] = said.central.text.split()
    is_unsure = bool(speaker_notes(said.central.quotes, here))
    return is_unsure, said.central.quote.kind != "direct", len(words) < _FULL
