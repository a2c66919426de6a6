"""A real browser over real sites, served on loopback."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from os import environ
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from builder.site import build_site
from tests.browser.server import served

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
DOSSIER = ("dossier.yml", "editorial.yml", "permalinks.json", "mkdocs.yml", "seeds", "docs/guide")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_chromium(), args=list(QUIET))
        yield chromium
        chromium.close()


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


def _chromium() -> str:
    named = environ.get("CHROMIUM")
    found = named or next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "No browser: install Debian's `chromium`, or name one in CHROMIUM.", pytrace=False
        )
    return found
