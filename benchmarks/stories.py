"""Annotated stories, read as the builder reads them: folders in, articles and findings out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from builder.clean import clean
from builder.load import load_seeds
from builder.model.article import Article, Metadata, RawArticle
from builder.model.findings import Findings
from builder.model.ids import ArticleId
from builder.reading import read
from builder.settings import Settings

HERE = Path(__file__).parent
OWN = (HERE.parent / "tests" / "stories", HERE / "invented_stories")
"""The folders of stories that are always learned from."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """One story, read once, and what a careful editor takes from it."""

    name: str
    articles: tuple[Article, ...]
    findings: tuple[Findings, ...]
    gold: Mapping[str, Any]


def stories_in(folders: Iterable[Path]) -> Iterator[Story]:
    """The stories that are, or stand in, the folders, by name.

    Each is a folder with `gold.yml` and its articles in `seeds/` or `articles/`, or a YAML file
    with both, as in `lineage_stories/`.
    """
    for folder in folders:
        for path in sorted((folder, *folder.iterdir())):
            if path.suffix == ".yml" and path.name != "gold.yml":
                row = yaml.safe_load(path.read_text(encoding="utf-8"))
                yield story_of(path.stem, list(_written(row["articles"])), row)
            elif (path / "gold.yml").exists():
                row = yaml.safe_load((path / "gold.yml").read_text(encoding="utf-8"))
                yield story_of(path.name, _seeds(path), row)


def story_of(
    name: str, raw: Sequence[RawArticle], gold: Mapping[str, Any], *, all_sentences: bool = False
) -> Story:
    """The story of these articles; `all_sentences` as in `extract.findings_of`."""
    done = read(
        [clean(article) for article in raw],
        language_model=Settings().language_model,
        all_sentences=all_sentences,
    )
    articles, findings = zip(*done, strict=True)
    return Story(name=name, articles=articles, findings=findings, gold=gold)


def _written(articles: Mapping[str, Mapping[str, str]]) -> Iterator[RawArticle]:
    for name, row in articles.items():
        yield RawArticle(
            id=ArticleId(name), file=name, text=row["text"], sha256="",
            metadata=Metadata(outlet=row["outlet"]),
        )  # fmt: skip


def _seeds(story: Path) -> Sequence[RawArticle]:
    articles = story / "articles"
    if not articles.exists():
        return load_seeds(story).articles
    with TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(articles.resolve())
        return load_seeds(Path(folder)).articles
