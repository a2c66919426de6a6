"""What a maintainer can still add or mend: a dossier's folder in, problems and lacks out."""

from dataclasses import dataclass
from pathlib import Path

from builder.errors import DossierError
from builder.pipeline import resolve_folder
from builder.questions import lacks_of


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
        lacks=tuple(lack for record in records for _, lack in lacks_of(record)),
    )
