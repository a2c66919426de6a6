"""Reports around reports: who relays, and which of two quotes one inside the other is kept.

"Ruiz said the ship had sunk, state media reported": Ruiz speaks, by way of state media. Where
nobody speaks inside the report, the outlet speaks itself. Otherwise the outer quote is kept: "Ruiz
said she believed it" is one quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span

from builder.extract.quotes.candidate import RELAY_ONLY, Draft
from builder.extract.quotes.outlets import outlet_within
from builder.extract.quotes.speakers import is_quoted


def relayed(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts in order, relays made the `via` of what they relay, nested quotes left out."""
    ordered = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    parents = _parents(ordered)
    outlets = [_outlet(draft) for draft in ordered]
    relaying = {
        parent
        for child, parent in enumerate(parents)
        if parent is not None and outlets[parent] is not None and outlets[child] is None
    }
    return tuple(_kept(ordered, parents, outlets, relaying))


def _parents(ordered: Sequence[Draft]) -> list[int | None]:
    """The innermost draft that holds each draft."""
    parents: list[int | None] = []
    open_: list[int] = []
    for number, draft in enumerate(ordered):
        while open_ and ordered[open_[-1]].end <= draft.start:
            open_.pop()
        holders = [held for held in open_[-4:] if ordered[held].end >= draft.end]
        parents.append(holders[-1] if holders else None)
        open_.append(number)
    return parents


def _outlet(draft: Draft) -> Span | None:
    return None if draft.speaker is None else outlet_within(draft.speaker)


def _quoting(draft: Draft) -> Span | None:
    """The outlet that quotes the speaker: "was quoted as saying by AFP"."""
    if draft.cue is None or not is_quoted(draft.cue):
        return None
    verb = draft.cue.head.head
    for child in (*draft.cue.rights, *verb.children):
        agent = child.lower_ == "by" and next((t for t in child.rights if t.dep_ == "pobj"), None)
        source = agent or (child if child.dep_ == "nsubj" else None)
        if source:
            return outlet_within(source)
    return None


def _kept(
    ordered: Sequence[Draft],
    parents: Sequence[int | None],
    outlets: Sequence[Span | None],
    relaying: set[int],
) -> Iterator[Draft]:
    for number, draft in enumerate(ordered):
        parent = parents[number]
        if number in relaying or draft.how == RELAY_ONLY:
            continue
        if parent is not None and parent in relaying:
            yield replace(draft, via=outlets[parent])
        elif parent is None or (outlets[number] is not None and draft.how != "according"):
            yield replace(draft, via=outlets[number] or _quoting(draft))
