"""What the editor decided about claims: groups found by the machine in, groups as decided out.

A decision names a claim by its id. Which group that is now, its anchors tell: the texts that the
id stood for when it was last published.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain

from builder.links import passage_anchor
from builder.model.article import Passage
from builder.model.claims import Near, UpdateValue, Verdict
from builder.model.why import Why
from builder.overrides import Apart, ClaimDecision, Decisions, Drop
from builder.permalinks import Candidate, Permalinks
from builder.resolve.claims.comparable import ComparableStatement
from builder.resolve.claims.slots import Slot

KIND = "claims"
_ID_WORDS = 8
# the same id, without looking each of them up in a table of all the world's letters
_PLAIN = str.maketrans({"“": " ", "”": " ", "‘": "", "’": "", "–": "-", "—": "-"})
_COVERED = 0.5  # of a group's texts that a merged claim must have stood for


@dataclass(slots=True, kw_only=True)
class Draft:
    """A claim in the making: its tellings, and what the editor says of it."""

    tellings: tuple[ComparableStatement, ...]
    central: int
    """Which of them words the claim."""
    note: str | None = None
    verdict: Verdict | None = None
    wording: str | None = None
    why: tuple[Why, ...] = ()
    """What joined its tellings."""
    near: tuple[Near, ...] = ()
    """Statements of other claims that probably tell the same as one of its own."""
    slots: tuple[Slot, ...] = ()
    """Numbers and days on which its tellings contradict each other."""
    updates: tuple[UpdateValue, ...] = ()
    """A number or day that has changed, in order of time."""
    anchors: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Anchor the claim at the texts of its statements, whatever their order."""
        self.anchors = frozenset(map(_anchor, self.tellings))

    @property
    def text(self) -> str:
        """The claim in the words of an article."""
        return self.tellings[self.central].sentence

    @property
    def candidate(self) -> Candidate:
        """What an id is made of."""
        words = " ".join(["c", *self.text.split()[:_ID_WORDS]])
        return Candidate(words=words.translate(_PLAIN), anchors=self.anchors)


def _anchor(telling: ComparableStatement) -> str:
    return sha256(telling.key.encode()).hexdigest()[:12]


def _decided(parts: Sequence[Draft]) -> Iterator[Why]:
    first, *others = (part.tellings[0].passage for part in parts)
    for other in others:
        yield Why(one=first, other=other, rule="the editor's decision")


Drafted = Callable[[Sequence[ComparableStatement]], Draft]


def edited(
    drafts: Sequence[Draft], decisions: Decisions, permalinks: Permalinks, draft: Drafted
) -> tuple[Draft, ...]:
    """The drafts with every decision about a claim carried out, and noted as matched."""
    if not (*decisions.of(ClaimDecision), *decisions.of(Apart), *decisions.of(Drop)):
        return tuple(drafts)
    book = _Book(drafts, permalinks, draft)
    for decision in decisions.of(ClaimDecision):
        missing = book.missing(decision)
        if missing:
            what = f"names {missing}."
            decisions.refused(decision, what, todo="Write the id as on its page.")
        elif book.carry_out(decision):
            decisions.matched(decision)
    for apart in decisions.of(Apart):
        gone = [id_ for id_ in apart.apart if not book.knows(id_)]
        if gone:
            what = f"names the claim {gone[0]}, which is not there."
            decisions.refused(apart, what, todo="Write the id as on its page.")
        else:
            book.part(apart.apart)
            decisions.matched(apart)
    for dropped in decisions.of(Drop):
        if book.drop(dropped.drop):
            decisions.matched(dropped)
    return tuple(book.drafts)


def _anchored(telling: ComparableStatement) -> str:
    """The permalink of a statement: that of a claim without a page of its own."""
    passage = telling.passage
    return f"{passage.article}#{passage_anchor(passage.start, passage.end)}"


def _place(telling: ComparableStatement) -> Passage:
    return telling.passage


