"""Story Dossier: from the articles about one story to a website of who said what.

    from builder import Text, build, extract, publish, resolve

`build(folder)` makes the site of the dossier in a folder; `publish(folder)` does the same and
remembers it as published; `Build.changes` says what changed since it last was.
`extract(texts)` and `resolve(texts)` yield the rows that `dossier extract` and `dossier resolve`
write.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from builder.jsonl import Text
    from builder.pipeline import Build, build, publish
    from builder.texts import extract, resolve

__all__ = ["Build", "Text", "build", "extract", "publish", "resolve"]


_HOMES = {
    "Build": "pipeline", "Text": "jsonl", "build": "pipeline", "extract": "texts",
    "publish": "pipeline", "resolve": "texts",
}  # fmt: skip


class _Package(ModuleType):
    """Imports what is asked for then alone: the command can be ended while it does.

    Keeps the names of the functions `extract` and `resolve`, which two of its parts have too.

    Python would give them to the parts, as soon as one is imported.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)

    def __getattr__(self, name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{self.__name__}.{_HOMES[name]}"), name)
        setattr(self, name, value)
        return value


sys.modules[__name__].__class__ = _Package
