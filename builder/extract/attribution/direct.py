"""Direct quotes: marked passages with a reporting verb, a name or a signature beside them.

The parse inside and around quotation marks is unsure, so the words between the marks decide: what
follows a passage up to the next mark or the end of the sentence, and what precedes it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from builder.extract.article_view import OUTSIDE, ArticleView
from builder.extract.attribution.attribution import Attribution
from builder.extract.attribution.context import region_after, region_before, sentence_before
from builder.extract.attribution.cue_after import cue_after
from builder.extract.attribution.cue_before import cue_before
from builder.extract.attribution.cues import Cue, kinds_of
from builder.extract.attribution.speaker_labels import inner_signature, signature
from builder.extract.attribution.work_titles import is_title


def direct_quotes(reading: ArticleView) -> Iterator[Attribution]:
    """Marked passages that are the content, or its end, of what stands beside them."""
    for number in range(len(reading.marks)):
        signed_inside = inner_signature(reading, number)
        if signed_inside is not None:
            yield _above_signature(reading, number, *signed_inside)
            continue
        before, after = region_before(reading, number), region_after(reading, number)
        if is_title(reading, number, before):
            continue
        cue = cue_after(reading, number, after) or _cue_beyond(reading, number, after)
        if cue is not None and not _has_content(reading, number, cue):
            yield _from_clause_start(reading, number, cue) or _whole(reading, number, cue)
            continue
        cue = cue_before(reading, number, before, after)
        if cue is None:
            signed = signature(reading, number)
            cue = None if signed is None else Cue(verb=None, speaker=signed, how="signed")
        if cue is not None:
            yield _whole(reading, number, cue)


def _has_content(reading: ArticleView, number: int, cue: Cue) -> bool:
    """Whether the cue has its content behind it: "Though he called it “odd”, Roe said he knew"."""
    if cue.verb is None or cue.how != "after" or not reading.inner(number)[:1].islower():
        return False
    own = {"ccomp", "xcomp"} if "tell" in kinds_of(cue.verb) else {"ccomp", "xcomp", "dobj"}
    return any(child.dep_ in own and child != cue.speaker for child in cue.verb.rights)


def _cue_beyond(reading: ArticleView, number: int, after: Sequence[Token]) -> Cue | None:
    """A cue behind other, short marks: "“…,” Roe, wearing a “No” badge, said"."""
    further = region_after(reading, number, over_marks=True)
    cue = cue_after(reading, number, further) if len(further) > len(after) else None
    beyond = cue is not None and cue.verb is not None and cue.verb.i > after[-1].i
    return cue if beyond else None  # "“It is over.” Marsh said “yes”": he did not say the first


def _above_signature(reading: ArticleView, number: int, end: int, speaker: Token) -> Attribution:
    start = reading.marks[number].start
    return Attribution(
        start=start, end=end, kind="direct", how="signed", speaker=speaker, marks=(number,)
    )


def _whole(reading: ArticleView, number: int, cue: Cue) -> Attribution:
    mark = reading.marks[number]
    return Attribution(
        start=mark.start, end=mark.end, kind="direct", how=cue.how, cue=cue.verb,
        speaker=cue.speaker, marks=(number,),
    )  # fmt: skip


def _from_clause_start(reading: ArticleView, number: int, cue: Cue) -> Attribution | None:
    """The mixed quote that began before the marks.

    "Ties are “at a new level”, marked by “trust”, he said.": all up to "he" is what he said.
    """
    if not reading.inner(number)[:1].islower() or cue.how != "after":
        return None
    first = sentence_before(reading, number)
    lead = [
        token for token in reading.tokens[first : reading.spans[number][0]] if not token.is_space
    ]
    outside = [token for token in lead if reading.is_outside(token) and not token.is_punct]
    names = len(outside) == 1 and outside[0].pos_ in {"NOUN", "PROPN", "PRON"}
    if len(outside) < 2 and not names:  # noqa: PLR2004 - "But “…,” he said" is direct still
        return None  # "Lima “will answer”, he said" is not
    marks = {reading.mark_of[token.i] for token in lead} - {OUTSIDE}
    return Attribution(
        start=lead[0].idx, end=reading.marks[number].end, kind="mixed", how="after mixed",
        cue=cue.verb, speaker=cue.speaker, marks=(*sorted(marks), number),
    )  # fmt: skip
