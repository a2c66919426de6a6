"""Whole stories of six kinds, built as a maintainer builds them: what must hold anywhere.

That they keep the contract is seen in `test_contract`.
"""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from builder import Build, build
from tests.conftest import REPOSITORY, copy_story

pytestmark = pytest.mark.model
MAKERS = {
    "lander": ["Nobuko Haraguchi", "Clive Tennant", "Sunita Vaz", "M. Oduya", "Benedetta Lo Russo",
               "Furio Castagna"],
    "port": ["Dev Anand Pillay", "Skye Latimer"],
    "quake": ["Donna Priestman", "Anvar Yuldoshev", "K. Asanova"],
    "rates": ["Hannah Prewitt", "Oh Tae-kyung", "Lim Se-yeon", "Gareth Fonseca", "Kwak Eun-bi",
              "Chu Min-jae", "P. Lindqvist", "Gu Ha-neul"],
    "theft": ["Henning Vraa", "Bryony Tusk", "Camilla Friis"],
    "transfer": ["Rui Sampaio"],
}  # fmt: skip
"""Who wrote, edited and photographed what the stories hold."""
WITH_PASSAGES = ("mentions", "statements", "passages", "roles", "citations")


@pytest.fixture(scope="module", params=MAKERS)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param) / request.param
    folder.mkdir()
    return copy_story(REPOSITORY / "tests" / "stories" / request.param, folder)


@pytest.fixture(scope="module")
def built(story: Path) -> Build:
    """The story's site; MkDocs is strict, so a link or an anchor that leads nowhere fails it."""
    return build(story)


@pytest.fixture(scope="module")
def dossier(built: Build) -> dict[str, Any]:
    return json.loads((built.site / "data" / "dossier.json").read_text())


def test_every_article_is_published(built: Build, story: Path):
    assert built.problems == ()
    assert len(built.dossier.articles) == 5


def test_who_made_an_article_is_nobody_of_the_story(dossier: dict[str, Any], story: Path):
    named = {name.casefold() for name in chain(_names(dossier))}
    assert [maker for maker in MAKERS[story.name] if maker.casefold() in named] == []


def test_no_item_is_without_a_passage(dossier: dict[str, Any]):
    for kind in ("people", "organisations", "places", "claims", "events", "relations"):
        for item in dossier[kind]:
            assert any(item.get(key) for key in WITH_PASSAGES), item
    for quote in dossier["quotes"]:
        assert quote["text"]


def test_every_page_says_what_it_is_of(built: Build):
    for page in built.site.rglob("*.html"):
        title = re.search(r"<title>([^<]+)</title>", page.read_text())
        assert title, page
        assert "None" not in title[1], page


def _names(dossier: dict[str, Any]) -> Iterator[str]:
    for kind in ("people", "organisations", "places"):
        for entity in dossier[kind]:
            yield from (entity["name"], *entity["aliases"])
