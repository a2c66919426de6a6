"""What a saved page states of its article in `<meta>`, `<link>`, JSON-LD and `<html lang>`.

In: the parser's events. Out: the keys of a metadata file that the page gives a usable value for.
Nothing is guessed: a date only from a field that says "published".
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

from builder.links import web_url

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis)?(?:News)?Article|BlogPosting|Report", re.I)
_FIELDS = {
    "og:title": "title",
    "article:published_time": "published",
    "datepublished": "published",
    "dc.date.issued": "published",
    "og:site_name": "outlet",
    "og:url": "url",
    "author": "authors",
    "parsely-author": "authors",
}


class Facts:
    """Collects what the page states; JSON-LD, the most exact, comes first."""

    def __init__(self) -> None:
        """Begin with nothing stated."""
        self._linked: dict[str, object] = {}
        self._meta: dict[str, object] = {}
        self._json: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of an opening tag."""
        if tag == "meta":
            name = attributes.get("property") or attributes.get("name") or ""
            key = _FIELDS.get((name or attributes.get("itemprop", "")).lower())
            if key is not None:
                self._meta.setdefault(key, attributes.get("content", ""))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._meta["url"] = attributes.get("href", "")
        elif tag == "html":
            self._meta["language"] = attributes.get("lang", "")
        elif tag == "script" and "ld+json" in attributes.get("type", ""):
            self._json = []

    def data(self, text: str) -> None:
        """Take note of text, if it is JSON-LD."""
        if self._json is not None:
            self._json.append(text)

    def end(self, tag: str) -> None:
        """Take note of a closing tag."""
        if tag == "script" and self._json is not None:
            for key, value in _linked("".join(self._json)):
                self._linked.setdefault(key, value)
            self._json = None

    def stated(self) -> dict[str, object]:
        """The usable values by metadata key."""
        usable = {
            key: _usable(key, value) for key, value in {**self._meta, **self._linked}.items()
        }
        return {key: value for key, value in sorted(usable.items()) if value}


def _linked(text: str) -> Iterator[tuple[str, object]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for node in _nodes(found):
        types = node.get("@type")
        names = types if isinstance(types, list) else [types]
        if any(isinstance(name, str) and _ARTICLE.fullmatch(name) for name in names):
            yield from (
                (key, value)
                for key, value in (
                    ("title", node.get("headline")),
                    ("published", node.get("datePublished")),
                    ("authors", _named(node.get("author"))),
                    ("outlet", "".join(_named(node.get("publisher"))[:1])),
                )
                if value and _usable(key, value)
            )


def _nodes(found: object) -> Iterator[Mapping[str, object]]:
    """The top objects of a JSON-LD text, alone, in a list or in a graph."""
    for node in found if isinstance(found, list) else [found]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (
                item
                for item in (graph if isinstance(graph, list) else [])
                if isinstance(item, dict)
            )


def _named(value: object) -> tuple[str, ...]:
    """The names in a value that is a name, an object with one, or a list of these."""
    items = value if isinstance(value, list) else [value]
    names = (item.get("name") if isinstance(item, dict) else item for item in items)
    return tuple(_words(name) for name in names if isinstance(name, str) and name.strip())


def _usable(key: str, value: object) -> object:
    """The value as metadata has it; `None` where it is of no use."""
    if key == "authors":
        names = _named(list(value) if isinstance(value, tuple) else value)
        return tuple(name for name in names if web_url(name) is None)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if key == "published":
        return _day(text)
    if key == "url":
        return web_url(text)
    if key == "language":
        return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else None
    return _words(text) or None


def _words(text: str) -> str:
    """The words on one line; JSON-LD often holds them as HTML ("Ruiz &#039;will stay&#039;")."""
    return " ".join(html.unescape(text).split())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
