"""What each extractor, and the resolution, costs against the spaCy pass over the same articles.

All in one run on one core, so that ratios hold on a shared machine; the best of several rounds.
What is read once for extraction and resolution (numbers, words) is forgotten before each round.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from builder.annotate import annotate, load_pipeline
from builder.clean import clean
from builder.extract import findings_of
from builder.extract.citations import citations_in
from builder.extract.credits import credits_in
from builder.extract.encounters import encounters_in
from builder.extract.names import names_in
from builder.extract.quotes import quotes_in
from builder.extract.statements import statements_in
from builder.extract.times import times_in
from builder.load import load_seeds
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings
from builder.text.diff import words
from builder.text.quantities import quantities_in

ROUNDS = 5
EXTRACTORS = (names_in, citations_in, quotes_in, statements_in, times_in, encounters_in)


def figures(seeds: Path) -> Iterator[str]:
    """One line for each stage: its cost as a share of the spaCy pass."""
    settings = Settings()
    articles = [clean(raw) for raw in load_seeds(seeds.parent).articles]
    nlp = load_pipeline(settings.language_model)
    pairs = list(annotate(articles, nlp))
    found = [findings_of(doc, article) for article, doc in pairs]
    passed = _best(lambda: list(annotate(articles, nlp)))
    length = sum(len(article.readable.split()) for article in articles)
    yield f"spaCy pass: {length / passed:.0f} words a second ({len(articles)} articles)"
    for extractor in EXTRACTORS:
        cost = _best(lambda: [extractor(doc, article) for article, doc in pairs])  # noqa: B023
        yield f"{extractor.__name__}: {cost / passed:.1%} of the spaCy pass"
    cost = _best(lambda: [credits_in(article) for article in articles])
    yield f"credits_in: {cost / passed:.1%} of the spaCy pass"
    everything = _best(lambda: [findings_of(doc, article) for article, doc in pairs])
    yield f"all extractors: {everything / passed:.1%} of the spaCy pass"

    def resolved() -> None:
        dossier_of(
            articles, found, settings=settings, decisions=Decisions(), permalinks=Permalinks()
        )

    resolution = _best(resolved)
    yield f"resolution alone: {resolution / passed:.1%} of the spaCy pass"

    def all_of_it() -> None:
        for article, doc in pairs:
            findings_of(doc, article)
        resolved()

    whole = _best(all_of_it)
    yield f"extraction and resolution: {whole / passed:.1%} of the spaCy pass"


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        for remembered in (quantities_in, words):
            remembered.cache_clear()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)
