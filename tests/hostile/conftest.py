"""The dossiers of hostile strings, built by the command and served without their policy."""

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.pipeline import resolve_folder
from tests.browser.server import served
from tests.conftest import REPOSITORY
from tests.hostile.stories import decisions_of, seeds_of, settings_of, write
from tests.hostile.strings import Hostile, all_strings, some_of

AT_ONCE = 66  # strings of one dossier
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A dossier of hostile strings and its site."""

    strings: tuple[Hostile, ...]
    whole: bool
    site: Path
    address: str
    status: int
    said: str


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The whole set takes minutes, so it runs only where `--hostile` asks for it."""
    if not config.getoption("hostile"):
        left_out = [item for item in items if item.get_closest_marker("hostile")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def dossiers() -> Iterator[object]:
    """A few strings of every class as one dossier; then all strings, in as many as they need."""
    strings = all_strings()
    yield pytest.param((some_of(strings), False), id="some")
    for start in range(0, len(strings), AT_ONCE):
        part = strings[start : start + AT_ONCE]
        name = f"{start + 1}_to_{start + len(part)}"
        yield pytest.param((part, True), id=name, marks=pytest.mark.hostile)


@pytest.fixture(scope="session", params=dossiers())
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Built]:
    strings, whole = request.param
    folder = tmp_path_factory.mktemp("hostile")
    _write_dossier(folder, strings, whole=whole)
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    made = subprocess.run(
        [sys.executable, "-m", "builder", "build", str(folder)],
        capture_output=True, check=False, env={**os.environ, "SITE_URL": address},
    )  # fmt: skip
    said = made.stderr.decode(errors="replace")
    site = folder / "site"
    assert site.is_dir(), said
    _remove_policy(site)
    for at in served(site, port=port):
        yield Built(
            strings=strings, whole=whole, site=site, address=at, status=made.returncode, said=said
        )
    shutil.rmtree(folder)


def _write_dossier(folder: Path, strings: tuple[Hostile, ...], *, whole: bool) -> None:
    shutil.copy(REPOSITORY / "builder" / "skeleton" / "mkdocs.yml", folder / "mkdocs.yml")
    write(folder, seeds_of(strings, whole=whole))
    write(folder, {"dossier.yml": settings_of(strings)})
    dossier = resolve_folder(folder).dossier
    write(folder, {"editorial.yml": decisions_of(strings, dossier)})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _remove_policy(site: Path) -> None:
    """Leave the pages to what the builder made of the text."""
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        bare = _POLICY.sub("", page)
        assert bare != page, path
        path.write_text(bare, encoding="utf-8")
