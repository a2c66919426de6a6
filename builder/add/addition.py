"""One run of `dossier add`: sources in, articles kept, and what became of each source out."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from builder.add.articles import article_of
from builder.add.duplicates import Known
from builder.add.fetching import Fetcher
from builder.add.keeping import Names, Seed, keep, place_of, readable_again
from builder.add.receiving import Leads, Received, received
from builder.add.refusals import SourceError
from builder.add.sources import Address, Source
from builder.errors import DossierError
from builder.faults import LEFT_OUT, Fault, FaultError, attempt
from builder.load import FOLDER, load_seeds
from builder.load.english import is_english
from builder.load.frontmatter import Stated
from builder.model.article import Metadata
from builder.seedfiles import files_in
from builder.settings import read_settings

Report = Callable[[str], None]
_ALONE = "Name one source with these options, or leave them out."


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """How a run adds."""

    today: date
    """Written into the metadata as the day on which the article came."""
    stated: Stated = field(default_factory=dict)
    """What the maintainer states of a single source."""
    limit: int = 100
    """How many articles of feeds and sitemaps are taken: nobody reads 50,000."""
    dry_run: bool = False


@dataclass(slots=True, kw_only=True)
class Added:
    """What became of the sources; paths as `seeds/NAME.txt`."""

    kept: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    """Articles that were named, and are in the dossier already."""
    problems: list[DossierError] = field(default_factory=list)


def add_sources(
    folder: Path,
    sources: list[Source | SourceError],
    fetcher: Fetcher,
    *,
    how: Addition,
    report: Report,
) -> Added:
    """Add the articles of the sources to the dossier in `folder`; say what becomes of each.

    Raises `DossierError` where the folder is no dossier, or one title is stated for many sources.
    """
    run = _Run(folder, fetcher, how, report)
    for problem in run.through(deque(sources)):
        run.added.problems.append(problem)
        report(str(problem))
    return run.added


class _Run:
    def __init__(self, folder: Path, fetcher: Fetcher, how: Addition, report: Report) -> None:
        self._folder, self._fetcher, self._how, self._report = folder, fetcher, how, report
        self._originals = read_settings(folder).keep_originals
        self._known = Known(load_seeds(folder).articles if files_in(folder / FOLDER) else ())
        self._names = Names(folder)
        self._listed = 0
        self.added = Added()

    def through(self, queue: deque[Source | SourceError]) -> Iterator[DossierError]:
        """Add source by source; yield what went wrong."""
        number = 0
        while queue:
            source = queue.popleft()
            number += 1
            if number + len(queue) > 1:
                if self._how.stated:
                    raise SourceError("there are several sources.", todo=_ALONE)
                self._report(f"{number} of {number + len(queue)}: {_called(source)}")
            called = _called(source)
            try:
                found = attempt(partial(self._take, source), stage="load", item=called)
            except _CannotWriteError as problem:
                yield problem
                return
            except DossierError as problem:
                yield problem
            else:
                if isinstance(found, Fault):
                    yield FaultError(found, consequence=LEFT_OUT)
                else:
                    queue.extendleft(reversed(found))

    def _take(self, source: Source | SourceError) -> tuple[Source, ...]:
        """Add the article of one source; return the sources that it leads to."""
        if isinstance(source, SourceError):
            raise source
        if isinstance(source, Address) and self._is_known(str(source), self._at(source.url)):
            return ()
        got = received(source, self._fetcher)
        if isinstance(got, Leads):
            return self._within_limit(got, str(source))
        self._add(got)
        return ()

    def _add(self, got: Received) -> None:
        seed = article_of(got, stated=self._how.stated, today=self._how.today)
        metadata, came = Metadata(**seed.metadata), seed.metadata["sha256"]
        file = self._known.of_bytes(came, metadata.outlet) or self._at(got.address, metadata.url)
        if self._is_known(got.called, file or self._known.like(seed.text, metadata.outlet)):
            return
        readable_again(seed, file=got.called)
        name = self._names.new(seed.words)
        place = place_of(seed, name)
        if not self._how.dry_run:
            self._keep(seed, name, place)
        self._known.add(place, seed.text, metadata, [came])
        self.added.kept.append(place)
        self._report(f"{place}: {'would be ' if self._how.dry_run else ''}added.")
        for doubt in _doubts(seed.text, metadata, self._how.today):
            self._report(f"{FOLDER}/{name}.yml: {doubt}")

    def _keep(self, seed: Seed, name: str, place: str) -> None:
        try:
            keep(self._folder, seed, name, original=self._originals)
        except OSError as problem:
            raise _CannotWriteError(
                f"it cannot be written ({problem.strerror}).",
                todo="Make room or allow writing there, then run the command again.",
                file=place,
            ) from problem

    def _at(self, *addresses: str | None) -> str | None:
        return self._known.at(address for address in addresses if address)

    def _is_known(self, called: str, file: str | None) -> bool:
        if file is None:
            return False
        self.added.known.append(file)
        self._report(f"{called}: it is {file} already.")
        return True

    def _within_limit(self, leads: Leads, called: str) -> tuple[Source, ...]:
        room = self._how.limit - self._listed
        taken = leads.sources[:room]
        self._listed += len(taken)
        if len(taken) < len(leads.sources):
            self._report(
                f"{called}: it names {len(leads.sources):,} addresses; {len(taken):,} are taken. "
                "To take more: --limit."
            )
        return taken


class _CannotWriteError(DossierError):
    """The disk is full, or the folder may not be written to: the next article fails as well."""


def _doubts(text: str, metadata: Metadata, today: date) -> Iterator[str]:
    """What the maintainer should look at in an article that was added, in sentences."""
    lacking = [key for key in ("outlet", "published") if getattr(metadata, key) is None]
    if lacking:
        keys = " and ".join(f"`{key}`" for key in lacking)
        yield f"no {keys} was found. Write it in, if you know it."
    if metadata.published is not None and metadata.published > today:
        yield f"`published` is {metadata.published}, a day to come. Check it."
    language = metadata.language
    if language.partition("-")[0].lower() != "en":
        yield f"`language` is {language}, and only English is read. Add a translation instead."
    elif not is_english(text):
        yield "the text is not in English, and only English is read. Add a translation instead."


def _called(source: Source | SourceError) -> str:
    return source.file or "" if isinstance(source, SourceError) else str(source)
