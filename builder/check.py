"""What a maintainer can still add or mend: a dossier's folder in, problems and lacks out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.errors import DossierError
from builder.load import load_seeds
from builder.model.article import RawArticle
from builder.overrides import read_decisions
from builder.settings import read_settings

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
    """Look at settings, decisions and articles; change nothing.

    Raises `DossierError` for settings or decisions that cannot be read.
    """
    read_settings(folder)
    read_decisions(folder)
    seeds = load_seeds(folder)
    return Check(
        articles=len(seeds.articles),
        problems=seeds.problems,
        lacks=tuple(lack for raw in seeds.articles for lack in _lacks(raw)),
    )


def _lacks(raw: RawArticle) -> Iterator[str]:
    for key, cost in _COSTS.items():
        if getattr(raw.metadata, key) is None:
            yield f"{raw.file}: no `{key}`: {cost}."
