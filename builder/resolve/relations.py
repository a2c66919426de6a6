"""Who spoke to, met, answered or spoke of whom: encounters and quotes in, relations out."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from builder.model.article import Passage
from builder.model.dossier import Relation, RelationKind
from builder.model.findings import Findings
from builder.model.ids import ArticleId, EntityId
from builder.model.quotes import Quote
from builder.model.spans import Spans, spans_of
from builder.resolve.entities.index import EntityIndex

_Edge = tuple[EntityId, EntityId, RelationKind]


def relations_of(
    findings: Sequence[Findings],
    quotes: Sequence[Quote],
    entities: EntityIndex,
    decided: Container[str] = (),
) -> tuple[Relation, ...]:
    """One relation for each pair of people and kind, with every passage that tells it.

    `decided` are the quotes of which the editor says whom they were said to: the words that report
    them ("Ruiz told Okafor that …") tell nothing else.
    "met" has no direction: it stands once, from the id that sorts first.
    """
    passages: dict[_Edge, set[Passage]] = defaultdict(set)
    reported = _by_article(quote for quote in quotes if quote.id in decided)
    met = _met(findings, entities, reported)
    for (source, target, kind), passage in (*met, *_said(quotes, entities)):
        if source == target or not (entities.is_person(source) and entities.is_person(target)):
            continue
        if kind == "met" and target < source:
            source, target = target, source  # noqa: PLW2901 - an undirected pair, put in order
        passages[source, target, kind].add(passage)
    return tuple(
        Relation(source=source, target=target, kind=kind, passages=tuple(sorted(told)))
        for (source, target, kind), told in sorted(passages.items())
    )


def _by_article(quotes: Iterable[Quote]) -> dict[ArticleId, Spans[None]]:
    found: dict[ArticleId, list[tuple[Passage, None]]] = defaultdict(list)
    for quote in quotes:
        found[quote.passage.article].append((quote.passage, None))
    return {article: spans_of(passages) for article, passages in found.items()}


def _met(
    findings: Sequence[Findings], entities: EntityIndex, reported: Mapping[ArticleId, Spans[None]]
) -> Iterator[tuple[_Edge, Passage]]:
    for found in findings:
        own = reported.get(found.article)
        for encounter in found.encounters:
            if own and encounter.kind == "spoke to" and own.over(encounter.passage):
                continue
            source, target = entities.who(encounter.source), entities.who(encounter.target)
            if source is not None and target is not None:
                yield (source, target, encounter.kind), encounter.passage


def _said(quotes: Sequence[Quote], entities: EntityIndex) -> Iterator[tuple[_Edge, Passage]]:
    for quote in quotes:
        if quote.speaker is None:
            continue
        if quote.addressee is not None:
            yield (quote.speaker, quote.addressee, "spoke to"), quote.passage
        for spoken_of in entities.inside(quote.passage):
            if spoken_of != quote.addressee:
                yield (quote.speaker, spoken_of, "spoke of"), quote.passage
