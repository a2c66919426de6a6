"""Claims that may be one, where a reader would be misled if they were.

In: the claims, each with the statements of others near to its own. Out: one question for a pair.
A pair is asked about where the comparison holds it likelier one than two, where neither claim has
a likelier partner, and where the pages tell that a claim rests on one source alone that would have
several. Deliberately missed: all other pairs, which the claims' pages link; a wrong answer there
would change no count that a reader relies on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from builder.model.article import Passage
from builder.model.claims import Claim, Near
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, ClaimId
from builder.questions.question import Answer, Question
from builder.questions.speakers import does_harm

_EVEN = 0.5  # probability above which the pages show what the comparison holds less likely


def near_questions(dossier: Dossier) -> Iterator[Question]:
    """Whether two claims are one: those first that tell of harm, then the likeliest."""
    pairs = list(_pairs(dossier))
    pairs.sort(key=lambda pair: (not pair.is_damaging, -pair.near.likely, pair.near.own))
    yield from (_question(pair) for pair in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two claims, their nearest statements, and the sources that they would have as one."""

    one: Claim
    other: Claim
    near: Near
    sources: int

    @property
    def is_damaging(self) -> bool:
        return does_harm([self.near.own.text, self.near.other.text])


def _pairs(dossier: Dossier) -> Iterator[_Pair]:
    sources = {record.id: record.lineage or record.id for record in dossier.articles}
    claims = {claim.id: claim for claim in dossier.claims}
    nearest = _nearest(dossier.claims)
    for claim in dossier.claims:
        other, near = nearest.get(claim.id, (claim.id, None))
        if near is None or not claim.id < other:
            continue
        back, _ = nearest.get(
            other, (None, None)
        )  # a claim near to many keeps the likeliest alone
        if back != claim.id:
            continue
        both = claim, claims[other]
        pair = _Pair(one=claim, other=claims[other], near=near, sources=_sources(both, sources))
        alone = any(one.page and one.independent_sources == 1 for one in both)
        if near.likely > _EVEN and alone and pair.sources > max(_each(both, sources)):
            yield pair


def _nearest(claims: Sequence[Claim]) -> dict[ClaimId, tuple[ClaimId, Near]]:
    """For each claim the one that it is likeliest to be one with."""
    holding: Mapping[Passage, ClaimId] = {
        statement.passage: claim.id for claim in claims for statement in claim.statements
    }
    found: dict[ClaimId, tuple[ClaimId, Near]] = {}
    for claim in claims:
        near = [one for one in claim.near if holding.get(one.other, claim.id) != claim.id]
        if near:
            first = max(near, key=attrgetter("likely"))
            found[claim.id] = holding[first.other], first
    return found


def _sources(claims: Sequence[Claim], sources: Mapping[ArticleId, str]) -> int:
    """How many reports tell one of the claims."""
    return len({sources[one.passage.article] for claim in claims for one in claim.statements})


def _each(claims: Sequence[Claim], sources: Mapping[ArticleId, str]) -> list[int]:
    return [_sources([claim], sources) for claim in claims]


def _question(pair: _Pair) -> Question:
    one, other = pair.one.id, pair.other.id
    return Question(
        id=f"same/{one}/{other}",
        kind="same",
        asks=f"Do these two say the same? Then {pair.sources} sources tell it, not one alone.",
        passages=(pair.near.own, pair.near.other),
        accept=Answer(words="the same", decisions=({"claim": one, "merge": [other]},)),
        reject=Answer(words="two facts", decisions=({"apart": [one, other]},)),
    )
