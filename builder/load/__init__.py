"""`seeds/` as articles: files of all kinds and their metadata in, raw articles out.

A file that cannot be read becomes a `SeedError` that names it; the others are loaded all the
same. Hidden files are passed over, and so is the folder that a browser saves beside a page. Two
files of the same bytes are two articles: resolution compares them.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from slugify import slugify

from builder.errors import SeedError, SettingsError
from builder.faults import Fault, attempt
from builder.load.frontmatter import Stated, side_file
from builder.load.oddities import foreign, odd_days
from builder.load.readers import KINDS, PAGE, check_size, read, unknown_kind
from builder.model.article import Metadata, RawArticle
from builder.model.ids import ArticleId

FOLDER = "seeds"
SIDE_ENDING = ".yml"
ID_LENGTH = 80
_RESERVED = "index"  # `articles/index` is the page that lists them


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """What `seeds/` holds: the articles by file name, and what is wrong with the other files."""

    articles: tuple[RawArticle, ...]
    problems: tuple[SeedError, ...]
    faults: tuple[Fault, ...] = ()
    """Files that the builder failed on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An article, and what is odd of it."""

    raw: RawArticle
    problems: tuple[SeedError, ...]


def load_seeds(folder: Path) -> Seeds:
    """The articles of the dossier in `folder`, and one problem for each file that cannot be read.

    Raises `SettingsError` where there is no `seeds/` folder, or nothing in it.
    """
    paths = _entries(folder / FOLDER)
    sides = {path.stem: path for path in paths if path.suffix.lower() == SIDE_ENDING}
    files = [path for path in paths if path.suffix.lower() != SIDE_ENDING]
    articles: list[RawArticle] = []
    faults: list[Fault] = []
    problems = _lonely(sides, files)
    seen: dict[str, str] = {}
    for path in files:
        try:
            _check(path, seen)
            read = partial(_article, path, sides.get(path.stem))
            article = attempt(read, stage="load", item=_name(path))
        except SeedError as problem:
            problems.append(problem)
            continue
        if isinstance(article, Fault):
            faults.append(article)
            continue
        articles.append(article.raw)
        problems += article.problems
    problems += odd_days(articles)
    return Seeds(
        articles=tuple(articles),
        faults=tuple(faults),
        problems=tuple(sorted(problems, key=lambda problem: (problem.file or "", str(problem)))),
    )


def _entries(folder: Path) -> list[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except PermissionError as problem:
        raise SettingsError(
            "the folder cannot be read.", todo="Check its permissions.", file=FOLDER
        ) from problem
    except OSError as problem:
        raise SettingsError(
            f"there is no `{FOLDER}/` folder to read ({problem.strerror}).",
            todo=f"Create `{FOLDER}/` beside dossier.yml and put one file an article in it.",
            file=FOLDER,
        ) from problem
    if not paths:
        raise SettingsError(
            f"the `{FOLDER}/` folder is empty.",
            todo="Put one file an article in it: a text, a saved page, a PDF.",
            file=FOLDER,
        )
    pages = {path.stem for path in paths if KINDS.get(path.suffix.lower()) is PAGE}
    return [path for path in paths if not _is_of_page(path, pages)]


def _is_of_page(path: Path, pages: Set[str]) -> bool:
    """Whether it is the folder of pictures and styles that a browser saves beside a page."""
    stem = path.name.removesuffix("_files")
    return stem != path.name and stem in pages and path.is_dir()


def _lonely(sides: dict[str, Path], files: Sequence[Path]) -> list[SeedError]:
    stems = {path.stem for path in files}
    return [
        SeedError(
            "there is no article that this metadata belongs to.",
            todo=f"Put the article beside it as {stem}.txt or {stem}.md, or remove the file.",
            file=_name(path),
        )
        for stem, path in sides.items()
        if stem not in stems
    ]


def _check(path: Path, seen: dict[str, str]) -> None:
    file, ending = _name(path), path.suffix.lower()
    if "\\" in file:
        raise SeedError("its name is not UTF-8.", todo="Rename it.", file=file)
    if path.is_dir():
        todo = f"Move the articles in it up into `{FOLDER}/`."
        raise SeedError("folders inside the folder are not read.", todo=todo, file=file)
    if path.is_symlink() and not path.exists():
        todo = "Put the file itself here, or remove the link."
        raise SeedError("it is a link that leads nowhere.", todo=todo, file=file)
    if ending == ".yaml":
        raise SeedError("metadata files end in .yml.", todo="Rename it.", file=file)
    if not path.is_file():
        todo = "Put a file with the article here, or remove it."
        raise SeedError("it is no file, but a pipe or a device.", todo=todo, file=file)
    if ending not in KINDS:
        raise unknown_kind(ending, file=file)
    if path.stem in seen:
        todo = "Rename one of the two, or remove it."
        raise SeedError(f"it has the name of {seen[path.stem]}.", todo=todo, file=file)
    seen[path.stem] = file


def _article(path: Path, side: Path | None) -> _Read:
    file = _name(path)
    content = _content(path, file)
    found = read(content, path.suffix, file=file)
    if side is not None and found.has_front_matter:
        raise SeedError(
            f"it has front matter, and {_name(side)} stands beside it.",
            todo="Keep the metadata in one of the two.",
            file=file,
        )
    written = None if side is None else side_file(side, file=_name(side))
    stated: Stated = written.facts if written else {}
    raw = RawArticle(
        id=article_id(path.stem),
        file=file,
        text=found.text,
        sha256=sha256(content).hexdigest(),
        metadata=Metadata(**{**found.facts, **stated}),
    )
    known = "language" in (found.facts if found.has_front_matter else stated)
    odd = (written.problem if written else found.problem, None if known else foreign(raw))
    return _Read(raw=raw, problems=tuple(filter(None, odd)))


def article_id(stem: str) -> ArticleId:
    """An id that is safe in an address; a stem that is safe as it is keeps its own name.

    Any other carries a few digits of its own hash, so that an article added later, whose name
    comes to the same, moves no address.
    """
    slug = slugify(stem, regex_pattern=r"[^-a-z0-9_]+", max_length=ID_LENGTH) or "article"
    if slug == stem != _RESERVED:
        return ArticleId(slug)
    return ArticleId(f"{slug}-{sha256(_bytes(stem)).hexdigest()[:8]}")


def _content(path: Path, file: str) -> bytes:
    try:
        check_size(path.stat().st_size, KINDS[path.suffix.lower()], file=file)
        return path.read_bytes()
    except OSError as problem:
        todo = "Check its permissions."
        raise SeedError(
            f"it cannot be read ({problem.strerror}).", todo=todo, file=file
        ) from problem


def _name(path: Path) -> str:
    return f"{FOLDER}/{_bytes(path.name).decode()}"


def _bytes(name: str) -> bytes:
    """A file's name as UTF-8; bytes that are none, which Python reads as surrogates, escaped."""
    return name.encode("utf-8", "backslashreplace")
