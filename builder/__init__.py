"""Story Dossier: from the articles about one story to a website of who said what.

    from builder import Text, build, extract, publish, resolve

`build(folder)` makes the site of the dossier in a folder; `publish(folder)` does the same and
remembers it as published; `Build.changes` says what changed since it last was.
`extract(texts)` and `resolve(texts)` yield the rows that `dossier extract` and `dossier resolve`
write.
"""

import sys
from types import ModuleType

from builder.jsonl import Text
from builder.pipeline import Build, build, publish
from builder.texts import extract, resolve

__all__ = ["Build", "Text", "build", "extract", "publish", "resolve"]


class _Package(ModuleType):
    """Keeps the names of the functions `extract` and `resolve`, which two of its parts have too.

    Python would give them to the parts, as soon as one is imported.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name not in __all__ or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
