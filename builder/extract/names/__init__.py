"""Names in one article: a `Doc` in, every capitalised run that may name someone or something out.

The model's labels are a hint among others: registers, titles and honorifics beat them, and what
nothing speaks for keeps `label=None`, for resolution to claim ("Ruiz" after "Ana Ruiz").
Names of a credit line are found here too; resolution leaves them out, because it sees the credits.
Deliberately missed: names in small letters, and names in headlines that nothing else in the article
confirms.
"""

from collections.abc import Iterable

from spacy.tokens import Doc

from builder.extract.names.headlines import names_in_headlines
from builder.extract.names.labels import label_of
from builder.extract.names.parts import Part, parts_of
from builder.extract.names.roles import role_of
from builder.extract.names.runs import headlines_in, runs_in
from builder.model.article import Article
from builder.model.findings import FoundName

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def names_in(doc: Doc, article: Article) -> tuple[FoundName, ...]:
    """Every name of the article, in reading order."""
    headlines = tuple(headlines_in(doc))
    skipped = frozenset(i for start, end in headlines for i in range(start, end))
    parts: list[Part] = []
    for start, end, guessed in runs_in(doc, skipped):
        parts.extend([Part(start, end, guessed=True)] if guessed else parts_of(doc, start, end))
    parts.extend(names_in_headlines(doc, headlines, parts))
    common = _common_words(doc, parts)
    found = (_found(doc, article, part) for part in sorted(parts, key=lambda part: part.start))
    return tuple(
        name for name in found if name.label or name.passage.text.casefold() not in common
    )


def _common_words(doc: Doc, parts: Iterable[Part]) -> frozenset[str]:
    """Words that the article also writes small: a capital at a sentence's start names nothing.

    Except the surnames of those that it names in full: "Mark Felt … Felt died", though "he felt".
    """
    surnames = {doc[part.end - 1].lower_ for part in parts if part.end - part.start > 1}
    return frozenset(token.text for token in doc if token.is_lower) - surnames


def _found(doc: Doc, article: Article, part: Part) -> FoundName:
    span = doc[part.start : part.end]
    end = span.end_char
    while (
        end > span.start_char and article.text[end - 1] in "’'.,-" and not _initial(article, end)
    ):
        end -= 1
    role = None if part.guessed else role_of(doc, part.start, part.end, part.titled)
    label = label_of(doc, part, has_role=role is not None)
    return FoundName(
        passage=article.passage(span.start_char, end),
        label=label,
        role=article.passage(*role) if role and label in {"PERSON", None} else None,
        honorific=part.honorific,
        is_subject=any(token.dep_ in _SUBJECTS for token in span),
    )


def _initial(article: Article, end: int) -> bool:
    # the stop of "U.S." and "J." belongs to the name, that of a sentence's end does not
    return (
        article.text[end - 1] == "." and end > 1 and article.text[end - 3 : end - 2] in {".", " "}
    )
