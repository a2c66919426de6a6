"""What a build costs a maintainer: `python -m benchmarks.builds [ARTICLES …]`, processor seconds.

A folder is filled with articles of the annotated stories (where there are fewer than asked for,
with copies of them), and the command run on it as a person types it: cold, again with nothing
changed, and with one article added; whole processes, their children included.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from benchmarks.stories import HERE

SIZES = (200, 1_000)
_COLD_UP_TO = 200  # articles; a thousand copies of some are no story, but may be left unchanged


def main() -> None:
    """Measure every size given, or the usual two."""
    for size in tuple(map(int, sys.argv[1:])) or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            for line in figures(Path(folder) / "story", size):
                print(f"{size} articles: {line}", flush=True)


def figures(folder: Path, size: int) -> Iterator[str]:
    """A line for each kind of build."""
    _run("new", folder)
    articles = list(islice(_articles(), size + 1))
    for name, text in articles[:-1]:
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    cold = _run("build", folder, "--no-site", "--jobs", "1")
    yield f"cold, without MkDocs {cold:.1f} s"
    _run("build", folder)
    yield f"nothing changed {_run('build', folder):.2f} s"
    if size <= _COLD_UP_TO:
        name, text = articles[-1]
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
        added = _run("build", folder, "--no-site", "--jobs", "1")
        yield f"one added, without MkDocs {added:.1f} s, {added / cold:.0%} of a cold build"


def _articles() -> Iterator[tuple[str, str]]:
    """Articles of all annotated stories, story by story, again and again."""
    folders = (HERE.parent / "tests" / "stories", *sorted(HERE.glob("*_stories")))
    paths = sorted(
        path
        for folder in folders
        for path in folder.glob("*/*/*.*")
        if path.suffix in {".txt", ".md"} and path.parent.name in {"seeds", "articles"}
    )
    for number, path in enumerate(cycle(paths)):
        story = path.parent.parent.name
        yield f"{story}-{path.stem}-{number // len(paths)}{path.suffix}", path.read_text()


def _run(*words: str | Path) -> float:
    """The processor seconds of the command."""
    before = _spent()
    subprocess.run(
        [sys.executable, "-m", "builder", *map(str, words)], check=True, capture_output=True
    )
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
