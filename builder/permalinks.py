"""Ids that last: every id once published is matched again by what it stands for, not by its wording.

Each id keeps *anchors*, short strings that survive rewording (a person's full names, the texts of a
claim's statements). At each build the clusters found now are matched with the ids published before
by their shared anchors; an id whose cluster is gone leads to the one that took most of its anchors.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from builder.errors import SettingsError

FILE = "permalinks.json"
SLUG_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cluster that needs an id: the words its id is made of, and its anchors."""

    words: str
    anchors: frozenset[str]


class Permalinks:
    """The ids published before and, after `assign`, the ids of this build."""

    def __init__(self, published: Mapping[str, Mapping[str, Sequence[str]]] | None = None) -> None:
        """Take `{kind: {id: anchors}}` as the last build left it."""
        self._published = {
            kind: {id_: frozenset(anchors) for id_, anchors in ids.items()}
            for kind, ids in (published or {}).items()
        }
        self._taken = {id_ for ids in self._published.values() for id_ in ids}
        self._now: dict[str, dict[str, frozenset[str]]] = {}

    def assign(self, kind: str, candidates: Sequence[Candidate]) -> tuple[str, ...]:
        """One id for each candidate, in their order: a published one where anchors agree, else new.

        Ids are unique across all kinds. Call once for each kind and build.
        """
        kept = _best_pairs(self._published.get(kind, {}), candidates)
        ids = tuple(
            kept.get(number) or self._new(kind, candidate.words)
            for number, candidate in enumerate(candidates)
        )
        self._now[kind] = {
            id_: candidate.anchors for id_, candidate in zip(ids, candidates, strict=True)
        }
        return ids

    def redirects(self, kind: str) -> dict[str, str | None]:
        """Each published id of this kind that is gone, and the id it leads to now, if any."""
        now = self._now.get(kind, {})
        holders: dict[str, list[str]] = defaultdict(list)
        for id_, anchors in now.items():
            for anchor in anchors:
                holders[anchor].append(id_)
        gone: dict[str, str | None] = {}
        for id_, anchors in sorted(self._published.get(kind, {}).items()):
            if id_ not in now:
                votes = Counter(holder for anchor in anchors for holder in holders[anchor])
                gone[id_] = min(votes, key=lambda found: (-votes[found], found), default=None)
        return gone

    def as_json(self) -> str:
        """What the next build reads: every id ever published, with its latest anchors."""
        kinds = sorted({*self._published, *self._now})
        table = {
            kind: {
                id_: sorted(anchors)
                for id_, anchors in sorted(
                    {**self._published.get(kind, {}), **self._now.get(kind, {})}.items()
                )
            }
            for kind in kinds
        }
        return json.dumps({"schema": 1, "ids": table}, ensure_ascii=False, indent=1) + "\n"

    def _new(self, kind: str, words: str) -> str:
        slug = slugify(words, max_length=SLUG_LENGTH, word_boundary=True) or kind
        number, id_ = 1, slug
        while id_ in self._taken:
            number += 1
            id_ = f"{slug}-{number}"
        self._taken.add(id_)
        return id_


def read_permalinks(folder: Path) -> Permalinks:
    """The ids that the dossier in `folder` has published; a missing file means none yet."""
    path = folder / FILE
    if not path.exists():
        return Permalinks()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Permalinks({str(kind): dict(ids) for kind, ids in data["ids"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise SettingsError(
            f"it cannot be read ({problem}).",
            todo="Restore it from version control: without it, published addresses break.",
            file=FILE,
        ) from problem


def _best_pairs(
    published: Mapping[str, frozenset[str]], candidates: Sequence[Candidate]
) -> dict[int, str]:
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, anchors in published.items():
        for anchor in anchors:
            holders[anchor].append(id_)
    pairs = [
        (-shared, id_, number)
        for number, candidate in enumerate(candidates)
        for id_, shared in Counter(
            id_ for anchor in candidate.anchors for id_ in holders.get(anchor, ())
        ).items()
    ]
    kept: dict[int, str] = {}
    used: set[str] = set()
    for _, id_, number in sorted(pairs):
        if number not in kept and id_ not in used:
            kept[number] = id_
            used.add(id_)
    return kept