class _Book:
    """The drafts as decisions change them."""

    def __init__(self, drafts: Sequence[Draft], permalinks: Permalinks, draft: Drafted) -> None:
        self.drafts = list(drafts)
        self._draft = draft
        published = json.loads(permalinks.as_json())["ids"]
        self._anchors = {
            id_: frozenset(anchors) for id_, anchors in published.get(KIND, {}).items()
        }
        trial = Permalinks(published).assign(KIND, [found.candidate for found in drafts])
        # a decision may speak of an id that was shown, and was never published
        shown = Permalinks().assign(KIND, [found.candidate for found in drafts])
        for ids in (trial, shown):
            for id_, found in zip(ids, drafts, strict=True):
                self._anchors.setdefault(id_, found.anchors)
        for found in drafts:
            self._anchors |= {_anchored(one): found.anchors for one in found.tellings}

    def missing(self, decision: ClaimDecision) -> str:
        """The claim to merge or the article to split off that is not there, in words."""
        found = self._of(decision.claim)
        if found is None:
            return ""  # the decision itself matches nothing
        articles = {telling.article for telling in found.tellings}
        claims = (
            f"the claim {id_}, which is not there"
            for id_ in decision.merge
            if self._of(id_) is None
        )
        apart = (
            f"the article {id_}, which does not carry it"
            for id_ in decision.split
            if id_ not in articles
        )
        return next(chain(claims, apart), "")

    def carry_out(self, decision: ClaimDecision) -> bool:
        found = self._merged(decision) if decision.merge else self._of(decision.claim)
        if found is None:
            return False
        if decision.split:
            found = self._split(found, frozenset(decision.split))
        if decision.wording:
            found.wording = decision.wording
        if decision.note:
            found.note = decision.note
        if decision.verdict:
            found.verdict = Verdict(text=decision.verdict.text, url=str(decision.verdict.url))
        return True

    def knows(self, id_: str) -> bool:
        """Whether the id is a claim's."""
        return self._of(id_) is not None

    def part(self, ids: Sequence[str]) -> None:
        """See to it that no claim holds statements of two of these, nor is near to another."""
        fewest_first = sorted(ids, key=lambda id_: len(self._anchors[id_]))
        homes: dict[str, set[Passage]] = {id_: set() for id_ in ids}
        for found in list(self.drafts):
            held: dict[str, list[ComparableStatement]] = {}
            for telling in found.tellings:
                fits = (id_ for id_ in fewest_first if _anchor(telling) in self._anchors[id_])
                held.setdefault(next(fits, ""), []).append(telling)
            others = held.pop("", [])
            for number, id_ in enumerate(sorted(held, key=fewest_first.index, reverse=True)):
                own = sorted([*held[id_], *others] if number == 0 else held[id_], key=_place)
                homes[id_].update(telling.passage for telling in own)
                if len(held) > 1 and number == 0:
                    self._replace([found], [tuple(own)])
                elif len(held) > 1:
                    self.drafts.append(self._draft(own))
        self._keep_from_each_other(homes)

    def _keep_from_each_other(self, homes: Mapping[str, set[Passage]]) -> None:
        for found in self.drafts:
            own = {telling.passage for telling in found.tellings}
            mine = {id_ for id_, passages in homes.items() if passages & own}
            if mine:
                theirs = {one for id_ in homes.keys() - mine for one in homes[id_]}
                found.near = tuple(one for one in found.near if one.other not in theirs)

    def drop(self, id_: str) -> bool:
        found = self._of(id_)
        if found is not None:
            self.drafts.remove(found)
        return found is not None

    def _of(self, id_: str) -> Draft | None:
        """The draft that has most of the texts that the id stands for."""
        anchors = self._anchors.get(id_, frozenset())
        best = max(self.drafts, key=lambda found: len(found.anchors & anchors), default=None)
        return best if best is not None and best.anchors & anchors else None

    def _merged(self, decision: ClaimDecision) -> Draft | None:
        ids = (decision.claim, *decision.merge)
        if any(self._of(id_) is None for id_ in ids):
            return None
        anchors = frozenset().union(*(self._anchors[id_] for id_ in ids))
        parts = [
            found
            for found in self.drafts
            if found in map(self._of, ids)
            or len(found.anchors & anchors) > _COVERED * len(found.anchors)
        ]
        return self._replace(parts, [part.tellings for part in parts])

    def _split(self, found: Draft, articles: frozenset[str]) -> Draft:
        away = tuple(telling for telling in found.tellings if telling.article in articles)
        rest = tuple(telling for telling in found.tellings if telling.article not in articles)
        if not away or not rest:
            return found
        kept = self._replace([found], [rest])  # before the other: of two alike it keeps the id
        self.drafts.append(self._draft(away))
        return kept

    def _replace(
        self, parts: Sequence[Draft], tellings: Iterable[tuple[ComparableStatement, ...]]
    ) -> Draft:
        joined = self._draft(
            sorted((one for part in tellings for one in part), key=lambda one: one.passage)
        )
        kept = {telling.passage for telling in joined.tellings}
        whys = (why for part in parts for why in part.why)
        joined.why = tuple(why for why in whys if {why.one, why.other} <= kept)
        joined.near = tuple(one for part in parts for one in part.near if one.other not in kept)
        if len(parts) > 1:
            joined.why += tuple(_decided(parts))
        for part in parts:
            joined.wording, joined.note = joined.wording or part.wording, joined.note or part.note
            joined.verdict = joined.verdict or part.verdict
            self.drafts.remove(part)
        self.drafts.append(joined)
        return joined
