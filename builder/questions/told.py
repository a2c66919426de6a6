"""What only a person can settle: values in which articles differ, and what nobody stated."""

from collections.abc import Collection, Iterator, Sequence

from builder.model.claims import Claim, Difference
from builder.model.dossier import Dossier
from builder.model.records import ArticleRecord
from builder.questions.question import OPEN, Answer, Question

_COSTS = {
    "published": "relative dates (“on Wednesday”) stay open",
    "outlet": "its page says “outlet not stated”",
    "url": "its passages link to the article's page here, not to the original",
}


def difference_questions(
    ranked: Sequence[Claim], asked: Collection[frozenset[str]] = ()
) -> Iterator[Question]:
    """The differences that no verdict and no note of the editor tells of yet, one for two values.

    Those between names that are `asked` about as one person's are left out.
    """
    told: dict[tuple[str, frozenset[str]], list[tuple[Claim, Difference, int]]] = {}
    for claim in ranked:
        for number, found in enumerate(claim.differences):
            values = frozenset(value.value for value in found.values)
            is_open = claim.verdict is None and claim.note is None and values not in asked
            if found.kind != "wording" and is_open:
                told.setdefault((found.kind, values), []).append((claim, found, number))
    for alike in told.values():
        yield _difference(*alike[0], [(claim, found) for claim, found, _ in alike])


def _difference(
    claim: Claim, found: Difference, number: int, alike: Sequence[tuple[Claim, Difference]]
) -> Question:
    values = " or ".join(value.value for value in found.values)
    firsts = (claim.statements[value.statements[0]].passage for value in found.values)
    parted = [
        {"claim": one.id, "split": apart} for one, each in alike if (apart := _fewer(one, each))
    ]
    two_facts = Answer(words="they tell two facts", decisions=tuple(parted))
    return Question(
        id=f"difference/{claim.id}/{number}",
        kind="difference",
        asks=f"The articles differ ({found.kind}): {values}. Which is right?",
        passages=tuple(firsts),
        reject=two_facts if parted else None,
        template=({"claim": claim.id, "note": OPEN},),
    )


def _fewer(claim: Claim, found: Difference) -> list[str]:
    """Of two values, the articles that give the one that fewer give, and not the other one too."""
    told: list[set[str]] = [
        {claim.statements[at].passage.article for at in value.statements} for value in found.values
    ]
    if len(told) != 2 or told[0] & told[1]:  # noqa: PLR2004 - of three, nobody says which is apart
        return []
    return sorted(told[0] if len(told[0]) < len(told[1]) else told[1])


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
