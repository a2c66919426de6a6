"""Which quotes a decision speaks of: by id, by utterance, by place, or by the words themselves.

In: the quotes with their ids, before any decision; the decisions; the permalinks. Out: noted in
the decisions, or why none can be meant. Deliberately missed: words that are nearly a quote's.
"""

from collections.abc import Sequence
from copy import deepcopy

from builder.model.ids import QuoteId
from builder.model.quotes import Quote
from builder.overrides import (
    AddedQuote,
    Addressee,
    Decision,
    Decisions,
    Drop,
    Speaker,
    ToldTo,
    subjects_of,
)
from builder.permalinks import Permalinks
from builder.resolve.quotes.clustering import utterances_of
from builder.text.diff import words

FEWEST_WORDS = 4  # "We will stay" may stand anywhere
_SHOWN = 5  # ids of quotes that the same words fit
OF_QUOTES = (Drop, Speaker, Addressee, ToldTo)


def find_quotes(quotes: Sequence[Quote], decisions: Decisions, permalinks: Permalinks) -> None:
    """Note in the decisions which quotes they mean, where they do not name one by its id."""
    table = _Table(quotes, permalinks)
    for place, added in decisions.about(AddedQuote).items():
        decisions.means(added, table.meant(place))
    for kind in OF_QUOTES:
        # a name of several words may stand in a quote too: what was dropped by now is that name
        for decision in decisions.open(kind):
            (subject,) = subjects_of(decision)
            if subject not in table.ids:
                _note(decision, table.meant(subject), decisions)


def _note(decision: Decision, found: Sequence[QuoteId], decisions: Decisions) -> None:
    utterance = subjects_of(decision)[0].startswith("u-")
    if len(found) == 1 or utterance:
        if found:
            decisions.means(decision, found)
    elif found:
        more = len(found) - _SHOWN
        listed = ", ".join(found[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
        what = f"fits {len(found)} quotes: {listed}."
        decisions.refused(
            decision, what, todo="Write the id of the one that is meant, or of their utterance."
        )


class _Table:
    def __init__(self, quotes: Sequence[Quote], permalinks: Permalinks) -> None:
        self._quotes = quotes
        self._permalinks = permalinks
        self.ids = {quote.id for quote in quotes}

    def meant(self, subject: str) -> tuple[QuoteId, ...]:
        if subject.startswith("u-"):
            return self._of_utterance(subject)
        article, mark, place = subject.partition("#p-")
        if mark:
            return tuple(
                quote.id
                for quote in self._quotes
                if quote.passage.article.lower() == article.lower()
                and place == f"{quote.passage.start}-{quote.passage.end}"
            )
        return self._saying(words(subject))

    def _of_utterance(self, id_: str) -> tuple[QuoteId, ...]:
        """The quotes that gave it when it was last published, else that would give it now."""
        anchors = self._permalinks.anchors("utterances", id_)
        if anchors:
            return tuple(quote.id for quote in self._quotes if anchor_of(quote) in anchors)
        now, _ = utterances_of(self._quotes, deepcopy(self._permalinks))
        return next((said.quotes for said in now if said.id == id_), ())

    def _saying(self, said: Sequence[str]) -> tuple[QuoteId, ...]:
        if len(said) < FEWEST_WORDS:
            return ()
        wanted = f" {' '.join(said)} "
        return tuple(
            quote.id
            for quote in self._quotes
            if wanted in f" {' '.join(words(quote.passage.text))} "
        )


def anchor_of(quote: Quote) -> str:
    """What a quote is known by in the anchors of its utterance."""
    return f"{quote.passage.article}: {' '.join(words(quote.passage.text))}"
