"""Addresses: where each item's page is, how one page reaches another, how a link finds a sentence.

An address is a page's place from the site's root, `people/ana-ruiz/`, with or without `#anchor`.
"""

import re
from collections.abc import Sequence
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit

Section = Literal["people", "organisations", "places", "outlets", "claims", "articles"]
Anchored = Literal["event", "said", "name"]

SECTIONS = ("people", "organisations", "places", "outlets", "claims", "articles")
FOLDERS = (*SECTIONS, "data")  # their lists stand in the folder: people/index.md, not people.md
FEW_WORDS = (
    4  # words: below, a text is likely to stand twice in an article ("Prime Minister Ruiz")
)
FRAGMENT_WORDS = 5  # enough to be unique in an article; longer fragments break at markup
_WORD = re.compile(r"\S+")
_EDGES = " \t\n“”„«»\"'‘’‹›.,;:"
# What a browser strips or misreads, and marks that turn the reading direction of what follows.
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"'`\\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def page_address(section: Section, id_: str) -> str:
    """The address of an item's page from the site's root: `people/ana-ruiz/`."""
    return f"{section}/{id_}/"


def page_file(address: str) -> str:
    """The Markdown file in `docs/` that makes the page at `address` (`""` is the front page)."""
    name = address.strip("/")
    return f"{name}/index.md" if name in FOLDERS else f"{name or 'index'}.md"


def passage_anchor(start: int, end: int) -> str:
    """The anchor of a passage on its article's page."""
    return f"p-{start}-{end}"


def anchor(kind: Anchored, id_: str) -> str:
    """The anchor of an item that stands on a page with others, apart from the page's headings."""
    return f"{kind}-{id_}"


def relative(here: str, there: str) -> str:
    """The link from the page at `here` to `there`, both from the site's root."""
    if there.startswith(f"{here}#"):
        return there[len(here) :]
    up = "../" * here.count("/")
    return up + there if up or (there and not there.startswith("#")) else f"./{there}"


def web_url(url: str | None) -> str | None:
    """The URL if a reader may follow it (`http` or `https`, with a host), else `None`.

    One with a user or a password ("https://ana:secret@news.example/") is none: what stands before
    the "@" is private, or is there to be taken for the host.
    """
    if url is None or _UNSAFE.search(url):
        return None
    parts = _parts(url)
    if parts is None or "@" in parts.netloc:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def has_user(url: str) -> bool:
    """Whether a user, perhaps with a password, stands before the host of the URL."""
    parts = _parts(url)
    return parts is not None and "@" in parts.netloc


def text_fragment(url: str, text: str, *, before: str = "", after: str = "") -> str:
    """`url` with a text fragment that scrolls to `text`, shortened to its first and last words.

    A text of few words may stand in many places: then the words around it (`before`, `after`, of
    the same line) tell which is meant.
    Marks at the edges are left out: the original may have other ones than the copy that we read.
    Everything but ASCII letters and digits is percent-encoded: `-`, `,` and `&` have a meaning
    there (https://wicg.github.io/scroll-to-text-fragment/).
    """
    bare = url.split("#", 1)[0]
    words = _WORD.findall(text.strip(_EDGES))
    if not words:
        return bare
    if len(words) > 2 * FRAGMENT_WORDS:
        parts = [_joined(words[:FRAGMENT_WORDS]), _joined(words[-FRAGMENT_WORDS:])]
    else:
        parts = [_joined(words)]
    if len(words) < FEW_WORDS:
        left, right = _WORD.findall(before)[-FEW_WORDS:], _WORD.findall(after)[:FEW_WORDS]
        parts = [f"{_joined(left)}-"] * bool(left) + parts + [f"-{_joined(right)}"] * bool(right)
    return f"{bare}#:~:text={','.join(parts)}"


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.hostname, parts.port  # a port that is no number raises here
    except ValueError:
        return None
    return parts


def _joined(words: Sequence[str]) -> str:
    return _percent(" ".join(words))


def _percent(text: str) -> str:
    encoded = quote(text, safe="", errors="replace")
    return re.sub(r"[-._~]", lambda mark: f"%{ord(mark[0]):02X}", encoded)
