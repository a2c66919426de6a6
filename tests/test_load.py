"""What `seeds/` gives: articles, and one problem a bad file."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pytest

from builder.clean import clean
from builder.errors import SeedError, SettingsError
from builder.load import Seeds, load_seeds
from builder.load.readers import LARGEST_TEXT
from builder.model.article import Metadata

TEXT = "The ferry company was fined on Tuesday.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def load(folder: Path) -> Seeds:
    return load_seeds(folder.parent)


def only_problem(folder: Path) -> SeedError:
    (problem,) = load(folder).problems
    return problem


def put(folder: Path, name: str, content: str | bytes = TEXT) -> None:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)


def test_an_article_keeps_its_text_and_the_hash_of_its_bytes(seeds: Path) -> None:
    content = "\ufeffOne.\r\nTwo.\rThree.\n  \n".encode()
    put(seeds, "b.txt", content)
    put(seeds, "a.md")
    second, first = load(seeds).articles[1], load(seeds).articles[0]
    assert (first.id, first.file, first.text) == ("a", "seeds/a.md", TEXT)
    assert second.text == "One.\nTwo.\nThree.\n  \n"
    assert second.sha256 == hashlib.sha256(content).hexdigest()
    assert second.metadata == Metadata()
    assert load(seeds).problems == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("“Né,” he said.".encode("utf-16"), "“Né,” he said.", id="utf_16_with_mark"),
        pytest.param(b"\xfe\xff" + "“No.”".encode("utf-16-be"), "“No.”", id="utf_16_big_endian"),
        pytest.param("“No,” said Zoë.".encode("utf-32"), "“No,” said Zoë.", id="utf_32"),
        pytest.param(
            "“No,” said Zoë – twice.".encode("cp1252"), "“No,” said Zoë – twice.", id="windows"
        ),
        pytest.param("He said \u202eno\u202c.".encode(), "He said \u202eno\u202c.", id="bidi"),
        pytest.param(b"He\x00 said no.", "He\x00 said no.", id="a_stray_null_byte"),
        pytest.param("Она сказала нет.".encode(), "Она сказала нет.", id="cyrillic"),
    ],
)
def test_encodings(seeds: Path, content: bytes, text: str) -> None:
    put(seeds, "a.txt", content)
    (article,) = load(seeds).articles
    assert article.text == text
    assert len(clean(article).readable) == len(text)


BAD_FILES = [
    pytest.param("a.txt", b"", "holds no text", None, id="empty"),
    pytest.param("a.txt", b" \n\t\n", "holds no text", None, id="white_space"),
    pytest.param("a.txt", b"---\ntitle: A\n---\n", "holds no text", None, id="only_metadata"),
    pytest.param("a.txt", bytes(range(256)) * 4, "not text", None, id="binary"),
    pytest.param("a.txt", b"\x00\x01\x02\x03 abc" * 9, "not text", None, id="control_characters"),
    pytest.param("a.txt", b"It rose.\x81\x8d", "not text", None, id="undefined_bytes"),
    pytest.param("a.txt", "A\nnö “b” c".encode() + b"\xff", "0xff", 2, id="damaged_utf_8"),
    pytest.param(
        "a.txt", b"\xef\xbb\xbfone\nt\xffo", "mark of UTF-8", 2, id="wrong_byte_after_a_mark"
    ),
    pytest.param("a.txt", b"\xff\xfea\x00b", "mark of UTF-16-LE", None, id="half_a_character"),
    pytest.param(
        "a.txt", "Она сказала нет.".encode("koi8-r"), "neither UTF-8", None, id="other_encoding"
    ),
    pytest.param("a.txt", b"%PDF-1.7\n", "a PDF", None, id="pdf_called_text"),
    pytest.param("a.md", b"{\\rtf1 No.}", "an RTF file", None, id="rtf_called_text"),
    pytest.param("a.txt", b"PK\x03\x04", "a packed file", None, id="docx_called_text"),
    pytest.param("a.doc", b"\xd0\xcf", "(.doc) are not read", None, id="an_old_format"),
    pytest.param(
        "a.md", b"---\ntitle: A\nNever closed.\n", "never ends", 1, id="front_matter_left_open"
    ),
    pytest.param("a", TEXT.encode(), "(no ending) are not read", None, id="no_ending"),
    pytest.param("a.yaml", b"title: A", "end in .yml", None, id="yaml"),
    pytest.param("a.yml", b"title: A", "no article", None, id="metadata_alone"),
    pytest.param(
        "a.md", b"---\ntitle: A\noutlets: B\n---\nC.", "unknown key `outlets`", 3, id="unknown_key"
    ),
    pytest.param("a.md", b"---\ntitle: 'A\n---\nC.", "not YAML", None, id="broken_front_matter"),
    pytest.param("a.md", b"---\ntitle: A\ntitle: B\n---\nC.", "stands twice", 3, id="key_twice"),
    pytest.param("a.md", b"---\npublished: soon\n---\nC.", "`published`", 2, id="no_date"),
    pytest.param("a.md", b"---\npublished: 2023\n---\nC.", "YYYY-MM-DD", 2, id="a_year_is_no_day"),
    pytest.param("a.md", b"---\nlanguage: English\n---\nC.", "`language`", 2, id="no_language"),
    pytest.param("a.md", b"---\ntitle: [a]\n---\nC.", "`title`", 2, id="a_list_for_a_title"),
]


@pytest.mark.parametrize(("name", "content", "words", "line"), BAD_FILES)
def test_a_bad_file_is_named_and_the_others_are_loaded(
    seeds: Path, name: str, content: bytes, words: str, line: int | None
) -> None:
    put(seeds, name, content)
    put(seeds, "good.txt")
    problem = only_problem(seeds)
    assert words in str(problem)
    assert problem.file == f"seeds/{name}"
    assert line is None or problem.line == line
    assert problem.todo
    assert [article.id for article in load(seeds).articles] == ["good"]


NO_LINKS = {
    "a_tag": "https://news.example/<script>",
    "marks": 'https://news.example/"onmouseover=x',
    "a_script": "javascript:alert(1)",
    "a_blank": "https://news.example/one two",
    "no_scheme": "news.example",
    "a_password": "https://ana:secret@news.example/",
    "a_reading_direction": "https://news.example/\u202egpj.exe",
}
LINKS = {
    "of_another_script": "https://bücher.example/straße",
    "long": f"https://news.example/{'a' * 4_000}",
}


@pytest.mark.parametrize("name", ["a.yml", "a.txt"], ids=["side_file", "front_matter"])
@pytest.mark.parametrize("url", NO_LINKS.values(), ids=NO_LINKS.keys())
def test_an_address_that_no_link_may_lead_to_costs_the_link_alone(
    seeds: Path, url: str, name: str
) -> None:
    metadata = f"title: A\nurl: {json.dumps(url)}\n"
    put(seeds, "a.txt", f"---\n{metadata}---\n{TEXT}")
    if name == "a.yml":
        put(seeds, "a.txt")
        put(seeds, "a.yml", metadata)
    (article,) = load(seeds).articles
    assert (article.metadata.title, article.metadata.url) == ("A", None)
    problem = only_problem(seeds)
    assert "`url`: the article is read" in str(problem)
    assert (problem.file, problem.line) == (f"seeds/{name}", 2 if name == "a.yml" else 3)
    assert "secret" not in str(problem)
    assert ("from the browser" in problem.todo) == (url.startswith("https") and "@" not in url)


@pytest.mark.parametrize("url", LINKS.values(), ids=LINKS.keys())
def test_an_odd_address_is_a_link_all_the_same(seeds: Path, url: str) -> None:
    put(seeds, "a.txt", f"---\nurl: {json.dumps(url)}\n---\n{TEXT}")
    assert [article.metadata.url for article in load(seeds).articles] == [url]
    assert load(seeds).problems == ()


def test_front_matter_is_taken_off(seeds: Path) -> None:
    put(
        seeds,
        "a.md",
        "---\ntitle: 'Fined: again'\npublished: 2024-05-05T23:30:00+02:00\nauthors: Jane Doe\n"
        "added: 2024-05-06\nurl: https://news.example/a\n# a note\nlanguage:\nrights: ''\n---\n\n"
        + TEXT,
    )
    (article,) = load(seeds).articles
    assert article.text == "\n" + TEXT
    assert article.metadata == Metadata(
        title="Fined: again",
        published=date(2024, 5, 5),
        authors=("Jane Doe",),
        added=date(2024, 5, 6),
        url="https://news.example/a",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\n\nA rule opens it.\n", id="a_rule"),
        pytest.param("---\nA rule opens it.\n---\nAnother.\n", id="two_rules"),
        pytest.param("---\n---\nTwo rules.\n", id="nothing_between"),
        pytest.param("---\nNever: closed.\n", id="never_closed"),
        pytest.param("----\ntitle: A\n----\nLonger rules.\n", id="longer_rules"),
        pytest.param("A.\n---\ntitle: A\n---\n", id="not_at_the_head"),
    ],
)
def test_a_rule_is_text(seeds: Path, text: str) -> None:
    put(seeds, "a.md", text)
    assert load(seeds).articles[0].text == text


def test_a_side_file_leaves_the_article_as_it_was_received(seeds: Path) -> None:
    put(seeds, "a.txt")
    put(seeds, "a.yml", "outlet: Evening Post\ntitle: 1984\nauthors: [Jane Doe, John Roe]\n")
    put(seeds, "b.txt")
    put(seeds, "b.yml", "")
    first, second = load(seeds).articles
    assert first.text == TEXT
    assert first.metadata == Metadata(
        outlet="Evening Post", title="1984", authors=("Jane Doe", "John Roe")
    )
    assert second.metadata == Metadata()


def test_a_side_file_may_end_in_capitals(seeds: Path) -> None:
    put(seeds, "A.TXT")
    put(seeds, "A.YML", "outlet: Evening Post\n")
    assert load(seeds).articles[0].metadata.outlet == "Evening Post"


def test_a_mistake_in_a_side_file_is_named_there(seeds: Path) -> None:
    put(seeds, "a.txt")
    put(seeds, "a.yml", "outlet: Evening Post\nwho: me\n")
    problem = only_problem(seeds)
    assert (problem.file, problem.line) == ("seeds/a.yml", 2)


def test_metadata_stands_in_one_place(seeds: Path) -> None:
    put(seeds, "a.md", f"---\ntitle: A\n---\n{TEXT}")
    put(seeds, "a.yml", "title: B\n")
    assert "seeds/a.yml stands beside it" in only_problem(seeds).what


def test_two_files_of_one_name_cannot_both_be_articles(seeds: Path) -> None:
    put(seeds, "a.txt")
    put(seeds, "a.md")
    problem = only_problem(seeds)
    assert problem.file == "seeds/a.txt"
    assert "seeds/a.md" in problem.what


def test_two_files_of_the_same_bytes_are_two_articles(seeds: Path) -> None:
    put(seeds, "a.txt")
    put(seeds, "b.txt")
    first, second = load(seeds).articles
    assert first.sha256 == second.sha256


def test_ids_are_safe_in_an_address_and_unique(seeds: Path) -> None:
    names = ["000_fd3f.txt", "A b.txt", "a-b.txt", "index.txt", "Ähm….txt", "日本.txt", "…txt.txt"]
    for name in names:
        put(seeds, name)
    ids = [article.id for article in load(seeds).articles]
    assert len(set(ids)) == len(names)
    assert {"000_fd3f", "a-b"} <= set(ids)
    assert "index" not in ids
    assert all(id_.isascii() and "/" not in id_ and " " not in id_ and id_ for id_ in ids)


def test_an_article_added_later_moves_no_id(seeds: Path) -> None:
    put(seeds, "A b.txt")
    before = load(seeds).articles[0].id
    put(seeds, "a-b.txt")
    assert {article.file: article.id for article in load(seeds).articles}[
        "seeds/A b.txt"
    ] == before


def test_hidden_files_are_passed_over(seeds: Path) -> None:
    put(seeds, "a.txt")
    put(seeds, ".DS_Store", b"\x00")
    (seeds / ".git").mkdir()
    assert load(seeds).problems == ()


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(seeds: Path) -> None:
    put(seeds, "Quay shut.html", PAGE)
    (seeds / "Quay shut_files").mkdir()
    (seeds / "other_files").mkdir()
    assert only_problem(seeds).file == "seeds/other_files"
    assert len(load(seeds).articles) == 1


def test_a_folder_a_dead_link_and_a_pipe_are_named(seeds: Path) -> None:
    put(seeds, "good.txt")
    (seeds / "inner").mkdir()
    (seeds / "link.txt").symlink_to(seeds / "nothing.txt")
    (seeds / "loop.txt").symlink_to(seeds / "loop.txt")
    os.mkfifo(seeds / "pipe.txt")
    found = {problem.file: problem.what for problem in load(seeds).problems}
    assert "folders" in found["seeds/inner"]
    assert "leads nowhere" in found["seeds/link.txt"]
    assert "leads nowhere" in found["seeds/loop.txt"]
    assert "a pipe" in found["seeds/pipe.txt"]
    assert len(load(seeds).articles) == 1


def test_a_link_to_an_article_is_an_article(seeds: Path, tmp_path: Path) -> None:
    put(tmp_path, "outside.txt")
    (seeds / "a.txt").symlink_to(tmp_path / "outside.txt")
    assert load(seeds).articles[0].text == TEXT


def test_a_huge_file_is_not_read(seeds: Path) -> None:
    with (seeds / "a.txt").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)
    assert "too large" in only_problem(seeds).what


def test_a_file_that_fails_while_read_is_named(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    put(seeds, "a.txt")
    monkeypatch.setattr(Path, "read_bytes", fail)  # root may read what others may not
    assert "Permission denied" in only_problem(seeds).what


def test_a_name_that_is_not_utf_8_is_named(seeds: Path) -> None:
    try:
        (Path(os.fsdecode(os.fsencode(seeds) + b"/\xff.txt"))).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert "not UTF-8" in only_problem(seeds).what
    assert only_problem(seeds).file == "seeds/\\udcff.txt"


def test_without_seeds_nothing_can_be_built(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no `seeds/` folder .* Create"):
        load_seeds(tmp_path)
    (tmp_path / "seeds").mkdir()
    with pytest.raises(SettingsError, match="empty"):
        load_seeds(tmp_path)
    (tmp_path / "seeds").rmdir()
    (tmp_path / "seeds").write_text("a file")
    with pytest.raises(SettingsError, match=r"no `seeds/` folder"):
        load_seeds(tmp_path)


PAGE = """<!doctype html><html lang="en-GB"><head><title>Fined | Evening Post</title>
<meta property="og:site_name" content="Evening Post"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2024-05-05T10:00:00Z">
<link rel="canonical" href="https://post.example/ferry"><style>p { color: red }</style></head>
<body class="has-sidebar"><nav><a href="/">Home</a></nav><h1>Ferry company fined</h1>
<div class="story"><p>The ferry company was fined on Tuesday for leaving out its
<a href="/x">lifeboat drills</a> &amp; more, a court said.<p>Captain Ruth Amery said:<br>“Nobody
answered,” and left the court without another word.</p><button>Share</button>
<div class="related-links"><p>Ten ferries that never sailed again, and the reasons why.</p></div>
<script>document.write("<p>no</p>")</script><ul><li>A fine<li>A drill</ul></div></div>
<aside><p>A teaser for another article that stands beside this one.</p></aside>
<footer><p>© 2024</p></footer></body></html>"""


def test_a_saved_page_gives_its_report_and_what_it_states(seeds: Path) -> None:
    put(seeds, "a.html", PAGE)
    (article,) = load(seeds).articles
    assert article.text == (
        "Ferry company fined\n\n"
        "The ferry company was fined on Tuesday for leaving out its lifeboat drills & more, "
        "a court said.\n\nCaptain Ruth Amery said:\n“Nobody answered,” and left the court "
        "without another word.\n\n• A fine\n\n• A drill"
    )
    assert article.metadata == Metadata(
        outlet="Evening Post",
        url="https://post.example/ferry",
        published=date(2024, 5, 5),
        authors=("Jane Doe",),
        language="en-GB",
    )
    assert clean(article).title == "Ferry company fined"


BRIDGE = (
    "<p>The old bridge over the Tarn closed on Monday after cracks were found in its piers.</p>"
)
REPAIRS = "<p>Engineers said that repairs would take until the end of the summer at the least.</p>"
FERRY = "<p>A ferry would run every hour in the meantime, said the mayor of the town, Ana Roe.</p>"
TEASER = "<div class='top'><p>Win a cruise around the islands this summer with us.</p></div>"


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        pytest.param(
            f"{TEASER}<div>{BRIDGE}{REPAIRS * 2}</div>", 3, id="a_teaser_beside_the_report"
        ),
        pytest.param(
            f"<div>{BRIDGE}{REPAIRS}</div><div>{FERRY}</div>", 3, id="a_report_in_two_boxes"
        ),
        pytest.param(
            f"<div>{REPAIRS}</div><main>{BRIDGE}{REPAIRS}</main>", 2, id="most_of_it_in_main"
        ),
        pytest.param(f"<p>Short.</p>{BRIDGE}", 2, id="one_long_paragraph_and_a_short_one"),
    ],
)
def test_the_report_is_told_from_what_stands_beside_it(
    seeds: Path, body: str, paragraphs: int
) -> None:
    put(seeds, "a.html", f"<html><body>{body}</body></html>")
    assert len(load(seeds).articles[0].text.split("\n\n")) == paragraphs


def test_the_maintainer_knows_better_than_the_page(seeds: Path) -> None:
    put(seeds, "a.htm", PAGE)
    put(seeds, "a.yml", "outlet: Morning Post\nlanguage: en\n")
    metadata = load(seeds).articles[0].metadata
    assert (metadata.outlet, metadata.language) == ("Morning Post", "en")
    assert metadata.published == date(2024, 5, 5)


def page_metadata(folder: Path, head: str) -> Metadata:
    put(folder, "a.html", f"<head>{head}</head><p>The ferry company was fined on Tuesday.</p>")
    return load(folder).articles[0].metadata


@pytest.mark.parametrize(
    ("head", "metadata"),
    [
        pytest.param(
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type":'
            ' ["NewsArticle"], "headline": "Fined", "datePublished": "2024-05-04T23:00:00+02:00",'
            ' "author": [{"name": "Jane Doe"}, {"name": "John  Roe"}],'
            ' "publisher": {"name": "Evening Post"}}]}</script>'
            '<meta property="og:title" content="Fined | Post">',
            Metadata(
                title="Fined",
                published=date(2024, 5, 4),
                authors=("Jane Doe", "John Roe"),
                outlet="Evening Post",
            ),
            id="linked_data_before_meta",
        ),
        pytest.param(
            '<meta itemprop="datePublished" content="soon"><meta name="author"'
            ' content="https://post.example/jane"><link rel="canonical" href="javascript:1">',
            Metadata(),
            id="nothing_usable",
        ),
        pytest.param('<script type="application/ld+json">{"a":</script>', Metadata(), id="broken"),
        pytest.param('<script type="application/ld+json">[1, {"@type": 2, "@graph": 3}]</script>',
                     Metadata(), id="odd_linked_data"),
        pytest.param('<meta property="og:site_name">', Metadata(), id="empty"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "Article", "headline":'
            ' "Roe &amp; sons: &#8216;not fined&#8217;", "author": "O&#39;Neill"}</script>',
            Metadata(title="Roe & sons: ‘not fined’", authors=("O'Neill",)),
            id="linked_data_written_as_html",
        ),
    ],
)  # fmt: skip
def test_what_a_page_states(seeds: Path, head: str, metadata: Metadata) -> None:
    assert page_metadata(seeds, head) == metadata


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param(
            "<article><p>A teaser.</p></article><article><h1>Fined</h1><section>"
            f"{BRIDGE}{REPAIRS}{FERRY}</section></article>",
            "\n\n".join(["Fined", *(text[3:-4] for text in (BRIDGE, REPAIRS, FERRY))]),
            id="the_article_with_most_text",
        ),
        pytest.param(
            "<div id='comments'><p>The ferry company was fined on Tuesday at last.</p></div>",
            "The ferry company was fined on Tuesday at last.",
            id="a_wrapper_of_a_bad_name_holds_all",
        ),
        pytest.param("Fined </b></p> again</div>", "Fined\n\nagain", id="loose_ends"),
        pytest.param("<p>One<div>Two", "One\n\nTwo", id="never_closed"),
        pytest.param("<p>One<!-- a <p> --> two</p><p>3 <a href='", "One two\n\n3", id="cut_off"),
        pytest.param("<p>One</p>" + "<!--" * 9999, "One", id="comments_without_end"),
        pytest.param("<![CDATA[x]]><p>One &lt;b&gt;", "One <b>", id="entities_and_cdata"),
    ],
)
def test_the_report_of_a_page(seeds: Path, html: str, text: str) -> None:
    put(seeds, "a.html", html)
    assert load(seeds).articles[0].text == text


def test_a_page_that_scripts_fill_holds_no_text(seeds: Path) -> None:
    put(seeds, "a.html", "<body><div id='app'></div><script>go()</script></body>")
    assert "holds no text" in only_problem(seeds).what
    assert "Copy the article's text" in only_problem(seeds).todo


@pytest.mark.parametrize(
    ("declared", "written"),
    [
        ("gb2312", "gbk"), ("GBK", "gbk"), ("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"),
        ("gb2312", "utf-8"), ("shift_jis", "cp1252"), ("none-such", "cp1252"),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_declares_where_that_is_true(
    seeds: Path, declared: str, written: str
) -> None:
    said = "<p>“The ferry sailed,” said Ruth Amery – “twice.”"
    put(seeds, "a.html", f'<meta charset="{declared}">{said}'.encode(written))
    assert load(seeds).articles[0].text == said.removeprefix("<p>")
