"""Findings kept between builds: an article that did not change is not read by the model again.

In: an article. Out: its findings as they were kept, or none. The key holds all that findings
depend on: the article's text, its masks, the language model, and the code and data of the stages
that make findings. A file that cannot be read counts as none: the article is read again. Beside
them stand what cleaning marked in the articles, all in one file, and the reports of faults of the
builder.
"""

import hashlib
import json
from collections.abc import Callable
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
CLEANERS = ("clean", "data", "knowledge.py", "model", "naming", "text")
_findings = TypeAdapter(Findings)
_texts = TypeAdapter(dict[str, str])


class FindingsCache:
    """A folder with one JSON file for each article's findings."""

    def __init__(self, folder: Path, *, language_model: str) -> None:
        """Keep files in `folder`; `language_model` is the pipeline's name and version."""
        self._folder = folder
        self._language_model = language_model

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
        key = findings_key(article, language_model=self._language_model)
        return self._folder / key[:2] / f"{key}.json"


def findings_key(article: Article, *, language_model: str, all_sentences: bool = False) -> str:
    """What tells these findings from any other: all that they depend on, as a SHA-256 in hex."""
    parts = (
        f"{language_model} {code_digest(MAKERS)}{' all sentences' if all_sentences else ''}",
        article.id,
        article.text,
        article.readable,
        str(article.boilerplate),
        str(article.headings),
        str(article.bylines),
    )
    return _sha256("\0".join(parts).encode("utf-8", "surrogatepass"))


class KeptTexts:
    """Texts of the last build under a digest of all that each is made of, in one file.

    A text that is not asked for again is let go. A file that is cut short or changed counts as
    none.
    """

    def __init__(self, path: Path, *, makers: tuple[str, ...]) -> None:
        """Keep them at `path`; `makers` are the modules that make them."""
        self._path = path
        self._maker = code_digest(makers)
        self._before = _read_texts(path)
        self._now: dict[str, str] = {}

    def text(self, made_of: str, make: Callable[[], str]) -> str:
        """The text that is made of this, as it is kept, else made now."""
        key = _sha256(f"{self._maker}\0{made_of}".encode("utf-8", "surrogatepass"))
        if key not in self._now:
            kept = self._before.get(key)
            self._now[key] = make() if kept is None else kept
        return self._now[key]

    def save(self) -> None:
        """Keep what was asked for, where it is not kept already."""
        if self._now != self._before:
            data = json.dumps(self._now, ensure_ascii=False).encode("utf-8", "surrogatepass")
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, f"{_sha256(data)}\n".encode() + data)


def cleaned_kept(folder: Path) -> KeptTexts:
    """What cleaning marked in the articles of the dossier in `folder`."""
    return KeptTexts(folder / FOLDER / "cleaned.json", makers=CLEANERS)


def _read_texts(path: Path) -> dict[str, str]:
    try:
        digest, _, data = path.read_bytes().partition(b"\n")
        return _texts.validate_json(data) if digest.decode() == _sha256(data) else {}
    except (OSError, ValueError):
        return {}


def keep_report(folder: Path, fault: Fault) -> str:
    """Keep what to report of a fault in the dossier's `folder`; where, as a person reads it."""
    name = f"{slugify(Path(fault.item).stem, max_length=80) or 'article'}-{fault.stage}.txt"
    path = folder / FOLDER / REPORTS / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(fault.report, encoding="utf-8", errors="backslashreplace")
    return f"{FOLDER}/{REPORTS}/{name}"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@cache
def code_digest(makers: tuple[str, ...] = MAKERS) -> str:
    """What tells the code and data of these modules, those that make findings, from any other."""
    digest = hashlib.sha256()
    for name in makers:
        for source in _sources(files("builder") / name):
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(place: Traversable) -> list[Traversable]:
    if place.is_file():
        return [place] if place.name.endswith((".py", ".yml")) else []
    inside = sorted(place.iterdir(), key=lambda item: item.name)
    return [source for item in inside for source in _sources(item)]
