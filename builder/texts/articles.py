"""Texts one by one, shared out among workers: texts in, what each holds out, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from builder.export import findings_row
from builder.export.findings import FindingsRow
from builder.faults import Fault, attempt
from builder.findings import read
from builder.jsonl import Text
from builder.model.article import Article
from builder.model.findings import Findings
from builder.parallel import Workers
from builder.partitions import Partitions
from builder.settings import Settings
from builder.texts.asked import Asked, article_of, dossier_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extracted:
    """A row, and what it was made of."""

    article: Article
    findings: Findings
    is_new: bool
    """Whether the article was read now."""
    row: FindingsRow


def found_in(texts: Sequence[Text], *, settings: Settings) -> list[FindingsRow | Fault]:
    """The row of each text, in order."""
    articles = map(article_of, texts)
    asked = [each if isinstance(each, Fault) else Asked(article=each) for each in articles]
    found = _extracted_of(asked, settings=settings)
    return [each if isinstance(each, Fault) else each.row for each in found]


def found_or_kept(
    texts: Iterable[Text], kept: Partitions, settings: Settings, workers: Workers
) -> Iterator[FindingsRow | Fault]:
    """The same, with what is kept from earlier runs; what is read now is kept, too."""
    articles = map(article_of, texts)
    asked = (
        each if isinstance(each, Fault) else Asked(article=each, known=kept.get(each))
        for each in articles
    )  # fmt: skip
    for each in workers.share(partial(_extracted_of, settings=settings), asked):
        if isinstance(each, Fault):
            yield each
        else:
            if each.is_new:
                kept.put(each.article, each.findings)
            yield each.row


def _extracted_of(
    asked: Sequence[Asked | Fault], *, settings: Settings
) -> list[_Extracted | Fault]:
    """The row of each article, in order; those are read now whose findings are not there."""
    unread = [each.article for each in asked if isinstance(each, Asked) and each.known is None]
    now = iter(read(unread, language_model=settings.language_model))
    extracted: list[_Extracted | Fault] = []
    for each in asked:
        if isinstance(each, Fault):
            extracted.append(each)
            continue
        found = next(now) if each.known is None else (each.article, each.known)
        if not isinstance(found, Fault):
            work = partial(_extracted_one, *found, settings, is_new=each.known is None)
            extracted.append(attempt(work, stage="resolve", item=each.file))
        else:
            extracted.append(found)
    return extracted


def _extracted_one(
    article: Article, findings: Findings, settings: Settings, *, is_new: bool
) -> _Extracted:
    row = _findings_row(article, findings, settings)
    return _Extracted(article=article, findings=findings, is_new=is_new, row=row)


def _findings_row(article: Article, found: Findings, settings: Settings) -> FindingsRow:
    return findings_row(article, found, dossier_alone([(article, found)], settings))
