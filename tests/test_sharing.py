"""What a site is found and shared by: with its address, and without."""

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
import yaml
from PIL import Image

from builder.model.claims import UpdateValue
from builder.settings import Settings
from builder.site import build_preview, build_site
from builder.site.cards import FOLDER
from tests.rendering import pages_of
from tests.story_of_three import empty, three
from tests.test_site import CONFIG, write

ADDRESS = "https://news.example/story/"
CLAIM, PERSON = "claims/harbour-cost/", "people/ana-ruiz/"
NAV = "[Story: index.md, People: people/index.md, Claims: claims/index.md]"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with the pages of the invented story, as a build leaves them in `docs/`."""
    folder = tmp_path_factory.mktemp("story")
    config = re.sub(r"nav: \[.*\]", f"nav: {NAV}\nsite_url: !ENV [SITE_URL, '']", CONFIG)
    lenient = config.replace("warn", "ignore").replace("/people/", "/")
    write(folder / "mkdocs.yml", lenient)
    story = replace(three(), title="The harbour of Port Alba")
    for name, text in pages_of(story, Settings()).items():
        write(folder / "docs" / name, text)
    return folder


@pytest.fixture(scope="module")
def known(folder: Path) -> Path:
    """Its site, built where its address is known."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", ADDRESS)
        return build_site(
            folder, title="Port Alba", corrections="desk@news.example", site_dir=folder / "known"
        )


