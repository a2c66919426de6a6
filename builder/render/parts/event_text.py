"""The words of an event, with the people and places in them as links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.model.article import Passage
from builder.model.events import Event
from builder.render.page_links import Link, PageLinks

_BRACKETS = re.compile(r"(\[[^\]]*\])")


def words_of(event: Event, here: PageLinks) -> tuple[Link, ...]:
    """The event's text with names as links, those in brackets too: "[Ana Ruiz] left"."""
    passages = [telling.passage for telling in event.passages]
    return tuple(
        link
        for part in _BRACKETS.split(event.text)
        if part
        for link in (_named(part, event, here) if part[0] == "[" else _told(part, passages, here))
    )


def _named(part: str, event: Event, here: PageLinks) -> Iterator[Link]:
    people = {here.story.entities[id_].name: id_ for id_ in event.people}
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    for words in re.split(f"({names})", part) if names else (part,):
        if words:
            yield here.entity(people[words]) if words in people else Link(text=words)


def _told(part: str, passages: Iterable[Passage], here: PageLinks) -> tuple[Link, ...]:
    """The words as a passage has them, with the capital that opens them."""
    for passage in passages:
        at = passage.text.find(part[1:]) - 1
        if at >= 0 and passage.text[at].casefold() == part[0].casefold():
            start = passage.start + at
            return here.runs(replace(passage, start=start, end=start + len(part), text=part))
    return (Link(text=part),)
