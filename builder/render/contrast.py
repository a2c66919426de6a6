"""Where the reports differ, two values side by side: the cards that open the front page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice, zip_longest

from builder import wording
from builder.model.article import Passage
from builder.model.dossier import Claim, Difference
from builder.render.claim import value_words
from builder.render.claims import DIFFER_ON, articles_of, by_reach
from builder.render.here import Here, Link
from builder.render.prose import counted, sentence, shortened
from builder.render.sayings import Saying
from builder.render.story import Story

MOST_CARDS = 6
_LONGEST_VALUE = 60  # characters: more does not fit beside another value
_LONGEST_TITLE = 110
_AROUND = 6  # words shown before and after the place where two wordings part
_ISLAND = 1  # words: shared words that do not part two changes
_LONGEST_SWAP = 6  # words: a longer replacement is another sentence, not another word
_LONG_WORD = 4  # letters: "of" against "for" is no news
_LABELS = 3
_EDGES = ' "“”‘’«»„.,;:'


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value and who gives it."""

    value: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A card: two values for one thing."""

    on: str
    title: Link
    sides: tuple[Side, Side]
    reach: str
    more: Link
    sources: int
    weight: int
    """How much of the words differs, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """Words of the central wording that others replace."""

    start: int
    end: int
    """Word positions in the central wording."""
    before: str
    after: str


def contrasts(story: Story, here: Here) -> tuple[Contrast, ...]:
    """The cards, kinds taking turns: words of quotes, numbers, dates, who, words of claims."""
    piles: dict[str, list[Contrast]] = {kind: [] for kind in DIFFER_ON}
    for claim in by_reach(story.dossier.claims):
        telling = [found for found in claim.differences if len(found.values) > 1]
        if telling:
            first = min(telling, key=_rank)
            if len(piles[first.kind]) < MOST_CARDS:
                piles[first.kind].append(_of_claim(claim, first, here))
    turns = zip_longest(_of_sayings(story, here), *piles.values())
    cards = (card for card in chain.from_iterable(turns) if card)
    return tuple(islice(cards, MOST_CARDS))


def _rank(difference: Difference) -> tuple[int, int]:
    """Numbers before dates, names and words; of one kind, the one with most words to show."""
    shortest = min(len(value.value) for value in difference.values)
    return list(DIFFER_ON).index(difference.kind), -shortest


def _of_claim(claim: Claim, difference: Difference, here: Here) -> Contrast:
    ranked = sorted(difference.values, key=lambda value: -len(value.statements))
    first, second = (
        Side(
            value=shortened(value_words(value.value, difference.kind), _LONGEST_VALUE),
            who=_who([claim.statements[at].passage for at in value.statements], here),
        )
        for value in ranked[:2]
    )
    return Contrast(
        on=DIFFER_ON[difference.kind],
        title=here.claim(claim, shortened(sentence(claim.text), _LONGEST_TITLE)),
        sides=(first, second),
        reach=f"One claim, {counted(len(articles_of(claim)), 'article')}",
        more=here.claim(claim, "see every wording"),
        sources=claim.independent_sources,
        weight=min(len(first.value), len(second.value)),
    )


def _of_sayings(story: Story, here: Here) -> list[Contrast]:
    """Quotes whose words differ, those that most articles have first."""
    several = [said for said in story.sayings if len(said.articles) > 1]
    cards = (card for said in story.by_sources(several) if (card := _of_saying(said, here)))
    first = list(islice(cards, 2 * MOST_CARDS))
    return sorted(first, key=lambda card: (-card.sources, -card.weight))


def _of_saying(saying: Saying, here: Here) -> Contrast | None:
    swaps, kept = _swaps(saying)
    if not swaps:
        return None
    swap = max(swaps, key=lambda one: (len(swaps[one]), _weight(one), -one.start))
    keeping = [
        passage
        for passage, spans in kept
        if any(start <= swap.start and swap.end <= end for start, end in spans)
    ]
    url = here.saying(saying)
    return Contrast(
        on=DIFFER_ON["wording"],
        title=Link(text=_title(saying, swap, here), url=url),
        sides=(
            Side(value=swap.before, who=_who(keeping, here)),
            Side(value=swap.after, who=_who(swaps[swap], here)),
        ),
        reach=f"One utterance, {here.reach(saying.articles)}",
        more=Link(text="compare word by word", url=url),
        sources=here.story.sources(saying.articles),
        weight=_weight(swap),
    )


