"""What the story claims: the statements of all articles in, claims with their differences out.

Statements that say the same make one claim, with their numbers masked and compared after. Missed
on purpose: sameness that takes knowledge of the world to see; the editor merges what words keep
apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from operator import attrgetter

from builder.links import page_address
from builder.model.article import Passage
from builder.model.claims import Claim, Difference, Near, Statement
from builder.model.events import Timex
from builder.model.findings import Findings
from builder.model.ids import ArticleId, ClaimId, EntityId, LineageId, OutletId
from builder.model.records import ArticleRecord, Lineage
from builder.model.why import Why
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims.clustering import Group, grouped
from builder.resolve.claims.comparable import ComparableStatement, tellings_of
from builder.resolve.claims.dates import clock_slots, date_slots
from builder.resolve.claims.decisions import KIND, Draft, edited
from builder.resolve.claims.deeds import deeds_of_two
from builder.resolve.claims.differences import differences_in, set_apart
from builder.resolve.claims.figures import FigurePairs
from builder.resolve.claims.numbers import number_slots
from builder.resolve.claims.particulars import differing_particulars, with_statements
from builder.resolve.claims.shared_source import relayed_by, relayed_in_words
from builder.resolve.claims.slots import Slot
from builder.resolve.claims.updates import series_of
from builder.resolve.claims.wording import central_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.independence import Independence, independence_of
from builder.settings import Settings

_NAMED = frozenset({"number", "date"})
_MOST_RELATED = 5  # claims shown beside one


def claims_of(  # noqa: PLR0913, PLR0917 - what a claim is made of
    findings: Sequence[Findings],
    records: Sequence[ArticleRecord],
    entities: EntityIndex,
    timexes: Sequence[Timex],
    decisions: Decisions,
    permalinks: Permalinks,
    lineages: Sequence[Lineage] = (),
) -> tuple[Claim, ...]:
    """All claims of the story, by id, without pages.

    Every statement stands in exactly one; a name, an age or an actor that differs, in one of its
    own, too.
    """
    independence = independence_of(records, lineages)
    signed = {record.id: record.article for record in records if record.article.substitutes}
    lineage = {record.id: record.lineage for record in records if record.lineage}
    outlets = {record.id: record.outlet for record in records if record.outlet}
    published = {record.id: record.dated for record in records if record.dated}
    tellings = tellings_of(findings, entities, timexes, published, signed)
    grouping = grouped(tellings)
    drafting = _Drafting(rivals=grouping.rivals, published=published, outlets=outlets)
    groups = (([tellings[index] for index in group.members], group) for group in grouping.groups)
    found = [
        drafting.of(told, group.why, near=_near(group, tellings))
        for told, group in groups
        if _is_worth_telling(told)
    ]
    texts = {record.id: record.article.text for record in records}
    people = tuple(differing_particulars(findings, texts, published, entities))
    deeds = tuple(deeds_of_two(tellings, [group.members for group in grouping.groups]))
    parts = with_statements(findings, chain(*(one.statements for one in people), *deeds))
    own = {one.passage: one for one in tellings_of(parts, entities, timexes, published, signed)}
    found.extend(
        drafting.of([own[each.passage] for each in one.statements], slots=one.slots)
        for one in people
    )
    found.extend(drafting.of([own[each.passage] for each in deed]) for deed in deeds)
    drafts = edited(found, decisions, permalinks, drafting.of)
    ids = permalinks.assign(KIND, [draft.candidate for draft in drafts])
    claims = (
        _claim(ClaimId(id_), draft, entities, lineage, outlets, independence)
        for id_, draft in zip(ids, drafts, strict=True)
    )
    return _related(tuple(sorted(claims, key=attrgetter("id"))))


def with_pages(claims: Sequence[Claim], settings: Settings) -> tuple[Claim, ...]:
    """The claims; those that enough articles carry, or that can be looked up, have a page."""
    return tuple(
        replace(
            claim, page=page_address("claims", claim.id) if _has_page(claim, settings) else None
        )
        for claim in claims
    )


def _related(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each with those that probably tell the same, or more or less of it."""
    holding = {statement.passage: claim.id for claim in claims for statement in claim.statements}
    return tuple(replace(claim, related=_beside(claim, holding)) for claim in claims)


def _beside(claim: Claim, holding: Mapping[Passage, ClaimId]) -> tuple[ClaimId, ...]:
    found = dict.fromkeys(holding[one.other] for one in claim.near if one.other in holding)
    return tuple(id_ for id_ in found if id_ != claim.id)[:_MOST_RELATED]


