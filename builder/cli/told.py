"""What the command says of a build: what changed, and what to look at first."""

from collections.abc import Iterator

from builder.changes import Changes
from builder.model.dossier import Dossier
from builder.model.quotes import Quote
from builder.render.escape import clean
from builder.render.pages.review import ADDRESS, unsure_quotes
from builder.render.parts.change_words import change_words
from builder.render.phrases import plural, shortened

_MOST_ARTICLES = 8  # lines: with all others the whole fits a screen
_FIRST = 3  # quotes to look at
_LONGEST = 70  # characters of a quote


def changed(changes: Changes, dossier: Dossier) -> Iterator[str]:
    """What changed since it was last published, one line an article."""
    if not changes:
        yield "Nothing changed since it was last published."
        return
    yield (
        "Nothing was published before: all is new."
        if changes.is_first
        else ("Since it was last published:")
    )
    for line in change_words(dossier).lines(changes, _MOST_ARTICLES):
        yield f"  {line}"


def to_check_first(dossier: Dossier) -> Iterator[str]:
    """The quotes whose speaker is least sure, and where all of them stand."""
    unsure = unsure_quotes(dossier.quotes)
    if not unsure:
        yield f"What was taken for one stands on the page {ADDRESS} of the site."
        return
    shown = unsure[:_FIRST]
    more = f" of {len(unsure)}" if len(unsure) > len(shown) else ""
    noun = plural(len(unsure), "unsure quote")
    yield f"Look first at {len(shown)}{more} {noun}, on the page {ADDRESS} of the site:"
    people = change_words(dossier).entities
    for quote in shown:
        who = people[quote.speaker].name if quote.speaker else None
        yield f"  {_question(quote, who)}"


def _question(quote: Quote, who: str | None) -> str:
    text = shortened(clean(quote.passage.text), _LONGEST)
    asked = f"did {clean(who)} say it?" if who else "who said it?"
    return f"{text} ({quote.passage.article}): {asked}"
