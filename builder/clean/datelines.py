"""Where a report was written, set before its first sentence: "ROME, May 4 (AFP) – Rescuers …".

The first paragraphs in, the span of the dateline out, dash included. What follows is a sentence of
its own. Missed: a place in small letters, without a wire, before two dashes ("Lima – a port –").
"""

import re
from collections.abc import Iterable

from builder.clean.blocks import Block
from builder.clean.boilerplate import Span

LONGEST = (
    120  # characters; "SAN MARINO DE LA CRUZ, Province of Alba, 14 September 2024 (Reuters) –"
)
_WIRE = r"\([A-Z][\w.&’' ]{1,30}(?:/[\w.&’' ]{1,30})?\)"
_WORD = r"[A-Z][\w.’'-]*"
_PLACE = rf"{_WORD}(?:[ /]{_WORD}){{0,3}}"
_STATE_AND_DAY = r"(?:,? [^()–—\n]{1,60}?)?"
_DATELINE = re.compile(
    rf"""(?:
      (?:{_PLACE}{_STATE_AND_DAY}[ ]?)?{_WIRE}[ ]?[-–—:]{{1,2}}      # LIMA, Peru (AP) —
    | {_PLACE}[ ]?[|/][ ]?{_PLACE}[ ]?[-–—]{{1,2}}                    # New York | Reuters ––
    | {_PLACE}[ ]\[{_PLACE}\]{_STATE_AND_DAY}[ ]?[-–—:]{{1,2}}        # Lima [Peru], May 4:
    | [A-Z][A-Z.’'/ -]{{2,40}}(?:,[^()–—\n]{{1,60}}?)?[ ]?(?:[–—]|--?|:)  # LIMA, May 4 –
    | {_PLACE}(?:,[ ]{_PLACE})?[ ]?(?:[–—]|--)(?![^.\n]{{0,80}}[ ][-–—])  # Lima — The mayor
    )(?=[ ]["“‘'(]?[A-Z0-9])""",
    re.VERBOSE,
)


def is_dateline(text: str) -> bool:
    """Whether the line is a dateline and nothing else."""
    found = _DATELINE.match(f"{text[:LONGEST]} A")
    return found is not None and found.end() == len(text)


def datelines_in(reading: str, opening: Iterable[Block]) -> tuple[Span, ...]:
    """The datelines that the report's first paragraphs open with: one, or none."""
    found = (
        _DATELINE.match(reading, block.start, min(block.end, block.start + LONGEST))
        for block in opening
    )
    return tuple(match.span() for match in found if match)
