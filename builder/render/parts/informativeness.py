"""Where the reports differ, two values side by side: the cards of the front page."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.page_links import PageLinks
from builder.render.pages.claims import DIFFER_ON
from builder.render.parts.contrasts import Contrast, claim_cards, saying_cards
from builder.render.parts.salience import telling_words

MOST_CARDS = 6
MOST_WORDED = 3


def contrasts(story: DossierIndex, here: PageLinks) -> tuple[Contrast, ...]:
    """The cards, kinds taking turns: numbers, dates, names, who did it, whether it is so.

    Each pair of values once. Other words for the same are no difference.
    """
    found = [card for card in claim_cards(story, here) if card.kind != "wording"]
    piles = [_in_order([card for card in found if card.kind == kind]) for kind in DIFFER_ON]
    turns = chain.from_iterable(zip_longest(*piles))
    return tuple(islice(_once(card for card in turns if card), MOST_CARDS))


def quoted_otherwise(story: DossierIndex, here: PageLinks) -> tuple[Contrast, ...]:
    """What one person is quoted with in different words, but for what only a rewrite changed."""
    cards = [*claim_cards(story, here), *saying_cards(story, here)]
    worded = [card for card in cards if card.kind == "wording" and card.spoken]
    return tuple(islice(_once(_in_order(worded)), MOST_WORDED))


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
