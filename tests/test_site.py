"""The site is built whole and strictly, or stays as it was; only the theme's scripts may run."""

import fcntl
import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.errors import SiteError
from builder.site import build_preview, build_site
from builder.site.stale import held_back, make_stale, remove_gone, stale_in

CONFIG = """
site_name: A story
theme: {name: dossier}
strict: true
nav: [Story: index.md, People: people/index.md]
not_in_nav: /people/
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
plugins: [material/search]
markdown_extensions: [attr_list, tables]
"""
PAGES = {
    "index.md": "# A story\n\nOf [Ana Ruiz](people/ana-ruiz.md).\n",
    "people/index.md": "# People\n\n- [Ana Ruiz](ana-ruiz.md#words)\n",
    "people/ana-ruiz.md": "---\ntitle: Ana Ruiz\n---\n\n# Ana Ruiz\n\n## Words\n\nNone.\n",
}
KILLED_WHEN_RENDERED = "import os\n\ndef on_post_build(config):\n    os._exit(9)\n"
BUILD = "import sys; from pathlib import Path; from builder.site import build_site; {}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier of three pages."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for name, text in PAGES.items():
        write(tmp_path / "docs" / name, text)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def files(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def left_over(folder: Path) -> list[str]:
    return [path.name for path in folder.glob(".site-*")]


def test_site_stands_beside_docs(folder: Path) -> None:
    site = build_site(folder)

    assert site == folder / "site"
    assert "Ana Ruiz" in (site / "people/ana-ruiz/index.html").read_text(encoding="utf-8")
    assert left_over(folder) == []


def test_site_can_stand_elsewhere(folder: Path) -> None:
    site = build_site(folder, site_dir=folder / "public" / "story")

    assert (folder / "public/story/index.html").is_file()
    assert site == folder / "public" / "story"
    assert not (folder / "site").exists()


def test_title_of_the_dossier_is_text_not_markup(folder: Path) -> None:
    page = (build_site(folder, title="Ruiz & <Lee>") / "index.html").read_text(encoding="utf-8")

    assert "<title>Ruiz &amp; &lt;Lee&gt;</title>" in page
    assert "<Lee>" not in page


def test_two_builds_give_the_same_bytes(folder: Path) -> None:
    first = files(build_site(folder))
    second = files(build_site(folder))

    assert first == second


def test_section_of_a_generated_page_is_marked_in_the_navigation(folder: Path) -> None:
    page = (build_site(folder) / "people/ana-ruiz/index.html").read_text(encoding="utf-8")

    current = re.findall(r'<a href="([^"]*)"[^>]*aria-current="true"', page)
    assert set(current) == {"../"}


@pytest.mark.parametrize(
    ("file", "text", "named"),
    [
        pytest.param("docs/index.md", "[gone](gone.md)", "gone.md", id="link_to_a_missing_page"),
        pytest.param(
            "docs/index.md", "[Words](people/ana-ruiz.md#deeds)", "deeds", id="link_to_no_anchor"
        ),
        pytest.param("docs/index.md", "[People](/people/)", "/people/", id="absolute_link"),
        pytest.param("docs/stray.md", "# Stray", "stray.md", id="page_outside_the_navigation"),
        pytest.param("mkdocs.yml", "site_name: [", "mkdocs.yml", id="broken_settings"),
        pytest.param(
            "mkdocs.yml", "site_name: A\ntheme: none-such", "none-such", id="unknown_theme"
        ),
        pytest.param("mkdocs.yml", CONFIG + "colour: blue\n", "colour", id="unknown_setting"),
        pytest.param(
            "mkdocs.yml", CONFIG + "hooks: [none-such.py]\n", "none-such", id="missing_hook"
        ),
    ],
)
def test_what_stumbles_is_named_and_the_old_site_stays(
    folder: Path, file: str, text: str, named: str
) -> None:
    before = files(build_site(folder))
    write(folder / file, text)

    with pytest.raises(SiteError, match=re.escape(named)):
        build_site(folder)

    assert files(folder / "site") == before
    assert left_over(folder) == []


def test_page_in_another_encoding_is_named(folder: Path) -> None:
    (folder / "docs/index.md").write_bytes(b"# Caf\xe9\n")

    with pytest.raises(SiteError, match=r"index\.md"):
        build_site(folder)


def test_many_warnings_are_counted_after_the_first(folder: Path) -> None:
    write(folder / "docs/index.md", "".join(f"[x](gone-{number}.md)\n" for number in range(8)))

    with pytest.raises(SiteError, match="and 3 more") as problem:
        build_site(folder)

    assert "gone-0.md" in str(problem.value)
    assert "gone-7.md" not in str(problem.value)


def test_new_folder_is_built_with_the_settings_of_this_one() -> None:
    here = Path(__file__).parent.parent

    ours = (here / "mkdocs.yml").read_text(encoding="utf-8")
    assert (here / "builder/skeleton/mkdocs.yml").read_text(encoding="utf-8") == ours


def test_missing_settings_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"mkdocs\.yml: it is missing\."):
        build_site(tmp_path)


