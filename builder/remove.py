"""`dossier remove`: what goes with an article, told before it goes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from builder.errors import DossierError
from builder.last_build import LastBuild, read_last_build
from builder.load import article_id
from builder.render.phrases import counted, listed
from builder.seedfiles import seed_files
from builder.settings import read_settings

_NAMED = 3  # of what goes; the rest is counted


class Removal:
    """Articles to be removed from the dossier in a folder."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        """Find their files; `DossierError` where one is no article or the folder no dossier."""
        read_settings(folder)
        self._folder = folder
        found = {files.name: files for files in (seed_files(folder, name) for name in names)}
        self._seeds = tuple(found.values())

    def consequences(self) -> Iterator[str]:
        """What will change, in lines."""
        for seed in self._seeds:
            yield f"To be removed: {listed(list(seed.shown(self._folder)))}."
        gone: set[str] = {article_id(seed.name) for seed in self._seeds}
        last = read_last_build(self._folder)
        if last is None:
            return
        for id_ in sorted(gone & last.articles.keys()):
            yield f"Its page {last.articles[id_]} goes; the address leads to the list of articles."
        yield from _lonely(last, gone)

    def carry_out(self) -> None:
        """Remove the files, the articles first; `DossierError` names one that stays."""
        for path in (path for seed in self._seeds for path in seed.paths):
            try:
                path.unlink()
            except OSError as problem:
                raise DossierError(
                    f"it cannot be removed ({problem.strerror}).",
                    todo="Allow writing in its folder, then run the command again.",
                    file=path,
                ) from problem


def _lonely(last: LastBuild, gone: set[str]) -> Iterator[str]:
    """What no other article holds."""
    people = [name for name, articles in last.people if articles <= gone]
    claims = [text for text, articles in last.claims if articles <= gone]
    if people:
        yield f"{counted(len(people), 'person')} whom no other article names: {_some(people)}."
    if claims:
        yield f"{counted(len(claims), 'claim')} that no other article makes: {_some(claims)}."


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f"; and {more:,} more" if more > 0 else "")
