"""A real browser over real sites, served on loopback."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from builder.site import build_site
from tests.browser.server import served

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
DOSSIER = (
    "dossier.yml", "editorial.yml", "permalinks.json", "published.json", "mkdocs.yml", "seeds",
    "docs/assets", "docs/guide",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the articles in `seeds/`, made as `dossier build` makes it."""
    folder = tmp_path_factory.mktemp("dossier")
    for name in DOSSIER:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.exists():
            shutil.copy(source, folder / name)
    subprocess.run([sys.executable, "-m", "builder", "build", str(folder)], check=True)
    return folder / "site"


@pytest.fixture(scope="session")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that shows each piece of the theme once."""
    return build_site(HERE, site_dir=tmp_path_factory.mktemp("pieces") / "site")


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the dossier's site is served."""
    yield from served(site)


@pytest.fixture(scope="session")
def pieces_address(pieces: Path) -> Iterator[str]:
    """Where the theme's pieces are served."""
    yield from served(pieces)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of a wide, light window; errors in its console fail the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda message: message.type == "error" and errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []
