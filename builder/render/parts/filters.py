"""What the timeline can be narrowed by: people of its events, outlets that tell them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.events import Event
from builder.render.index import DossierIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice of a filter."""

    value: str
    text: str


def people_named(events: Iterable[Event], story: DossierIndex) -> tuple[Option, ...]:
    """The people of the events by name, with how many name them."""
    times = Counter(id_ for event in events for id_ in event.people if id_ in story.entities)
    return tuple(
        Option(value=id_, text=f"{story.entities[id_].name} ({times[id_]})")
        for id_ in sorted(times, key=lambda id_: (story.entities[id_].name.casefold(), id_))
    )


def outlets_telling(events: Iterable[Event], story: DossierIndex) -> tuple[Option, ...]:
    """The outlets that tell the events; an article without one stands for itself."""
    keys = {
        outlet_key(telling.passage, story): _outlet_name(telling.passage, story)
        for event in events
        for telling in event.passages
    }
    pairs = sorted(keys.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    return tuple(Option(value=key, text=name) for key, name in pairs)


def outlet_key(passage: Passage, story: DossierIndex) -> str:
    """What a telling is filtered by: its outlet, else its article."""
    return story.articles[passage.article].outlet or passage.article


def _outlet_name(passage: Passage, story: DossierIndex) -> str:
    outlet = story.articles[passage.article].outlet
    names = story.publishers if outlet else story.labels
    return names[passage.article]
