"""Where the reports differ, two values side by side: the cards that open the front page."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.page_links import PageLinks
from builder.render.pages.claims import DIFFER_ON
from builder.render.parts.contrasts import Contrast, claim_cards, saying_cards
from builder.render.parts.salience import telling_words

MOST_CARDS = 6


def contrasts(story: DossierIndex, here: PageLinks) -> tuple[Contrast, ...]:
    """The cards, kinds taking turns: numbers, dates, who, then words that somebody is quoted with.

    Each pair of values once. Wordings that only a rewrite made differ are left to their pages.
    """
    found = [*claim_cards(story, here), *saying_cards(story, here)]
    piles = [_in_order([card for card in found if card.kind == kind]) for kind in DIFFER_ON]
    turns = chain.from_iterable(zip_longest(*piles))
    return tuple(islice(_once(card for card in turns if card), MOST_CARDS))


def disputed(claims: Iterable[Claim]) -> int:
    """How many claims articles differ on in more than words: a number, a date, who."""
    return sum(any(found.kind != "wording" for found in claim.differences) for claim in claims)


def _in_order(cards: list[Contrast]) -> list[Contrast]:
    """Sort by informativeness (two distinctive words before one), then by sources."""
    return sorted(cards, key=lambda card: (-card.wealth, -card.sources, _length(card)))


def _length(card: Contrast) -> int:
    """Of two cards that show the same words, the terser is better."""
    return sum(len(side.value) for side in card.sides) if card.kind == "wording" else 0


def _once(cards: Iterable[Contrast]) -> Iterator[Contrast]:
    shown: list[frozenset[str]] = []
    titles: set[str] = set()
    for card in cards:
        one, other = (frozenset(telling_words(side.value)) for side in card.sides)
        differing = one ^ other
        if card.title.text in titles or any(
            2 * len(differing & before) > min(len(differing), len(before)) for before in shown
        ):
            continue
        shown.append(differing)
        titles.add(card.title.text)
        yield card