def _near(group: Group, tellings: Sequence[ComparableStatement]) -> tuple[Near, ...]:
    return tuple(
        Near(own=tellings[own].passage, other=tellings[other].passage, likely=likely)
        for own, other, likely in group.near
    )


def _is_worth_telling(tellings: Sequence[ComparableStatement]) -> bool:
    """Whether one of them can be looked up, or several articles tell it."""
    return len({telling.article for telling in tellings}) > 1 or any(
        telling.statement.is_checkable for telling in tellings
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drafting:
    """What it takes to make a claim of statements."""

    rivals: FigurePairs
    published: Mapping[ArticleId, date]
    outlets: Mapping[ArticleId, OutletId]

    def of(
        self,
        tellings: Sequence[ComparableStatement],
        why: tuple[Why, ...] = (),
        *,
        near: tuple[Near, ...] = (),
        slots: Sequence[Slot] | None = None,
    ) -> Draft:
        """The claim; `slots` are what it gives two values, where that is known already."""
        if slots is None:
            slots = (
                *number_slots(tellings, self.rivals),
                *date_slots(tellings),
                *clock_slots(tellings),
            )
        series = [series_of(slot, tellings, self.published, self.outlets) for slot in slots]
        updates = max(series, key=len, default=())
        contradicting = tuple(
            slot
            for slot, found in zip(slots, series, strict=True)
            if not (found or (updates and slot.kind == "date"))  # each of the values has its day
        )
        return Draft(
            tellings=tuple(tellings),
            central=central_of(tellings, contradicting, updates),
            why=why,
            near=near,
            slots=contradicting,
            updates=updates,
        )


def _claim(
    id_: ClaimId,
    draft: Draft,
    entities: EntityIndex,
    lineage: Mapping[ArticleId, LineageId],
    outlets: Mapping[ArticleId, OutletId],
    independence: Independence,
) -> Claim:
    tellings = draft.tellings
    differences = differences_in(tellings, draft.slots, central=draft.central, entities=entities)
    articles = {telling.article for telling in tellings}
    return Claim(
        id=id_,
        text=draft.wording or draft.text,
        statements=tuple(map(_statement, tellings)),
        outlets=tuple(sorted({outlets[article] for article in articles if article in outlets})),
        sources=_sources(tellings, differences, independence),
        differences=differences,
        updates=draft.updates,
        people=_people(tellings, entities),
        page=None,
        near=draft.near,
        note=draft.note,
        verdict=draft.verdict,
        relayed_by=relayed_by(tellings, lineage),
        relayed_in_words=relayed_in_words(tellings, lineage),
        why=draft.why,
    )


def _statement(telling: ComparableStatement) -> Statement:
    return Statement(
        passage=telling.passage,
        attributed_to=telling.attributed_to,
        via=telling.via,
        score=telling.statement.score,
        reasons=telling.statement.reasons,
        asserted_by=telling.asserted_by,
        status=telling.statement.status,
        status_words=telling.statement.status_words,
    )


def _sources(
    tellings: Sequence[ComparableStatement],
    differences: Sequence[Difference],
    independence: Independence,
) -> tuple[tuple[ArticleId, ...], ...]:
    """The sources of the most statements that agree in every number, date and name they give."""
    rows = set_apart(differences, len(tellings))

    def agreeing(row: tuple[int | None, ...]) -> tuple[tuple[ArticleId, ...], ...]:
        return independence.sources(
            telling
            for telling, other in zip(tellings, rows, strict=True)
            if all(a == b or b is None for a, b in zip(row, other, strict=True))
        )

    found = map(agreeing, dict.fromkeys(rows))
    return max(found, key=lambda sources: (len(sources), sum(map(len, sources))))


def _people(
    tellings: Sequence[ComparableStatement], entities: EntityIndex
) -> tuple[EntityId, ...]:
    """Who is named in its statements, meant by their pronouns and brackets, or asserts them."""
    named = {one for telling in tellings for one in entities.inside(telling.passage)}
    pointed = (telling.statement.understood for telling in tellings)
    named |= {who for one in pointed if one and (who := entities.surely(one.reference))}
    asserting = {telling.attributed_to for telling in tellings if telling.attributed_to}
    return tuple(sorted(one for one in named | asserting if entities.is_person(one)))


def _has_page(claim: Claim, settings: Settings) -> bool:
    articles = {statement.passage.article for statement in claim.statements}
    return len(articles) >= settings.pages.claim_articles or any(
        statement.attributed_to or statement.via or _NAMED & set(statement.reasons)
        for statement in claim.statements
    )
