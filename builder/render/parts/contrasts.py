"""A card: two values for one thing, made from a claim or from what somebody is quoted with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from builder.model.article import Passage
from builder.model.claims import Claim, Difference, DifferenceKind, DifferenceValue
from builder.render.index import DossierIndex
from builder.render.page_links import Link, PageLinks
from builder.render.pages.claim import value_words
from builder.render.pages.claims import DIFFER_ON, articles_of, by_reach
from builder.render.parts.quote_groups import Saying
from builder.render.parts.salience import (
    own_words,
    telling_words,
)
from builder.render.parts.spoken_words import is_spoken, phrase_of
from builder.render.parts.substitutions import Swap, swaps_of
from builder.render.phrases import counted, sentence, shortened, titled
from builder.text import diff

_MOST_SAYINGS = 12  # cards made; the front page shows fewer
_LONGEST_VALUE = 60  # characters: more does not fit beside another value
_LONGEST_TITLE = 90
_LONGEST_LABEL = 30
_TOPIC = 8  # words before the place where two wordings part: enough to know which sentence
_LABELS = 3
_PAIR = 2
_EDGES = ' "“”‘’«»„.,;:…'


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value and who gives it."""

    value: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """A card: two values for one thing."""

    kind: DifferenceKind
    on: str
    title: Link
    sides: tuple[Side, Side]
    spoken: bool
    """Whether the values are words that somebody is quoted with."""
    reach: str
    more: Link
    sources: int
    wealth: int
    """How much its words tell: two words of each side's own are more than one."""


def claim_cards(story: DossierIndex, here: PageLinks) -> Iterator[Contrast]:
    """A card for each claim on which articles differ in a telling way, most reported first."""
    for claim in by_reach(story.dossier.claims):
        cards = [_of_claim(claim, found, here) for found in claim.differences]
        yield from sorted((card for card in cards if card), key=_first_shown)[:1]


def saying_cards(story: DossierIndex, here: PageLinks) -> Iterator[Contrast]:
    """Quotes whose words differ, those that most articles have first."""
    several = [said for said in story.sayings if len(said.articles) > 1]
    cards = (_of_saying(said, here) for said in story.by_sources(several))
    yield from islice((card for card in cards if card), _MOST_SAYINGS)


def _first_shown(card: Contrast) -> tuple[int, int]:
    """Numbers before dates, names and words; of words, those with most of their own."""
    return list(DIFFER_ON).index(card.kind), -card.wealth


def _of_claim(claim: Claim, difference: Difference, here: PageLinks) -> Contrast | None:
    ranked = sorted(difference.values, key=lambda value: -len(value.statements))[:_PAIR]
    if len(ranked) < _PAIR or not _is_telling(claim, difference.kind, ranked, here):
        return None
    spoken = difference.kind == "wording" and all(
        is_spoken(claim, value, here.story) for value in ranked
    )
    first, second = (
        Side(
            value=shortened(_shown(claim, value, difference.kind), _LONGEST_VALUE),
            who=givers([claim.statements[at].passage for at in value.statements], here),
        )
        for value in ranked
    )
    return Contrast(
        kind=difference.kind,
        on=DIFFER_ON[difference.kind],
        title=here.claim(claim, _claim_title(claim, difference.kind, ranked, here)),
        sides=(first, second),
        spoken=spoken,
        reach=f"One claim, {counted(len(articles_of(claim)), 'article')}",
        more=here.claim(claim, "see every wording"),
        sources=here.story.sources(articles_of(claim)),
        wealth=_claim_wealth(claim, difference.kind, ranked),
    )


def _is_telling(
    claim: Claim,
    kind: DifferenceKind,
    values: Sequence[DifferenceValue],
    here: PageLinks,
) -> bool:
    one, other = values
    if kind == "who":  # "the four thieves" may well be "a gang of robbers"
        return here.story.teller.named(one.value) or here.story.teller.named(other.value)
    if kind == "number":  # "one of the largest" counts nothing
        return not any(found.value == "1" and _is_one_of(claim, found) for found in values)
    return kind in {"date", "name", "whether"} or _is_telling_wording(claim, values, here)


