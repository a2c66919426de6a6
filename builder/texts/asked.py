"""Texts as articles to be read: cleaned, with their findings where those are there already."""

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
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An article, and its findings where they are kept from an earlier run."""

    article: Article
    known: Findings | None = None
    is_new: bool = False
    """Whether the article was read by this run."""

    @property
    def file(self) -> str:
        """What it is called where it ends its worker."""
        return self.article.file


def read_of(
    members: Sequence[Text | Asked | Fault], *, settings: Settings, all_sentences: bool
) -> list[Asked | Fault]:
    """The members with their findings, in order; those are cleaned and read that are not yet."""
    asked = [_asked(member) for member in members]
    unread = [each.article for each in asked if isinstance(each, Asked) and each.known is None]
    model = settings.language_model
    now = iter(read(unread, language_model=model, all_sentences=all_sentences))
    done: list[Asked | Fault] = []
    for each in asked:
        if isinstance(each, Asked) and each.known is None:
            found = next(now)
            fresh = found if isinstance(found, Fault) else Asked(
                article=found[0], known=found[1], is_new=True
            )  # fmt: skip
            done.append(fresh)
        else:
            done.append(each)
    return done


def _asked(member: Text | Asked | Fault) -> Asked | Fault:
    if not isinstance(member, Text):
        return member
    article = article_of(member)
    return article if isinstance(article, Fault) else Asked(article=article)


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


def dossier_alone(found: Sequence[Read], settings: Settings) -> Dossier:
    """The dossier of these articles, which no decisions and no earlier addresses belong to."""
    articles, findings = zip(*found, strict=True)
    return dossier_of(
        articles, findings, settings=settings, decisions=Decisions(), permalinks=Permalinks()
    )
