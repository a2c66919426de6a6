"""Search holds names, and wordings that an article has: nothing that nobody said or wrote."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from builder.model.dossier import Dossier
from builder.pipeline import resolve_folder
from builder.render.search import SEARCH
from tests.conftest import REPOSITORY, copy_story
from tests.rendering import pages_of

pytestmark = pytest.mark.model
STORIES = {
    "seeds": REPOSITORY,
    "quake": REPOSITORY / "tests" / "stories" / "quake",
    "theft": REPOSITORY / "tests" / "stories" / "theft",
}
WORDED = {"Claim", "Quote", "Event"}
_WORD = re.compile(r"[^\W_]+")
_PUT_IN = re.compile(r"\[[^\]]*\]|…")  # "[Ana Ruiz] left"; what stands between a quote's parts


@pytest.fixture(scope="module", params=STORIES)
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Dossier, dict[str, Any]]:
    """A story's dossier, and its search index."""
    folder = copy_story(STORIES[request.param], tmp_path_factory.mktemp(request.param))
    resolved = resolve_folder(folder)
    pages = pages_of(resolved.dossier, resolved.settings)
    return resolved.dossier, json.loads(pages[SEARCH])


def words(text: str) -> str:
    found = " ".join(_WORD.findall(text.casefold()))
    return f" {found} "


def unsaid(wording: str, texts: list[str]) -> list[str]:
    """The runs of words that stand together in none of the texts."""
    runs = [words(run) for run in _PUT_IN.split(wording)]
    return [run for run in runs if run.strip() and not any(run in text for text in texts)]


def texts_of(dossier: Dossier) -> list[str]:
    whole = [record.article.wording(0, len(record.article.text)) for record in dossier.articles]
    titles = [record.title or "" for record in dossier.articles]
    return [f"{words(text)}|{words(title)}" for text, title in zip(whole, titles, strict=True)]


def test_every_wording_stands_in_the_article_that_it_names(
    told: tuple[Dossier, dict[str, Any]],
) -> None:
    dossier, index = told
    texts = texts_of(dossier)
    entries = [entry for entry in index["docs"] if entry["kind"] in WORDED]
    assert entries
    for entry in entries:
        lines = entry["text"].split("\n")
        assert len(lines) == len(entry["in"]), entry
        for line, at in zip(lines, entry["in"], strict=True):
            assert unsaid(line, [texts[at]]) == [], entry


def test_every_title_is_of_words_that_an_article_has(
    told: tuple[Dossier, dict[str, Any]],
) -> None:
    dossier, index = told
    texts = texts_of(dossier)
    titles = [entry["title"] for entry in index["docs"] if entry["kind"] in {"Claim", "Event"}]
    assert titles
    assert [title for title in titles if unsaid(title, texts)] == []


def test_every_item_is_found_by_a_link_of_its_own_kind(
    told: tuple[Dossier, dict[str, Any]],
) -> None:
    dossier, index = told
    kinds = [entry["kind"] for entry in index["docs"]]
    assert kinds.count("Person") == len(dossier.people)
    assert kinds.count("Outlet") == len(dossier.outlets)
    assert kinds.count("Claim") == len(dossier.claims)
    assert kinds.count("Article") == len(dossier.articles)
    places = {"Person": "people/", "Claim": ("claims/", "articles/"), "Article": "articles/"}
    for entry in index["docs"]:
        assert entry["location"].startswith(places.get(entry["kind"], "")), entry


def test_quotes_and_claims_say_their_day(told: tuple[Dossier, dict[str, Any]]) -> None:
    _, index = told
    dated = [entry for entry in index["docs"] if entry["kind"] in WORDED]
    assert [entry for entry in dated if not entry.get("day")] == []


def test_the_folder_of_articles_makes_the_index_alone(tmp_path: Path) -> None:
    """Twice the same seeds, twice the same bytes."""
    folder = copy_story(STORIES["theft"], tmp_path)
    first, second = (resolve_folder(folder) for _ in range(2))
    assert (
        pages_of(first.dossier, first.settings)[SEARCH]
        == (pages_of(second.dossier, second.settings)[SEARCH])
    )
