"""Findings of many texts kept in a folder of Parquet files, for the next run over them.

In: a text as cleaned, and its findings. Out: those that an earlier run kept under the same key
(`builder.cache.findings_key`), or none. A partition is written whole and never changed; its name
tells what it holds, so that runs at once do not spoil each other's. One that is cut short or
garbled counts as none, and its texts are read again. Memory holds a partition that is being made,
a few row groups, and sixteen bytes for each text that is kept. `pyarrow` is an extra:
`pip install story-dossier[cluster]`.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from builder.cache import findings_key
from builder.errors import DossierError
from builder.model.article import Article
from builder.model.findings import Findings

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_PARTITION = 32_000_000  # bytes of findings before they are packed: a thousand short articles
_GROUP = 64  # texts that are unpacked together
_OPEN = 4  # row groups held unpacked: texts mostly come in the order of the run before
_COLUMNS = ("key", "article", "findings")
_EMPTY: list[list[int]] = []
_findings = TypeAdapter(Findings)
Result = TypeVar("Result")
Row = tuple[str, str, bytes]
Prefixes = NDArray[np.uint64]
Places = NDArray[np.uint32]


class Partitions:
    """A folder of Parquet files with the findings of texts, as JSON, under their keys."""

    def __init__(self, folder: Path, *, language_model: str, all_sentences: bool = False) -> None:
        """Keep files in `folder`; `language_model` is the pipeline's name and version.

        Raises `DossierError` where `pyarrow` is missing, or the folder is none.
        """
        _check(folder)
        self._folder = folder
        self._language_model, self._all_sentences = language_model, all_sentences
        self._paths = sorted(folder.glob("*.parquet"))
        self._prefixes, self._places = _index(self._paths)
        self._open: dict[tuple[int, int], dict[str, bytes]] = {}
        self._fresh: list[Row] = []
        self._size = 0

    def get(self, article: Article) -> Findings | None:
        """The findings of the article as it is now, if they are kept and readable."""
        key = self._key(article)
        prefix = _prefix(key)
        first, last = (
            int(np.searchsorted(self._prefixes, prefix, side=side)) for side in ("left", "right")
        )
        for partition, group in self._places[first:last].tolist():
            data = self._group(partition, group).get(key)
            if data is not None:
                try:
                    return _findings.validate_json(data)
                except ValidationError:
                    continue
        return None

    def put(self, article: Article, findings: Findings) -> None:
        """Keep the findings of the article, at the latest when `close` is called."""
        try:
            data = _findings.dump_json(findings)
        except PydanticSerializationError:  # half a character in the text: JSON cannot hold it
            return
        self._fresh.append((self._key(article), article.id, data))
        self._size += len(data)
        if self._size >= _PARTITION:
            self.close()

    def close(self) -> None:
        """Write what is not yet written."""
        if self._fresh:
            _write(self._folder, self._fresh)
        self._fresh, self._size = [], 0

    def _key(self, article: Article) -> str:
        return findings_key(
            article, language_model=self._language_model, all_sentences=self._all_sentences
        )

    def _group(self, partition: int, group: int) -> dict[str, bytes]:
        """The findings of a row group by their keys; none of one that is garbled."""
        place = partition, group
        if place not in self._open:
            while len(self._open) >= _OPEN:
                del self._open[next(iter(self._open))]
            work = partial(_unpacked, group=group)
            self._open[place] = _read(self._paths[partition], work, otherwise={})
        return self._open[place]


def _check(folder: Path) -> None:
    try:
        import pyarrow  # noqa: F401, PLC0415 - an extra, slow to import
    except ImportError as missing:
        raise DossierError(
            "keeping findings needs PyArrow, which is not installed.",
            todo="Install it: pip install 'story-dossier[cluster]'.",
        ) from missing
    if folder.exists() and not folder.is_dir():
        raise DossierError(
            "findings are kept in a folder, and this is a file.",
            todo="Name a folder.",
            file=folder,
        )


def _write(folder: Path, rows: Sequence[Row]) -> None:
    """Put a partition into the folder, whole; who reads there meanwhile never sees a half."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, slow to import
    from pyarrow import parquet  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    columns = dict(zip(_COLUMNS, map(list, zip(*rows, strict=True)), strict=True))
    name = hashlib.sha256("".join(columns["key"]).encode()).hexdigest()[:32]
    fresh = folder / f".{uuid4().hex}.new"  # of this run alone
    try:
        parquet.write_table(
            pa.table(columns), fresh, row_group_size=_GROUP,
            compression="zstd", use_dictionary=False, write_statistics=False, store_schema=False,
            write_page_checksum=True,
        )  # fmt: skip
        fresh.replace(folder / f"{name}.parquet")
    except OSError as problem:
        problem.filename = problem.filename or str(folder)  # PyArrow names no file
        raise
    finally:
        fresh.unlink(missing_ok=True)


def _index(paths: Sequence[Path]) -> tuple[Prefixes, Places]:
    """The first bytes of all keys, in order; in which partition and row group each stands."""
    prefixes, places = [np.empty(0, dtype=np.uint64)], [np.empty((0, 2), dtype=np.uint32)]
    for partition, path in enumerate(paths):
        for group, found in enumerate(_read(path, _prefixes, otherwise=_EMPTY)):
            prefixes.append(np.array(found, dtype=np.uint64))
            places.append(np.full((len(found), 2), (partition, group), dtype=np.uint32))
    every = np.concatenate(prefixes)
    order = np.argsort(every, kind="stable")
    return every[order], np.concatenate(places)[order]


def _read(path: Path, work: Callable[["ParquetFile"], Result], *, otherwise: Result) -> Result:
    """What `work` reads in the partition; `otherwise` if it is none, cut short or garbled."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, slow to import
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    try:
        with ParquetFile(path, page_checksum_verification=True) as file:
            return work(file)
    except (OSError, KeyError, ValueError, pa.ArrowException):
        return otherwise


def _prefixes(file: "ParquetFile") -> list[list[int]]:
    """The first bytes of the keys of each row group."""
    groups = (file.read_row_group(group, columns=["key"]) for group in range(file.num_row_groups))
    return [list(map(_prefix, group["key"].to_pylist())) for group in groups]


def _unpacked(file: "ParquetFile", group: int) -> dict[str, bytes]:
    rows = file.read_row_group(group, columns=["key", "findings"])
    return dict(zip(rows["key"].to_pylist(), rows["findings"].to_pylist(), strict=True))


def _prefix(key: str) -> int:
    return int(key[:16], 16)
