"""Whole stories shared out among workers: texts in, each story's row out, in order.

The texts of a story with many are read first, each by whoever is free.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from builder.export import dossier_row
from builder.faults import Fault, apart, attempt
from builder.jsonl import Text
from builder.parallel import PARALLEL_FROM, Workers
from builder.partitions import Partitions
from builder.settings import Settings
from builder.texts.found import Found, Member, dossier_alone, kept_or_cleaned, read_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story, and what it is made of: texts, or articles that are cleaned already."""

    story: str
    members: Sequence[Member]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolved:
    """A story's row, what had to be left out of it, and what was read now."""

    row: Row | None
    """None where nothing of the story can be read."""
    faults: tuple[Fault, ...]
    fresh: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """Who reads and compares stories, and how."""

    workers: Workers
    settings: Settings
    kept: Partitions | None
    all_sentences: bool

    def resolved(self, stories: Iterable[_Story]) -> Iterator[_Resolved | Fault]:
        """What is made of each story, in order."""
        work = partial(_resolve, settings=self.settings, all_sentences=self.all_sentences)
        return self.workers.share(work, stories, weight=_texts_of)

    def read(self, story: _Story) -> _Story:
        """The story with its texts read, shared out one by one."""
        work = partial(read_of, settings=self.settings, all_sentences=self.all_sentences)
        return _Story(story=story.story, members=tuple(self.workers.share(work, story.members)))

    def known(self, story: str, texts: Sequence[Text]) -> _Story:
        """The story of these texts, with what is kept of them."""
        kept = self.kept
        members = texts if kept is None else [kept_or_cleaned(text, kept) for text in texts]
        return _Story(story=story, members=members)


def rows_of(texts: Iterable[Text], shared: Sharing) -> Iterator[Row | Fault]:
    """The row of each story, and before it the faults of its texts."""
    sent: deque[_Story] = deque()

    def stories() -> Iterator[_Story]:
        for name, members in groupby(texts, key=lambda text: text.story):
            story = shared.known(name, list(members))
            sent.append(story)
            yield shared.read(story) if _texts_of(story) >= PARALLEL_FROM else story

    for done in shared.resolved(stories()):
        story, made = sent.popleft(), done
        if isinstance(made, Fault) and made.cause == "lost":  # one of its texts may have ended it
            made = next(shared.resolved([shared.read(story)]))
        if isinstance(made, Fault):
            yield made
            continue
        yield from made.faults
        if shared.kept is not None:
            for read in made.fresh:
                shared.kept.put(read.article, read.findings)
        if made.row is not None:
            yield made.row


def _texts_of(story: _Story) -> int:
    return len(story.members)


def _resolve(
    stories: Sequence[_Story], *, settings: Settings, all_sentences: bool
) -> list[_Resolved | Fault]:
    """What is made of each story, in order; the texts of all of them are read together."""
    every = [member for story in stories for member in story.members]
    read_now = iter(read_of(every, settings=settings, all_sentences=all_sentences))
    return [
        attempt(
            partial(_resolved, story, [next(read_now) for _ in story.members], settings),
            stage="resolve",
            item=story.story,
        )
        for story in stories
    ]


def _resolved(story: _Story, members: Sequence[Found | Fault], settings: Settings) -> _Resolved:
    found, faults = apart(members)
    return _Resolved(
        row=_story_row(story.story, found, settings) if found else None,
        faults=tuple(faults),
        fresh=tuple(each for each in found if each.is_new),
    )


def _story_row(story: str, found: Sequence[Found], settings: Settings) -> Row:
    return {"story": story, **dossier_row(dossier_alone(found, settings))}
