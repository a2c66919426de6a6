"""The dossier for other programs: the contract of `data/dossier.json`, keys as promised."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from builder.model.article import Article, Passage
from builder.model.dossier import (
    ArticleRecord,
    Claim,
    Difference,
    Dossier,
    Entity,
    Event,
    EventPassage,
    Outlet,
    Quote,
    Timex,
)
from builder.model.findings import Findings
from builder.model.ids import EntityId
from builder.timeline import timeline_ics, timeline_json

SCHEMA = 1
Row = dict[str, Any]


def exports_of(dossier: Dossier) -> dict[str, str]:
    """The data files of the site, by path relative to `docs/`."""
    whole = json.dumps(dossier_row(dossier), ensure_ascii=False, indent=1)
    return {
        "data/dossier.json": whole + "\n",
        "data/timeline.ics": timeline_ics(dossier),
        "data/timeline.json": timeline_json(dossier),
    }


def dossier_row(dossier: Dossier) -> Row:
    """The whole contract as plain data, in the dossier's order."""
    return {
        "schema": SCHEMA,
        "title": dossier.title,
        "articles": [_article(record) for record in dossier.articles],
        "lineages": [
            {
                "id": lineage.id,
                "articles": list(lineage.articles),
                "source": lineage.source,
                "inferred": lineage.inferred,
                "evidence": lineage.evidence,
            }
            for lineage in dossier.lineages
        ],
        "people": [_entity(person) for person in dossier.people],
        "organisations": [_entity(organisation) for organisation in dossier.organisations],
        "places": [_entity(place) for place in dossier.places],
        "outlets": [_outlet(outlet) for outlet in dossier.outlets],
        "ambiguous": [
            {**_passage(name.passage), "candidates": list(name.candidates)}
            for name in dossier.ambiguous
        ],
        "quotes": [_quote(quote) for quote in dossier.quotes],
        "utterances": [
            {"id": said.id, "quotes": list(said.quotes), "speaker": said.speaker}
            for said in dossier.utterances
        ],
        "claims": [_claim(claim) for claim in dossier.claims],
        "events": [_event(event) for event in dossier.events],
        "relations": [
            {
                "from": relation.source,
                "to": relation.target,
                "kind": relation.kind,
                "passages": [_passage(passage) for passage in relation.passages],
            }
            for relation in dossier.relations
        ],
    }


def findings_row(article: Article, found: Findings, dossier: Dossier) -> Row:
    """What one article holds, as a line of `extract`; `dossier` is the story of it alone."""
    speakers: tuple[Entity | Outlet, ...] = (
        *dossier.people,
        *dossier.organisations,
        *dossier.places,
        *dossier.outlets,
    )
    names = {item.id: item.name for item in speakers}
    return {
        "doc_id": article.id,
        "quotes": [_found_quote(quote, names) for quote in dossier.quotes],
        "times": [
            {**(span_row(time.passage) or {}), "type": time.type, "value": time.value}
            for time in dossier.times
        ],
        "mentions": _mentions(dossier),
        "statements": [
            {**(span_row(statement.passage) or {}), "score": statement.score}
            for statement in found.statements
        ],
    }


def span_row(passage: Passage | None) -> Row | None:
    """A passage whose article is known from what it stands in."""
    if passage is None:
        return None
    return {"start": passage.start, "end": passage.end, "text": passage.text}


def _passage(passage: Passage) -> Row:
    return {"article": passage.article, **(span_row(passage) or {})}


def _passages(passages: Iterable[Passage]) -> list[Row]:
    return [_passage(passage) for passage in passages]


def _article(record: ArticleRecord) -> Row:
    article, metadata = record.article, record.article.metadata
    return {
        "id": record.id,
        "file": article.file,
        "title": record.title,
        "outlet": record.outlet,
        "url": metadata.url,
        "published": _day(record.published),
        "published_inferred": _inferred(record),
        "added": _day(metadata.added),
        "language": metadata.language,
        "authors": list(record.authors),
        "credits": [
            {
                "outlet": credit.outlet,
                "start": credit.passage.start,
                "end": credit.passage.end,
                "inferred": credit.inferred,
            }
            for credit in record.credits
        ],
        "lineage": record.lineage,
        "words": record.words,
        "boilerplate": [list(span) for span in article.boilerplate],
        "sha256": article.sha256,
        "page": record.page,
    }


