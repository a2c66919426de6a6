"""What speaks for two articles being one report: a pair of tellings in, features out.

What third articles have as well counts little: two reports of one event have its facts and its
public words in common. What brings nothing: rare numbers, runs of words, the days between.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.ids import ArticleId, EntityId
from builder.resolve.lineages.alignment import rising
from builder.resolve.lineages.comparison import Comparison, Heard, Match
from builder.resolve.lineages.telling import Spoken, Telling

_ABOVE = 0.12  # how much liker than in third articles a sentence must be to tell something
_STATEMENT = 0.25  # of a quote's worth, where it was given to everybody
_PUBLIC = 0.5  # where several reporters heard it
_HALF = 0.4
_TELLS = 0.3  # worth of a quote from which it counts as one of several: one alone may be relayed
_FURTHER = 0.3  # of a speaker's second quote and the next: who quotes one, quotes more
_MOST = {"passages": 3, "quotes": 4, "exclusive": 2}  # long reports of one trial share 5 passages


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedQuote:
    """A quote that both articles have, and how much it tells of their descent."""

    heard: Heard
    worth: float
    is_statement: bool
    is_exclusive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFeatures:
    """What two articles share that others have not."""

    one: ArticleId
    other: ArticleId
    passages: tuple[tuple[Passage, Passage], ...]
    """Sentences in the reporters' own words that no third article has, the likest first."""
    quotes: tuple[SharedQuote, ...]
    """Those that tell most first."""
    told_share: float
    """Those passages that stand in the same order, of the sentences of the shorter article."""
    has_release: bool
    """Whether one of the two is a press release itself."""

    @property
    def values(self) -> Mapping[str, float]:
        """The features by name, as the weights name them."""
        exclusive = sum(quote.is_exclusive for quote in self.quotes)
        return {
            "passages": float(min(len(self.passages), _MOST["passages"])),
            "quotes": min(_by_speaker(self.quotes), _MOST["quotes"]),
            "several quotes": float(sum(quote.worth >= _TELLS for quote in self.quotes) > 1),
            "exclusive": float(min(exclusive, _MOST["exclusive"])),
            "told share": self.told_share,
            "half told alike": float(self.told_share >= _HALF),
        }


def features_of(one: Telling, other: Telling, comparison: Comparison) -> PairFeatures:
    """The features of a pair."""
    thirds = comparison.thirds(one.article, other.article)
    quotes = sorted(
        _quotes(one, other, comparison, thirds),
        key=lambda quote: (-quote.worth, quote.heard.one.passages),
    )
    matches = list(_rare(one, other, comparison, thirds))
    in_order = rising([match.other for match in sorted(matches, key=lambda match: match.one)])
    return PairFeatures(
        one=one.article,
        other=other.article,
        passages=tuple(
            (one.told[match.one].passage, other.told[match.other].passage) for match in matches
        ),
        told_share=len(in_order) / max(1, min(len(one.told), len(other.told))),
        quotes=tuple(quotes),
        has_release=one.is_release or other.is_release,
    )


def _rare(
    one: Telling, other: Telling, comparison: Comparison, thirds: Sequence[ArticleId]
) -> Iterator[Match]:
    """The matches that tell something: liker than what third articles have."""
    for match in comparison.matches(one.article, other.article):
        known = max(
            comparison.told_by(one.article, match.one, thirds),
            comparison.told_by(other.article, match.other, thirds),
        )
        if match.score - known >= _ABOVE:
            yield match


def _quotes(
    one: Telling, other: Telling, comparison: Comparison, thirds: Sequence[ArticleId]
) -> Iterator[SharedQuote]:
    for heard in _heard(one, other, comparison):
        both = [said for said in (heard.one, heard.other) if isinstance(said, Spoken)]
        if not any(said.is_direct for said in both):
            continue
        known = [
            comparison.heard(heard.one, comparison.tellings[third]) is not None for third in thirds
        ]
        rare = known.count(False) / len(known) if known else 1.0
        is_statement = (
            any(said.is_statement for said in both) or one.is_release or other.is_release
        )
        told_twice = _is_relayed_by_both(both, (one, other)) or _is_credited(both, (one, other))
        is_public = any(said.is_public for said in both)
        setting = _STATEMENT if is_statement or told_twice else _PUBLIC if is_public else 1.0
        yield SharedQuote(
            heard=heard,
            worth=rare * setting,
            is_statement=is_statement,
            is_exclusive=setting != _STATEMENT and any(said.is_exclusive for said in both),
        )


def _heard(one: Telling, other: Telling, comparison: Comparison) -> Iterator[Heard]:
    taken: list[Spoken] = []
    for spoken in one.spoken:
        heard = comparison.heard(spoken, other)
        if heard is not None:
            taken += [heard.other] if isinstance(heard.other, Spoken) else []
            yield heard
    for spoken in other.spoken:
        if not any(spoken is each for each in taken):
            heard = comparison.heard(spoken, one)
            if heard is not None and not isinstance(heard.other, Spoken):
                yield heard


def _is_relayed_by_both(both: Sequence[Spoken], tellings: tuple[Telling, Telling]) -> bool:
    """Whether both say that a third outlet heard the words: these are its, not their report's."""
    heard_by: set[EntityId | None] = {said.told_to for said in both}
    own = {telling.outlet for telling in tellings}
    return len(both) > 1 and len(heard_by) == 1 and None not in heard_by and not heard_by & own


def _is_credited(both: Sequence[Spoken], tellings: tuple[Telling, Telling]) -> bool:
    """Whether one gives the words to the other's paper or station: an interview, openly relayed.

    Words told to an agency are another matter: those who print its report leave them so.
    """
    heard_by = {said.told_to for said in both}
    return any(one.outlet in heard_by and not one.is_agency for one in tellings if one.outlet)


def _by_speaker(quotes: Sequence[SharedQuote]) -> float:
    """The worth of the quotes; of one speaker only the best counts, the others a little."""
    found: dict[str | None, list[float]] = defaultdict(list)
    for quote in quotes:
        both = (quote.heard.one, quote.heard.other)
        speakers = (said.speaker for said in both if isinstance(said, Spoken) and said.speaker)
        found[next(speakers, None)].append(quote.worth)
    ranked = [sorted(worths, reverse=True) for worths in found.values()]
    return sum([worths[0] + _FURTHER * sum(worths[1:]) for worths in ranked])
