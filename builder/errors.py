"""What can go wrong, by what the person must mend: where, what, next step."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from unicodedata import category

DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_NO_ROOM = os.strerror(errno.ENOSPC)
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


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


class DiskError(DossierError):
    """The disk is full, or a file or folder may not be read or written."""

    @classmethod
    def of(cls, problem: OSError) -> "DiskError":
        """What the system said, as a person reads it."""
        what, todo = _of_disk(problem)
        file = problem.filename2 or problem.filename
        return cls(what if file else what[0].upper() + what[1:], todo=todo, file=file)


def _of_disk(problem: OSError) -> tuple[str, str]:
    kept = "what was published stays as it was."
    if problem.errno in DISK_FULL or _NO_ROOM in str(problem):  # several from `shutil`
        return "the disk is full.", f"Make room and run it again; {kept}"
    if problem.errno in _FORBIDDEN:
        return (
            f"there is no permission ({problem.strerror}).",
            f"Ask for it, or name another folder; {kept}",
        )
    return f"it cannot be used ({problem.strerror or problem}).", "Check the path."


def printable(text: str) -> str:
    r"""The text as a terminal may show it: other people's control characters as `\x1b`."""
    return "".join(
        mark
        if mark.isprintable() or mark == "\n" or category(mark) == "Zs"
        else mark.encode("unicode_escape").decode()
        for mark in text
    )
