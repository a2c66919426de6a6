"""What is copied: an outlet's own wording, and a quote with its source in the form asked for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

_WORD = re.compile(r"[^\W_]+")
ROW = ".variant:has(.who a) > p"
SELECT = """
([from, to]) => {
  const range = document.createRange();
  range.setStart(from, 0);
  range.setEnd(to, to.childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}
"""
SELECTED = """
row => {
  getSelection().selectAllChildren(row);
  return [row.closest(".variant").querySelector(".who a").href, getSelection().toString()];
}
"""
QUOTE = """
([words, title, outlet, speaker]) => {
  const article = document.createElement("article");
  article.className = "quote";
  article.append(document.createElement("blockquote"), document.createElement("p"));
  article.firstChild.textContent = words;
  const line = article.lastChild;
  line.innerHTML = '<time datetime="2026-03-04">4 March 2026</time> '
    + '<a rel="noopener">the sentence</a>'
    + '<a class="permalink" href="#said-x">permalink</a> <button type="button">Copy</button>';
  line.querySelector("a").setAttribute("href", "https://news.example/a?b={c}|d%20e");
  Object.assign(line.querySelector("button").dataset, {
    quote: "verbatim", title, outlet, speaker, day: "2026-03-04",
  });
  document.querySelector(".page-body").prepend(article);
}
"""
HOSTILE = [
    pytest.param("It stays shut.\nER  - \nTY  - BOOK", id="lines_that_are_fields"),
    pytest.param("It stays}, author = {Nobody}, x = { shut", id="braces"),
    pytest.param("100% of $5 & #1 in a_b ~ ^ \\input{x}", id="commands"),
    pytest.param("}}{{delete|now}} [[File:x]] <ref>y</ref> ''z'' ~~~~ |url=x", id="templates"),
    pytest.param("Quiet\u2028TY  - X\u0085ER  - \x0b", id="other_ends_of_lines"),
]


@pytest.fixture
def copying(browser: Browser) -> Iterator[Page]:
    """A page that may read and write the clipboard."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield context.new_page()


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def words(text: str) -> str:
    found = " ".join(_WORD.findall(text.casefold()))
    return f" {found} "


def articles(site: Path) -> dict[str, str]:
    """The words of each article, by the address of its page."""
    data: dict[str, Any] = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    folder = site.parent
    return {
        found["page"]: words((folder / found["file"]).read_text(encoding="utf-8"))
        for found in data["articles"]
    }


def test_a_compared_row_gives_the_words_of_its_outlet_alone(
    page: Page, address: str, site: Path
) -> None:
    texts, compared = articles(site), 0
    for path in sorted([*site.glob("people/*/index.html"), *site.glob("claims/*/index.html")]):
        if "<del>" not in path.read_text(encoding="utf-8"):
            continue
        page.goto(address + path.parent.relative_to(site).as_posix() + "/")
        for row in page.locator(ROW).all():
            place, copied = row.evaluate(SELECTED)
            article = "articles/" + place.removeprefix(address + "articles/").partition("#")[0]
            assert words(copied) in texts[article], (path.parent.name, copied)
            compared += 1
    assert compared > 50


def test_what_is_copied_over_several_rows_is_what_outlets_have(
    copying: Page, address: str, site: Path
) -> None:
    whole = "".join(articles(site).values())
    copying.goto(address + "people/mikhail-mishustin/")
    rows = copying.locator(ROW)
    assert rows.count() > 3
    copying.evaluate(SELECT, [rows.nth(0).element_handle(), rows.nth(3).element_handle()])
    copying.keyboard.press("Control+c")

    named = {link.inner_text() for link in copying.locator(".variant .who").all()}
    lines = [line.strip() for line in clipboard(copying).splitlines() if line.strip()]
    told = [line for line in lines if not any(line in name for name in named)]
    assert len(told) >= 4
    assert [line for line in told if words(line) not in whole] == []


def test_a_quote_is_copied_with_its_source(copying: Page, pieces_address: str) -> None:
    show(copying, pieces_address, "“It stays shut,”")
    copying.get_by_role("button", name="Copy").first.click()

    expect(copying.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(copying) == (
        "“It stays shut,” – Ana Ruiz, Coast Radio, 4 March 2026\n"
        f"https://news.example/a?b={{c}}|d%20e\n{pieces_address}about/#said-x"
    )


def test_words_of_the_outlet_are_not_put_into_a_mouth(copying: Page, pieces_address: str) -> None:
    show(copying, pieces_address, "the port stays “shut”")
    copying.evaluate("document.querySelector('[data-quote]').dataset.quote = 'reported'")
    copying.get_by_role("button", name="Copy").first.click()

    expect(copying.get_by_role("button", name="Copied")).to_be_visible()
    assert clipboard(copying).startswith(
        "“the port stays ‘shut’” – Ana Ruiz, in the outlet’s words, Coast Radio, 4 March 2026\n"
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_bibtex_has_one_entry_of_known_fields(
    copying: Page, pieces_address: str, text: str
) -> None:
    copied = copied_as("BibTeX", copying, pieces_address, text)
    bare = re.sub(r"\\[{}$&#%_]|\\text\w+\{\}", "", copied)
    depth = 0
    for mark in bare:
        depth += {"{": 1, "}": -1}.get(mark, 0)
        assert depth >= 0
    assert depth == 0
    assert re.findall(r"^  (\w+) = \{", bare, re.MULTILINE) == [
        "title", "howpublished", "year", "month", "day", "url", "note",
    ]  # fmt: skip
    assert bare.count("\n") == 8
    texts = [line for line in bare.splitlines() if not line.startswith("  url")]
    assert not re.search(r"[\\$&#%_~^]", "".join(texts))


@pytest.mark.parametrize("text", HOSTILE)
def test_ris_has_one_record_of_known_fields(copying: Page, pieces_address: str, text: str) -> None:
    copied = copied_as("RIS", copying, pieces_address, text)
    tags = [line[:6] for line in copied.splitlines()]
    assert tags == [f"{tag}  - " for tag in ("TY", "TI", "T2", "PY", "DA", "UR", "N1", "ER")]


@pytest.mark.parametrize("text", HOSTILE)
def test_the_wiki_gets_one_template_of_known_fields(
    copying: Page, pieces_address: str, text: str
) -> None:
    copied = copied_as("Wiki", copying, pieces_address, text)
    assert copied.startswith("{{cite news |title=")
    inside = copied.removeprefix("{{").removesuffix("}}")
    assert not re.search(r"[{}\[\]<>~\n]|''|__", inside)
    assert re.findall(r"\|(\w+)=", inside) == ["title", "work", "date", "url", "quote"]
    assert inside.count("|") == 5


def test_forms_are_offered_once_by_name(copying: Page, pieces_address: str) -> None:
    show(copying, pieces_address, "It stays shut.")
    button = copying.locator("button[data-quote]").first
    button.click()
    button.click()

    names = copying.get_by_role("group", name="Copy for a list of sources").get_by_role("button")
    assert names.all_inner_texts() == ["BibTeX", "RIS", "Wiki"]


def show(page: Page, address: str, text: str) -> None:
    """A page with a quote of these words, which are also its headline's."""
    page.goto(address + "about/")
    page.evaluate(QUOTE, [text, text, "Coast Radio", "Ana Ruiz"])


def copied_as(form: str, page: Page, address: str, text: str) -> str:
    """What the button of that form copies of a quote whose every field is this text."""
    page.goto(address + "about/")
    page.evaluate(QUOTE, [text] * 4)
    page.locator("button[data-quote]").first.click()
    button = page.locator(f"button[data-form={form}]")
    button.click()
    expect(button).to_have_text("Copied")
    return clipboard(page)
