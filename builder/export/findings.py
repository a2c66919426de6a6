"""What one article holds, as a line of `extract`."""

from collections.abc import Mapping

from builder.export.passages import Row, span, span_or_none
from builder.model.article import Article
from builder.model.dossier import Dossier, Entity, Outlet, Quote
from builder.model.findings import Findings
from builder.model.ids import EntityId


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
            {**span(time.passage), "type": time.type, "value": time.value}
            for time in dossier.times
        ],
        "mentions": _mentions(dossier),
        "statements": [
            {**span(statement.passage), "score": statement.score} for statement in found.statements
        ],
    }


def _found_quote(quote: Quote, names: Mapping[EntityId, str]) -> Row:
    return {
        **span(quote.passage),
        "kind": quote.kind,
        "cue": span_or_none(quote.cue),
        "speaker": span_or_none(quote.speaker_mention),
        "speaker_name": None if quote.speaker is None else names.get(quote.speaker),
        "confidence": quote.confidence,
    }


def _mentions(dossier: Dossier) -> list[Row]:
    rows = [
        {**span(mention), "type": kind, "entity": entity.id}
        for kind, entities in (
            ("PERSON", dossier.people),
            ("ORG", dossier.organisations),
            ("PLACE", dossier.places),
        )
        for entity in entities
        for mention in entity.mentions
    ]
    rows += [
        {**span(cited.passage), "type": "OUTLET", "entity": outlet.id}
        for outlet in dossier.outlets
        for cited in outlet.citations
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"], row["type"], row["entity"]))
