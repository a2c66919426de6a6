"""Ids as people copy them: an address, a permalink or an id in any letter case in, the id out.

In: what the maintainer wrote. Out: the id at its end, in small letters; other words as they are.
Deliberately missed: which of all ids it is, and the words of a quote; only resolution knows these.
"""

import re
from urllib.parse import unquote

from builder.links import SECTIONS

_PAGE = re.compile(
    rf"(?:^|/)({'|'.join(SECTIONS)})/([^/?#]+?)(?:/list/\d+)?"
    r"(?:/|/index\.html|/index\.md|\.html|\.md)?(?:\?.*)?$"
)
_SEED = re.compile(r"(?:.*/)?seeds/([^/]+)\.\w+")
_ANCHOR = re.compile(r"(?:(?:event|said|name)-)?([\w-]+)", re.ASCII | re.IGNORECASE)
_KNOWN_BY = re.compile(r"(?:event|said|name)-|[quce]-", re.IGNORECASE)
_PASSAGE = re.compile(r"p-\d+-\d+")
_BARE = re.compile(
    r"^( *(?:- +)?\w+: +)(#(?:[quce]|event|said|name|p)-[\w-]+)(?=[ \t]*\r?$)", re.MULTILINE
)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+", re.IGNORECASE)


def with_permalinks(text: str) -> str:
    """The YAML with bare permalinks in quotes: after a blank, `#q-we-stay` would be a comment."""
    return _BARE.sub(r'\1"\2"', text)


def id_in_address(words: str) -> str:
    """The id at the end of an address or permalink; words that are none as they are.

    `https://host/people/ana-ruiz/` is `ana-ruiz`, `timeline/#event-e-2026-it-fell` is
    `e-2026-it-fell`, and a passage, `articles/x/#p-4-20`, is `x#p-4-20`. The file
    `seeds/x.md` is the article `x`.
    """
    page, mark, anchor = words.strip().rpartition("#")
    if not mark:
        return _of_page(words.strip()) or words
    anchor = unquote(anchor)
    if _PASSAGE.fullmatch(anchor) and (article := _of_page(page)):
        return f"{article}#{anchor}"
    named = _ANCHOR.fullmatch(anchor)
    if named and _KNOWN_BY.match(anchor):
        return named[1].lower()
    return _of_page(page) or words


def id_of(words: str) -> str:
    """The same, and an id in small letters where the words are one: `Q-We-Will` is `q-we-will`."""
    found = id_in_address(words)
    return found.lower() if _ID.fullmatch(found) else found


def _of_page(address: str) -> str | None:
    """The id of the page; that of an article keeps its capitals, as its file has them."""
    seed = _SEED.fullmatch(address)
    if seed:
        return seed[1]
    found = _PAGE.search(unquote(address))
    if found is None:
        return None
    return found[2] if found[1] == "articles" else found[2].lower()
