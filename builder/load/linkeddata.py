"""What a page's JSON-LD says of its article: the texts of its scripts in, metadata out.

Of several articles the page's own counts, by its address or its headline; nothing of another is
taken. Objects are joined by `@id`: a publisher or an author is often described once for the site.
Of a script that is no JSON only the days of publication are read, and count if they are one day.
Missed: what `@context` renames, and articles held by lists and by anything but the page.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.load.authors import as_list, authors_in
from builder.load.markup import unescaped

Node = Mapping[str, object]

_ARTICLE = re.compile(r"(?:.*[/:])?(?:\w*Article|(?!Job)\w*Posting|Report)", re.IGNORECASE)
_PAGE = re.compile(r"(?:.*[/:])?(?:Web|Item)Page", re.IGNORECASE)
_DAY = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_OPENING = ("<!--", "//", "/*", "<![CDATA[", "*/")  # around JSON for browsers of the nineties
_CLOSING = (";", "-->", "//", "*/", "]]>", "/*", "//")


def linked_facts(scripts: Iterable[str], *, own: Sequence[str]) -> dict[str, object]:
    """Title, day, authors and outlet, as the JSON-LD has them.

    `own` is what the page calls itself: its addresses and its titles.
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script))]
    by_id = _by_id(nodes)
    article = _own([node for node in nodes if _is(node, _ARTICLE)], own)
    dated = [node for node in nodes if node.get("datePublished")]
    pages = [node for node in dated if _is(node, _PAGE) or not article]
    alike = {str(node["datePublished"])[:10] for node in pages}
    page = pages[0] if len(alike) == 1 else {}
    publisher = next(_names(article.get("publisher"), by_id), None)
    return {
        "title": article.get("headline"),
        "published": article.get("datePublished") or page.get("datePublished"),
        "authors": authors_in(article.get("author") or article.get("creator"), by_id),
        "outlet": publisher,
    }


def _parsed(script: str) -> object:
    text = script.strip()
    for mark in _OPENING:
        text = text.removeprefix(mark).lstrip()
    for mark in _CLOSING:
        text = text.removesuffix(mark).rstrip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return [{"datePublished": day} for day in _DAY.findall(text)]


def _nodes(found: object) -> Iterator[Node]:
    """The top objects of a JSON-LD text, alone, in a list, in a graph, or what a page is about."""
    for node in as_list(found):
        if isinstance(node, dict):
            yield node
            inner = (*as_list(node.get("@graph")), *as_list(node.get("mainEntity")))
            yield from (item for item in inner if isinstance(item, dict))


def _by_id(nodes: Iterable[Node]) -> dict[str, Node]:
    """Objects by `@id`; what several say of one is put together."""
    found: dict[str, dict[str, object]] = {}
    for node in nodes:
        for item in (node, node.get("publisher"), node.get("author")):
            if isinstance(item, dict) and isinstance(id_ := item.get("@id"), str):
                found.setdefault(id_, {}).update(item)
    return dict(found)


def _is(node: Node, kind: re.Pattern[str]) -> bool:
    names = as_list(node.get("@type"))
    return any(isinstance(name, str) and kind.fullmatch(name) for name in names)


def _own(articles: Sequence[Node], own: Sequence[str]) -> Node:
    """The article that the page is of: named as the page names itself, else the first."""
    named = {_bare(name) for name in own}
    for article in articles:
        page = article.get("mainEntityOfPage")
        pages = [page.get("@id") if isinstance(page, dict) else page]
        names = (article.get("headline"), article.get("url"), article.get("@id"), *pages)
        if any(isinstance(name, str) and _bare(name) in named for name in names):
            return article
    return articles[0] if articles else {}


def _bare(name: str) -> str:
    return " ".join(unescaped(name).split()).rstrip("/").casefold()


def _names(value: object, by_id: Mapping[str, Node]) -> Iterator[str]:
    """The names of organisations, given as text, as an object, or by `@id`."""
    for item in as_list(value):
        id_ = item.get("@id") if isinstance(item, dict) else item
        meant = by_id.get(id_, {}) if isinstance(id_, str) else {}
        own = item.get("name") if isinstance(item, dict) else None
        name = own or meant.get("name") or (item if isinstance(item, str) else None)
        if isinstance(name, str) and name.strip():
            yield name