def _is_telling_wording(claim: Claim, values: Sequence[DifferenceValue], here: PageLinks) -> bool:
    phrases = [phrase_of(claim, value) for value in values]
    if all(phrases) and phrases[0] != phrases[1]:
        return True  # “no limits” against “no borders”: whatever they mean, somebody's words
    if not here.story.teller.is_news(values[0].value, values[1].value):
        return False
    return all(here.story.teller.named(value.value) for value in values) or all(
        is_spoken(claim, value, here.story) for value in values
    )


def _is_one_of(claim: Claim, value: DifferenceValue) -> bool:
    texts = (claim.statements[at].passage.text.casefold() for at in value.statements)
    return all("one of" in text for text in texts)


def _shown(claim: Claim, value: DifferenceValue, kind: DifferenceKind) -> str:
    phrase = phrase_of(claim, value) if kind == "wording" else None
    return phrase or value_words(value.value, kind)


def _claim_title(
    claim: Claim, kind: DifferenceKind, values: Sequence[DifferenceValue], here: PageLinks
) -> str:
    speakers = {found.attributed_to for found in claim.statements if found.attributed_to}
    if kind == "wording" and len(speakers) == 1 and values[0].value in claim.text:
        before, _, after = claim.text.partition(values[0].value)
        return _on(here.entity(speakers.pop()).text, before.split(), after.split())
    text = claim.text
    if len(text) > _LONGEST_TITLE and values[0].value in text:  # “no limits” is to be seen
        before, _, after = text.partition(values[0].value)
        text = f"{before.rpartition(', ')[2]}{values[0].value}{after}"
    return titled(shortened(text, _LONGEST_TITLE))


def _claim_wealth(claim: Claim, kind: DifferenceKind, values: Sequence[DifferenceValue]) -> int:
    if kind != "wording":
        return 0
    phrased = all(phrase_of(claim, value) for value in values)
    return _PAIR if phrased else _wealth(values[0].value, values[1].value)


def _of_saying(saying: Saying, here: PageLinks) -> Contrast | None:
    swaps = swaps_of(saying, here.story.teller)
    if not swaps:
        return None
    found = max(
        swaps,
        key=lambda one: (
            _wealth(one.swap.before, one.swap.after),
            len(one.changing),
            -one.swap.start,
        ),
    )
    url = here.saying(saying)
    return Contrast(
        kind="wording",
        on=DIFFER_ON["wording"],
        title=Link(text=_title(saying, found.swap, here), url=url),
        sides=(
            Side(value=found.swap.before, who=givers(found.keeping, here)),
            Side(value=found.swap.after, who=givers(found.changing, here)),
        ),
        spoken=True,
        reach=f"One quote, {here.reach(saying.articles)}",
        more=Link(text="compare word by word", url=url),
        sources=here.story.sources(saying.articles),
        wealth=_wealth(found.swap.before, found.swap.after),
    )


def _title(saying: Saying, swap: Swap, here: PageLinks) -> str:
    words = [word for word in saying.central.text.split() if diff.words(word)]
    speaker = here.entity(saying.speaker).text if saying.speaker else ""
    return _on(speaker, words[: swap.start], words[swap.end :])


def _on(speaker: str, before: Sequence[str], after: Sequence[str]) -> str:
    """`Ana Ruiz on “burdens for the harbour”`: the words that lead up to the difference."""
    topic = _topic(before[-_TOPIC:]) or _topic(after[:_TOPIC])
    on = f"on “{topic}”" if topic else "in other words"
    return shortened(sentence(f"{speaker} {on}".strip()), _LONGEST_TITLE)


def _topic(words: Sequence[str]) -> str:
    """The words between the first and the last telling one; empty where there are not two."""
    telling = [at for at, word in enumerate(words) if telling_words(word)]
    if len(telling) < _PAIR:
        return ""
    return " ".join(words[telling[0] : telling[-1] + 1]).strip(_EDGES)


def _wealth(one: str, other: str) -> int:
    return min(*own_words(one, other), _PAIR)


def givers(passages: Sequence[Passage], here: PageLinks) -> str:
    """The articles that have the passages, the first few by name."""
    labels = list(dict.fromkeys(here.story.labels[passage.article] for passage in passages))
    more = len(labels) - _LABELS
    words = [shortened(label, _LONGEST_LABEL) for label in labels[:_LABELS]]
    words += [f"{more} more"] if more > 0 else []
    return " · ".join(words) or counted(0, "article")
