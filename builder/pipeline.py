"""The way through the house: the folder of a dossier in, a published site out.

This module connects the stages and decides nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from builder.cache import FOLDER, FindingsCache, cleaned_kept, keep_report
from builder.changes import Changes, changes_since, snapshot_of
from builder.clean import clean
from builder.clean.masks import masked
from builder.errors import DossierError, SeedError
from builder.export import exports_of
from builder.faults import LEFT_OUT, Fault, FaultError, Stage, apart, attempt
from builder.findings import model_and_version, read_or_kept
from builder.freshness import MadeFrom, inputs_of, pages_in
from builder.load import load_seeds
from builder.model.article import Article, RawArticle
from builder.model.dossier import Dossier
from builder.model.keep import Keep
from builder.overrides import read_decisions
from builder.parallel import ALONE, Workers
from builder.permalinks import (
    Permalinks,
    check_permalinks,
    read_permalinks,
    write_permalinks,
)
from builder.published import read_published, write_published
from builder.render import pages_of
from builder.render.pages.data import DataFile
from builder.render.parts.change_words import sentences
from builder.render.phrases import counted
from builder.resolve import dossier_of
from builder.settings import Settings, read_settings
from builder.write import write_pages

Report = Callable[[str], None]
Result = TypeVar("Result")
_NOT_PUBLISHED = "nothing is published; the site stays as it was."


def _silent(_: str) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A resolved dossier, and what had to be left out of it."""

    settings: Settings
    dossier: Dossier
    problems: tuple[DossierError, ...]
    """Articles that could not be read, decisions that match nothing: the rest is there."""
    permalinks: Permalinks
    """What the next build must know, once these pages are published."""
    changes: Changes
    """What changed since the dossier was last published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What a build published, and what it had to leave out."""

    dossier: Dossier
    problems: tuple[DossierError, ...]
    changes: Changes
    """What changed since the dossier was last published."""
    site: Path
    made_from: MadeFrom
    """What stood in the folder when it was read."""


def build(
    folder: Path,
    *,
    report: Report = _silent,
    workers: Workers = ALONE,
    strict: bool = False,
    locked: bool = False,
) -> Build:
    """Read the dossier in `folder`, write its pages to `docs/`, publish them in `site/`.

    New articles are shared out among `workers`; more than one of `parallel.Processes` needs, as
    always in Python, a caller that begins with `if __name__ == "__main__":`. Raises `DossierError`
    where nothing can be published; then `site/` stays as it was. `strict`: so does any problem;
    `locked`: so does an address that `permalinks.json` does not have yet.
    """
    from builder.site import build_site, check_site  # noqa: PLC0415 - it imports MkDocs

    check_site(folder)
    inputs = inputs_of(folder)
    resolved = build_pages(folder, report=report, workers=workers, strict=strict, locked=locked)
    pages = pages_in(folder)
    report("Rendering the site")
    site = build_site(
        folder, title=resolved.dossier.title, corrections=resolved.settings.corrections
    )
    write_permalinks(folder, resolved.permalinks)
    return Build(
        dossier=resolved.dossier,
        problems=resolved.problems,
        changes=resolved.changes,
        site=site,
        made_from=MadeFrom(inputs=inputs, pages=pages),
    )


def publish(
    folder: Path, *, report: Report = _silent, workers: Workers = ALONE, strict: bool = True
) -> Build:
    """The same, and remember it as published: later builds tell what changed since."""
    made = build(folder, report=report, workers=workers, strict=strict)
    brought = sentences(made.changes, made.dossier)
    write_published(folder, snapshot_of(made.dossier, brought))
    return made


def build_pages(
    folder: Path,
    *,
    report: Report = _silent,
    workers: Workers = ALONE,
    strict: bool = False,
    locked: bool = False,
) -> Resolution:
    """The same without the site: only the Markdown pages and data files in `docs/`."""
    resolved = resolve_folder(folder, report=report, workers=workers)
    if strict and resolved.problems:
        raise _strict(resolved.problems)
    if locked:
        check_permalinks(folder, resolved.permalinks)
    report("Writing the pages")
    files = ((name, _each(folder, pieces)) for name, pieces in _each(folder, _files(resolved)))
    write_pages(folder / "docs", files, report=report)
    return resolved


