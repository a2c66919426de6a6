"""The dossier as pages ask for it: every index that a page needs, made once, in linear time."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.dossier import Dossier, Relation
from builder.model.entities import Citation, Entity, Outlet
from builder.model.events import Event
from builder.model.ids import ArticleId, ClaimId, EntityId, LineageId
from builder.model.records import ArticleRecord, Lineage
from builder.model.spans import Spans, apart, spans_of
from builder.render.parts.article_labels import labels, publishers
from builder.render.parts.quote_groups import Saying, sayings_of
from builder.render.parts.salience import Teller, teller_of
from builder.settings import Settings

_ID = re.compile(r"“[^”]*”|\w+(?:[.-]\w+)*")  # what is quoted names no article
_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierIndex:
    """A dossier with its indexes. Every tuple keeps the dossier's order."""

    dossier: Dossier
    settings: Settings
    articles: Mapping[ArticleId, ArticleRecord]
    labels: Mapping[ArticleId, str]
    """What an article is called in a line: its outlet, and its day where two are alike; unique."""
    publishers: Mapping[ArticleId, str]
    """Who published it, where day or title stand beside."""
    entities: Mapping[EntityId, Entity]
    outlets: Mapping[EntityId, Outlet]
    lineages: Mapping[ArticleId, Lineage]
    releases: Mapping[ArticleId, tuple[Lineage, ...]]
    """Those of kind `release`, by the articles that draw on them."""
    evidence: Mapping[LineageId, str]
    """Why articles are one lineage, with their labels for their ids."""
    dated_by: Mapping[ArticleId, str]
    """Why an article's day of publication is inferred, likewise."""
    names: Mapping[ArticleId, Spans[EntityId]]
    sayings: tuple[Saying, ...]
    said_by: Mapping[EntityId, tuple[Saying, ...]]
    said_in: Mapping[ArticleId, tuple[Saying, ...]]
    spoken: Mapping[ArticleId, Spans[Saying]]
    claims: Mapping[ClaimId, Claim]
    claims_by: Mapping[EntityId, tuple[Claim, ...]]
    claims_about: Mapping[EntityId, tuple[Claim, ...]]
    claims_in: Mapping[ArticleId, tuple[Claim, ...]]
    events_with: Mapping[EntityId, tuple[Event, ...]]
    events_of: Mapping[ClaimId, tuple[Event, ...]]
    events_in: Mapping[ArticleId, tuple[Event, ...]]
    relations_of: Mapping[EntityId, tuple[Relation, ...]]
    cited_in: Mapping[ArticleId, tuple[tuple[Outlet, Citation], ...]]
    teller: Teller
    """Which differences in words are news."""

    def sources(self, articles: Iterable[ArticleId]) -> int:
        """How many independent sources so many articles are."""
        return len(self.by_source(articles))

    def by_source(self, articles: Iterable[ArticleId]) -> tuple[tuple[ArticleId, ...], ...]:
        """The articles of each independent source: of one report or one outlet; most first."""
        found: dict[str, list[ArticleId]] = defaultdict(list)
        for article in articles:
            found[self.line_of(article)].append(article)
        return tuple(sorted(map(tuple, found.values()), key=lambda same: (-len(same), same)))

    def by_sources(self, sayings: Iterable[Saying]) -> list[Saying]:
        """Those that most independent sources have first, then as they stand."""
        return sorted(
            sayings, key=lambda said: (-self.sources(said.articles), -len(said.articles))
        )

    def line_of(self, article: ArticleId) -> str:
        """What an article's independent source is known by: its report, its outlet, or itself."""
        lineage, outlet = self.lineages.get(article), self.articles[article].outlet
        return f"line {lineage.id}" if lineage else f"outlet {outlet}" if outlet else article


