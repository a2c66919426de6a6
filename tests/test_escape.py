"""Hostile text stays text: in Markdown, HTML, attributes, front matter and linked data."""

import json
import re
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from builder.render.escape import clean, escape, escape_url, front_matter, json_ld
from tests.story_of_three import HOSTILE

EXTENSIONS = [
    "attr_list",
    "tables",
    "toc",
    "md_in_html",
    "def_list",
    "footnotes",
    "abbr",
    "admonition",
]
HOSTILE_TEXTS = {
    "script_element": "<script>alert(1)</script>",
    "event_handler": "<img src=x onerror=alert(1)>",
    "javascript_link": "[click](javascript:alert(1))",
    "reference_link": "[a][b]\n\n[b]: http://evil.example",
    "autolink": "<http://evil.example> and <a@b.example>",
    "image": "![x](http://evil.example/x.png)",
    "attribute_list": "word {: onmouseover=alert(1) #id .class }",
    "snippet": '--8<-- "mkdocs.yml"',
    "jinja": "{{ config }} {% include 'x' %} {# note #}",
    "emphasis": "**bold** __bold__ *em* _em_",
    "code": "`code` ``more`` ~~~ ```",
    "entity": "&lt;b&gt; &#60;b&#62; &amp;lt;",
    "backslashes": r"\* \_ \\ \[ \#",
    "heading": "# heading ## more",
    "closed_heading": "heading ##",
    "setext_underline": "===",
    "rule": "---",
    "stars_rule": "* * *",
    "bullet": "- item",
    "plus_bullet": "+ item",
    "numbered": "1. item",
    "numbered_with_bracket": "2) item",
    "quotation": "> quoted",
    "table_row": "a | b | c",
    "table_rule": "--- | ---",
    "definition": ": a definition",
    "footnote": "[^1]: note",
    "abbreviation": "*[HTML]: Hyper",
    "admonition": '!!! note "x"',
    "front_matter": "--- title: x ---",
    "comment": "<!-- comment -->",
    "doctype": "<!DOCTYPE html> <?php echo 1 ?> <![CDATA[x]]>",
    "quotes_in_attribute": '" \' onload=alert(1) x="',
    "emoji_and_keys": ":smile: ++ctrl++ ==mark== ^^ins^^ H~2~O",
    "mention": "@user #123",
    "leading_dot": "... and so on",
    "all_at_once": HOSTILE,
}


class _Reader(HTMLParser):
    """What a browser would make of it: the text, the tags, the attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def rendered(source: str) -> _Reader:
    return read(markdown.markdown(source, extensions=EXTENSIONS))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_a_paragraph_shows_the_text_and_nothing_else(text: str) -> None:
    page = rendered(str(escape(text)))
    assert plain(page.text) == plain(text)
    assert page.tags == ["p"]
    assert page.attributes == []


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_a_heading_keeps_its_own_id(text: str) -> None:
    page = rendered(f"# {escape(text)} {{#own}}")
    assert plain(page.text) == plain(text)
    assert page.tags == ["h1"]
    assert page.attributes == [("id", "own")]


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_a_raw_block_shows_the_text_and_its_attribute_holds_it(text: str) -> None:
    page = rendered(f'<div class="card" title="{escape(text)}"><p>{escape(text)}</p></div>')
    assert plain(page.text) == plain(text)
    assert page.tags == ["div", "p"]
    [_, (_, title)] = page.attributes
    assert plain(title or "") == plain(text)


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_a_list_item_shows_the_text(text: str) -> None:
    page = rendered(f"- {escape(text)}")
    assert plain(page.text) == plain(text)
    assert page.tags == ["ul", "li"]


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = rendered(f"<p>{escape(text)}</p>\n\nbefore {escape(text)}")
    assert page.tags == ["p", "p"]
    assert plain(page.text) == plain(f"{clean(text)} before {clean(text)}")


def test_our_own_markup_passes() -> None:
    assert escape(Markup("<b>")) == "<b>"


def test_nothing_is_shown_as_nothing() -> None:
    assert escape(None) == ""


def test_numbers_are_shown() -> None:
    assert escape(12) == "12"


def test_a_space_at_an_edge_is_kept_because_runs_of_a_sentence_need_it() -> None:
    assert escape(" of  ") == " of "


@pytest.mark.parametrize(
    "mark",
    ["\x00", "\x02", "\x03", "\x1b", "\ud800", "\u202e", "\u2066", "\ufeff"],
    ids=lambda mark: f"U+{ord(mark):04X}",
)
def test_what_cannot_be_printed_is_left_out(mark: str) -> None:
    assert clean(f"a{mark}b") == "ab"


def test_marks_of_right_to_left_script_are_kept() -> None:
    assert clean("\u200fשלום\u200e") == "\u200fשלום\u200e"


def test_python_markdowns_own_placeholder_is_defused() -> None:
    page = rendered(f"{escape(chr(2))}wzxhzdk:0{escape(chr(3))} <b>x</b>")
    assert "wzxhzdk:0" in page.text


def test_a_url_survives_an_attribute() -> None:
    url = "https://a.example/x_y?a=1&b=[2]*#:~:text=one%2Dtwo"
    page = rendered(f'<p><a href="{escape_url(url)}">x</a></p>')
    assert page.attributes == [("href", url)]


def test_a_url_in_running_text_stays_one_link() -> None:
    url = "https://a.example/x_y_(z)*[a](b)"
    page = rendered(f'see <a href="{escape_url(url)}">x</a>')
    assert page.attributes == [("href", url)]


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_front_matter_is_html_escaped_yaml(text: str) -> None:
    head = front_matter({"title": text, "hide": ["toc"], "search": {"boost": 2}})
    opening, body, rest = re.split(r"^---\n", head, flags=re.MULTILINE)
    fields = yaml.safe_load(body)
    page = read(f"<title>{fields['title']}</title>")
    assert (opening, rest) == ("", "")
    assert page.tags == ["title"]
    assert plain(page.text) == plain(text)
    assert fields["hide"] == ["toc"]


def test_a_title_of_digits_stays_a_text() -> None:
    assert yaml.safe_load(front_matter({"title": "2023"}).strip("-\n")) == {"title": "2023"}


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_linked_data_cannot_close_its_block(text: str) -> None:
    block = json_ld({"@type": "Claim", "text": f"</script><script>{text}\u2028"})
    html = markdown.markdown(str(block), extensions=EXTENSIONS)
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', html)
    assert found
    assert json.loads(found[1])["text"] == f"</script><script>{text}\u2028"
    assert "<" not in found[1]
