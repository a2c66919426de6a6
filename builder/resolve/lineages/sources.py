"""Which agency a lineage goes back to: its credits and entities in, an outlet and how sure out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from builder.model.findings import Findings
from builder.model.ids import ArticleId, OutletId
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.alignment import Alignment


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
    alignments: Sequence[Alignment], findings: Mapping[ArticleId, Findings], entities: EntityIndex
) -> Source | None:
    """The outlet that someone told their words to, inside what the articles share."""
    for alignment in alignments:
        shared = [sentence.passage for pair in alignment.pairs for sentence in pair]
        for article in (alignment.article, alignment.other):
            for citation in findings[article].citations:
                if citation.kind == "told to" and any(
                    passage.article == article and passage.covers(citation.passage)
                    for passage in shared
                ):
                    outlet = _outlet(entities.at(citation.passage), entities)
                    if outlet is not None:
                        return Source(
                            outlet=outlet, inferred=True, evidence="what they share was told to "
                            f"{entities.name(outlet)}, as {article} says",
                        )  # fmt: skip
    return None


def _outlet(entity: str | None, entities: EntityIndex) -> OutletId | None:
    return next((outlet.id for outlet in entities.outlets if outlet.id == entity), None)


def _outlet_called(name: str, entities: EntityIndex) -> OutletId | None:
    wanted = name.casefold()
    for outlet in entities.outlets:
        if wanted in {called.casefold() for called in (outlet.name, outlet.id, *outlet.aliases)}:
            return outlet.id
    return None
