"""The whole dossier as plain data: the contract of `data/dossier.json`, in the dossier's order."""

from datetime import date

from builder.export.passages import Row, placed, span, span_or_none
from builder.model.dossier import (
    ArticleRecord,
    Claim,
    Difference,
    Dossier,
    Entity,
    Event,
    EventPassage,
    Lineage,
    Outlet,
    Quote,
    Relation,
    Timex,
)

SCHEMA = 1


def dossier_row(dossier: Dossier) -> Row:
    """The whole contract as plain data, in the dossier's order."""
    return {
        "schema": SCHEMA,
        "title": dossier.title,
        "articles": [_article(record) for record in dossier.articles],
        "lineages": [_lineage(lineage) for lineage in dossier.lineages],
        "people": [_entity(person) for person in dossier.people],
        "organisations": [_entity(organisation) for organisation in dossier.organisations],
        "places": [_entity(place) for place in dossier.places],
        "outlets": [_outlet(outlet) for outlet in dossier.outlets],
        "ambiguous": [
            {**placed(name.passage), "candidates": list(name.candidates)}
            for name in dossier.ambiguous
        ],
        "quotes": [_quote(quote) for quote in dossier.quotes],
        "utterances": [
            {"id": said.id, "quotes": list(said.quotes), "speaker": said.speaker}
            for said in dossier.utterances
        ],
        "claims": [_claim(claim) for claim in dossier.claims],
        "events": [_event(event) for event in dossier.events],
        "relations": [_relation(relation) for relation in dossier.relations],
    }


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


def _lineage(lineage: Lineage) -> Row:
    return {
        "id": lineage.id,
        "articles": list(lineage.articles),
        "source": lineage.source,
        "inferred": lineage.inferred,
        "evidence": lineage.evidence,
    }


def _entity(entity: Entity) -> Row:
    return {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "role": entity.role,
        "roles": [placed(role) for role in entity.roles],
        "mentions": [placed(mention) for mention in entity.mentions],
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
        "citations": [{**placed(cited.passage), "as": cited.kind} for cited in outlet.citations],
        "page": outlet.page,
    }


def _quote(quote: Quote) -> Row:
    return {
        "id": quote.id,
        **placed(quote.passage),
        "kind": quote.kind,
        "group": quote.group,
        "pieces": [
            {**span(piece.passage), "utterance": piece.utterance} for piece in quote.pieces
        ],
        "cue": span_or_none(quote.cue),
        "speaker": quote.speaker,
        "speaker_mention": span_or_none(quote.speaker_mention),
        "speaker_inferred": quote.speaker_inferred,
        "addressee": quote.addressee,
        "told_to": quote.told_to,
        "via": quote.via,
        "occasion": span_or_none(quote.occasion),
        "utterance": quote.utterance,
        "confidence": quote.confidence,
    }


def _claim(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": [
            {
                **placed(statement.passage),
                "attributed_to": statement.attributed_to,
                "via": statement.via,
                "asserted_by": span_or_none(statement.asserted_by),
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
        "relayed_in_words": claim.relayed_in_words,
        "note": claim.note,
        "verdict": _verdict(claim),
        "page": claim.page,
    }


def _verdict(claim: Claim) -> Row | None:
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
    return {**placed(telling.passage), "timex": _timex(telling.timex)}


def _timex(timex: Timex | None) -> Row | None:
    if timex is None:
        return None
    return {**span(timex.passage), "value": timex.value}


def _relation(relation: Relation) -> Row:
    return {
        "from": relation.source,
        "to": relation.target,
        "kind": relation.kind,
        "passages": [placed(passage) for passage in relation.passages],
    }
