"""Which agency a lineage goes back to: its credits and entities in, an outlet and how sure out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.article import Passage
from builder.model.findings import Findings
from builder.model.ids import ArticleId, OutletId
from builder.resolve.entities.index import EntityIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The outlet that a report goes back to."""

    outlet: OutletId
    inferred: bool
    evidence: str


def credited(findings: Findings, entities: EntityIndex) -> Source | None:
    """The wire that the article's own credit names, else the one whose house style it follows."""
    for credit in findings.credits:
        outlet = _outlet(entities.at(credit.outlet), entities) if credit.outlet else None
        if outlet is not None:
            evidence = f"the credit line of {findings.article} names {entities.name(outlet)}"
            return Source(outlet=outlet, inferred=False, evidence=evidence)
    for credit in findings.credits:
        outlet = _outlet_called(credit.style, entities) if credit.style else None
        if outlet is not None:
            style = entities.name(outlet)
            evidence = f"the credit line of {findings.article} follows the style of {style}"
            return Source(outlet=outlet, inferred=True, evidence=evidence)
    return None


def told_to(
    shared: Sequence[tuple[Passage, Passage]],
    findings: Mapping[ArticleId, Findings],
    entities: EntityIndex,
) -> Source | None:
    """The outlet that someone told their words to, inside what the articles share."""
    for passage in (passage for pair in shared for passage in pair):
        for citation in findings[passage.article].citations:
            if citation.kind == "told to" and passage.covers(citation.passage):
                outlet = _outlet(entities.at(citation.passage), entities)
                if outlet is not None:
                    return Source(
                        outlet=outlet,
                        inferred=True,
                        evidence="what they share was told to "
                        f"{entities.name(outlet)}, as {passage.article} says",
                    )
    return None


def _outlet(entity: str | None, entities: EntityIndex) -> OutletId | None:
    return next((outlet.id for outlet in entities.outlets if outlet.id == entity), None)


def _outlet_called(name: str, entities: EntityIndex) -> OutletId | None:
    wanted = name.casefold()
    for outlet in entities.outlets:
        if wanted in {called.casefold() for called in (outlet.name, outlet.id, *outlet.aliases)}:
            return outlet.id
    return None
