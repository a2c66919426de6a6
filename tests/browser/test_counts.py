"""Independent sources are counted in one way: in data, on a page, in its description, in lists.

Walks the files of the built site; every count that can be asked about opens how it was made.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html
from lxml.html import HtmlElement

ROOT = "https://dossier.example/"
COUNT = re.compile(r"([\d,]+) independent (?:source|report)s?\b")


@cache
def read(path: Path) -> HtmlElement:
    return html.parse(path).getroot()


def words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlElement]:
    """The content of every page that the builder made, by its address."""
    return {
        urljoin(ROOT, f"{path.parent.relative_to(site)}/"): read(path)
        for path in sorted(site.rglob("index.html"))
        if "guide" not in path.parts and read(path).xpath("//*[@class='page-body']")
    }


def counts(root: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Every element that counts independent sources or reports, the innermost ones."""
    for element in root.xpath("//*[@class='page-body']//*[self::a or self::summary]"):
        found = COUNT.fullmatch(words(element))
        if found:
            yield int(found[1].replace(",", "")), element
        elif element.tag == "summary" and (inside := COUNT.search(words(element))):
            yield int(inside[1].replace(",", "")), element


def test_a_claim_has_one_count_wherever_it_stands(
    pages: dict[str, HtmlElement], site: Path
) -> None:
    dossier = json.loads((site / "data/dossier.json").read_text(encoding="utf-8"))
    sources = {
        urljoin(ROOT, claim["page"]): claim["independent_sources"]
        for claim in dossier["claims"]
        if claim["page"]
    }
    seen: dict[str, set[int]] = defaultdict(set)
    for address, root in pages.items():
        for number, element in counts(root):
            if element.tag == "a" and element.get("href", "#").endswith("#sources"):
                seen[urljoin(address, urlsplit(element.get("href")).path or "")].add(number)
        if address in sources:
            (description,) = root.xpath("//meta[@name='description']/@content")
            told = COUNT.search(description)
            seen[address] |= {int(told[1])} if told else set()
            listed = root.xpath("//*[@id='sources']/ol/li")
            seen[address] |= {len(listed)} if listed else set()
    assert len(seen) > 10
    assert {address: {sources[address]} for address in seen} == dict(seen)


def test_every_count_that_hides_articles_opens_its_reckoning(
    pages: dict[str, HtmlElement],
) -> None:
    opened = 0
    for address, root in pages.items():
        for number, element in counts(root):
            if element.tag == "summary":
                listed = element.getparent().xpath("./ol/li")
            else:
                target, _, anchor = urljoin(address, element.get("href")).partition("#")
                listed = pages[target].xpath(f"//*[@id='{anchor}']/ol/li")
            assert len(listed) == number, f"{address}: {words(element)}"
            opened += 1
    assert opened > 10


def test_every_count_of_several_articles_is_one_that_opens(pages: dict[str, HtmlElement]) -> None:
    """What is no link counts the one article that has it, or is said in a sentence."""
    for address, root in pages.items():
        for element in root.xpath(
            "//*[@class='page-body']//*[@class='sources' or @class='facts']"
        ):
            if not element.xpath(".//a[contains(@href, '#sources')] | .//details"):
                found = COUNT.search(words(element))
                assert found is None or found[1] == "1", f"{address}: {words(element)}"
