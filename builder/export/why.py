"""Why things were joined, as plain data."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field
from typing_extensions import TypedDict

from builder.export.passages import Name, Placed, Share, placed
from builder.model.why import Why


class WhyRow(TypedDict):
    """Two passages that were taken for one, and why."""

    one: Annotated[Placed, Field(description="The one passage.")]
    other: Annotated[Placed, Field(description="The other passage.")]
    rule: Name
    """The rule that joined them, in words."""
    score: Share | None
    """How alike they are; `null` for a rule that holds or does not."""


def why_rows(whys: Iterable[Why]) -> list[WhyRow]:
    """The joins in the order in which they were made."""
    return [
        {
            "one": placed(why.one),
            "other": placed(why.other),
            "rule": why.rule,
            "score": None if why.score is None else round(min(1.0, max(0.0, why.score)), 2),
        }
        for why in whys
    ]