def test_killed_build_leaves_the_old_site_and_the_next_one_clears_up(folder: Path) -> None:
    before = files(build_site(folder))
    write(folder / "kill.py", KILLED_WHEN_RENDERED)
    write(folder / "mkdocs.yml", CONFIG + "hooks: [kill.py]\n")
    write(folder / "docs/index.md", "# Another story\n")

    killed = subprocess.run(
        [sys.executable, "-c", BUILD.format("build_site(Path(sys.argv[1]))"), str(folder)],
        check=False,
    )

    assert killed.returncode == 9
    assert files(folder / "site") == before
    assert left_over(folder) == [".site-building"]

    write(folder / "mkdocs.yml", CONFIG)
    build_site(folder)

    assert "Another story" in (folder / "site/index.html").read_text(encoding="utf-8")
    assert not (folder / "site/docs").exists()
    assert left_over(folder) == []


def test_build_killed_between_the_two_renames_is_undone(folder: Path) -> None:
    before = files(build_site(folder))
    (folder / "site").rename(folder / ".site-previous")
    write(folder / "docs/index.md", "[gone](gone.md)")

    with pytest.raises(SiteError):
        build_site(folder)

    assert files(folder / "site") == before
    assert left_over(folder) == []


def test_second_build_at_the_same_time_is_refused(folder: Path) -> None:
    write(folder / ".site-building/page.html", "half")
    lock = os.open(folder / ".site-building", os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        with pytest.raises(SiteError, match="another build is writing this site"):
            build_site(folder)
    finally:
        os.close(lock)

    assert (folder / ".site-building/page.html").read_text(encoding="utf-8") == "half"


def test_every_page_has_the_same_policy(folder: Path) -> None:
    site = build_site(folder)
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]

    policies = {found for page in pages for found in re.findall(r"<meta http-equiv[^>]*>", page)}
    assert len(pages) == 4
    assert len(policies) == 1
    (policy,) = policies
    assert re.search(r"script-src 'self' ('sha256-[\w+/=]+' ?)+;", policy)
    assert "default-src 'none'" in policy
    assert "http:" not in policy
    assert "https:" not in policy


def test_script_that_stands_in_a_page_is_not_allowed(folder: Path) -> None:
    before = policy_of(build_site(folder))
    write(folder / "docs/index.md", "# A story\n\n<script>document.title = 'x'</script>\n")

    assert policy_of(build_site(folder)) == before


def policy_of(site: Path) -> list[str]:
    page = (site / "index.html").read_text(encoding="utf-8")
    return re.findall(r"<meta http-equiv[^>]*>", page)


def test_every_page_asks_for_one_style_sheet_and_one_script_of_the_theme(folder: Path) -> None:
    site = build_site(folder)
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}

    for path, page in pages.items():
        with_scripts = re.sub(r"<noscript>.*?</noscript>", "", page, flags=re.DOTALL)
        asked = re.findall(r'<(?:link rel="stylesheet" href|script src)="([^"]*)"', with_scripts)
        names = [address.rpartition("/")[2] for address in asked]
        assert [re.sub(r"\.\w{8}\.", ".", name) for name in names] == ["site.css", "site.js"]
        if path.name == "index.html":
            assert all((path.parent / address).is_file() for address in asked)
    assert len({*re.findall(r"site\.\w{8}\.\w+", " ".join(pages.values()))}) == 2
    assert not (site / "assets/dossier/tokens.css").exists()


def test_a_style_sheet_of_the_dossiers_own_stays(folder: Path) -> None:
    write(folder / "docs/extra.css", ".nowhere { color: red; }")
    write(folder / "mkdocs.yml", CONFIG + "extra_css: [extra.css]\n")

    page = (build_site(folder) / "people/index.html").read_text(encoding="utf-8")

    sheets = re.findall(r'<link rel="stylesheet" href="([^"]*)">', page)
    assert [re.sub(r"\.\w{8}\.", ".", sheet) for sheet in sheets] == [
        "../assets/dossier/site.css", "../extra.css",
    ]  # fmt: skip