def _swaps(
    saying: Saying,
) -> tuple[dict[_Swap, list[Passage]], list[tuple[Passage, list[tuple[int, int]]]]]:
    """Who replaces which words of the central wording, and who keeps which."""
    swaps: dict[_Swap, list[Passage]] = defaultdict(list)
    kept = []
    for found in saying.wordings:
        swapped, spans = _compared(saying.central.text, found.text)
        kept.append((found.passages[0], spans))
        for swap in swapped:
            swaps[swap].append(found.passages[0])
    return swaps, kept


def _compared(base: str, other: str) -> tuple[list[_Swap], list[tuple[int, int]]]:
    """The words replaced, and the spans of words of `base` that `other` keeps."""
    swaps: list[_Swap] = []
    kept: list[tuple[int, int]] = []
    at = 0
    for group in _groups([run for run in wording.compare(base, other) if wording.words(run.text)]):
        before = [run.text for run in group if run.kind != "added"]
        after = [run.text for run in group if run.kind != "removed"]
        end = at + sum(len(wording.words(text)) for text in before)
        if all(run.kind == "same" for run in group):
            kept.append((at, end))
        swap = _Swap(start=at, end=end, before=_plain(before), after=_plain(after))
        swaps += [swap] if _is_news(swap) else []
        at = end
    return swaps, kept


def _groups(runs: Sequence[wording.Run]) -> list[list[wording.Run]]:
    """Runs that differ, with the few words between them; every longer shared run by itself.

    "of illegitimate sanctions" became "sensational … pattern" around "pressure": one change, not
    two.
    """

    def is_part(at: int) -> bool:
        inner = 0 < at < len(runs) - 1 and len(wording.words(runs[at].text)) <= _ISLAND
        return runs[at].kind != "same" or inner

    return [[runs[at] for at in group] for _, group in groupby(range(len(runs)), key=is_part)]


def _plain(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split()).strip(_EDGES)


def _is_news(swap: _Swap) -> bool:
    """Whether each side has a telling word that the other lacks, and fits a card."""
    before, after = _telling(swap.before), _telling(swap.after)
    longest = max(len(wording.words(swap.before)), len(wording.words(swap.after)))
    return longest <= _LONGEST_SWAP and bool(before - after) and bool(after - before)


def _telling(text: str) -> frozenset[str]:
    parts = (part for word in wording.words(text) for part in word.split("-"))
    return frozenset(part for part in parts if len(part) >= _LONG_WORD or part.isdigit())


def _weight(swap: _Swap) -> int:
    return min(len(swap.before), len(swap.after))


def _title(saying: Saying, swap: _Swap, here: Here) -> str:
    words = saying.central.text.split()
    plain = [number for number, word in enumerate(words) if wording.words(word)]
    first = plain[min(swap.start, len(plain) - 1)]
    last = plain[min(swap.end, len(plain)) - 1]
    before, after = words[max(first - _AROUND, 0) : first], words[last + 1 : last + 1 + _AROUND]
    speaker = f"{here.entity(saying.speaker).text}: " if saying.speaker else ""
    return f"{speaker}… {' '.join(before)} ___ {' '.join(after)} …"


def _who(passages: Sequence[Passage], here: Here) -> str:
    labels = list(dict.fromkeys(here.story.labels[passage.article] for passage in passages))
    more = len(labels) - _LABELS
    words = labels[:_LABELS] + ([f"{more} more"] if more > 0 else [])
    return " · ".join(words) or counted(0, "article")


def disputed(claims: Iterable[Claim]) -> int:
    """How many claims articles differ on in more than words: a number, a date, who."""
    return sum(any(found.kind != "wording" for found in claim.differences) for claim in claims)
