"""The front page of stories of every shape, built from articles: it tells, and it leaves out.

Through a build without MkDocs: the pages as Markdown, and what a reader has of them.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import markdown
import pytest
from lxml import html

from builder.pipeline import build_pages
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.model
FERRY = (
    "The ferry Solvang ran aground off Marrow Point on Tuesday, the coast guard said. "
    "“We heard a long scraping noise,” the passenger Ines Barrow told reporters. "
    "At least 12 people were hurt. The ferry was built in 1998 by the Halden yard."
)
LATER = (
    "Harbour chief Otto Lind said on Wednesday that 19 people were hurt. “Nobody told us about "
    "the rocks,” Lind said at the quay. It was Tuesday when the Solvang ran aground off Marrow "
    "Point. An inquiry begins next month, and its findings are due in June."
)
DRY = "The ferry Solvang ran aground off Marrow Point. The ferry was built by the Halden yard."
HEADLINE = "Ferry runs aground and nobody knows why the captain turned so late " * 6


def article(text: str, **metadata: object) -> str:
    head = "".join(f"{key}: {value}\n" for key, value in metadata.items())
    return f"---\n{head}---\n{text}\n" if head else f"{text}\n"


SHIP, RAN = (
    ("Solvang", "ferry", "vessel", "boat", "ship"),
    ("ran aground", "hit the rocks", "stuck"),
)
FOLK = ("nurse", "clerk", "baker", "pilot", "farmer", "teacher", "diver")
SEEN = ("heard a bang", "saw smoke", "felt a jolt", "lost a suitcase", "missed a train",
    "called a cousin", "slept on deck", "found a whistle", "carried a child")  # fmt: skip


def outlets(number: int) -> dict[str, str]:
    """Articles of so many outlets, no two in the same words."""
    return {
        f"a{at}": article(
            f"A {FOLK[at % 7]} of Town {at} {SEEN[at % 9]} when the {SHIP[at % 5]} {RAN[at % 3]}. "
            f"Number {at} of its lifejackets went to a {FOLK[at % 5]} who {SEEN[at % 8]}.",
            outlet=f"The Paper of Town {at}", published="2026-03-04",
        )
        for at in range(number)
    }  # fmt: skip


STORIES: Mapping[str, Mapping[str, str]] = {
    "two_days": {
        "one": article(FERRY, title="Aground", outlet="Marrow Echo", published="2026-03-03"),
        "two": article(LATER, title="More hurt", outlet="Halden Post", published="2026-03-05"),
    },
    "a_long_headline": {
        "one": article(FERRY, title=HEADLINE, outlet="Marrow Echo", published="2026-03-03"),
        "two": article(LATER, title=HEADLINE, outlet="Marrow Echo", published="2026-03-03"),
    },
    "one_article": {"one": article(FERRY, outlet="Marrow Echo", published="2026-03-03")},
    "undated": {"one": article(FERRY, outlet="Marrow Echo"), "two": article(LATER)},
    "without_metadata": {"14-html": article(FERRY), "002_bdab3a25a0d4cbf2": article(LATER)},
    "without_quotes_and_dates": {"one": article(DRY), "two": article(DRY)},
    "one_sentence": {"one": article("Rain fell.")},
    "three_hundred_outlets": outlets(300),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """The pages of each story, in HTML, by the names of their files."""
    return {name: pages(tmp_path_factory.mktemp(name), story) for name, story in STORIES.items()}


def pages(folder: Path, story: Mapping[str, str]) -> dict[str, str]:
    (folder / "seeds").mkdir()
    for name, text in story.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "dossier.yml").write_text("title: The Solvang\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_bytes(
        (REPOSITORY / "builder" / "skeleton" / "mkdocs.yml").read_bytes()
    )
    build_pages(folder)
    docs = folder / "docs"
    return {str(path.relative_to(docs)): _html(path) for path in sorted(docs.rglob("*.md"))}


def _html(path: Path) -> str:
    *_, body = re.split(r"^---\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.M)
    return markdown.markdown(body, extensions=["attr_list", "tables", "toc"])


def words(page: str) -> str:
    root = html.fromstring(f"<div>{page}</div>")
    for script in root.xpath("//script"):
        script.drop_tree()
    return " ".join(root.text_content().split())


@pytest.mark.parametrize("story", STORIES)
def test_no_page_shows_what_there_is_none_of(
    built: Mapping[str, Mapping[str, str]], story: str
) -> None:
    for name, page in built[story].items():
        root = html.fromstring(f"<div>{page}</div>")
        assert not re.search(r"\bNone\b|\bnull\b|\b0 (?!\d)[a-z]+s\b", words(page)), name
        for holder in root.xpath("//tbody | //ul | //ol | //dl | //svg | //blockquote"):
            assert len(holder) or words(html.tostring(holder, encoding="unicode")), name
        headings = root.xpath("//h1 | //h2 | //h3")
        assert all(heading.text_content().strip() for heading in headings), name
        for heading in root.xpath("//h2"):
            following = heading.xpath("following-sibling::*[1]")
            assert [one.tag for one in following] not in ([], ["h2"]), heading.text_content()


@pytest.mark.parametrize("story", STORIES)
def test_no_file_name_is_a_label(built: Mapping[str, Mapping[str, str]], story: str) -> None:
    for name, page in built[story].items():
        shown = words(page).partition("In the files of this dossier:")[0]
        if name != "review.md":  # where a maintainer is told which file to write in
            assert not re.search(r"14-html|002_|\barticle (?:one|two)\b", shown), name


def test_the_front_tells_the_story_before_it_counts_it(
    built: Mapping[str, Mapping[str, str]],
) -> None:
    front = words(built["two_days"]["index.md"])
    assert front.index("ran aground") < front.index("2 independent sources")
    assert "How the figures changed" in front
    assert re.search(r"12 3 March 2026 Marrow Echo 19 5 March 2026 Halden Post", front)
    assert "Nobody told us about the rocks" in front
    assert "Newest changes" in front


def test_one_article_is_told_without_comparing(built: Mapping[str, Mapping[str, str]]) -> None:
    front = words(built["one_article"]["index.md"])
    assert "ran aground" in front
    assert "What is sure" not in front
    assert "there is nothing to compare it with" in front


def test_two_articles_of_one_outlet_are_one_source(
    built: Mapping[str, Mapping[str, str]],
) -> None:
    assert "1 independent source" in words(built["a_long_headline"]["index.md"])


def test_three_hundred_outlets_are_counted_not_listed(
    built: Mapping[str, Mapping[str, str]],
) -> None:
    front = words(built["three_hundred_outlets"]["index.md"])
    assert "300 independent sources" in front
    assert len(built["three_hundred_outlets"]["index.md"]) < 120_000
