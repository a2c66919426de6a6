"""Texts as articles with their findings: kept from an earlier run, else cleaned and read."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from builder.clean import clean
from builder.faults import Fault, attempt
from builder.findings import read
from builder.jsonl import Text
from builder.model.article import Article, Metadata, RawArticle
from builder.model.dossier import Dossier
from builder.model.findings import Findings, Read
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.partitions import Partitions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article with its findings."""

    article: Article
    findings: Findings
    is_new: bool
    """Whether it was read by this run, not kept from an earlier one."""

    @property
    def file(self) -> str:
        """What it is called where it ends its worker."""
        return self.article.file


Member = Text | Article | Found | Fault
"""A text; cleaned; read; or what it failed on."""


def kept_or_cleaned(text: Text, kept: Partitions) -> Member:
    """The text with the findings that are kept of it, else cleaned."""
    article = article_of(text)
    if isinstance(article, Fault):
        return article
    findings = kept.get(article)
    return article if findings is None else Found(article=article, findings=findings, is_new=False)


def read_of(
    members: Sequence[Member], *, settings: Settings, all_sentences: bool
) -> list[Found | Fault]:
    """The members with their findings, in order; those are cleaned and read that are not yet."""
    cleaned = [article_of(each) if isinstance(each, Text) else each for each in members]
    unread = [each for each in cleaned if isinstance(each, Article)]
    model = settings.language_model
    now = iter(read(unread, language_model=model, all_sentences=all_sentences))
    return [_found(next(now)) if isinstance(each, Article) else each for each in cleaned]


def _found(each: Read | Fault) -> Found | Fault:
    if isinstance(each, Fault):
        return each
    article, findings = each
    return Found(article=article, findings=findings, is_new=True)


def article_of(text: Text) -> Article | Fault:
    """The text as a cleaned article."""
    data = text.text.encode("utf-8", "surrogatepass")
    raw = RawArticle(
        id=ArticleId(text.doc_id),
        file=text.doc_id,
        text=text.text,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=Metadata(published=text.published, outlet=text.outlet),
    )
    return attempt(partial(clean, raw), stage="clean", item=raw.file)


def dossier_alone(found: Sequence[Found], settings: Settings) -> Dossier:
    """The dossier of these articles, which no decisions and no earlier addresses belong to."""
    return dossier_of(
        [each.article for each in found],
        [each.findings for each in found],
        settings=settings,
        decisions=Decisions(),
        permalinks=Permalinks(),
    )
