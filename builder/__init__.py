"""Story Dossier: from the articles about one story to a website of who said what.

    from builder import Text, build, extract, publish, resolve

`build(folder)` makes the site of the dossier in a folder; `publish(folder)` does the same and
remembers it as published; `Build.changes` says what changed since it last was.
`extract(texts)` and `resolve(texts)` yield the rows that `dossier extract` and `dossier resolve`
write.
"""

from builder.jsonl import Text
from builder.pipeline import Build, build, publish
from builder.texts import extract, resolve

__all__ = ["Build", "Text", "build", "extract", "publish", "resolve"]
