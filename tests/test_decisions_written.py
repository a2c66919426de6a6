"""Decisions added to `editorial.yml`: what the maintainer wrote there stays as it is."""

from pathlib import Path

import pytest

from builder.errors import EditorialError
from builder.overrides import read_decisions
from builder.overrides.writing import write_decisions

ADDED = {"speaker": "q-we-stay", "to": None, "why": "reviewed"}
FILES = {
    "none": None,
    "empty": "",
    "comments_alone": "# Ours.\n# - drop: Sunday\n#   why: no name",
    "no_line_end": "- drop: Sunday\n  why: w",
    "comments_and_quotes": (
        "# Above.\n- drop: 'Sunday'   # beside\n  # within\n  why: \"a: b\"\n\n# Below.\n"
        "- role: Ana Ruiz\n  to: >-\n    Mayor\n    of Quay\n  why: w   # last\n# End.\n"
    ),
    "indented": "  - drop: Sunday\n    why: w\n  - same: [A Roe, B Roe]\n    why: w\n",
    "an_empty_list": "[]\n",
    "in_brackets": "[{drop: Sunday, why: w}]\n",
    "long_lines": f"- drop: Sunday\n  why: {'word ' * 60}end\n",
    "days_and_nulls": "- date: e-x\n  to: 2026-03-04\n  why: w\n  on: 2026-03-05\n"
    "- speaker: q-x\n  to: null\n  why: ~\n".replace("why: ~", "why: w"),
    "windows": "# Ours.\r\n- drop: Sunday\r\n  why: w\r\n",
}


@pytest.mark.parametrize("name", FILES)
def test_what_stands_there_stays(tmp_path: Path, name: str) -> None:
    path, before = tmp_path / "editorial.yml", FILES[name]
    if before is not None:
        path.write_bytes(before.encode())
    old = len(read_decisions(tmp_path).unmatched())
    write_decisions(tmp_path, [ADDED])
    write_decisions(tmp_path, [{"apart": ["c-a", "c-b"], "why": "reviewed"}])
    assert len(read_decisions(tmp_path).unmatched()) == old + 2
    text = path.read_bytes().decode()
    if "bracket" not in name and name != "an_empty_list":
        assert text.startswith(before or "")
    assert text.count("\r\n") == (text.count("\n") if name == "windows" else 0)
    assert [found.name for found in tmp_path.iterdir()] == ["editorial.yml"]


def test_what_contradicts_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "editorial.yml"
    path.write_text("# Ours.\n- speaker: q-we-stay\n  to: Ana Ruiz\n  why: w\n")
    before = path.read_text()
    with pytest.raises(EditorialError, match="contradicts"):
        write_decisions(tmp_path, [ADDED])
    assert path.read_text() == before


def test_a_permalink_without_quotes_gets_them(tmp_path: Path) -> None:
    path = tmp_path / "editorial.yml"
    path.write_text("- speaker: #q-we-go\n  to: Ana Ruiz   # heard\n  why: w\n")
    write_decisions(tmp_path, [ADDED])
    assert path.read_text().startswith('- speaker: "#q-we-go"\n  to: Ana Ruiz   # heard\n')
    assert len(read_decisions(tmp_path).unmatched()) == 2
