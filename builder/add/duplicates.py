"""Whether an article is in the dossier already: its address, bytes, outlet and text in, which out.

The same bytes, the same address, the same text, or nearly the same text. What two outlets print of
one wire report are two articles, though they share every word: the dossier compares them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from builder import naming
from builder.add.addresses import address_key
from builder.model.article import Metadata, RawArticle

_SHINGLE = 5  # words; runs of five are shared by chance in hardly any two articles
_NEARLY = 0.8  # of the shingles of both, within one outlet: a story that was touched up
_ALL_BUT = 0.95  # the same where an outlet is not stated: a copy with another last line
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    file: str
    outlet: str
    words: str
    shingles: Set[int]


class Known:
    """The articles of the dossier, and those that this run has added."""

    def __init__(self, seeds: Iterable[RawArticle]) -> None:
        """Start with the dossier's own."""
        self._hashes: dict[str, list[_Known]] = defaultdict(list)
        self._addresses: dict[str, str] = {}
        self._articles: list[_Known] = []
        for seed in seeds:
            hashes = [seed.sha256, *([seed.metadata.sha256] if seed.metadata.sha256 else [])]
            self.add(seed.file, seed.text, seed.metadata, hashes)

    def add(self, file: str, text: str, metadata: Metadata, hashes: Iterable[str]) -> None:
        """Know this one too."""
        if metadata.url:
            self._addresses.setdefault(address_key(metadata.url), file)
        words = _words(text)
        known = _Known(
            file=file, outlet=_outlet(metadata.outlet), words=" ".join(words),
            shingles=_shingles(words),
        )  # fmt: skip
        self._articles.append(known)
        for one in hashes:
            self._hashes[one].append(known)

    def at(self, addresses: Iterable[str]) -> str | None:
        """The file of the article that has one of these addresses."""
        keys = map(address_key, addresses)
        return next((self._addresses[key] for key in keys if key in self._addresses), None)

    def of_bytes(self, sha256: str, outlet: str | None) -> str | None:
        """The file of the article that was received as these bytes; not of another outlet's."""
        known = self._hashes.get(sha256, ())
        return next((one.file for one in known if _may_be_one(_outlet(outlet), one.outlet)), None)

    def like(self, text: str, outlet: str | None) -> str | None:
        """The file of the article with the same text, or nearly so; not of another outlet's."""
        own, words = _outlet(outlet), _words(text)
        joined, shingles = " ".join(words), _shingles(words)
        for known in self._articles:
            if not _may_be_one(own, known.outlet):
                continue
            if known.words == joined:
                return known.file
            enough = _NEARLY if own and own == known.outlet else _ALL_BUT
            if _share(shingles, known.shingles) > enough:
                return known.file
        return None


def _may_be_one(outlet: str, other: str) -> bool:
    return not outlet or not other or outlet == other


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> Set[int]:
    runs = zip(*(islice(words, start, None) for start in range(_SHINGLE)), strict=False)
    return {hash(run) for run in runs}


def _share(one: Set[int], other: Set[int]) -> float:
    """How much of the longer text stands in the other."""
    most = max(len(one), len(other))
    return len(one & other) / most if most and min(len(one), len(other)) > most / 2 else 0.0


def _outlet(name: str | None) -> str:
    """An outlet's name, one for all that the register knows it by; "" where none is stated."""
    if not name:
        return ""
    row = naming.outlet_names().get(name)
    return " ".join((row.name if row else name).casefold().removeprefix("the ").split())
