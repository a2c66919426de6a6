"""Whether a value on which articles differ is somebody's words, and which words those are."""

from builder.model.article import Passage
from builder.model.claims import Claim, DifferenceValue
from builder.render.index import DossierIndex
from builder.render.parts.quote_groups import Saying
from builder.render.parts.salience import inside_marks

LONGEST_PHRASE = 4  # words between quotation marks that are shown whole: “no limits”, not “limits”


def is_spoken(claim: Claim, value: DifferenceValue, story: DossierIndex) -> bool:
    """Whether each article that has the value gives it as somebody's words."""
    passages = [claim.statements[at].passage for at in value.statements]
    return all(
        value.value in passage.text
        and (inside_marks(passage.text, value.value) or _in_direct_quote(passage, story))
        for passage in passages
    )


def phrase_of(claim: Claim, value: DifferenceValue) -> str | None:
    """The few words between quotation marks around a value, where each article quotes it."""
    texts = [claim.statements[at].passage.text for at in value.statements]
    quoted = [inside_marks(text, value.value) for text in texts]
    around = quoted[0] if quoted and all(quoted) else None
    short = around and len(around.split()) <= LONGEST_PHRASE
    return around.rstrip(",.;:") if around and short else None


def _in_direct_quote(passage: Passage, story: DossierIndex) -> bool:
    spoken = story.spoken.get(passage.article)
    return spoken is not None and any(
        _is_direct(said, place) for place, said in spoken.around(passage)
    )


def _is_direct(saying: Saying, place: Passage) -> bool:
    """Whether the passage of the saying is a direct quote."""
    return any(
        place in found.passages and found.quote.kind == "direct" for found in saying.wordings
    )
