"""Findings kept between builds: an article that did not change is not read by the model again.

In: an article. Out: its findings as they were kept, or none. The key holds all that findings
depend on: the article's text, its masks, the language model, and the code and data of the stages
that make findings. A file that cannot be read counts as none: the article is read again. Beside
them stand the reports of faults of the builder.
"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from slugify import slugify

from builder.faults import Fault
from builder.files import write_whole
from builder.model.article import Article
from builder.model.findings import Findings

FOLDER = ".dossier-cache"
REPORTS = "faults"
MAKERS = ("annotate.py", "data", "extract", "knowledge.py", "model", "naming", "text")
_findings = TypeAdapter(Findings)


class FindingsCache:
    """A folder with one JSON file for each article's findings."""

    def __init__(self, folder: Path, *, language_model: str) -> None:
        """Keep files in `folder`; `language_model` is the pipeline's name and version."""
        self._folder = folder
        self._maker = f"{language_model} {code_digest()}"

    def get(self, article: Article) -> Findings | None:
        """The findings of the article as it is now, if they are kept and readable."""
        try:
            return _findings.validate_json(self._path(article).read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, article: Article, findings: Findings) -> None:
        """Keep the findings of the article."""
        path = self._path(article)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, _findings.dump_json(findings))

    def _path(self, article: Article) -> Path:
        parts = (
            self._maker,
            article.id,
            article.text,
            article.readable,
            str(article.boilerplate),
            str(article.headings),
            str(article.bylines),
        )
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / key[:2] / f"{key}.json"


def keep_report(folder: Path, fault: Fault) -> str:
    """Keep what to report of a fault in the dossier's `folder`; where, as a person reads it."""
    name = f"{slugify(Path(fault.item).stem, max_length=80) or 'article'}-{fault.stage}.txt"
    path = folder / FOLDER / REPORTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(fault.report, encoding="utf-8", errors="backslashreplace")
    return f"{FOLDER}/{REPORTS}/{name}"


@cache
def code_digest() -> str:
    """What tells the code and data that make findings from any other, in hexadecimal digits."""
    digest = hashlib.sha256()
    for name in MAKERS:
        for source in _sources(files("builder") / name):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place] if place.name.endswith((".py", ".yml")) else []
    inside = sorted(place.iterdir(), key=lambda item: item.name)
    return [source for item in inside for source in _sources(item)]