def test_every_text_has_a_compressed_copy_without_a_time(folder: Path) -> None:
    built = files(build_site(folder))

    copies = {name.removesuffix(".gz"): body for name, body in built.items() if name[-3:] == ".gz"}
    texts = {name for name in built if name.endswith((".html", ".css", ".js", ".json"))}
    assert {name for name in texts if len(built[name]) >= 1000} <= set(copies)
    for name, body in copies.items():
        assert gzip.decompress(body) == built[name]
        assert body[4:8] == bytes(4)


def test_pages_name_no_other_host(folder: Path) -> None:
    site = build_site(folder)

    loaded = [
        address
        for path in site.rglob("*.html")
        for address in re.findall(
            r'<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]+)"',
            path.read_text(encoding="utf-8"),
        )
    ]
    assert loaded
    assert [address for address in loaded if re.match(r"(?:https?:)?//", address)] == []


def test_a_preview_follows_its_pages(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "preview"
    build_preview(folder, target, title="Preview")
    assert "<title>Preview</title>" in (target / "index.html").read_text()
    write(folder / "docs" / "places" / "ghent.md", "# Ghent\n\nA town.\n")
    (folder / "docs" / "people" / "ana-ruiz.md").unlink()
    build_preview(folder, target, title="Preview")
    assert (target / "places" / "ghent" / "index.html").exists()
    assert not (target / "people" / "ana-ruiz" / "index.html").exists()
    assert {entry["location"] for entry in searched(target)} == {"", "people/", "places/ghent/"}


def test_of_a_preview_s_pages_some_can_be_rendered_first(folder: Path, tmp_path: Path) -> None:
    target, docs = tmp_path / "preview", folder / "docs"
    build_preview(folder, target, title="Old")
    assert stale_in(target, docs) == frozenset()
    make_stale(target, docs)
    first = target / "people" / "index.html"
    with held_back(stale_in(target, docs) - {first}):
        build_preview(folder, target, title="New")
    assert "<title>Old</title>" in (target / "index.html").read_text()
    assert "New</title>" in first.read_text()
    assert first not in stale_in(target, docs)
    build_preview(folder, target, title="New")
    assert "<title>New</title>" in (target / "index.html").read_text()


def test_preview_of_broken_settings_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    write(folder / "mkdocs.yml", "site_name: [")

    with pytest.raises(SiteError, match="Mend what is named here"):
        build_preview(folder, tmp_path / "preview")


def searched(site: Path) -> list[dict[str, str]]:
    """The entries of a site's search."""
    script = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    entries: list[dict[str, str]] = json.loads(script[len("searchIndex(") : -len(");\n")])["docs"]
    return entries


def test_pages_written_by_hand_are_searched_unless_they_say_no(folder: Path) -> None:
    write(folder / "docs/people/tom.md", "# Tom\n\nHe ~ <del>ran</del> <ins>walked</ins> home.\n")
    write(folder / "docs/people/ann.md", "---\nsearch: {exclude: true}\n---\n\n# Ann\n")
    entries = {entry["location"]: entry for entry in searched(build_site(folder))}

    assert set(entries) == {"", "people/", "people/ana-ruiz/", "people/tom/"}
    assert (entries["people/tom/"]["kind"], entries["people/tom/"]["title"]) == ("Page", "Tom")
    assert "He ~ walked home." in entries["people/tom/"]["text"].split("\n")


def test_a_large_index_is_made_in_parts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.site.search.LARGE", 2)
    first = files(build_site(folder))
    second = files(build_site(folder))

    assert first == second
    assert "pagefind/pagefind.js" in first
    assert searched(folder / "site") == []


def test_a_small_index_is_one_script(folder: Path) -> None:
    names = files(build_site(folder))
    assert "search/search_index.js" in names
    assert not any(name.startswith("pagefind/") for name in names)


def test_an_index_that_cannot_be_built_leaves_the_old_site(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(build_site(folder))
    monkeypatch.setattr("builder.site.search.LARGE", 2)
    monkeypatch.setattr("sys.executable", "/bin/false")

    with pytest.raises(SiteError, match="search index cannot be built"):
        build_site(folder)

    assert files(folder / "site") == before


def test_a_preview_keeps_pages_that_are_html_already(tmp_path: Path):
    """An old address that leads on to a new one is no Markdown."""
    docs, target = tmp_path / "docs", tmp_path / "preview"
    for place in ("docs/old/index.html", "preview/old/index.html", "preview/gone/index.html"):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text("<p>It moved.")
    remove_gone(target, docs)
    assert [path.parent.name for path in target.rglob("index.html")] == ["old"]
