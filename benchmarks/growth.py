"""How a whole build grows with its story: `python -m benchmarks.growth [--site] [ARTICLES …]`.

Stories of `benchmarks.generated`, built as the command does, nothing kept from before: processor
seconds of each stage, peak memory, pages, and the bare spaCy pass over the same articles in the
same run, to divide by on a shared machine. `--site` runs MkDocs, too.
"""

import resource
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import cpu_count, get_context
from pathlib import Path
from typing import TypeVar

from benchmarks.generated import articles
from benchmarks.scale import exponent
from builder.annotate import annotate, load_pipeline
from builder.clean import clean
from builder.load import load_seeds
from builder.new import new_folder
from builder.parallel import Processes
from builder.pipeline import build_pages
from builder.settings import Settings
from builder.site import build_site

SIZES = (100, 300, 1_000)
Result = TypeVar("Result")


@dataclass(frozen=True, kw_only=True)
class Built:
    """What a build without MkDocs took, in processor seconds."""

    read: float
    compared: float
    rendered: float
    megabytes: int
    """Peak of the process that compares and renders."""
    reading: int
    """Peak of each process that reads, gone before the comparison begins; 0 without any."""
    pages: int
    largest: int
    """Bytes of the largest page in Markdown."""
    largest_name: str

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.read + self.compared + self.rendered


def main() -> None:
    """Measure every size given, or the usual three."""
    words = sys.argv[1:]
    sizes = tuple(int(word) for word in words if word.isdigit()) or SIZES
    taken, bare = [], []
    for size in sizes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "story"
            _fill(folder, size)
            passed = _alone(partial(_spacy_pass, folder))
            built = _alone(partial(_built, folder))
            print(f"{size} articles: {_line(built, passed)}", flush=True)
            taken.append(built.seconds)
            bare.append(passed)
            if "--site" in words:
                print(f"{size} articles: {_alone(partial(_site, folder))}", flush=True)
    if len(sizes) > 1:
        per_pass = [each / passed for each, passed in zip(taken, bare, strict=True)]
        grown = [ratio * size for ratio, size in zip(per_pass, sizes, strict=True)]
        print(f"exponent {exponent(sizes, taken):.2f}; by the pass {exponent(sizes, grown):.2f}")


def _line(built: Built, passed: float) -> str:
    stages = ", ".join(
        f"{name} {seconds:.1f} s ({seconds / passed:.2f})"
        for name, seconds in (
            ("read", built.read), ("compared", built.compared), ("rendered", built.rendered),
            ("all", built.seconds),
        )
    )  # fmt: skip
    return (
        f"spaCy pass {passed:.1f} s (1); {stages}; {built.megabytes} MB, each process that reads "
        f"{built.reading} MB; "
        f"{built.pages} pages, the largest {built.largest / 1000:.0f} kB in Markdown "
        f"({built.largest_name})"
    )


def _fill(folder: Path, size: int) -> None:
    new_folder(folder)
    for number, (text, metadata) in enumerate(articles(size)):
        (folder / "seeds" / f"a{number:06}.txt").write_text(text, encoding="utf-8")
        (folder / "seeds" / f"a{number:06}.yml").write_text(metadata, encoding="utf-8")


def _spacy_pass(folder: Path) -> float:
    nlp = load_pipeline(Settings().language_model)
    cleaned = [clean(raw) for raw in load_seeds(folder).articles]
    start = _spent()
    for _ in annotate(cleaned, nlp):
        pass
    return _spent() - start


def _built(folder: Path) -> Built:
    stamps = [_spent()]
    workers = Processes(cpu_count() or 1)
    build_pages(folder, report=lambda _: stamps.append(_spent()), workers=workers)
    sizes = {path: path.stat().st_size for path in (folder / "docs").rglob("*.md")}
    start, _, compared, rendered = stamps
    largest = max(sizes, key=sizes.__getitem__)
    return Built(
        read=compared - start,
        compared=rendered - compared,
        rendered=_spent() - rendered,
        megabytes=_peak(resource.RUSAGE_SELF),
        reading=_peak(resource.RUSAGE_CHILDREN),
        pages=len(sizes),
        largest=sizes[largest],
        largest_name=str(largest.relative_to(folder / "docs")),
    )


def _site(folder: Path) -> str:
    start = _spent()
    site = build_site(folder)
    seconds = _spent() - start
    pages = [path for path in site.rglob("*.html") if "theme" not in path.parts]
    largest = max(pages, key=lambda path: path.stat().st_size)
    megabytes = _peak(resource.RUSAGE_SELF)
    return (
        f"MkDocs {len(pages)} pages in {seconds:.1f} s, {len(pages) / seconds:.0f} a second; "
        f"{megabytes} MB; the largest {largest.stat().st_size / 1000:.0f} kB "
        f"({largest.relative_to(site)})"
    )


def _alone(work: Callable[[], Result]) -> Result:
    """What the work gives in a process of its own, so that peak memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work).result()


def _peak(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def _spent() -> float:
    """Processor seconds of this process and its children."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
