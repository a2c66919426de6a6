"""What can go wrong, by what the person must mend: where, what, next step."""

from collections.abc import Sequence
from pathlib import Path
from unicodedata import category


class DossierError(Exception):
    """Something that a maintainer can mend.

    The message reads `where: what. next step`; `file` and `line` are kept for programs.
    """

    def __init__(
        self, what: str, *, todo: str, file: Path | str | None = None, line: int | None = None
    ) -> None:
        """Keep the parts; compose the message from them."""
        self.what = what
        self.todo = todo
        self.file = None if file is None else str(file)
        self.line = line
        name = printable(self.file or "").replace("\n", "\\n")
        place = "" if file is None else f"{name}: " if line is None else f"{name}:{line}: "
        super().__init__(place + printable(f"{what} {todo}"))

    def __reduce__(self) -> tuple[object, ...]:
        """The same error in another process: its parts, not what they are composed to."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class SeedError(DossierError):
    """One article cannot be read; the others still can."""


class SettingsError(DossierError):
    """`dossier.yml`, or the folder that holds it, cannot be used."""


class EditorialError(DossierError):
    """A decision in `editorial.yml` cannot be read, or matches nothing any more."""

    @classmethod
    def together(cls, problems: Sequence["EditorialError"]) -> "EditorialError":
        """One error that tells them all, one a line, in the order of the file."""
        first, *others = sorted(problems, key=lambda problem: problem.line or 0)
        todo = "\n".join((first.todo, *map(str, others)))
        return cls(first.what, todo=todo, file=first.file, line=first.line)


class ModelError(DossierError):
    """The language model is missing or of the wrong version."""


class WriteError(DossierError):
    """A file that the builder did not write stands where a generated one belongs."""


class SiteError(DossierError):
    """MkDocs could not render the pages."""


def printable(text: str) -> str:
    r"""The text as a terminal may show it: other people's control characters as `\x1b`."""
    return "".join(
        mark
        if mark.isprintable() or mark == "\n" or category(mark) == "Zs"
        else mark.encode("unicode_escape").decode()
        for mark in text
    )
