"""Decisions on names that neither the outlets nor the other names could carry out alone.

An outlet and an organisation that are one: the organisation's mentions cite the outlet. What
cannot be done is refused with the reason, so that the error says what to write instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.overrides import (
    Decision,
    Decisions,
    Different,
    Drop,
    Kind,
    Rename,
    Role,
    Same,
    Speaker,
)
from builder.permalinks import Permalinks
from builder.resolve.entities.canonical import spelled
from builder.resolve.entities.decisions import Edition
from builder.resolve.entities.index import EntityIndex
from builder.resolve.entities.mentions import Group
from builder.resolve.outlets import Outlets

_WRITE_IT = "Write the name or id as on its page, or remove the decision."


def settle(
    decisions: Decisions, outlets: Outlets, edition: Edition, permalinks: Permalinks
) -> None:
    """Join outlets with organisations; say of all other decisions why they match nothing."""
    story = _Story(decisions, outlets, edition, permalinks)
    for same in decisions.open(Same):
        if not story.lacks(same, same.same):
            story.join(same)
    for different in decisions.open(Different):
        if not story.lacks(different, different.different):
            decisions.matched(different)  # an outlet and a person are two already
    for drop in decisions.open(Drop):
        story.refuse_short(drop, drop.drop)
    for rename in decisions.open(Rename):
        story.refuse_short(rename, rename.rename)
    for kind in decisions.open(Kind):
        story.refuse_kind(kind)
    for role in decisions.open(Role):
        story.refuse_short(role, role.role)


def check_speakers(decisions: Decisions, entities: EntityIndex) -> None:
    """Raise an error for a `speaker` decision that names nobody in the dossier."""
    for speaker in decisions.open(Speaker):
        if speaker.to is not None and entities.called(speaker.to) is None:
            what = f'names "{speaker.to}", and nobody in the dossier is called so.'
            decisions.refused(speaker, what, todo="Write `to` as on the person's page, or `null`.")


@dataclass(frozen=True, slots=True)
class _Story:
    """All that names are looked up in."""

    decisions: Decisions
    outlets: Outlets
    edition: Edition
    permalinks: Permalinks

    def lacks(self, decision: Decision, names: Sequence[str]) -> bool:
        """Whether a name of the decision is unknown; then it is refused."""
        unknown = [n for n in names if not self.edition.meant(n) and not self._is_outlet(n)]
        if unknown:
            listed = " and ".join(f'"{name}"' for name in unknown)
            what = f"cannot be carried out: nobody and nothing in the dossier is called {listed}."
            self.decisions.refused(decision, what, todo=_WRITE_IT)
        return bool(unknown)

    def join(self, same: Same) -> None:
        """Make the organisations that the decision names part of its outlet."""
        others = [name for name in same.same if not self._is_outlet(name)]
        groups = [group for name in others for group in self.edition.meant(name)]
        wrong = next((group for group in groups if group.kind != "organisation"), None)
        if wrong is not None:
            what = f'would make one of an outlet and the {wrong.kind} "{_name(wrong)}".'
            todo = "Only an organisation can be an outlet too: remove it, or `drop` the wrong one."
            self.decisions.refused(same, what, todo=todo)
            return
        passages = sorted(mention.passage for group in groups for mention in group.mentions)
        for group in groups:
            group.mentions.clear()
        self.outlets.absorb(same.same, passages, self.permalinks)
        self.decisions.matched(same)

    def refuse_kind(self, kind: Kind) -> None:
        """Say that an outlet stays one, or whose short name it is."""
        if self._is_outlet(kind.kind):
            what = "speaks of an outlet, which is of no other kind."
            todo = "Remove the decision, or `drop` the outlet."
            self.decisions.refused(kind, what, todo=todo)
        else:
            self.refuse_short(kind, kind.kind)

    def refuse_short(self, decision: Decision, name: str) -> None:
        """Say whose name it is, in case the decision matches nobody by it."""
        groups = self.edition.meant(name)
        full = [f'"{_name(group)}"' for group in groups]
        if isinstance(decision, Role) and groups and all(g.kind != "person" for g in groups):
            what = f"speaks of the {groups[0].kind} {full[0]}, and only people have roles."
            self.decisions.refused(decision, what, todo="Remove the decision, or name a person.")
        elif groups:
            what = f"is too short a name: it is also that of {' and '.join(full)}."
            self.decisions.refused(decision, what, todo="Write the full name or the page's id.")

    def _is_outlet(self, name: str) -> bool:
        return self.outlets.knows(name, self.permalinks)


def _name(group: Group) -> str:
    return spelled(group).name
