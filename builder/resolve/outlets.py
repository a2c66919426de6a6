"""Outlets: publishers as the metadata states them, and those that articles cite."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from slugify import slugify

from builder import naming
from builder.links import page_address
from builder.model.article import Article, Passage
from builder.model.entities import Citation, Outlet
from builder.model.findings import CitationKind, Findings, FoundCitation
from builder.model.ids import ArticleId, EntityId, OutletId
from builder.overrides import Decisions, Different, Drop, Rename, Same
from builder.permalinks import Candidate, Permalinks
from builder.settings import Settings

_EDITION = re.compile(r" \([^()]*\)$")  # "Alba Herald (English edition)"
_ONE_MARK = str.maketrans(
    {**dict.fromkeys("‘’ʼ`´", "'"), **dict.fromkeys("“”„", '"'), **dict.fromkeys("‐‑‒–—−", "-"),
     "…": "...", "\u00ad": None, "\u200b": None}
)  # fmt: skip


class Register:
    """All known outlets: the maintainer's settings before the register that ships."""

    def __init__(self, settings: Settings) -> None:
        """Index both by name and alias."""
        self._rows: dict[str, naming.KnownOutlet] = {}
        own = tuple(
            naming.KnownOutlet(
                name=o.name, aliases=o.aliases, kind=o.kind, country=o.country, url=o.url
            )
            for o in settings.outlets
        )
        for row in (*own, *naming.outlets()):
            for name in (row.name, *row.aliases):
                self._rows.setdefault(outlet_key(name), row)

    def row(self, name: str) -> naming.KnownOutlet:
        """The register's row for a name, or a bare one of that name."""
        return self._rows.get(outlet_key(name)) or naming.KnownOutlet(name=name)


