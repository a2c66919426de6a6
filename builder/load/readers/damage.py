"""What libraries raise on a damaged file in, the sentence that a person reads out."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from builder.errors import SeedError

# The libraries walk structures that a damaged file breaks anywhere: they raise what Python raises.
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, OSError,
    RuntimeError, SyntaxError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


@contextmanager
def damage_told(told: str, *, file: str, also: tuple[type[Exception], ...] = ()) -> Iterator[None]:
    """Turn what a library raises into a `SeedError`; `also` are the library's own exceptions."""
    broken: tuple[type[Exception], ...] = (*_BROKEN, *also)
    try:
        yield
    except broken as problem:
        todo = "Get it again, or copy the article's text into a .txt file."
        raise SeedError(f"it is damaged, or is not {told}.", todo=todo, file=file) from problem
