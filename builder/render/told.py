"""The words of an event, with the people and places in them as links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.model.article import Passage
from builder.model.dossier import Event
from builder.render.here import Here, Link

_BRACKETS = re.compile(r"\[[^\]]*\] ?")


def words_of(event: Event, here: Here) -> tuple[Link, ...]:
    """The event's text with names as links, those in brackets too: "[Ana Ruiz] left"."""
    brackets = _BRACKETS.match(event.text)
    head = brackets[0] if brackets else ""
    passages = [telling.passage for telling in event.passages]
    return (*_named(head, event, here), *_told(event.text[len(head) :], passages, here))


def _named(head: str, event: Event, here: Here) -> Iterator[Link]:
    people = {here.story.entities[id_].name: id_ for id_ in event.people}
    names = "|".join(re.escape(name) for name in sorted(people, key=len, reverse=True))
    for words in re.split(f"({names})", head) if names else (head,):
        if words:
            yield here.entity(people[words]) if words in people else Link(text=words)


def _told(text: str, passages: Iterable[Passage], here: Here) -> tuple[Link, ...]:
    """The words as a passage ends in them, with the capital that opens them."""
    for passage in passages:
        if passage.text[-len(text) :].casefold() == text.casefold():
            told = replace(passage, start=passage.end - len(text), text=text)
            return here.runs(told)
    return (Link(text=text),)
