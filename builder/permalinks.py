"""Ids and addresses that last: in, what was published before; out, what is published now.

Each id keeps *anchors*, short strings that survive rewording (a person's full names, the texts of
a claim's statements). At each build the clusters found now are matched with the ids published
before by shared anchors. An address that is gone leads to the page that took most of its anchors.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from builder.errors import SettingsError
from builder.files import write_whole

FILE = "permalinks.json"
SLUG_LENGTH = 60
_ARTICLES = "articles"
_OF_ARTICLES = frozenset({"events", "lineages", "quotes", "utterances"})
"""Kinds whose anchors begin with the id of the article that each stands in."""
_RESERVED = frozenset({"index"})  # the page of a section: nobody called Index may take its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A cluster that needs an id: the words that a new id is made of, and its anchors."""

    words: str
    anchors: frozenset[str]


class Permalinks:
    """The ids and pages published before; after `assign` and `publish`, also this build's."""

    def __init__(
        self,
        published: Mapping[str, Mapping[str, Iterable[str]]] | None = None,
        pages: Iterable[str] = (),
        renamed: Mapping[str, str] | None = None,
    ) -> None:
        """Take `{kind: {id: anchors}}` and the page addresses as the last build left them.

        `renamed` leads from ids that articles had to those that they have.
        """
        self._published = {
            kind: {id_: frozenset(anchors) for id_, anchors in ids.items()}
            for kind, ids in (published or {}).items()
        }
        self._taken = {id_ for ids in self._published.values() for id_ in ids} | _RESERVED
        self._numbers: dict[str, int] = {}
        self._articles: frozenset[str] = frozenset()
        self._now: dict[str, dict[str, frozenset[str]]] = {}
        self._pages = frozenset(pages)
        self._renamed = dict(renamed or {})

    def reserve(self, articles: Iterable[str]) -> None:
        """Keep the ids of articles, which are the names of their files, from everything else.

        Call before `assign`. What was published under such an id gets a new one.
        """
        self._articles = frozenset(articles)
        self._taken |= self._articles

    def rename_article(self, old: str, new: str) -> None:
        """Lead from an article's old id to its new one, and keep the ids of what stands in it."""
        self._renamed = {id_: new if to == old else to for id_, to in self._renamed.items()}
        self._renamed[old] = new
        self._renamed.pop(new, None)
        for kind in _OF_ARTICLES & self._published.keys():
            self._published[kind] = {
                id_: frozenset(_of_renamed(anchor, old, new) for anchor in anchors)
                for id_, anchors in self._published[kind].items()
            }

    def assign(self, kind: str, candidates: Sequence[Candidate]) -> tuple[str, ...]:
        """One id for each candidate, in order: a published one where anchors agree, else new.

        Ids are unique across all kinds. Call once for each kind and build.
        """
        published = self._published.get(kind, {})
        free = {id_: published[id_] for id_ in published if id_ not in self._articles}
        kept = _best_pairs(free, candidates)
        ids = tuple(
            kept.get(number) or self._new(kind, candidate.words)
            for number, candidate in enumerate(candidates)
        )
        self._now[kind] = {
            id_: candidate.anchors for id_, candidate in zip(ids, candidates, strict=True)
        }
        return ids

    def anchors(self, kind: str, id_: str) -> frozenset[str]:
        """The anchors that the id had when it was last published; none where it never was."""
        return self._published.get(kind, {}).get(id_, frozenset())

    def publish(self, pages: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Take this build's pages, `{id: address}`; return `(old address, where it leads now)`.

        An address whose item is gone leads to the page of the item that took most of its anchors,
        else to the index of its section.
        """
        gone = sorted(self._pages - set(pages.values()))
        self._pages |= set(pages.values())
        holders: dict[str, list[str]] = defaultdict(list)
        for ids in self._now.values():
            for id_, anchors in ids.items():
                for anchor in anchors:
                    holders[anchor].append(id_)
        return tuple((address, self._heir(address, holders, pages)) for address in gone)

    def as_json(self) -> str:
        """What the next build reads: every id and page ever published, with its latest anchors."""
        ids: dict[str, dict[str, list[str]]] = {}
        for kind in sorted({*self._published, *self._now}):
            latest = {**self._published.get(kind, {}), **self._now.get(kind, {})}
            ids[kind] = {id_: sorted(anchors) for id_, anchors in sorted(latest.items())}
        data = {"schema": 1, "ids": ids, "pages": sorted(self._pages)}
        if self._renamed:
            data["renamed"] = dict(sorted(self._renamed.items()))
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def _new(self, kind: str, words: str) -> str:
        slug = slugify(words, max_length=SLUG_LENGTH, word_boundary=True) or kind
        number, id_ = self._numbers.get(slug, 1), slug
        while id_ in self._taken:
            number += 1
            id_ = f"{slug}-{number}"
        self._numbers[slug] = number
        self._taken.add(id_)
        return id_

    def _heir(
        self, address: str, holders: Mapping[str, Sequence[str]], pages: Mapping[str, str]
    ) -> str:
        section, _, id_ = address.rstrip("/").rpartition("/")
        if section == _ARTICLES and self._renamed.get(id_) in self._articles:
            return pages[self._renamed[id_]]
        anchors = next((ids[id_] for ids in self._published.values() if id_ in ids), ())
        votes = Counter(
            heir for anchor in anchors for heir in holders.get(anchor, ()) if heir in pages
        )
        heir = min(votes, key=lambda found: (-votes[found], found), default=None)
        return f"{section}/" if heir is None else pages[heir]


def read_permalinks(folder: Path) -> Permalinks:
    """The ids that the dossier in `folder` has published; a missing file means none yet."""
    path = folder / FILE
    if not path.exists():
        return Permalinks()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        ids = {kind: dict(anchors) for kind, anchors in data["ids"].items()}
        return Permalinks(ids, data["pages"], dict(data.get("renamed", {})))
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise SettingsError(
            f"it cannot be read ({problem}).",
            todo="Restore it from version control: without it, published addresses break.",
            file=FILE,
        ) from problem


def write_permalinks(folder: Path, permalinks: Permalinks) -> None:
    """Keep the ids and pages for the next build of the dossier in `folder`."""
    write_whole(folder / FILE, permalinks.as_json().encode())


def _of_renamed(anchor: str, old: str, new: str) -> str:
    """The anchor ("a: we will stay", "a the port shut", "release a") under the new id."""
    found = re.match(rf"(?P<kind>release )?{re.escape(old)}(?=:? |$)", anchor)
    return anchor if found is None else f"{found['kind'] or ''}{new}{anchor[found.end() :]}"


def check_permalinks(folder: Path, permalinks: Permalinks) -> None:
    """Raise `SettingsError` where keeping these ids and pages would change the file."""
    path = folder / FILE
    if not path.exists() or path.read_text(encoding="utf-8") != permalinks.as_json():
        raise SettingsError(
            "this build would change it: it lacks addresses or names that the pages have now.",
            todo="Run `dossier build` without --locked, and commit the file.",
            file=FILE,
        )


def _best_pairs(
    published: Mapping[str, frozenset[str]], candidates: Sequence[Candidate]
) -> dict[int, str]:
    holders: dict[str, list[str]] = defaultdict(list)
    for id_, anchors in published.items():
        for anchor in anchors:
            holders[anchor].append(id_)
    pairs = [
        # of two that share as much, the one that stood for less else: it lost least
        (-shared, len(published[id_]), id_, number)
        for number, candidate in enumerate(candidates)
        for id_, shared in Counter(
            id_ for anchor in candidate.anchors for id_ in holders.get(anchor, ())
        ).items()
    ]
    kept: dict[int, str] = {}
    used: set[str] = set()
    for _, _, id_, number in sorted(pairs):
        if number not in kept and id_ not in used:
            kept[number] = id_
            used.add(id_)
    return kept
