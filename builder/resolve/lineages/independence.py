"""How many independent sources stand behind statements: statements in, articles by source out.

One source are: the articles of a wire line; the articles of one outlet; the words of one release,
whichever articles have them; all that articles have from one person, body or outlet that they
name ("the mayor said", "told Radio X", "according to a readout by …"), with what that person
demands or denies; and what they quote word for word, unless they name two who said it.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from builder.model.article import Passage
from builder.model.ids import ArticleId, EntityId, LineageId, OutletId
from builder.model.records import ArticleRecord, Lineage

_NAME = re.compile(r"(?<!^)\b[A-Z]")  # "the ACDW union", unlike "officials" and "The group"


class Assertion(Protocol):
    """A statement, with whoever it comes from as far as its article says."""

    @property
    def passage(self) -> Passage:
        """Where it stands."""

    @property
    def attributed_to(self) -> EntityId | None:
        """Who asserts it."""

    @property
    def via(self) -> OutletId | None:
        """The outlet that relays it."""

    @property
    def spoken_by(self) -> EntityId | None:
        """Whose demand or denial it tells of."""

    @property
    def quoted(self) -> bool:
        """Whether it stands between quotation marks."""

    @property
    def asserted_by(self) -> Passage | None:
        """The words for who asserts it, where they lead to nobody that is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Independence:
    """What makes several articles of a story one source."""

    origins: Mapping[ArticleId, Hashable]
    """For each article its wire line, else its outlet; one without both is its own."""
    lines: Mapping[EntityId, LineageId]
    """The only line that goes back to an outlet."""
    releases: Mapping[ArticleId, tuple[tuple[Passage, LineageId], ...]]
    """The words that each article has from a release."""

    def count(self, statements: Iterable[Assertion]) -> int:
        """The independent sources of the statements."""
        return len(self.sources(statements))

    def sources(self, statements: Iterable[Assertion]) -> tuple[tuple[ArticleId, ...], ...]:
        """The articles of each independent source, those of most articles first."""
        told = tuple(statements)
        said = _quotes_one_person(told)
        parent: dict[Hashable, Hashable] = {}

        def root(key: Hashable) -> Hashable:
            while parent.setdefault(key, key) != key:
                key = parent[key]
            return key

        for statement in told:
            own = (*self._origins(statement), *(("quoted",) if said and statement.quoted else ()))
            first, *others = map(root, own)
            for other in others:
                parent[root(other)] = root(first)
        groups: dict[Hashable, set[ArticleId]] = defaultdict(set)
        for article in {statement.passage.article for statement in told}:
            groups[root(self.origins.get(article, article))].add(article)
        found = (tuple(sorted(articles)) for articles in groups.values())
        return tuple(sorted(found, key=lambda articles: (-len(articles), articles)))

    def _origins(self, statement: Assertion) -> Iterable[Hashable]:
        """All that the statement may be known from: statements that share one are one source."""
        article = statement.passage.article
        yield self.origins.get(article, article)
        for named in (statement.attributed_to, statement.via, statement.spoken_by):
            if named is not None:
                yield self.lines.get(named, named)
        said_by = statement.asserted_by
        if said_by is not None and _NAME.search(said_by.text):
            yield "said by", said_by.text.casefold().removeprefix("the ")
        for words, release in self.releases.get(article, ()):
            if words.start < statement.passage.end and statement.passage.start < words.end:
                yield release


def _quotes_one_person(statements: Iterable[Assertion]) -> bool:
    """Whether those in quotation marks may all have been said by one."""
    named = (statement.attributed_to for statement in statements if statement.quoted)
    return len({who for who in named if who is not None}) <= 1


def independence_of(records: Sequence[ArticleRecord], lineages: Sequence[Lineage]) -> Independence:
    """What makes the articles of these records one source."""
    lines: dict[EntityId, list[LineageId]] = defaultdict(list)
    releases: dict[ArticleId, list[tuple[Passage, LineageId]]] = defaultdict(list)
    for lineage in lineages:
        if lineage.kind == "wire" and lineage.source is not None:
            lines[lineage.source].append(lineage.id)
        for passage in lineage.passages:
            releases[passage.article].append((passage, lineage.id))
    origins = {record.id: record.lineage or record.outlet or record.id for record in records}
    return Independence(
        origins=origins,
        lines={outlet: ids[0] for outlet, ids in lines.items() if len(ids) == 1},
        releases={article: tuple(words) for article, words in releases.items()},
    )
