"""The preview as a maintainer has it: what is saved shows, what is wrong is told, it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.errors import SiteError
from builder.new import new_folder
from builder.site.preview import Preview


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own server
        return str(answer.read(), "utf-8")


class Served:
    """A dossier that is being served, as a browser sees it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "builder", "serve", str(folder), "--port", str(free_port())],
            stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"},
        )  # fmt: skip
        assert self.process.stderr is not None
        told = next(line for line in self.process.stderr if "Serving at" in line)
        self.address = told.split()[2]
        self.known = self.state(-1)["number"]

    def state(self, known: int, page: str = "") -> dict[str, object]:
        return json.loads(fetched(f"{self.address}.preview/state?known={known}&page={page}"))

    def save(self, name: str, text: str, page: str = "") -> dict[str, object]:
        """What a browser that shows the page is told once the file was saved."""
        path = self.folder / name
        path.write_text(text)
        state = self.state(self.known, page)
        self.known = state["number"]
        return state

    def page(self, name: str = "") -> str:
        return fetched(self.address + name)

    def end(self) -> str:
        """What the command said to the end, once Ctrl-C was pressed."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=30)
        assert self.process.returncode == 0, said
        return said


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("live") / "story"
    new_folder(folder)
    (folder / "seeds" / "a.txt").write_text("“We will stay,” Mayor Ana Ruiz said on Monday.\n")
    (folder / "overrides" / "partials").mkdir(parents=True)
    (folder / "overrides" / "partials" / "footer.html").write_text("It is dry.")
    config = (folder / "mkdocs.yml").read_text()
    themed = config.replace("  name: dossier\n", "  name: dossier\n  custom_dir: overrides\n")
    (folder / "mkdocs.yml").write_text(themed)
    made = Served(folder)
    yield made
    assert made.end().endswith("Serving has ended.\n")


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "text", "page", "shown"),
    [
        ("editorial.yml", "- {rename: Ana Ruiz, to: Anna Ruíz, why: her own}", "people/", "Ruíz"),
        ("dossier.yml", "title: The harbour", "", "<title>The harbour</title>"),
        ("seeds/b.txt", "“It is late,” engineer Ben Cole said.\n", "people/", "Ben Cole"),
        ("docs/mine.md", "# My own page\n", "mine/", "My own page"),
        ("overrides/partials/footer.html", "It rains.", "people/", "It rains."),
    ],
    ids=["decision", "setting", "article", "page", "template"],
)
def test_what_is_saved_shows(served: Served, name: str, text: str, page: str, shown: str):
    state = served.save(name, text)
    assert not state["problem"]
    assert shown in served.page(page)
    assert "/.preview/live.js" in served.page(page)


@pytest.mark.model
def test_what_is_saved_is_built_once(served: Served):
    served.save("editorial.yml", "- {rename: Ana Ruiz, to: Ana Ruíz, why: her own}")
    served.save("docs/mine.md", "# My own page again\n")
    assert "My own page again" in served.page(
        "mine/"
    )  # no state between told of the first once more


@pytest.mark.model
def test_the_page_that_is_open_shows_before_all_others(served: Served):
    first = served.save("dossier.yml", "title: The quay", page="/people/")
    assert first["early"] == []
    assert "The quay" in served.page("people/")
    then = served.state(served.known, "/people/")
    served.known = then["number"]
    assert then["early"] == ["/people/"]  # this one need not be loaded again
    assert "<title>The quay</title>" in served.page()


@pytest.mark.model
def test_what_is_wrong_is_told_and_the_last_good_pages_stay(served: Served):
    good = (served.folder / "editorial.yml").read_text()
    before = served.page("people/")
    state = served.save("editorial.yml", "- {rename: [}")
    assert "editorial.yml:1" in str(state["problem"])
    assert served.page("people/") == before
    assert not served.save("editorial.yml", good + "\n")["problem"]


@pytest.mark.model
def test_a_page_that_is_none_is_the_site_s_own_404(served: Served):
    with pytest.raises(urllib.error.HTTPError) as answer:
        served.page("nowhere/")
    assert answer.value.code == 404
    assert "/.preview/live.js" in answer.value.read().decode()


def test_a_port_in_use_is_one_sentence(tmp_path: Path):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = int(holder.getsockname()[1])
        with pytest.raises(SiteError, match=rf"^127\.0\.0\.1:{port}: it cannot be served"):
            Preview(tmp_path, port=port)