class Outlets:
    """Every outlet of the story with its articles and citations."""

    def __init__(
        self, articles: Sequence[Article], findings: Sequence[Findings], settings: Settings
    ) -> None:
        """Gather them by the register's names."""
        self._register = Register(settings)
        self._rows: dict[str, naming.KnownOutlet] = {}
        self._articles: dict[str, list[ArticleId]] = defaultdict(list)
        self._citations: dict[str, list[Citation]] = defaultdict(list)
        self._seen: dict[str, Counter[str]] = defaultdict(Counter)
        self._shown: dict[str, str] = {}
        self._joined: dict[str, str] = {}
        for article in articles:
            if article.metadata.outlet:
                self._articles[self._key(article.metadata.outlet)].append(article.id)
        for found in findings:
            self._cited(found)

    def decide(self, decisions: Decisions, permalinks: Permalinks) -> None:
        """Part, join, rename and drop as the maintainer says, by name or by published id."""
        for different in decisions.of(Different):
            if self._part(different.different):
                decisions.matched(different)
        for same in decisions.of(Same):
            keys = [self._meant(name, permalinks) for name in same.same]
            into = keys[0]
            if into is not None and all(key is not None for key in keys):
                for key in keys[1:]:
                    self._move(key or into, into)
                decisions.matched(same)
        for rename in decisions.of(Rename):
            renamed = self._meant(rename.rename, permalinks)
            if renamed is not None:
                self._shown[renamed] = rename.to
                decisions.matched(rename)
        for drop in decisions.of(Drop):
            dropped = self._meant(drop.drop, permalinks)
            if dropped is not None:
                del self._rows[dropped]
                decisions.matched(drop)

    def knows(self, name: str, permalinks: Permalinks) -> bool:
        """Whether the name, or the published id, is an outlet's."""
        return self._meant(name, permalinks) is not None

    def called(self, name: str) -> str | None:
        """The key of the outlet of that name, or of the one that the maintainer joined it to."""
        keys = (outlet_key(self._register.row(name).name), outlet_key(name))
        joined = (self._joined.get(key, key) for key in keys)
        known = next((key for key in joined if key in self._rows), None)
        editions = [key for key in self._rows if _EDITION.sub("", key) == keys[1]]
        return known or (editions[0] if len(editions) == 1 else None)

    def cite(self, key: str, passages: Iterable[Passage]) -> None:
        """Add passages that name the outlet of that key, in no capacity that they tell."""
        for passage in passages:
            self._citations[key].append(Citation(passage=passage, kind="other"))
            self._seen[key][" ".join(passage.text.split())] += 1

    def absorb(
        self, names: Sequence[str], passages: Sequence[Passage], permalinks: Permalinks
    ) -> None:
        """One outlet of all that the names mean; the passages cite it too, the first is shown."""
        keys = [key for name in names if (key := self._meant(name, permalinks)) is not None]
        into = keys[0]
        for key in keys[1:]:
            self._move(key, into)
        self.cite(into, passages)
        if not self.knows(names[0], permalinks):
            self._shown[into] = names[0]

    def resolved(self, permalinks: Permalinks) -> tuple[Outlet, ...]:
        """All outlets, by id."""
        keys = sorted(self._rows)
        candidates = [
            Candidate(words=self._rows[key].name, anchors=_anchors(key, self._rows[key].name))
            for key in keys
        ]
        ids = permalinks.assign("outlets", candidates)
        made = (
            self._outlet(key, OutletId(EntityId(id_))) for key, id_ in zip(keys, ids, strict=True)
        )
        return tuple(sorted(made, key=lambda outlet: outlet.id))

    def _cited(self, found: Findings) -> None:
        for citation, kind in _with_kinds(found):
            key = self._key(citation.passage.text)
            self._citations[key].append(Citation(passage=citation.passage, kind=kind))
            self._seen[key][citation.passage.text] += 1
        for credit in found.credits:
            if credit.style:
                self._key(credit.style)
            if credit.outlet and not _cites(found, credit.outlet):
                key = self._key(credit.outlet.text)
                self._citations[key].append(Citation(passage=credit.outlet, kind="wire"))
                self._seen[key][credit.outlet.text] += 1

    def _key(self, name: str) -> str:
        row = self._register.row(" ".join(name.split()))
        key = outlet_key(row.name)
        self._rows.setdefault(key, row)
        return key

    def _meant(self, name: str, permalinks: Permalinks) -> str | None:
        for key in (outlet_key(self._register.row(name).name), outlet_key(name)):
            if key in self._rows:
                return key
        published = sorted(permalinks.anchors("outlets", name))
        slugs = {slugify(row.name): key for key, row in sorted(self._rows.items(), reverse=True)}
        known = {**slugs, **{key: key for key in self._rows}}
        marked = [anchor for anchor in published if anchor in self._rows]
        return next((known[form] for form in (*marked, *published, name) if form in known), None)

    def _part(self, names: Sequence[str]) -> bool:
        """Names of one outlet of the register, each an outlet of its own from now on."""
        keys = [outlet_key(self._register.row(name).name) for name in names]
        if not all(key in self._rows for key in keys):
            return False
        for number, (name, key) in enumerate(zip(names, keys, strict=True)):
            if key in keys[:number] and name in self._seen[key]:
                self._leave(name, key)
        return True

    def _leave(self, name: str, key: str) -> None:
        own = outlet_key(name) if outlet_key(name) not in self._rows else f"{key}-{slugify(name)}"
        self._rows[own] = naming.KnownOutlet(name=name)
        cited = self._citations[key]
        self._citations[own] = [c for c in cited if c.passage.text == name]
        self._citations[key] = [c for c in cited if c.passage.text != name]
        self._seen[own][name] = self._seen[key].pop(name)

    def _move(self, key: str, into: str) -> None:
        if key != into:
            del self._rows[key]
            self._joined[key] = into
            self._articles[into].extend(self._articles.pop(key, []))
            self._citations[into].extend(self._citations.pop(key, []))
            self._seen[into].update(self._seen.pop(key, Counter()))

    def _outlet(self, key: str, id_: OutletId) -> Outlet:
        row, seen = self._rows[key], self._seen[key]
        name = self._shown.get(key, row.name)
        spellings = dict.fromkeys((*sorted(seen, key=lambda t: (-seen[t], t)), row.name))
        aliases = [text for text in spellings if text != name]
        return Outlet(
            id=id_, name=name, aliases=tuple(aliases),
            kind=row.kind, country=row.country, url=row.url,
            articles=tuple(self._articles[key]),
            citations=tuple(sorted(self._citations[key], key=lambda c: c.passage)),
            page=page_address("outlets", id_),
        )  # fmt: skip


@lru_cache(maxsize=naming.REMEMBERED)
def outlet_key(name: str) -> str:
    """The key of an outlet's name: "The Guardian", "guardian" and "Guardian.com" are one.

    So are forms of one mark ("People’s", "People's"). Names that differ in a mark are two outlets:
    "Läns Tidning" and "Lans Tidning", "The Sun!" and "The Sun".
    """
    plain = " ".join(unicodedata.normalize("NFC", name).translate(_ONE_MARK).split())
    bare = re.sub(r"^the |\.com$| news agency$", "", plain, flags=re.IGNORECASE)
    return (bare or plain).lower()


def _anchors(key: str, name: str) -> frozenset[str]:
    """What the outlet's address is kept by; also its key where a slug loses marks of its name."""
    slug = slugify(name)
    return frozenset({slug, key} if slugify(key) != key.replace(" ", "-") else {slug})


def _with_kinds(found: Findings) -> Iterator[tuple[FoundCitation, CitationKind]]:
    """Each citation with its kind: inside a credit it is the wire's, or a picture's."""
    credits_ = sorted(found.credits, key=lambda credit: credit.passage)
    starts = [credit.passage.start for credit in credits_]
    for citation in found.citations:
        number = bisect_right(starts, citation.passage.start) - 1
        credit = credits_[number] if number >= 0 else None
        if credit is None or not credit.passage.covers(citation.passage):
            yield citation, citation.kind
        else:
            of_picture = not (credit.outlet or credit.style or credit.makers)
            yield citation, "photo" if of_picture else "wire"


def _cites(found: Findings, passage: Passage) -> bool:
    return any(citation.passage == passage for citation in found.citations)
