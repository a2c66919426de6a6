"""Claims as plain data: statements that say the same, and where they differ."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import (
    Day,
    Id,
    Index,
    Name,
    Page,
    Placed,
    Share,
    Span,
    placed,
    span_or_none,
)
from builder.export.why import WhyRow, why_rows
from builder.model.claims import Claim, Difference, DifferenceKind, Statement, UpdateValue
from builder.model.findings import Status


class StatementRow(Placed):
    """A checkable clause of one article; it stands in one claim at most."""

    attributed_to: Id | None
    """The id of whoever asserts it; `null` with the next two: the article itself does."""
    via: Id | None
    """The id of the outlet that relays it."""
    asserted_by: Span | None
    """The words for who asserts it, where only these are known ("police")."""
    status: Status
    """How it stands in its sentence: as plain fact, or under words that make it less."""
    status_words: Span | None
    """The words that make it so ("denied that", "if"); `null` where it is asserted."""
    score: Share
    """How checkable it is."""
    reasons: list[Name]
    """What makes it so."""


class ValueRow(TypedDict):
    """One of the values that the statements of a claim give."""

    value: Name
    """The value, in the article's words; dates as days."""
    statements: Annotated[list[Index], Field(min_length=1)]
    """Which of the claim's statements give it, counted from 0."""


class DifferenceRow(TypedDict):
    """Where statements of one claim disagree."""

    kind: DifferenceKind
    """In what they differ."""
    values: Annotated[list[ValueRow], Field(min_length=2)]
    """The values given, with who gives them."""


class UpdateRow(TypedDict):
    """One value of a figure that changed because the facts did."""

    value: Name
    """The value, in the article's words."""
    as_of: Day
    """The day on which the first article gives it."""
    statements: Annotated[list[Index], Field(min_length=1)]
    """Which of the claim's statements give it, counted from 0."""


class VerdictRow(TypedDict):
    """The editor's judgement of a claim."""

    text: Name
    """The judgement."""
    url: Name
    """What supports it."""


class ClaimRow(TypedDict):
    """Statements of one or more articles that say the same."""

    id: Id
    """The claim's id."""
    text: Name
    """The most central statement, or the editor's wording."""
    statements: Annotated[list[StatementRow], Field(min_length=1)]
    """Every article's wording."""
    outlets: list[Id]
    """The ids of the outlets that published them."""
    independent_sources: Annotated[int, Field(ge=1)]
    """How many reports say it; articles of one lineage count once."""
    differences: list[DifferenceRow]
    """Where the statements disagree; those are not counted as saying the same."""
    updates: list[UpdateRow]
    """A figure that changed, the oldest value first; never a difference as well."""
    related: list[Id]
    """The ids of claims that probably tell the same, or more or less of it: no support."""
    people: list[Id]
    """The ids of the people whom the statements name."""
    relayed_by: Id | None
    """The id of the one source that every report has it from."""
    relayed_in_words: str | None
    """An article's words for that source, where it is nobody of the story."""
    note: str | None
    """The editor's note."""
    verdict: VerdictRow | None
    """The editor's judgement."""
    why: list[WhyRow]
    """What joined its statements."""
    page: Page | None
    """The address of the page; `null` where it has none."""


def claim_row(claim: Claim) -> ClaimRow:
    """A claim with its statements and differences."""
    return {
        "id": claim.id,
        "text": claim.text,
        "statements": [_statement(statement) for statement in claim.statements],
        "outlets": list(claim.outlets),
        "independent_sources": claim.independent_sources,
        "differences": [_difference(difference) for difference in claim.differences],
        "updates": [_update(value) for value in claim.updates],
        "related": list(claim.related),
        "people": list(claim.people),
        "relayed_by": claim.relayed_by,
        "relayed_in_words": claim.relayed_in_words,
        "why": why_rows(claim.why),
        "note": claim.note,
        "verdict": _verdict(claim),
        "page": claim.page,
    }


def _statement(statement: Statement) -> StatementRow:
    return {
        **placed(statement.passage),
        "attributed_to": statement.attributed_to,
        "via": statement.via,
        "asserted_by": span_or_none(statement.asserted_by),
        "status": statement.status,
        "status_words": span_or_none(statement.status_words),
        "score": statement.score,
        "reasons": list(statement.reasons),
    }


def _difference(difference: Difference) -> DifferenceRow:
    return {
        "kind": difference.kind,
        "values": [
            {"value": given.value, "statements": list(given.statements)}
            for given in difference.values
        ],
    }


def _update(value: UpdateValue) -> UpdateRow:
    return {
        "value": value.value,
        "as_of": value.as_of.isoformat(),
        "statements": list(value.statements),
    }


def _verdict(claim: Claim) -> VerdictRow | None:
    if claim.verdict is None:
        return None
    return {"text": claim.verdict.text, "url": claim.verdict.url}
