"""What a maintainer can still add or mend: a dossier's folder in, problems and lacks out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.errors import DossierError
from builder.model.records import ArticleRecord
from builder.pipeline import resolve_folder

_COSTS = {
    "published": "relative dates (“on Wednesday”) stay open",
    "outlet": "its page says “outlet not stated”",
    "url": "its passages link to the article's page here, not to the original",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """How many articles can be read, what must be mended, and what is missing."""

    articles: int
    problems: tuple[DossierError, ...]
    lacks: tuple[str, ...]
    """One sentence for each missing fact: which file, what it costs."""


def check_folder(folder: Path) -> Check:
    """Look at settings, decisions and articles; change no page.

    Raises `DossierError` where nothing could be published.
    """
    resolved = resolve_folder(folder)
    records = resolved.dossier.articles
    return Check(
        articles=len(records),
        problems=resolved.problems,
        lacks=tuple(lack for record in records for lack in _lacks(record)),
    )


def _lacks(record: ArticleRecord) -> Iterator[str]:
    day = record.published_inferred
    inferred = {"published": f"{day} is taken, which is inferred"} if day else {}
    for key, cost in (_COSTS | inferred).items():
        if getattr(record.article.metadata, key) is None:
            yield f"{record.article.file}: no `{key}`: {cost}."
