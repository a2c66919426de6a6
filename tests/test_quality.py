"""Quality cannot slip unseen: the figures of the invented stories, held to floors.

A figure below its floor fails; so does one above it, until the floor is moved up with
`pytest tests/test_quality.py --accept`. Floors are lowered only on purpose, with a reason.
"""

import json
from pathlib import Path

import pytest
import yaml

from builder.load import load_seeds
from builder.pipeline import build_pages
from tests.conftest import REPOSITORY, copy_story
from tests.quality import Tally, judge

STORIES = sorted(path.parent for path in (REPOSITORY / "tests/stories").glob("*/gold.yml"))
FLOORS = REPOSITORY / "tests" / "quality_floors.yml"


@pytest.mark.model
def test_no_figure_leaves_its_floor(tmp_path: Path, request: pytest.FixtureRequest):
    tally = Tally()
    for story in STORIES:
        (tmp_path / story.name).mkdir()
        folder = copy_story(story, tmp_path / story.name)
        build_pages(folder)
        dossier = json.loads((folder / "docs/data/dossier.json").read_text(encoding="utf-8"))
        texts = {raw.id: raw.text for raw in load_seeds(folder).articles}
        judge(tally, dossier, texts, yaml.safe_load((story / "gold.yml").read_text("utf-8")))
    if request.config.getoption("--accept"):
        FLOORS.write_text(yaml.safe_dump(tally.figures(), sort_keys=False), encoding="utf-8")
    assert tally.figures() == yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