def story_of(dossier: Dossier, settings: Settings) -> DossierIndex:
    """The dossier with all its indexes."""
    outlets: dict[EntityId, Outlet] = {outlet.id: outlet for outlet in dossier.outlets}
    published_by = publishers(dossier.articles, outlets)
    named = labels(dossier.articles, published_by)
    names, sayings = _names(dossier), sayings_of(dossier)
    stated = [(found, claim) for claim in dossier.claims for found in claim.statements]
    told = [(found.passage, event) for event in dossier.events for found in event.passages]
    cited = [(found, outlet) for outlet in dossier.outlets for found in outlet.citations]
    return DossierIndex(
        dossier=dossier,
        settings=settings,
        articles={record.id: record for record in dossier.articles},
        labels=named,
        publishers=published_by,
        entities={entity.id: entity for entity in _entities(dossier)},
        outlets=outlets,
        evidence={line.id: _labelled(line.evidence, named) for line in dossier.lineages},
        dated_by={
            record.id: _labelled(record.published_evidence, named)
            for record in dossier.articles
            if record.published_evidence
        },
        lineages={
            article: line
            for line in dossier.lineages
            if line.kind == "wire"
            for article in line.articles
        },
        releases=_index(
            (article, line)
            for line in dossier.lineages
            if line.kind == "release"
            for article in line.articles
        ),
        names=names,
        sayings=sayings,
        spoken=_spoken(sayings),
        said_by=_index((said.speaker, said) for said in sayings if said.speaker),
        said_in=_index((article, said) for said in sayings for article in said.articles),
        claims={claim.id: claim for claim in dossier.claims},
        claims_by=_index((one.attributed_to, claim) for one, claim in stated if one.attributed_to),
        claims_about=_index((id_, one) for one in dossier.claims for id_ in _about(one, names)),
        claims_in=_index((found.passage.article, claim) for found, claim in stated),
        events_with=_index((id_, one) for one in dossier.events for id_ in _with(one, names)),
        events_of=_index((id_, event) for event in dossier.events for id_ in event.claims),
        events_in=_index((passage.article, event) for passage, event in told),
        relations_of=_index(
            (end, one) for one in dossier.relations for end in (one.source, one.target)
        ),
        cited_in=_index((found.passage.article, (outlet, found)) for found, outlet in cited),
        teller=teller_of(dossier),
    )


def _entities(dossier: Dossier) -> Iterable[Entity]:
    return chain(dossier.people, dossier.organisations, dossier.places)


def _index(pairs: Iterable[tuple[_Key, _Value]]) -> Mapping[_Key, tuple[_Value, ...]]:
    """Each key with its values, each value once, in the order given."""
    found: dict[_Key, dict[int, _Value]] = defaultdict(dict)
    for key, value in pairs:
        found[key].setdefault(id(value), value)
    return {key: tuple(values.values()) for key, values in found.items()}


def _names(dossier: Dossier) -> Mapping[ArticleId, Spans[EntityId]]:
    found: dict[ArticleId, list[tuple[Passage, EntityId]]] = defaultdict(list)
    for entity in _entities(dossier):
        for mention in entity.mentions:
            found[mention.article].append((mention, entity.id))
    for outlet in dossier.outlets:
        for citation in outlet.citations:
            found[citation.passage.article].append((citation.passage, outlet.id))
    return {article: spans_of(apart(pairs)) for article, pairs in found.items()}


def _spoken(sayings: Iterable[Saying]) -> Mapping[ArticleId, Spans[Saying]]:
    found: dict[ArticleId, list[tuple[Passage, Saying]]] = defaultdict(list)
    for said in sayings:
        for wording in said.wordings:
            found[wording.article].extend((passage, said) for passage in wording.passages)
    return {article: spans_of(pairs) for article, pairs in found.items()}


def _about(claim: Claim, names: Mapping[ArticleId, Spans[EntityId]]) -> Iterable[EntityId]:
    passages = (statement.passage for statement in claim.statements)
    return dict.fromkeys([*claim.people, *_named(passages, names)])


def _with(event: Event, names: Mapping[ArticleId, Spans[EntityId]]) -> Iterable[EntityId]:
    passages = (telling.passage for telling in event.passages)
    return dict.fromkeys([*event.people, *event.places, *_named(passages, names)])


def _named(
    passages: Iterable[Passage], names: Mapping[ArticleId, Spans[EntityId]]
) -> Iterable[EntityId]:
    for passage in passages:
        if passage.article in names:
            yield from (named for _, named in names[passage.article].inside(passage))


def _labelled(text: str, names: Mapping[ArticleId, str]) -> str:
    return _ID.sub(lambda id_: names.get(ArticleId(id_[0]), id_[0]), text)
