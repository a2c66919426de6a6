"""What coreference has to know of attribution: who says which words, and who has the floor."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from builder.extract.attribution import parts_of
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.cues import is_passive


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Words of the article that somebody says."""

    speaker: Token | None
    """Head of the noun phrase that names who says them."""
    start: int
    end: int
    """First character of the words, and the one after their last."""
    is_direct: bool
    holds_floor: bool = True
    """Whether the speaker is the one who spoke last from here on: not who only asks."""
    may_name_speaker: bool = False
    """Whether the words may name who says them: "Acme will close its mill, it said"."""


def speeches_in(attributions: Sequence[Attribution]) -> tuple[Speech, ...]:
    """Who says which words: what coreference has to know of the quotes.

    Whoever says one part of a split quote is named in none of its parts.
    """
    parted = {
        cue: all(map(_speaks_of_itself, parts)) for cue, parts in parts_of(attributions).items()
    }
    return tuple(
        Speech(
            speaker=one.speaker,
            start=one.start,
            end=one.end,
            is_direct=one.kind == "direct",
            holds_floor=not _is_asked(one),
            may_name_speaker=_speaks_of_itself(one)
            and (one.cue is None or parted.get(one.cue.i, True)),
        )
        for one in attributions
    )


def _is_asked(attribution: Attribution) -> bool:
    """Whether another answers in the same sentence: "Asked by Ruiz if it was late, he said …"."""
    return (
        attribution.cue is not None
        and attribution.cue.dep_ == "advcl"
        and is_passive(attribution.cue)
    )


def _speaks_of_itself(attribution: Attribution) -> bool:
    """Whether its words may name who speaks: "Acme will close its mill, it said"."""
    speaker = attribution.speaker
    behind = (
        speaker is not None and speaker.idx >= attribution.end and speaker.lower_ in {"it", "they"}
    )
    return behind and attribution.kind != "direct"
