"""What a site of hostile strings publishes for other programs: read by them, run by none."""

import csv
import json
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar

from builder.render.escape import clean
from tests.hostile.conftest import Built

pytestmark = pytest.mark.model
MOST = 0.5  # of the strings; in the short run an article in three states no outlet
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def test_the_build_ends_with_a_site_and_a_sentence_for_each_problem(built: Built) -> None:
    told = [line for line in built.said.split("\n") if line.startswith(("seeds/", "editorial"))]

    assert built.status == 1  # one decision matches nothing, on purpose
    assert "Traceback" not in built.said
    assert any("matches nothing" in line for line in told)
    assert [line for line in told if not line.endswith(".") or not line.isprintable()] == []


@pytest.mark.parametrize(
    ("kind", "field"),
    [("people", "name"), ("outlets", "name"), ("claims", "text"), ("articles", "title")],
)
def test_most_strings_are_names_wordings_and_titles(built: Built, kind: str, field: str) -> None:
    words = {plain(item[field] or "") for item in published(built)[kind] if item["page"]}

    kept = [string for string in built.strings if plain(string.text) in words]
    assert len(kept) > MOST * len(built.strings)


def test_an_article_page_shows_the_string_as_it_is(built: Built) -> None:
    strings = {f"{string.number}": plain(string.text) for string in built.strings}
    stems = {item["page"]: Path(item["file"]).stem for item in published(built)["articles"]}
    noted = {page: stem for page, stem in stems.items() if stem[-1] in "tm"}
    lost = [
        page
        for page, stem in noted.items()
        if strings[stem.rsplit(" ", 1)[1][:-1]] not in shown(built.site / page / "index.html")
    ]

    assert noted
    assert lost == []


def test_json_can_be_read(built: Built) -> None:
    files = sorted(built.site.rglob("*.json"))
    for path in files:
        json.loads(path.read_text(encoding="utf-8"), parse_constant=pytest.fail)

    assert {"dossier.json", "timeline.json", "search_index.json"} <= {path.name for path in files}


def test_no_cell_of_a_table_is_a_formula(built: Built) -> None:
    tables = sorted(built.site.rglob("*.csv"))
    for path in tables:
        with path.open(encoding="utf-8", newline="") as lines:
            head, *rows = csv.reader(lines, strict=True)
        assert rows, path
        assert {len(row) for row in rows} == {len(head)}
        assert [cell for row in rows for cell in row if cell.startswith(FORMULAS)] == []

    assert tables


def test_the_calendar_holds_events_of_our_keys_alone(built: Built) -> None:
    calendar = Calendar.from_ical((built.site / "data/timeline.ics").read_bytes())

    assert {part.name for part in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert {key for part in calendar.walk() for key in part} <= {
        "PRODID", "VERSION", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY",
        "DESCRIPTION", "LOCATION", "STATUS", "TRANSP",
    }  # fmt: skip


def test_feed_and_site_map_lead_nowhere_else(built: Built) -> None:
    feed = ET.parse(built.site / "changes.xml").getroot()  # noqa: S314 - our own file
    links = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    pages = ET.parse(built.site / "sitemap.xml").getroot()  # noqa: S314
    places = [place.text or "" for place in pages.iter() if place.tag.endswith("}loc")]

    assert len(links) > 2
    assert [link for link in links if not link.startswith(built.address)] == []
    paths = [link.removeprefix(built.address) for link in links]
    assert [path for path in paths if not (built.site / path).exists()] == []
    assert places
    assert [place for place in places if not place.startswith(built.address)] == []


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def published(built: Built) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads(
        (built.site / "data/dossier.json").read_text(encoding="utf-8")
    )
    return found


def shown(path: Path) -> str:
    """The words of a page."""
    reader = _Text()
    reader.feed(path.read_text(encoding="utf-8"))
    return plain("".join(reader.words))


def plain(text: str) -> str:
    return " ".join(clean(text).split())
