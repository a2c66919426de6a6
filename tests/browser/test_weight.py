"""A page is there at once on a phone: few files, nothing before it is wanted, nothing moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.audit.lighthouse import KILOBYTES, REQUESTS
from benchmarks.audit.sites import Site
from tests.browser.visits import visit

PHONE = {"width": 390, "height": 844}
KINDS = ("front", "person", "claim", "timeline", "coverage")
SHIFTS = """() => new Promise(resolve => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(shift => moved += shift.value))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(moved), 300);
})"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        yield context.new_page()


@pytest.fixture
def places(site: Path, address: str) -> dict[str, str]:
    """The longest page of each kind."""
    built = Site(folder=site, address=address)
    person, claim = built.largest("people"), built.largest("claims")
    assert person
    assert claim
    paths = ("", person, claim, "timeline/", "coverage/")
    return dict(zip(KINDS, (address + path for path in paths), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_first_view_of_a_page_is_light(phone: Page, places: dict[str, str], kind: str) -> None:
    answers: list[tuple[str, int]] = []
    phone.on("response", lambda answer: answers.append((answer.url, len(answer.body()))))
    phone.goto(places[kind], wait_until="networkidle")

    assert len(answers) <= REQUESTS
    assert sum(size for _, size in answers) <= KILOBYTES * 1000
    assert len([url for url, _ in answers if url.endswith(".css")]) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_while_a_page_loads(phone: Page, places: dict[str, str], kind: str) -> None:
    phone.route("**/*.woff2", lambda route: route.abort())  # no machine has all that stands in
    phone.goto(places[kind], wait_until="networkidle")

    assert phone.evaluate(SHIFTS) < 0.01


def test_search_index_comes_when_the_search_is_opened(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visit(page, address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "search" in url] == []

    page.keyboard.press("/")
    page.get_by_role("searchbox").press_sequentially("a")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible()


def test_colours_are_switched_by_the_first_touch(phone: Page, address: str) -> None:
    phone.goto(address)
    phone.locator("label[title='Switch to dark colours']").click()

    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_first_key_opens_the_search(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")

    expect(page.get_by_role("searchbox")).to_be_focused()
