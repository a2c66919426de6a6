"""How time and memory grow with a story: findings made directly, no model.

`python -m benchmarks.scale [ARTICLES …]`: one line for each size, then the fitted exponent (1 is
linear). Each size runs in a process of its own, so that peak memory is its own.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from math import log
from multiprocessing import get_context

from builder.model.article import Article, Metadata, Passage
from builder.model.findings import Core, Findings, FoundName, FoundStatement, Label
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims import claims_of
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages import lineages_of
from builder.resolve.records import records_of
from builder.settings import Settings

SIZES = (1_000, 3_000, 10_000)
PEOPLE = 5  # an article: 50,000 different names in 10,000 articles
STATEMENTS = 15  # an article
_RETOLD = 5  # articles that tell one report, the first one included
_CHANGED = 0.12  # of the words in a retelling
# many, as in real words: few words then look like spellings of each other
_SYLLABLES = tuple(one + other for one in "bcdfghjklmnprstvwz" for other in "aeiou")


def main() -> None:
    """Measure every size given, or the usual three."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    for name, work in (("claims and lineages", claims_and_lineages), ("people", people)):
        taken = []
        for size in sizes:
            seconds, megabytes = _alone(work, size)
            taken.append(seconds)
            print(f"{name}: {size} articles, {seconds:.1f} s, {megabytes} MB", flush=True)
        if len(sizes) > 1:
            print(f"{name}: exponent {exponent(sizes, taken):.2f}", flush=True)


def claims_and_lineages(size: int) -> Callable[[], object]:
    """What to time for a story of this many articles, of which most retell one of the others."""
    articles, findings = zip(*_story(size), strict=True)

    def work() -> object:
        lineages = lineages_of(articles, findings, EntityIndex(), Permalinks())
        records = records_of(articles, findings, EntityIndex(), lineages, {})
        return claims_of(findings, records, EntityIndex(), (), Decisions(), Permalinks())

    return work


def people(size: int) -> Callable[[], object]:
    """What to time for a story with five people, new ones mostly, named in each article."""
    articles, findings = zip(*(_gathering(number) for number in range(size)), strict=True)
    return lambda: entities_of(articles, findings, Decisions(), Settings(), Permalinks())


def _gathering(number: int) -> tuple[Article, Findings]:
    dice = random.Random(number)  # noqa: S311 - an invented story, the same in each run
    words = ["".join(dice.choices(_SYLLABLES, k=3)).capitalize() for _ in range(2 * PEOPLE + 2)]
    named: list[tuple[str, Label | None]] = [
        *(
            (f"{given} {family}", "PERSON")
            for given, family in zip(words, words[PEOPLE:-2], strict=False)
        ),
        (words[PEOPLE], None),
        (words[PEOPLE + 1], None),
        (f"{words[-2]} Union", "ORG"),
        (words[-1], "PLACE"),
    ]
    text = "".join(f"{name};\n" for name, _ in named)
    article = Article(
        id=ArticleId(f"a{number:05}"), file="", text=text, sha256="", metadata=Metadata()
    )
    names, start = [], 0
    for name, label in named:
        passage = article.passage(start, start + len(name))
        names.append(FoundName(passage=passage, label=label, is_subject=True))
        start += len(name) + 2
    return article, Findings(article=article.id, names=tuple(names))


def _story(size: int) -> Iterator[tuple[Article, Findings]]:
    dice = random.Random(6)  # noqa: S311 - an invented story, the same in each run
    words = ["".join(dice.choices(_SYLLABLES, k=3)) for _ in range(4 * size + 400)]
    commonness = [1 / (rank + 1) for rank in range(len(words))]
    report: list[list[str]] = []
    pool = dice.choices(words, weights=commonness, k=60_000)
    for number in range(size):
        if number % _RETOLD == 0:
            report = [dice.choices(pool, k=12) for _ in range(STATEMENTS)]
        repeated = [
            [word if dice.random() >= _CHANGED else dice.choice(pool) for word in sentence]
            for sentence in report
        ]
        yield _article(f"a{number:05}", repeated)


def _article(name: str, sentences: Sequence[Sequence[str]]) -> tuple[Article, Findings]:
    texts = [" ".join(sentence) for sentence in sentences]
    article = Article(
        id=ArticleId(name), file=name, text=". ".join(texts), sha256="", metadata=Metadata()
    )
    passages, start = [], 0
    for text in texts:
        passages.append(article.passage(start, start + len(text)))
        start += len(text) + 2
    statements = tuple(map(_statement, passages, sentences))
    return article, Findings(article=article.id, sentences=tuple(passages), statements=statements)


def _statement(passage: Passage, words: Sequence[str]) -> FoundStatement:
    core = Core(
        subject=tuple(words[:2]), predicate=(words[2],), object=tuple(words[3:6]),
        others=tuple(words[6:]),
    )  # fmt: skip
    return FoundStatement(passage=passage, score=0.5, reasons=("event",), core=core)


def _alone(work: Callable[[int], Callable[[], object]], size: int) -> tuple[float, int]:
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_measured, (work, size))


def _measured(work: Callable[[int], Callable[[], object]], size: int) -> tuple[float, int]:
    ready = work(size)
    start = time.process_time()
    ready()
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.process_time() - start, used // 1024


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms, by least squares."""
    xs, ys = [log(size) for size in sizes], [log(seconds) for seconds in taken]
    middle, mean = sum(xs) / len(xs), sum(ys) / len(ys)
    rise = sum((x - middle) * (y - mean) for x, y in zip(xs, ys, strict=True))
    return rise / sum((x - middle) ** 2 for x in xs)


if __name__ == "__main__":
    main()
