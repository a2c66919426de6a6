"""Addresses: where each item's page is, how one page reaches another, how a link finds a sentence."""

import re
from typing import Literal
from urllib.parse import quote, urlsplit

Section = Literal[
    "people", "organisations", "places", "outlets", "claims", "articles",
]  # fmt: skip

FRAGMENT_WORDS = 5  # enough to be unique in an article; longer fragments break at markup
_WORD = re.compile(r"\S+")


def page_address(section: Section, id_: str) -> str:
    """The address of an item's page from the site's root: `people/ana-ruiz/`."""
    return f"{section}/{id_}/"


def page_file(address: str) -> str:
    """The Markdown file in `docs/` that makes the page at `address` (`""` is the front page)."""
    return f"{address.rstrip('/')}.md" if address else "index.md"


def relative(here: str, there: str) -> str:
    """The link from the page at `here` to `there`, both from the site's root."""
    up = here.count("/")
    return "../" * up + there or "./"


def web_url(url: str | None) -> str | None:
    """The URL if a reader may follow it (`http` or `https`, with a host), else `None`."""
    if url is None or re.search(r"[\s<>\"'`\\]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.hostname else None


def text_fragment(url: str, text: str) -> str:
    """`url` with a text fragment that scrolls to `text`, shortened to its first and last words.

    Everything but ASCII letters and digits is percent-encoded: `-`, `,` and `&` have a meaning there
    (https://wicg.github.io/scroll-to-text-fragment/).
    """
    words = _WORD.findall(text)
    parts = [words] if len(words) <= 2 * FRAGMENT_WORDS else [
        words[:FRAGMENT_WORDS],
        words[-FRAGMENT_WORDS:],
    ]  # fmt: skip
    target = ",".join(_percent(" ".join(part)) for part in parts)
    return f"{url.split('#', 1)[0]}#:~:text={target}"


def _percent(text: str) -> str:
    return re.sub(r"[-._~]", lambda mark: f"%{ord(mark[0]):02X}", quote(text, safe=""))
