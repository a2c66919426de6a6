"""Which articles came, changed, got another name or went; and which of them brought an item."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder.changes.news import ArticleChange, ArticleChangeKind, News
from builder.changes.order import newest_first, ranks
from builder.changes.snapshot import articles_of
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId
from builder.published import Published, PublishedArticle


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """The articles before and now, and the news put down to each of them so far."""

    known: Mapping[ArticleId, PublishedArticle]
    now: Mapping[ArticleId, PublishedArticle]
    names: Mapping[ArticleId, ArticleId]
    """The id before, and now, of articles whose file has another name and the same bytes."""
    was: Mapping[ArticleId, ArticleId]
    """The same, the other way round."""
    kinds: Mapping[ArticleId, ArticleChangeKind]
    """What became of the articles that are there now; of those that did not change, nothing."""
    rank: Mapping[ArticleId, int]
    """Each article's place in the order in which they came."""
    news: defaultdict[ArticleId | None, News] = field(default_factory=lambda: defaultdict(News))
    """By article; `None`: no article brought it."""

    def is_fresh(self, id_: ArticleId) -> bool:
        """Whether the article as it is was not published before."""
        return self.kinds.get(id_) in {"added", "changed"}

    def is_gone(self, id_: ArticleId) -> bool:
        """Whether the article was published before, and is no longer there."""
        return id_ in self.known and id_ not in self.now and id_ not in self.names

    def first(self, articles: Iterable[ArticleId]) -> ArticleId | None:
        """Which of the articles brought what they all have: the first one that is fresh."""
        fresh = [id_ for id_ in articles if self.is_fresh(id_)]
        return min(fresh, key=self.rank.__getitem__, default=None)

    def changes(self, dossier: Dossier) -> Iterator[ArticleChange]:
        """Every article that came, changed or went, with its news."""
        for record in newest_first(dossier.articles):
            if record.id in self.kinds:
                yield self._change(self.now[record.id], self.kinds[record.id])
        for id_, found in self.known.items():
            if self.is_gone(id_):
                yield self._change(found, "removed")

    def _change(self, found: PublishedArticle, kind: ArticleChangeKind) -> ArticleChange:
        before = self.known.get(self.was.get(found.id, found.id), found)
        return ArticleChange(
            id=found.id,
            kind=kind,
            file=found.file,
            outlet=found.outlet,
            published=found.published,
            news=self.news.get(found.id, News()),
            was=before.file if before.file != found.file else None,
        )


def arrivals_of(before: Published, dossier: Dossier) -> Arrivals:
    """The articles before and now, with no news yet."""
    known = {found.id: found for found in before.articles}
    now = {found.id: found for found in articles_of(dossier)}
    names = _names(known, now)
    was = {new: old for old, new in names.items()}
    return Arrivals(
        known=known,
        now=now,
        names=names,
        was=was,
        kinds={
            id_: kind
            for id_, found in now.items()
            if (kind := _kind(found, known.get(was.get(id_, id_))))
        },
        rank=ranks(dossier.articles),
    )


def _names(
    known: Mapping[ArticleId, PublishedArticle], now: Mapping[ArticleId, PublishedArticle]
) -> dict[ArticleId, ArticleId]:
    """A file that is gone, and a new one of the same bytes: one article under another name."""
    new: dict[str, list[ArticleId]] = defaultdict(list)
    for id_, found in now.items():
        if id_ not in known:
            new[found.sha256].append(id_)
    gone = [found for id_, found in known.items() if id_ not in now]
    return {found.id: new[found.sha256].pop(0) for found in gone if new[found.sha256]}


def _kind(found: PublishedArticle, before: PublishedArticle | None) -> ArticleChangeKind | None:
    if before is None:
        return "added"
    if found == replace(before, id=found.id, file=found.file):
        return None if found.file == before.file else "renamed"
    return "changed"
