"""What only a person can settle: values in which articles differ, and what nobody stated."""

from collections.abc import Iterator, Sequence

from builder.model.claims import Claim, Difference
from builder.model.dossier import Dossier
from builder.model.records import ArticleRecord
from builder.questions.question import OPEN, Question

_COSTS = {
    "published": "relative dates (“on Wednesday”) stay open",
    "outlet": "its page says “outlet not stated”",
    "url": "its passages link to the article's page here, not to the original",
}


def difference_questions(ranked: Sequence[Claim]) -> Iterator[Question]:
    """The differences that no verdict and no note of the editor tells of yet."""
    for claim in ranked:
        for number, found in enumerate(claim.differences):
            if found.kind != "wording" and claim.verdict is None and claim.note is None:
                yield _difference(claim, found, number)


def _difference(claim: Claim, found: Difference, number: int) -> Question:
    values = " or ".join(value.value for value in found.values)
    firsts = (claim.statements[value.statements[0]].passage for value in found.values)
    return Question(
        id=f"difference/{claim.id}/{number}",
        kind="difference",
        asks=f"The articles differ ({found.kind}): {values}. Which is right?",
        passages=tuple(firsts),
        template=({"claim": claim.id, "note": OPEN},),
    )


def missing_questions(dossier: Dossier) -> Iterator[Question]:
    """What nobody stated of an article."""
    for record in dossier.articles:
        for key, lack in lacks_of(record):
            yield Question(id=f"missing/{record.id}/{key}", kind="missing", asks=lack, passages=())


def lacks_of(record: ArticleRecord) -> Iterator[tuple[str, str]]:
    """What nobody stated of the article: the key, and a sentence that says what that costs."""
    day = record.published_inferred
    inferred = {"published": f"{day} is taken, which is inferred"} if day else {}
    for key, cost in (_COSTS | inferred).items():
        if getattr(record.article.metadata, key) is None:
            yield key, f"{record.article.file}: no `{key}`: {cost}."
