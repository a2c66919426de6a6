"""Which mentions tell one event: scored on whole stories, and the weights learned from them.

`python -m benchmarks.events --gold FOLDER` tells, of pairs of mentions that both stand for
annotated events, how many of one event are joined and how many joined are of one, each story by
weights that were learned without it. `--learn` writes the weights learned from all stories to
`builder/data/event_weights.yml`. The invented stories of `tests/stories` and `invented_stories`
are learned from too.
"""

import argparse
import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.metrics import average_precision_score

from benchmarks.learning import Pairs, learned, without, write
from benchmarks.stories import OWN, Story, stories_in
from builder.model.article import Passage
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.events import comparison
from builder.resolve.events.coreference import grouped
from builder.resolve.events.mention import EventMention
from builder.resolve.regression import Model
from builder.settings import Settings

_UNKNOWN = 0.2  # weight of a pair of which one side tells nothing annotated: mostly another event
_SHARED = 0.5  # of the shorter of two passages, from which one stands for the other
_LONGER, _MORE = 2, 120  # times and characters that a passage may be longer than the annotated one
_HEAD = """\
# What each feature of a pair of mentions is worth (`resolve/events/comparison.py`).
source: learned by `python -m benchmarks.events --learn` from the events of {stories} invented
  stories (those of `tests/stories` and `benchmarks/invented_stories` among them)
licence: CC0-1.0
"""


def main() -> None:
    """Score, and learn if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--learn", action="store_true")
    asked = parser.parse_args()
    stories = list(stories_in([asked.gold / "stories-dev", *OWN]))
    known = {story.name: _known(story) for story in stories}
    guesses, joined, right, possible = [], 0, 0, 0
    for name, model in models_without(known).items():
        own = known[name]
        with weighed(model):
            guesses.append(comparison.probabilities(own.pairs.table))
            groups = grouped(own.mentions)
        place = {one.passage: number for number, one in enumerate(own.mentions)}
        for group in groups:
            told = [own.told[place[one.passage]] for one in group.items]
            both = [one == other for one, other in combinations(filter(None, told), 2)]
            joined, right = joined + len(both), right + sum(both)
        possible += sum(one == other for one, other in combinations(filter(None, own.told), 2))
    pairs = [own.pairs for own in known.values()]
    kept = np.concatenate([each.worth for each in pairs]) == 1
    same = np.concatenate([each.same for each in pairs])[kept]
    print(f"average precision {average_precision_score(same, np.concatenate(guesses)[kept]):.3f}")
    print(f"pairs of one event joined {right}/{possible}, joins of one event {right}/{joined}")
    if asked.learn:
        head = _HEAD.format(stories=len(stories))
        model = learned([*pairs, *(own.undated for own in known.values())])
        write("event_weights", head, comparison.FEATURES, model)


@dataclass(frozen=True, kw_only=True)
class Known:
    """The mentions of a story, and what is known of them."""

    mentions: Sequence[EventMention]
    told: Sequence[str | None]
    """For each the annotated event that it stands for."""
    pairs: Pairs
    undated: Pairs
    """The pairs as if some articles told no date of publication."""


def models_of(stories: Iterable[Story]) -> dict[str, Model]:
    """For each story the weights that are learned from the others."""
    return models_without({story.name: _known(story) for story in stories})


def models_without(known: Mapping[str, Known]) -> dict[str, Model]:
    """The same from what is known of the stories."""
    return {
        name: learned(
            [pairs for own in without(name, known) for pairs in (own.pairs, own.undated)]
        )
        for name in known
    }


def _known(story: Story) -> Known:
    mentions = mentions_of(story)
    told = events_told(story, mentions)
    return Known(
        mentions=mentions, told=told, pairs=pairs_of(mentions, told), undated=_undated(story)
    )


def mentions_of(story: Story) -> Sequence[EventMention]:
    """The mentions of a story, as they are compared."""
    resolve = importlib.import_module("builder.resolve")
    with mock.patch.object(resolve, "events_of", return_value=()) as spy:
        resolve.dossier_of(
            story.articles, story.findings, settings=Settings(), decisions=Decisions(),
            permalinks=Permalinks(),
        )  # fmt: skip
    found: Sequence[EventMention] = spy.call_args.args[0]
    return found


def _undated(story: Story) -> Pairs:
    """The pairs of the story as if every third article told no date of publication."""
    articles = tuple(
        replace(article, metadata=replace(article.metadata, published=None))
        if number % 3 == 1
        else article
        for number, article in enumerate(story.articles)
    )
    dateless = replace(story, articles=articles)
    mentions = mentions_of(dateless)
    return pairs_of(mentions, events_told(dateless, mentions))


def pairs_of(mentions: Sequence[EventMention], told: Sequence[str | None]) -> Pairs:
    """The pairs worth comparing: the same where both stand for one annotated event."""
    found = comparison.compared(mentions)
    pairs = zip(found.ones.tolist(), found.others.tolist(), strict=True)
    both = [(told[one], told[other]) for one, other in pairs]
    return Pairs(
        table=np.concatenate([np.zeros((0, len(comparison.FEATURES))), *found.tables]),
        same=np.array([one is not None and one == other for one, other in both], float),
        worth=np.array([1.0 if one and other else _UNKNOWN for one, other in both]),
    )


def events_told(story: Story, mentions: Sequence[EventMention]) -> list[str | None]:
    """For each mention the annotated event that it stands for: of its date, the most alike."""
    places = list(_places(story))
    return [_told(mention, places) for mention in mentions]


def _places(story: Story) -> Iterator[tuple[str, frozenset[str], Passage]]:
    texts = {article.id: article.text for article in story.articles}
    for event in story.gold["events"]:
        dates = frozenset({str(event["date"])} | {str(row.get("date")) for row in event["told"]})
        for row in event["told"]:
            if row["text"] in texts[row["article"]]:
                start = texts[row["article"]].index(row["text"])
                end = start + len(row["text"])
                place = Passage(article=row["article"], start=start, end=end, text=row["text"])
                yield event["id"], dates, place


def _told(
    mention: EventMention, places: Sequence[tuple[str, frozenset[str], Passage]]
) -> str | None:
    own = mention.passage
    found = [
        (mention.date in dates, min(own.end, place.end) - max(own.start, place.start), name)
        for name, dates, place in places
        if _stands_for(own, place)
    ]
    return max(found)[2] if found else None


def _stands_for(own: Passage, place: Passage) -> bool:
    length, wanted = own.end - own.start, place.end - place.start
    both = min(own.end, place.end) - max(own.start, place.start)
    fits = length <= _LONGER * wanted + _MORE
    return own.article == place.article and fits and both >= _SHARED * min(length, wanted)


@contextmanager
def weighed(model: Model) -> Iterator[None]:
    """The product with these weights."""
    with mock.patch.object(comparison, "_weights", return_value=model):
        yield


if __name__ == "__main__":
    main()
