"""Where the reports differ, two values side by side: the cards that open the front page."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from builder import wording
from builder.model.article import Passage
from builder.model.dossier import Claim, Difference
from builder.render.claim import DIFFER_ON, articles_of, by_reach
from builder.render.here import Here, Link
from builder.render.prose import counted, shortened
from builder.render.sayings import Saying
from builder.render.story import Story

MOST_CARDS = 6
_LONGEST_VALUE = 60  # characters: more does not fit beside another value
_LONGEST_TITLE = 110
_AROUND = 6  # words shown before and after the place where two wordings part
_LONGEST_SWAP = 6  # words: a longer replacement is another sentence, not another word
_LONG_WORD = 4  # letters: "of" against "for" is no news
_LABELS = 3


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Swap:
    """Words of the central wording that others replace."""

    start: int
    end: int
    """Word positions in the central wording."""
    before: str
    after: str


def contrasts(story: Story, here: Here) -> tuple[Contrast, ...]:
    """The cards, kinds taking turns: numbers, who, dates, words of claims, words of quotes."""
    piles: dict[str, list[Contrast]] = {kind: [] for kind in DIFFER_ON}
    for claim in by_reach(story.dossier.claims):
        for difference in claim.differences:
            if len(piles[difference.kind]) < MOST_CARDS and len(difference.values) > 1:
                piles[difference.kind].append(_of_claim(claim, difference, here))
    turns = zip_longest(_of_sayings(story, here), *piles.values())
    cards = (card for card in chain.from_iterable(turns) if card)
    return tuple(card for card, _ in zip(cards, range(MOST_CARDS), strict=False))


def _of_claim(claim: Claim, difference: Difference, here: Here) -> Contrast:
    ranked = sorted(difference.values, key=lambda value: -len(value.statements))
    first, second = (
        Side(
            value=shortened(value.value, _LONGEST_VALUE),
            who=_who([claim.statements[at].passage for at in value.statements], here),
        )
        for value in ranked[:2]
    )
    return Contrast(
        on=DIFFER_ON[difference.kind],
        title=here.claim(claim, shortened(claim.text, _LONGEST_TITLE)),
        sides=(first, second),
        reach=f"One claim, {here.reach(articles_of(claim))}",
        more=here.claim(claim, "see every wording"),
    )


def _of_sayings(story: Story, here: Here) -> list[Contrast]:
    """Quotes whose words differ, those that most articles have first."""
    found: list[Contrast] = []
    ranked = sorted(
        (said for said in story.sayings if len(said.articles) > 1),
        key=lambda said: (-story.sources(said.articles), -len(said.articles), said.id),
    )
    for said in ranked:
        card = _of_saying(said, here)
        if card:
            found.append(card)
        if len(found) == MOST_CARDS:
            break
    return found


def _of_saying(saying: Saying, here: Here) -> Contrast | None:
    swaps: dict[_Swap, list[Passage]] = defaultdict(list)
    spans = []
    for found in saying.wordings:
        swapped, kept = _compared(saying.central.text, found.text)
        spans.append((found.passages[0], kept))
        for swap in swapped:
            swaps[swap].append(found.passages[0])
    if not swaps:
        return None
    swap = max(swaps, key=lambda one: (len(swaps[one]), _weight(one), -one.start))
    keeping = [
        passage
        for passage, kept in spans
        if any(start <= swap.start and swap.end <= end for start, end in kept)
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
    )


def _compared(base: str, other: str) -> tuple[list[_Swap], list[tuple[int, int]]]:
    """The words replaced, and the spans of words of `base` that `other` keeps."""
    runs = [run for run in wording.compare(base, other) if wording.words(run.text)]
    swaps, kept, at = [], [], 0
    for number, run in enumerate(runs):
        length = len(wording.words(run.text))
        after = runs[number + 1] if number + 1 < len(runs) else None
        if run.kind == "same":
            kept.append((at, at + length))
        if run.kind == "removed" and after and after.kind == "added":
            swap = _Swap(
                start=at, end=at + length, before=_plain(run.text), after=_plain(after.text)
            )
            swaps += [swap] if _is_news(swap) else []
        at += 0 if run.kind == "added" else length
    return swaps, kept


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_news(swap: _Swap) -> bool:
    return all(
        len(wording.words(text)) <= _LONGEST_SWAP
        and any(len(word) >= _LONG_WORD or word.isdigit() for word in wording.words(text))
        for text in (swap.before, swap.after)
    )


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
    """How many claims articles differ on."""
    return sum(bool(claim.differences) for claim in claims)