def resolve_folder(
    folder: Path, *, report: Report = _silent, workers: Workers = ALONE
) -> Resolution:
    """The same without its pages: nothing is written but the findings that are kept."""
    settings, decisions = read_settings(folder), read_decisions(folder)
    permalinks, published = read_permalinks(folder), read_published(folder)
    seeds = load_seeds(folder)
    kept = cleaned_kept(folder)
    articles, unclean = apart(_cleaned(raw, kept.text) for raw in seeds.articles)
    kept.save()
    articles = masked(articles, decisions)
    report(f"Reading {counted(len(articles), 'article')}")
    model = settings.language_model
    cache = FindingsCache(folder / FOLDER, language_model=model_and_version(model))
    found, unread = apart(read_or_kept(articles, cache, language_model=model, workers=workers))
    left_out = [_left_out(folder, fault) for fault in (*seeds.faults, *unclean, *unread)]
    if not found:
        raise _unreadable((*seeds.problems, *left_out))
    report("Comparing them")
    compared = partial(
        dossier_of, *zip(*found, strict=True),
        settings=settings, decisions=decisions, permalinks=permalinks,
    )  # fmt: skip
    dossier = _whole(folder, compared, stage="resolve")
    changed = partial(changes_since, published, dossier)
    return Resolution(
        settings=settings,
        dossier=dossier,
        changes=_whole(folder, changed, stage="resolve"),
        problems=(*seeds.problems, *left_out, *decisions.unmatched()),
        permalinks=permalinks,
    )


def _files(resolved: Resolution) -> Iterator[tuple[str, Iterable[str]]]:
    """The generated files, each with its contents piece by piece."""
    made: dict[str, DataFile] = {}
    for export in exports_of(resolved.dossier):
        size = _Size()
        yield export.name, size.of(export.pieces)
        made[export.name] = DataFile(size=size.bytes, columns=export.columns)
    for name, text in pages_of(resolved.dossier, resolved.settings, made, resolved.changes):
        yield name, [text]


@dataclass(slots=True)
class _Size:
    """Of a file, once all its pieces were taken."""

    bytes: int = 0

    def of(self, pieces: Iterable[str]) -> Iterator[str]:
        for piece in pieces:
            self.bytes += len(piece.encode())
            yield piece


def _each(folder: Path, items: Iterable[Result]) -> Iterator[Result]:
    """The items as they are made; where that fails, nothing is published."""
    remaining = iter(items)
    while (found := _whole(folder, partial(next, remaining, None), stage="render")) is not None:
        yield found


def _whole(folder: Path, work: Callable[[], Result], *, stage: Stage) -> Result:
    """What is made of all articles together: where that fails, nothing is published."""
    done = attempt(work, stage=stage, item=str(folder / "seeds"))
    if isinstance(done, Fault):
        kept = keep_report(folder, done)
        raise FaultError(done, consequence=_NOT_PUBLISHED, kept=kept)
    return done


def _left_out(folder: Path, fault: Fault) -> FaultError:
    return FaultError(fault, consequence=LEFT_OUT, kept=keep_report(folder, fault))


def _strict(problems: Sequence[DossierError]) -> DossierError:
    return DossierError(
        f"{counted(len(problems), 'problem')} to mend first:{_listed(problems)}\n",
        todo=_NOT_PUBLISHED.capitalize(),
    )


def _listed(problems: Sequence[DossierError]) -> str:
    return "".join(f"\n  {problem}" for problem in problems)


def _unreadable(problems: Sequence[DossierError]) -> SeedError:
    what = f"no article can be read:{_listed(problems)}\n"
    return SeedError(what, todo="Mend one, or add another.", file="seeds")


def _cleaned(raw: RawArticle, keep: Keep) -> Article | Fault:
    return attempt(partial(clean, raw, keep), stage="clean", item=raw.file)