@pytest.fixture(scope="module")
def unknown(folder: Path) -> Path:
    """Its site, built where its address is not known."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("SITE_URL", raising=False)
        return build_site(folder, title="Port Alba", site_dir=folder / "unknown")


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def linked(site: Path, address: str) -> list[dict[str, object]]:
    (block,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', page(site, address), re.DOTALL
    )
    return list(json.loads(block)["@graph"])


def links_in(data: object) -> list[str]:
    """Every address in linked data."""
    if isinstance(data, dict):
        own = [
            data[key] for key in ("url", "item", "contentUrl") if isinstance(data.get(key), str)
        ]
        return [*own, *(link for value in data.values() for link in links_in(value))]
    return [link for item in data for link in links_in(item)] if isinstance(data, list) else []


def meta(site: Path, address: str) -> dict[str, str]:
    found = re.findall(
        r'<meta (?:property|name)="([\w:]+)" content="([^"]*)"', page(site, address)
    )
    return dict(found)


PAGES = ["", CLAIM, PERSON, "timeline/", "articles/bay_herald/", "data/"]


@pytest.mark.parametrize("address", PAGES, ids=[name or "front" for name in PAGES])
def test_with_an_address_every_link_for_machines_is_whole(known: Path, address: str) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}{address}">' in page(known, address)
    assert meta(known, address)["og:url"] == ADDRESS + address
    links = links_in(linked(known, address))
    assert all(link.startswith(("https://", "http://")) for link in links)
    assert not [link for link in links if "/../" in link]


def test_the_feed_and_the_text_for_language_models_have_whole_links(known: Path) -> None:
    feed = ET.fromstring((known / "changes.xml").read_text(encoding="utf-8"))  # noqa: S314 - ours
    hrefs = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert hrefs
    assert all(href.startswith(ADDRESS) for href in hrefs)
    text = (known / "llms.txt").read_text(encoding="utf-8")
    targets = re.findall(r"^- \[.*?(?<!\\)\]\(([^)]*)\)", text, re.MULTILINE)
    assert f"{ADDRESS}{CLAIM}" in targets
    assert all(target.startswith(ADDRESS) for target in targets)


def test_an_old_address_names_the_whole_new_one(known: Path) -> None:
    assert f'<link rel="canonical" href="{ADDRESS}people/ana-ruiz/">' in page(
        known, "people/old-ruiz"
    )


def test_robots_are_told_of_the_map(known: Path) -> None:
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (known / "robots.txt").read_text(encoding="utf-8")
    assert f"<loc>{ADDRESS}{CLAIM}</loc>" in (known / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["", CLAIM, PERSON], ids=["front", "claim", "person"])
def test_a_page_that_is_shared_has_a_picture_of_its_own(known: Path, address: str) -> None:
    assert meta(known, address)["og:image"] == f"{ADDRESS}{address}card.png"
    with Image.open(known / address / "card.png") as picture:
        assert picture.size == (1200, 630)


def test_another_page_has_the_picture_of_the_story(known: Path) -> None:
    assert meta(known, "articles/bay_herald/")["og:image"] == f"{ADDRESS}card.png"


def test_without_an_address_nothing_is_missed(unknown: Path) -> None:
    tags = meta(unknown, CLAIM)
    assert {"og:title", "og:description", "og:type"} <= set(tags)
    assert not {"og:url", "og:image"} & set(tags)
    assert not (unknown / "robots.txt").exists()
    assert not list(unknown.rglob("card.png"))
    text = (unknown / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{CLAIM}</loc>" in text
    for link in links_in(linked(unknown, CLAIM)):
        assert link == "https://check.example/harbour" or (unknown / CLAIM / link).is_dir(), link


def test_the_preview_of_the_maintainer_has_such_a_map_too(folder: Path, tmp_path: Path) -> None:
    build_preview(folder, tmp_path / "served")
    text = (tmp_path / "served" / "sitemap.xml").read_text(encoding="utf-8")
    assert f"<loc>{PERSON}</loc>" in text


def test_a_mistake_is_reported_with_the_address_of_the_page(known: Path, unknown: Path) -> None:
    (link,) = re.findall(r'href="(mailto:[^"]*)"', page(known, PERSON))
    assert link.startswith("mailto:desk@news.example?subject=Mistake%3A%20Ana%20Ruiz&amp;body=")
    assert f"{ADDRESS}{PERSON}" in unquote(link)
    assert "Report a mistake on this page" not in page(unknown, PERSON)


def test_a_form_gets_title_and_address(folder: Path, tmp_path: Path) -> None:
    form = "https://forms.example/new?t={title}&page={address}"
    build_preview(folder, tmp_path / "served", corrections=form)
    expected = "https://forms.example/new?t=Ana%20Ruiz&amp;page=people/ana-ruiz/"
    assert f'href="{expected}"' in page(tmp_path / "served", PERSON)


def test_the_way_to_a_page_stands_above_it(known: Path) -> None:
    assert re.findall(r'<li><a href="([^"]*)">(\w+)</a></li>', page(known, PERSON))[:2] == [
        ("../..", "Story"),
        ("../", "People"),
    ]
    assert "breadcrumbs" not in page(known, "people/")


def card(story, name):
    head = pages_of(story, Settings())[f"{name.rstrip('/')}.md"].split("---\n")[1]
    return yaml.safe_load(head)["card"]


def test_a_claims_card_has_the_two_values_and_who_gives_them() -> None:
    found = card(three(), CLAIM)
    assert found["kind"] == "Reports differ"
    assert len(found["values"]) == 2
    assert all(value["value"] and value["by"] for value in found["values"])


def test_the_card_of_a_changed_figure_has_the_old_value_and_the_new() -> None:
    claim = next(claim for claim in three().claims if claim.page == CLAIM)
    day = three().articles[0].published
    updates = tuple(
        UpdateValue(value=value, as_of=day, statements=(0,)) for value in ("nine", "ten", "twelve")
    )
    changed = replace(claim, differences=(), updates=updates)
    found = card(replace(three(), claims=(changed,)), CLAIM)
    assert (found["kind"], [value["value"] for value in found["values"]]) == (
        "Claim", ["nine", "twelve"],
    )  # fmt: skip


def test_a_claim_has_one_count_on_its_card_its_page_and_in_the_list_for_programs() -> None:
    claim = next(claim for claim in three().claims if claim.page == CLAIM)
    articles = dict.fromkeys(found.passage.article for found in claim.statements)
    claim = replace(claim, sources=tuple((id_,) for id_ in articles))  # though one wire had both
    story = replace(three(), claims=(claim,))
    made = pages_of(story, Settings())
    count = "2 articles, 2 independent sources"
    assert card(story, CLAIM)["foot"] == count
    head = yaml.safe_load(made[f"{CLAIM.rstrip('/')}.md"].split("---\n")[1])
    assert head["description"].endswith(f"{count}.")
    assert count in made["llms.txt"]


def test_a_story_of_nothing_has_a_card() -> None:
    assert card(empty(), "index")["foot"] == "0 articles, 0 independent sources"


def titled(folder: Path, **titles: str) -> None:
    """Pages with cards of these titles; `index` is the front page."""
    write(folder / "mkdocs.yml", f"{CONFIG}\nsite_url: {ADDRESS}\n".replace("warn", "ignore"))
    for name, title in {"index": "A story", **titles}.items():
        drawn = {
            "kind": "Person " * 20,
            "title": title,
            "values": [],
            "deck": "",
            "foot": "",
            "story": "",
        }
        head = yaml.dump({"title": title, "card": drawn}, allow_unicode=True)
        file = "index.md" if name == "index" else f"people/{name}.md"
        write(folder / "docs" / file, f"---\n{head}---\n# A\n")


def test_pictures_are_drawn_once_and_those_that_nothing_shows_go(tmp_path: Path) -> None:
    titled(tmp_path, ana="Ana Ruiz", tom="Tom Lee")
    build_site(tmp_path)
    first = {path.name: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()}
    titled(tmp_path, ana="Ana Ruiz", tom="Tom Okoro")
    build_site(tmp_path)
    then = {path.name: path.stat().st_mtime_ns for path in (tmp_path / FOLDER).iterdir()}
    assert (len(first), len(then)) == (3, 3)
    assert len(first.items() & then.items()) == 2


def test_a_name_that_the_typeface_cannot_write_is_not_drawn_as_boxes(tmp_path: Path) -> None:
    titled(tmp_path, slavoj="Slavoj Žižek", ana="Ana Ruiz")
    site = build_site(tmp_path)
    front = (site / "card.png").read_bytes()
    assert (site / "people/slavoj/card.png").read_bytes() == front
    assert (site / "people/ana/card.png").read_bytes() != front


def test_the_longest_words_fit_their_picture(tmp_path: Path) -> None:
    titled(tmp_path, ana="W" * 240, tom="word " * 60)
    site = build_site(tmp_path)
    for name in ("ana", "tom"):
        with Image.open(site / f"people/{name}/card.png") as picture:
            right = picture.convert("L").crop((1140, 20, 1200, 500))
            assert right.getextrema()[0] > 200, "words run over the margin"
