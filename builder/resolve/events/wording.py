"""How an event reads: the clause as found, with its subject in square brackets where it lacks one.

In: a found event, the entities, the article's sentences. Out: "[Ana Ruiz] attending a fair in
Rome on Tuesday". Brackets say, as in newspapers, that these words stand elsewhere. Deliberately
missed: pronouns for which the sentences before name two people, or none; they stay as they are.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from builder.model.article import Passage
from builder.model.findings import FoundEvent
from builder.model.ids import EntityId
from builder.resolve.entities.index import EntityIndex

_PRONOUNS = frozenset({"he", "she"})
_POSSESSIVES = frozenset({"his", "her"})
_HIM = re.compile(r"\bhim\b")
_BACK = 2  # sentences before that of the pronoun; farther names were wrong as often as right
_MOST_WORDS = 9  # of a subject in brackets: longer ones hide the deed
_LEADING = frozenset({"of", "for", "by", "with", "to", "from", "against", "on", "between", "and"})
_WORD = re.compile(r"\S+")


def text_of(event: FoundEvent, entities: EntityIndex, sentences: Sequence[Passage]) -> str:
    """The words to show for the event."""
    passage = event.clause or event.passage
    words = _with_object(" ".join(passage.text.split()), event, entities, sentences)
    if not event.actors:
        return _with_subject(words, _first_word(passage), entities, sentences)
    if not _opens_with_name(passage, entities):
        words = words[:1].lower() + words[1:]
    who = _listed([_shown(each, entities, sentences) for each in event.actors])
    shared = f" {event.auxiliary.text}" if event.auxiliary else _helped(event)
    return f"[{who[:1].upper()}{who[1:]}{shared}] {words}"


def _helped(event: FoundEvent) -> str:
    return f" {event.helper}" if event.helper else ""


def _with_subject(
    words: str, first: Passage, entities: EntityIndex, sentences: Sequence[Passage]
) -> str:
    """The clause, with the name for the "he" or "her" that it opens with."""
    meant = person_meant(first, entities, sentences)
    if meant is None:
        return words[:1].upper() + words[1:]
    whose = "’s" if first.text.lower() in _POSSESSIVES else ""
    return f"[{entities.name(meant)}{whose}]{words[len(first.text) :]}"


def _with_object(
    words: str, event: FoundEvent, entities: EntityIndex, sentences: Sequence[Passage]
) -> str:
    """The clause, with the name for its one "him"."""
    if len(_HIM.findall(words)) != 1:
        return words
    meant = object_meant(event, entities, sentences)
    return words if meant is None else _HIM.sub(lambda _: f"[{entities.name(meant)}]", words)


def object_meant(
    event: FoundEvent, entities: EntityIndex, sentences: Sequence[Passage]
) -> EntityId | None:
    """Whom "him" stands for: the one other person that the sentence names, or the one before."""
    found = _HIM.search(event.passage.text)
    if found is None:
        return None
    own = {who for part in (*event.actors, event.passage) for who in entities.inside(part)}
    place = event.passage.start + found.start()
    here = bisect_right(sentences, place, key=lambda sentence: sentence.start)
    for sentence in reversed(sentences[max(0, here - 2) : here]):  # farther ones were wrong
        before = replace(sentence, end=min(sentence.end, place))
        named = [who for who in entities.inside(before) if entities.is_person(who)]
        others = [who for who in named if who not in own]
        if others or (named and sentence.end <= place):
            return others[0] if len(named) == len(others) == 1 else None
    return None


def actors_of(
    event: FoundEvent, entities: EntityIndex, sentences: Sequence[Passage]
) -> tuple[EntityId, ...]:
    """Who does it, as far as names and pronouns before the clause tell."""
    found: list[EntityId] = []
    for actor in event.actors or (_first_word(event.passage),):
        meant = person_meant(actor, entities, sentences)
        found.extend(entities.inside(actor) if meant is None else (meant,))
    return tuple(dict.fromkeys(found))


def person_meant(
    pronoun: Passage, entities: EntityIndex, sentences: Sequence[Passage]
) -> EntityId | None:
    """The one person named in the sentence up to "he" or "she", else in those before it.

    Whom the sentence names after "he" is someone else. "His" and "her" stand for one named in the
    same sentence, or for nobody that can be told.
    """
    word = pronoun.text.lower()
    if word not in _PRONOUNS | _POSSESSIVES:
        return None
    back = _BACK if word in _PRONOUNS else 0
    here = bisect_right(sentences, pronoun.start, key=lambda sentence: sentence.start)
    others = _named_after(pronoun, sentences[here - 1], entities) if word in _PRONOUNS else ()
    for sentence in reversed(sentences[max(0, here - 1 - back) : here]):
        before = _up_to_first(word, replace(sentence, end=min(sentence.end, pronoun.start)))
        if entities.left_open(before) is not None:
            return None
        people = [
            who for who in entities.inside(before) if entities.is_person(who) and who not in others
        ]
        if people:
            return people[0] if len(people) == 1 else None
    return None


def _named_after(
    pronoun: Passage, sentence: Passage, entities: EntityIndex
) -> tuple[EntityId, ...]:
    rest = replace(sentence, start=min(pronoun.end, sentence.end))
    return entities.inside(rest)


def _up_to_first(word: str, passage: Passage) -> Passage:
    """What stands before the first such pronoun: "She named Okoye and said she would go"."""
    said = passage.text[: passage.end - passage.start]
    same = re.search(rf"(?i)\b{word}\b", said)
    return replace(passage, end=passage.start + same.start()) if same else passage


def _first_word(passage: Passage) -> Passage:
    word = passage.text.split(maxsplit=1)[0]
    return replace(passage, end=passage.start + len(word), text=word)


def _opens_with_name(passage: Passage, entities: EntityIndex) -> bool:
    return any(
        (passage.article, passage.start, passage.start + word.end()) in entities.names
        for word in islice(_WORD.finditer(passage.text), _MOST_WORDS)
    )


def _shown(subject: Passage, entities: EntityIndex, sentences: Sequence[Passage]) -> str:
    """The name of whoever the words end in ("the envoy Ana Ruiz"), else the words themselves."""
    meant = person_meant(subject, entities, sentences) or _person_at_end(subject, entities)
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
