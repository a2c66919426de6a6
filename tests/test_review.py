"""`dossier review` as a maintainer uses it: on a terminal by keys, elsewhere as a list."""

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from builder.check import check_folder
from builder.cli import app
from builder.new import new_folder
from builder.overrides import read_decisions
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.model

MILL = """The mill in Oldham burned on Monday. The fire injured nine workers, the owners said.

“We will rebuild it by May,” Dora Vance said on Tuesday. “The roof was never safe.”

“Nobody warned the workers about the dust,” the foreman said. “It rained soot,” a neighbour said.

Ruth Adler and Hanna Adler own the mill. Adler left the town on Friday.

“It is a fraud and a lie.”
"""
TIDE = """A fire destroyed the mill in Oldham on Monday.

Mayor Dora Vance said the mill would be rebuilt by June.

The fire injured eleven workers, police said.
"""
NOTE = "# Ours.\n- role: Dora Vance   # since March\n  to: 'Mayor'\n  why: w\n"


@pytest.fixture
def mill(tmp_path: Path) -> Path:
    folder = tmp_path / "mill"
    new_folder(folder)
    (folder / "seeds" / "mill.txt").write_text(MILL)
    (folder / "seeds" / "tide.txt").write_text(TIDE)
    return folder


def review(folder: Path, *words: str) -> str:
    done = CliRunner().invoke(app, ["review", str(folder), *words])
    assert done.exit_code == 0
    return done.stdout


def rows(folder: Path, *words: str) -> list[dict]:
    return [json.loads(line) for line in review(folder, "--json", *words).splitlines()]


def typed(folder: Path, keys: Sequence[str]) -> str:
    """What a terminal shows while the keys are pressed, each once it is asked for."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "builder", "review", str(folder)],
        stdin=theirs, stdout=theirs, stderr=subprocess.STDOUT, cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    ) as process:  # fmt: skip
        os.close(theirs)
        shown, left = "", list(keys)
        while select.select([ours], [], [], 30)[0]:
            try:
                shown += os.read(ours, 4096).decode()
            except OSError:  # the other end is closed
                break
            if left and shown.endswith(("q stop ", "Who: ")):
                while shown.endswith("q stop ") and termios.tcgetattr(ours)[3] & termios.ICANON:
                    time.sleep(0.01)  # until single keys are read: those before are thrown away
                os.write(ours, left.pop(0).encode())
        process.kill()  # where it still asks, it waits for a key that will not come
    os.close(ours)
    assert "written to editorial.yml" in shown
    return shown


def test_what_can_do_harm_is_asked_first_and_what_nobody_stated_last(mill: Path) -> None:
    asked = rows(mill)
    kinds = [row["kind"] for row in asked]
    order = ["damaging", "speaker", "name", "same", "difference", "missing"]
    assert kinds == sorted(kinds, key=order.index)
    assert {"damaging", "speaker", "name", "missing"} <= set(kinds)
    assert asked[0]["passages"][0]["text"] == "“It is a fraud and a lie.”"
    assert len({row["id"] for row in asked}) == len(asked)
    assert rows(mill, "--most", "2") == asked[:2]


def test_without_a_terminal_the_questions_are_listed_with_lines_to_paste(mill: Path) -> None:
    listed = review(mill)
    assert review(mill, "--list") == listed
    assert "mill: »“It is a fraud and a lie.”«" in listed
    assert "- {speaker: q-it-is-a-fraud-and-a, to: …, why: …}" in listed
    assert not list(mill.glob("editorial.yml.*"))


def test_lines_to_paste_are_decisions(mill: Path) -> None:
    lines = [line for row in rows(mill) for line in row["lines"]]
    (mill / "editorial.yml").write_text("".join(f"{line}\n" for line in lines))
    assert read_decisions(mill)


def test_keys_write_decisions_at_once_and_keep_what_stands_there(mill: Path) -> None:
    (mill / "editorial.yml").write_text(NOTE)
    asked = [row for row in rows(mill) if row["accept"] or row["reject"]]
    name = next(n for n, row in enumerate(asked) if row["kind"] == "name")
    two = next(n for n, row in enumerate(asked) if row["kind"] == "difference")
    keys = ["n", "dora vance\n", "r", *"s" * (name - 2), "o", *"s" * (two - name - 1), "r", "q"]
    shown = typed(mill, keys)
    assert "4 decisions written to editorial.yml." in shown
    text = (mill / "editorial.yml").read_text()
    assert text.startswith(NOTE)
    written = text.removeprefix(NOTE)
    assert (
        "- speaker: q-it-is-a-fraud-and-a\n  to: dora-vance\n  why: reviewed\n  on: 20" in written
    )
    assert f"- speaker: {asked[1]['reject'][0]['speaker']}\n  to: null\n" in written
    assert "- mention: mill\n  name: Adler\n  to: ruth-adler\n" in written
    assert f"- claim: {asked[two]['reject'][0]['claim']}\n  split:\n  - tide\n" in written
    left = rows(mill)
    assert {row["id"] for row in left}.isdisjoint(
        asked[number]["id"] for number in (0, 1, name, two)
    )
    assert check_folder(mill).problems == ()


def test_a_name_that_nobody_bears_is_said_and_asked_again(mill: Path) -> None:
    shown = typed(mill, ["n", "Nobody Here\n", "q"])
    assert "Nobody in the dossier is called “Nobody Here”" in shown
    assert "0 decisions written" in shown


def test_ctrl_c_stops_and_keeps_what_was_answered(mill: Path) -> None:
    assert "1 decision written" in typed(mill, ["r", "\x03"])
