"""Story Dossier: from the articles about one story to a website of who said what.

    from builder import Text, build, extract, resolve

`build(folder)` publishes the dossier in a folder; `extract(texts)` and `resolve(texts)` yield the
rows that `dossier extract` and `dossier resolve` write.
"""

from builder.jsonl import Text
from builder.pipeline import Build, build
from builder.texts import extract, resolve

__all__ = ["Build", "Text", "build", "extract", "resolve"]
