"""What the command says of a build: what changed, and what to look at first."""

from collections.abc import Iterator
from pathlib import Path

from builder.changes import Changes
from builder.model.dossier import Dossier
from builder.questions import questions_of
from builder.render.pages.review import ADDRESS
from builder.render.parts.change_words import change_words
from builder.render.phrases import plural, shortened
from builder.text.one_line import clean

_MOST_ARTICLES = 8  # lines: with all others the whole fits a screen
_FIRST = 3  # questions to look at
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
    for line in change_words(dossier).lines(changes, _MOST_ARTICLES, files=True):
        yield f"  {line}"


def to_check_first(dossier: Dossier, folder: Path) -> Iterator[str]:
    """The questions whose wrong answer would do most harm, and where all of them stand."""
    questions = questions_of(dossier)
    if not questions:
        yield f"What was taken for one stands on the page {ADDRESS} of the site."
        return
    shown = questions[:_FIRST]
    more = f" of {len(questions)}" if len(questions) > len(shown) else ""
    noun = plural(len(questions), "question")
    yield f"Look first at {len(shown)}{more} {noun}; to answer them: dossier review {folder}"
    for question in shown:
        asks = clean(question.asks)
        for passage in question.passages[:1]:
            asks = f"{shortened(clean(passage.text), _LONGEST)} ({passage.article}): {asks}"
        yield f"  {asks}"