def _inferred(record: ArticleRecord) -> Row | None:
    if record.published_inferred is None:
        return None
    return {"date": _day(record.published_inferred), "evidence": record.published_evidence}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "role": entity.role,
        "roles": [_passage(role) for role in entity.roles],
        "mentions": _passages(entity.mentions),
        "note": entity.note,
        "page": entity.page,
    }


def _outlet(outlet: Outlet) -> Row:
    return {
        "id": outlet.id,
        "name": outlet.name,
        "aliases": list(outlet.aliases),
        "kind": outlet.kind,
        "country": outlet.country,
        "url": outlet.url,
        "articles": list(outlet.articles),
        "citations": [{**_passage(cited.passage), "as": cited.kind} for cited in outlet.citations],
        "page": outlet.page,
    }


def _quote(quote: Quote) -> Row:
    return {
        "id": quote.id,
        **_passage(quote.passage),
        "kind": quote.kind,
        "group": quote.group,
        "pieces": [
            {**(span_row(piece.passage) or {}), "utterance": piece.utterance}
            for piece in quote.pieces
        ],
        "cue": span_row(quote.cue),
        "speaker": quote.speaker,
        "speaker_mention": span_row(quote.speaker_mention),
        "speaker_inferred": quote.speaker_inferred,
        "addressee": quote.addressee,
        "told_to": quote.told_to,
        "via": quote.via,
        "utterance": quote.utterance,
        "confidence": quote.confidence,
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": [
            {
                **_passage(statement.passage),
                "attributed_to": statement.attributed_to,
                "via": statement.via,
                "score": statement.score,
                "reasons": list(statement.reasons),
            }
            for statement in claim.statements
        ],
        "outlets": list(claim.outlets),
        "independent_sources": claim.independent_sources,
        "differences": [_difference(difference) for difference in claim.differences],
        "people": list(claim.people),
        "relayed_by": claim.relayed_by,
        "note": claim.note,
        "verdict": _verdict(claim),
        "page": claim.page,
    }


def _verdict(claim: Claim) -> Mapping[str, str] | None:
    if claim.verdict is None:
        return None
    return {"text": claim.verdict.text, "url": claim.verdict.url}


def _difference(difference: Difference) -> Row:
    return {
        "kind": difference.kind,
        "values": [
            {"value": given.value, "statements": list(given.statements)}
            for given in difference.values
        ],
    }


def _event(event: Event) -> Row:
    return {
        "id": event.id,
        "date": event.date,
        "status": event.status,
        "text": event.text,
        "people": list(event.people),
        "places": list(event.places),
        "claims": list(event.claims),
        "passages": [_telling(telling) for telling in event.passages],
        "conflicts": [
            {"date": conflict.date, "passages": list(conflict.passages)}
            for conflict in event.conflicts
        ],
    }


def _telling(telling: EventPassage) -> Row:
    return {**_passage(telling.passage), "timex": _timex(telling.timex)}


def _timex(timex: Timex | None) -> Row | None:
    if timex is None:
        return None
    return {**(span_row(timex.passage) or {}), "value": timex.value}


def _found_quote(quote: Quote, names: Mapping[EntityId, str]) -> Row:
    return {
        **(span_row(quote.passage) or {}),
        "kind": quote.kind,
        "cue": span_row(quote.cue),
        "speaker": span_row(quote.speaker_mention),
        "speaker_name": None if quote.speaker is None else names.get(quote.speaker),
        "confidence": quote.confidence,
    }


def _mentions(dossier: Dossier) -> list[Row]:
    rows = [
        {**(span_row(mention) or {}), "type": kind, "entity": entity.id}
        for kind, entities in (
            ("PERSON", dossier.people),
            ("ORG", dossier.organisations),
            ("PLACE", dossier.places),
        )
        for entity in entities
        for mention in entity.mentions
    ]
    rows += [
        {**(span_row(cited.passage) or {}), "type": "OUTLET", "entity": outlet.id}
        for outlet in dossier.outlets
        for cited in outlet.citations
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["type"], row["entity"]))
