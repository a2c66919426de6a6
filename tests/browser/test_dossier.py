"""The dossier of `seeds/` as its readers meet it: looked up, searched, followed to its sources."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

PHONE = {"width": 375, "height": 740}
LISTS = (
    "people/", "claims/", "timeline/", "coverage/", "network/", "outlets/",
    "articles/", "organisations/", "places/", "changes/", "data/", "about/",
)  # fmt: skip
KINDS = ("people", "claims", "outlets", "articles", "organisations", "places")
WHERE = ("", *LISTS, "coverage/sources/", "review/", *(f"first of {kind}" for kind in KINDS))


@pytest.fixture(scope="session")
def dossier(site: Path) -> dict[str, Any]:
    """What the site publishes as data."""
    loaded: dict[str, Any] = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    return loaded


def place(where: str, dossier: dict[str, Any]) -> str:
    """The address that a row of `WHERE` stands for."""
    if not where.startswith("first of "):
        return where
    items = dossier[where.removeprefix("first of ")]
    return str(next(item["page"] for item in items if item["page"]))


def quote_of(person: dict[str, Any], dossier: dict[str, Any]) -> dict[str, Any]:
    """The longest direct quote of a person."""
    said = [
        quote
        for quote in dossier["quotes"]
        if quote["speaker"] == person["id"] and quote["kind"] == "direct"
    ]
    return max(said, key=lambda quote: len(quote["text"]))


def most_quoted(dossier: dict[str, Any]) -> dict[str, Any]:
    direct = [quote["speaker"] for quote in dossier["quotes"] if quote["kind"] == "direct"]
    people: list[dict[str, Any]] = [person for person in dossier["people"] if person["page"]]
    return max(people, key=lambda person: direct.count(person["id"]))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


@pytest.mark.parametrize("where", WHERE)
def test_every_kind_of_page_is_accessible(
    page: Page, address: str, dossier: dict[str, Any], where: str
) -> None:
    page.goto(address + place(where, dossier))

    assert violations(page) == []


@pytest.mark.parametrize("where", ["", "coverage/", "first of people", "first of claims"])
def test_dark_pages_are_accessible_too(
    browser: Browser, address: str, dossier: dict[str, Any], where: str
) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address + place(where, dossier))

        assert violations(page) == []


def violations(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found]


@pytest.mark.parametrize("width", [390, 768])
def test_no_kind_of_page_scrolls_sideways(
    browser: Browser, address: str, dossier: dict[str, Any], width: int
) -> None:
    wide = []
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        page = context.new_page()
        for where in WHERE:
            page.goto(address + place(where, dossier))
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(where)

    assert wide == []


@pytest.mark.parametrize("where", WHERE)
def test_no_page_asks_another_host_or_breaks_the_policy(
    page: Page, address: str, dossier: dict[str, Any], where: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + place(where, dossier), wait_until="networkidle")

    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_front_page_says_on_what_reports_differ_before_what_is_sure(
    page: Page, address: str
) -> None:
    page.goto(address)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".facts")).to_contain_text(re.compile(r"5\s*articles"))
    expect(page.locator(".card .versus").first).to_be_visible()
    differs = page.locator(".versus").first.bounding_box()
    sure = page.get_by_role("heading", name="What is sure").bounding_box()
    assert differs is not None
    assert sure is not None
    assert differs["y"] < sure["y"]


def test_every_section_is_reached_from_the_front_page(page: Page, address: str) -> None:
    page.goto(address)
    sections = page.get_by_role("navigation", name="Sections", exact=True).get_by_role("link")
    found = sections.evaluate_all("links => links.map(link => link.href)")

    assert found == [address, *(address + where for where in LISTS)]


def test_person_is_looked_up_and_shows_words_and_sources(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    person = most_quoted(dossier)
    page.goto(address + "people/")
    page.locator("article").get_by_role("link", name=person["name"]).click()

    expect(page).to_have_url(address + person["page"])
    expect(page.get_by_role("heading", level=1)).to_have_text(person["name"])
    expect(page.locator(".quote .src a").first).to_be_visible()
    expect(page.locator(".variant del, .variant ins").first).to_be_visible()


def test_claim_shows_every_wording_and_how_to_cite_it(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    claim = max(
        (claim for claim in dossier["claims"] if claim["page"]),
        key=lambda claim: (claim["independent_sources"], len(claim["statements"])),
    )
    page.goto(address + claim["page"])

    expect(page.get_by_role("heading", level=1)).to_contain_text(claim["text"][:30])
    expect(page.locator(".facts")).to_contain_text(f"{claim['independent_sources']} independent")
    expect(page.locator(".variants .variant")).to_have_count(len(claim["statements"]))
    expect(page.get_by_role("button", name="Copy")).to_be_visible()


def test_click_leads_from_a_quote_to_its_passage(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    person = most_quoted(dossier)
    page.goto(address + person["page"])
    page.locator(".quote .src a[href*='articles/']").first.click()

    expect(page).to_have_url(re.compile(re.escape(address) + r"articles/[^/]+/#.+"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_link_to_an_original_names_the_sentence(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    page.goto(address + most_quoted(dossier)["page"])
    originals = page.locator(".src a[href^='http'][rel~='noopener']").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))"
    )

    assert originals
    assert [url for url in originals if "#:~:text=" not in url] == []


def test_search_for_a_name_finds_the_person_first(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    person = most_quoted(dossier)
    search(page, address, person["name"].split()[-1])

    first = page.get_by_role("dialog").get_by_role("listitem").first
    expect(first).to_contain_text("Person · ")
    expect(first.get_by_role("link")).to_have_text(person["name"])
    first.get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(address + person["page"])))


def test_search_for_a_phrase_finds_who_said_it(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    person = most_quoted(dossier)
    phrase = words(quote_of(person, dossier)["text"]).split()
    search(page, address, " ".join(phrase[3:9]))

    found = page.get_by_role("dialog").get_by_role("listitem").filter(has_text=person["name"])
    expect(found.first).to_contain_text("Quote · ")


def search(page: Page, address: str, query: str) -> None:
    page.goto(address, wait_until="networkidle")
    page.get_by_role("button", name="Search people, claims, words").click()
    page.get_by_role("searchbox").press_sequentially(query)
    expect(page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def test_dark_system_gets_a_dark_page(browser: Browser, address: str) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto(address)

        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
            "rgb(21, 22, 23)"
        )


def test_name_in_the_network_leads_to_the_person(page: Page, address: str) -> None:
    page.goto(address + "network/")
    page.locator("svg.network a").first.click()

    expect(page).to_have_url(re.compile(re.escape(address) + r"\w+/[^/]+/$"))


@pytest.mark.parametrize("where", ["coverage/", "network/", "review/"])
def test_rows_of_a_table_are_read_on_a_phone_without_moving_it(
    browser: Browser, address: str, where: str
) -> None:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + where)

        tables = page.locator(".scroll")
        assert tables.count()
        assert tables.evaluate_all("all => all.every(it => it.scrollWidth <= it.clientWidth)")


def test_timeline_is_narrowed_to_one_person(
    page: Page, address: str, dossier: dict[str, Any]
) -> None:
    page.goto(address + "timeline/")
    everything = page.locator("ol.tl > li:visible").count()
    page.get_by_label("Person").select_option(index=1)

    expect(page.locator("form.filters output")).to_contain_text(f" of {everything} events")
    assert 0 < page.locator("ol.tl > li:visible").count() < everything


def test_bar_of_the_strip_leads_to_its_first_event(page: Page, address: str) -> None:
    page.goto(address + "timeline/")
    page.locator("svg.strip a").last.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("#event-"))
    expect(page.locator("li:target")).to_be_in_viewport()


@pytest.mark.parametrize(("where", "rows"), [("coverage/", "tbody tr"), ("claims/", ".claim")])
def test_claims_are_narrowed_to_those_that_differ(
    page: Page, address: str, where: str, rows: str
) -> None:
    page.goto(address + where)
    everything = page.locator(f"{rows}:visible").count()
    page.get_by_label("Where they differ").check()

    expect(page.locator("form.filters output")).to_contain_text(f" of {everything} claims")
    assert 0 < page.locator(f"{rows}:visible").count() < everything
    assert page.url.endswith("?marks=differs")

    page.reload()
    expect(page.get_by_label("Where they differ")).to_be_checked()


def test_claims_are_sorted_by_their_words_and_back(page: Page, address: str) -> None:
    page.goto(address + "claims/")
    titles = page.locator("#shared + .claims h3")
    as_reported = titles.all_inner_texts()
    page.get_by_label("Order").select_option("text")

    assert titles.all_inner_texts() != as_reported
    assert sorted(titles.all_inner_texts()) == sorted(as_reported)

    page.get_by_label("Order").select_option("")
    assert titles.all_inner_texts() == as_reported


def test_heads_of_the_coverage_stay_in_sight(page: Page, address: str) -> None:
    page.goto(address + "coverage/")
    page.locator(".matrix tbody tr").last.scroll_into_view_if_needed()

    expect(page.locator(".matrix thead th a").first).to_be_in_viewport()


@pytest.mark.parametrize("where", ["", "first of people", "first of claims"])
def test_the_first_key_leads_past_the_sections_to_the_heading(
    page: Page, address: str, dossier: dict[str, Any], where: str
) -> None:
    page.goto(address + place(where, dossier))
    page.keyboard.press("Tab")

    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    skip.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    assert page.evaluate(
        "content.compareDocumentPosition(document.querySelector('h1')) === "
        "Node.DOCUMENT_POSITION_FOLLOWING"
    )


def test_a_copy_without_a_server_can_be_read(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".claim h3 a").first.click()

    expect(page).to_have_url(re.compile(r"^file:.*/claims/.*/index\.html$"))
    expect(page.locator(".kicker").first).to_have_text("Claim")


def test_a_copy_without_a_server_can_be_searched(
    browser: Browser, site: Path, dossier: dict[str, Any]
) -> None:
    person = most_quoted(dossier)
    page = browser.new_page()
    search(page, (site / "about/index.html").as_uri(), person["name"])
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(rf"^file:.*/{person['page']}index\.html$"))


def test_the_index_loads_once_a_reader_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "search" in url] == []

    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("who")
    expect(page.get_by_role("dialog").get_by_role("status")).not_to_be_empty()
    assert [url for url in asked if "search" in url] == [
        address + "assets/dossier/search.js", address + "search/search_index.js",
    ]  # fmt: skip
