"""Reports around reports: who relays, and which of two quotes one inside the other is kept.

"Ruiz said the ship had sunk, state media reported": Ruiz speaks, by way of state media. Where
nobody speaks inside the report, the outlet speaks itself. Otherwise the outer quote is kept: "Ruiz
said she believed it" is one quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from builder.extract.attribution.attribution import RELAY_ONLY, Attribution
from builder.extract.attribution.speakers import is_quoted
from builder.extract.mentions.outlets import outlet_within


def relayed(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All in order, relays made the `via` of what they relay, nested quotes left out."""
    ordered = sorted(attributions, key=lambda attribution: (attribution.start, -attribution.end))
    parents = _parents(ordered)
    outlets = [_outlet(attribution) for attribution in ordered]
    relaying = {
        parent
        for child, parent in enumerate(parents)
        if parent is not None and outlets[parent] is not None and outlets[child] is None
    }
    return tuple(_kept(ordered, parents, outlets, relaying))


def _parents(ordered: Sequence[Attribution]) -> list[int | None]:
    """The innermost attribution that holds each attribution."""
    parents: list[int | None] = []
    open_: list[int] = []
    for number, attribution in enumerate(ordered):
        while open_ and ordered[open_[-1]].end <= attribution.start:
            open_.pop()
        holders = [held for held in open_[-4:] if ordered[held].end >= attribution.end]
        parents.append(holders[-1] if holders else None)
        open_.append(number)
    return parents


def _outlet(attribution: Attribution) -> Span | None:
    return None if attribution.speaker is None else outlet_within(attribution.speaker)


def _quoting(attribution: Attribution) -> Span | None:
    """The outlet that quotes the speaker: "was quoted as saying by AFP"."""
    if attribution.cue is None or not is_quoted(attribution.cue):
        return None
    verb = attribution.cue.head.head
    for child in (*attribution.cue.rights, *verb.children):
        agent = child.lower_ == "by" and next((t for t in child.rights if t.dep_ == "pobj"), None)
        source = agent or (child if child.dep_ == "nsubj" else None)
        if source:
            return outlet_within(source)
    return None


def _kept(
    ordered: Sequence[Attribution],
    parents: Sequence[int | None],
    outlets: Sequence[Span | None],
    relaying: set[int],
) -> Iterator[Attribution]:
    for number, attribution in enumerate(ordered):
        parent = parents[number]
        if number in relaying or attribution.how == RELAY_ONLY:
            continue
        if parent is not None and parent in relaying:
            yield replace(attribution, via=outlets[parent])
        elif parent is None or (outlets[number] is not None and attribution.how != "according"):
            yield replace(attribution, via=outlets[number] or _quoting(attribution))
