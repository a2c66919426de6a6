"""Long pages stand in parts: nothing is lost, every link finds its part, filters stay honest."""

import json
import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest

from benchmarks.generated import articles
from builder.new import new_folder
from builder.pipeline import resolve_folder
from builder.render.page_parts import linked_parts
from builder.render.paging import LARGEST_PAGE, Part, paginated
from builder.settings import Settings
from tests.rendering import pages_of
from tests.story_of_three import three
from tests.test_render import Read, address

SETTINGS = Settings(publish_full_text=True)
WORD = re.compile(r"\w+")
WHOLE = sorted(name for name in pages_of(three(), SETTINGS) if name.endswith(".md"))
SCRIPT = re.compile(r"dossierParts\((.*)\);\n")
PART = re.compile(r"(?P<page>.*?)(?:index)?(?:/?list/\d+)?\.md")


@pytest.fixture(scope="module")
def in_parts() -> Mapping[str, str]:
    """The pages of a small story, as if a page could hold next to nothing."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builder.render.paging.LARGEST_PAGE", 2_500)
        patch.setattr("builder.render.paging._LARGEST_PART", 2_000)
        patch.setattr("builder.render.breaks.LARGEST_UNIT", 700)
        return pages_of(three(), SETTINGS)


def parts_of_page(name: str, files: Mapping[str, str]) -> list[str]:
    whole = PART.fullmatch(name)
    return [
        other
        for other in files
        if whole
        and (found := PART.fullmatch(other))
        and found["page"].strip("/") == whole["page"].strip("/")
    ]


@pytest.mark.parametrize("name", WHOLE)
def test_the_parts_of_a_page_hold_all_that_it_held_and_each_is_whole(
    name: str, in_parts: Mapping[str, str]
) -> None:
    reads = [Read(source=in_parts[part]) for part in parts_of_page(name, in_parts)]
    for read in reads:
        assert read.open == [], "an element is not closed"
        assert len(set(read.ids)) == len(read.ids)
        assert read.scripts == ["application/ld+json"]
        assert read.handlers == []
    held = Counter(word for read in reads for word in WORD.findall(read.text))
    whole = Read(source=pages_of(three(), SETTINGS)[name])
    assert not Counter(WORD.findall(whole.text)) - held
    assert {anchor for read in reads for anchor in read.ids} >= set(whole.ids)


def test_every_link_leads_to_the_part_where_its_anchor_stands(
    in_parts: Mapping[str, str],
) -> None:
    assert_links_hold(in_parts)


def assert_links_hold(files: Mapping[str, str]) -> None:
    """A permalink leads to the first part, whose list names the right one; others lead there."""
    names = {address(name): name for name in files if name.endswith(".md")}
    read = cache(lambda name: Read(source=files[name]))
    moved = 0
    for here, name in names.items():
        for link in read(name).links:
            if link.startswith(("http://", "https://")):
                continue
            path, _, anchor = link.partition("#")
            there = posixpath.normpath(posixpath.join("/" + here, path)).strip("/")
            if there in files or there.startswith("data/"):
                continue
            there += "/" * bool(there)
            assert there in names, f"{name}: {link} leads nowhere"
            if anchor and anchor not in read(names[there]).ids:
                part = listed(read(names[there]), there, files)[anchor]
                assert anchor in read(names[part]).ids
                assert f'href="{link}">permalink' in unescape(read(name).html)
                moved += 1
    assert moved


def listed(page: Read, there: str, files: Mapping[str, str]) -> dict[str, str]:
    """The part on which each anchor stands, as the browser is told that is on the first."""
    found = re.search(r'data-parts="([^"]+)" data-lists="(\d+)"', page.html)
    assert found
    folder, parts = f"{there}{found[1]}", dict[str, str]()
    for number in range(int(found[2])):
        script = SCRIPT.fullmatch(files[f"{folder}parts-{number}.js"])
        assert script
        parts |= {anchor: f"{folder}{at}/" for anchor, at in json.loads(script[1]).items()}
    return parts


def rows(number: int, words: str = "word " * 20) -> str:
    return "\n".join(
        f'<li id="r{at}" data-people="p{at % 3} q{at}">{words}</li>' for at in range(number)
    )


def size(part: Part) -> int:
    return len(part.head.encode()) + len(part.body.encode())


def test_a_page_that_a_browser_loads_quickly_is_not_parted() -> None:
    assert paginated(f"# Rows {{#rows}}\n\n<ul>\n{rows(400)}\n</ul>") == ()


def test_a_part_repeats_the_heading_and_the_head_of_the_table_that_it_stands_under() -> None:
    table = '<table id="t" data-sortable><thead><tr><th>Word</th></tr></thead><tbody>'
    cells = "\n".join(f"<tr><td>{at} {'word ' * 20}</td></tr>" for at in range(1_000))
    body = f"# Words {{#all}}\n\n## Long {{#long}}\n\n{table}\n{cells}\n</tbody></table>"
    first, second = paginated(body)
    assert second.body.startswith(
        "## Long, continued {#long}\n\n"
        "<table data-sortable><thead><tr><th>Word</th></tr></thead><tbody>\n<tr><td>"
    )
    assert first.body.endswith("</td></tr>\n</tbody></table>")
    assert second.is_filtered
    assert (first.label, second.label) == ("", "")


def test_a_part_begins_with_a_heading_rather_than_to_end_with_it() -> None:
    body = f"<ul>\n{rows(550)}\n</ul>\n\n## Others {{#others}}\n\n<ul>\n{rows(400)}\n</ul>"
    found = paginated(f"# Rows {{#rows}}\n\n{body}")
    for part in found:
        assert not part.body.rstrip("</ul>\n").endswith("{#others}")
    assert found[1].label in {"", "Others"}


@pytest.mark.parametrize(
    "text",
    [
        "word " * 60_000,
        "w" * 300_000,
        "&#42;" * 60_000,
        "<b>bold</b> <a href='#x'>link</a> " * 9_000,
    ],
    ids=["a long sentence", "one word", "escaped signs", "many links"],
)
def test_an_item_that_is_larger_than_a_page_is_broken(text: str) -> None:
    found = paginated(f"# Long {{#long}}\n\n<ul>\n<li>{text}</li>\n<li>End</li>\n</ul>")
    assert len(found) > 3
    assert max(map(size, found)) <= LARGEST_PAGE
    words = "".join(re.sub(r"<[^>]*>|\s", "", part.body) for part in found)
    assert words == re.sub(r"<[^>]*>|\s", "", text) + "End"
    for part in found:
        assert Read(source=f"---\n---\n{part.body}").open == []


def test_what_is_large_below_a_list_is_broken_too() -> None:
    list_ = "<div>\n<ul>\n<li>One</li>\n<li>Two</li>\n</ul></div>"
    text = f'<p class="src">Note</p>\n\n<p>{"word " * 40_000}</p>'
    for between in ("", "## Text {#text}\n\n"):
        found = paginated(f"# All {{#all}}\n\n{list_}\n\n{between}{text}")
        assert max(map(size, found)) <= LARGEST_PAGE
        assert sum(part.body.count("word ") for part in found) == 40_000
        for part in found:
            assert Read(source=f"---\n---\n{part.body}").open == []
        assert sum(f"{part.head}{part.body}".count("<ul>") for part in found) == 1


def test_filters_offer_what_stands_in_the_part_and_count_it() -> None:
    options = "\n".join(
        f'<option value="{value}">{value} ({times})</option>'
        for value, times in [("p0", 400), ("p1", 400), ("q7", 1), ("q1199", 1), ("gone", 1)]
    )
    form = f'<form class="filters" data-filters="li" data-noun="rows">\n{options}\n</form>'
    found = paginated(f"# Rows {{#rows}}\n\n{form}\n\n<ul>\n{rows(1_200)}\n</ul>")
    for part in found:
        items = part.body.count("<li ")
        assert 'data-noun="rows on this page"' in part.body
        assert (">q7 (1)<" in part.body) == ('id="r7"' in part.body)
        assert (">q1199 (1)<" in part.body) == ('id="r1199"' in part.body)
        assert abs(int(re.search(r">p0 \((\d+)\)<", part.body)[1]) - items / 3) <= 1
        assert "gone" not in part.body


def test_a_part_of_a_thousand_links_to_its_neighbours_and_to_some_others() -> None:
    assert linked_parts(5, 2) == [1, 2, 3, 4, 5]
    found = linked_parts(1_000, 500)
    assert {1, 497, 498, 499, 500, 501, 502, 503, 1_000} <= set(found)
    assert len(found) <= 21


@pytest.mark.model
def test_no_page_of_a_story_of_a_hundred_articles_is_larger_than_a_browser_loads_quickly(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "story"
    new_folder(folder)
    for number, (text, metadata) in enumerate(articles(100)):
        (folder / "seeds" / f"a{number:03}.txt").write_text(text, encoding="utf-8")
        (folder / "seeds" / f"a{number:03}.yml").write_text(metadata, encoding="utf-8")
    found = resolve_folder(folder)
    pages = pages_of(found.dossier, found.settings, changes=found.changes)
    largest = max(
        (len(text.encode()), name) for name, text in pages.items() if name.endswith(".md")
    )
    assert largest[0] <= LARGEST_PAGE + 2_000, largest[1]  # front matter is no part of the page
    assert {"changes/list/2.md", "claims/list/2.md", "coverage/list/2.md"} <= set(pages)
    assert_links_hold(pages)
