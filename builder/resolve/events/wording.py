"""How an event reads: the clause as found, with its subject in square brackets where it lacks one.

In: a found event, the entities. Out: "[Ana Ruiz] attending a fair in
Rome on Tuesday". Brackets say, as in newspapers, that these words stand elsewhere. Pronouns that
are not sure to stand for somebody stay as they are.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from builder.model.article import Passage
from builder.model.findings import FoundEvent
from builder.model.ids import EntityId
from builder.resolve.entities.index import EntityIndex

_POSSESSIVES = frozenset({"his", "her"})
_HIM = re.compile(r"\bhim\b")
_MOST_WORDS = 9  # of a subject in brackets: longer ones hide the deed
_LEADING = frozenset({"of", "for", "by", "with", "to", "from", "against", "on", "between", "and"})
_WORD = re.compile(r"\S+")


def text_of(event: FoundEvent, entities: EntityIndex) -> str:
    """The words to show for the event."""
    passage = event.clause or event.passage
    words = _with_object(" ".join(passage.text.split()), event, entities)
    if not event.actors:
        return _with_subject(words, _first_word(passage), entities)
    if not _opens_with_name(passage, entities):
        words = words[:1].lower() + words[1:]
    who = _listed([_shown(each, entities) for each in event.actors])
    shared = f" {event.auxiliary.text}" if event.auxiliary else _helped(event)
    return f"[{who[:1].upper()}{who[1:]}{shared}] {words}"


def _helped(event: FoundEvent) -> str:
    return f" {event.helper}" if event.helper else ""


def _with_subject(words: str, first: Passage, entities: EntityIndex) -> str:
    """The clause, with the name for the "he" or "her" that it opens with."""
    meant = entities.meant(first)
    if meant is None:
        return words[:1].upper() + words[1:]
    whose = "’s" if first.text.lower() in _POSSESSIVES else ""
    return f"[{entities.name(meant)}{whose}]{words[len(first.text) :]}"


def _with_object(words: str, event: FoundEvent, entities: EntityIndex) -> str:
    """The clause, with the name for its one "him"."""
    if len(_HIM.findall(words)) != 1:
        return words
    meant = object_meant(event, entities)
    return words if meant is None else _HIM.sub(lambda _: f"[{entities.name(meant)}]", words)


def object_meant(event: FoundEvent, entities: EntityIndex) -> EntityId | None:
    """Whom its "him" stands for."""
    found = _HIM.search(event.passage.text)
    return None if found is None else entities.meant(_part(event.passage, *found.span()))


def actors_of(event: FoundEvent, entities: EntityIndex) -> tuple[EntityId, ...]:
    """Who does it, as far as names and pronouns before the clause tell."""
    found: list[EntityId] = []
    for actor in event.actors or (_first_word(event.passage),):
        meant = entities.meant(actor)
        found.extend(entities.inside(actor) if meant is None else (meant,))
    return tuple(dict.fromkeys(found))


def _part(passage: Passage, start: int, end: int) -> Passage:
    """Some characters of a passage, counted from its first."""
    text = passage.text[start:end]
    return replace(passage, start=passage.start + start, end=passage.start + end, text=text)


def _first_word(passage: Passage) -> Passage:
    return _part(passage, 0, len(passage.text.split(maxsplit=1)[0]))


def _opens_with_name(passage: Passage, entities: EntityIndex) -> bool:
    return any(
        (passage.article, passage.start, passage.start + word.end()) in entities.names
        for word in islice(_WORD.finditer(passage.text), _MOST_WORDS)
    )


def _shown(subject: Passage, entities: EntityIndex) -> str:
    """The name of whoever the words end in ("the envoy Ana Ruiz"), else the words themselves."""
    meant = entities.meant(subject) or _person_at_end(subject, entities)
    if meant is not None:
        return entities.name(meant)
    words = subject.text.split()
    described = entities.nominals.get((subject.article, subject.start, subject.end))
    if len(words) > _MOST_WORDS and described is not None:
        return entities.name(described)
    return " ".join(words)


def _person_at_end(subject: Passage, entities: EntityIndex) -> EntityId | None:
    words = _WORD.finditer(subject.text)
    for before, word in pairwise((None, *words)):
        start = subject.start + (word.start() if word else 0)
        who = entities.names.get((subject.article, start, subject.end))
        if who is not None and entities.is_person(who):  # "the trial of Ana Ruiz" is not Ana Ruiz
            return None if before is not None and before[0].lower() in _LEADING else who
    return None


def _listed(names: Sequence[str]) -> str:
    *most, last = dict.fromkeys(names)
    return f"{', '.join(most)} and {last}" if most else last
