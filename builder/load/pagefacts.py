"""What a saved page states of its article in `<meta>`, `<link>`, JSON-LD and `<html lang>`.

In: the page's tags. Out: the keys of a metadata file that the page gives a usable value for.
Nothing is guessed: a date only from a field that says "published" or plainly "date"; without one,
from what the page shows, its address, or the data of its scripts where that names one day alone.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache

from lxml.html import HtmlElement

from builder.links import web_url
from builder.load.authors import authors_in
from builder.load.bylines import byline_in
from builder.load.days import day_in
from builder.load.linkeddata import linked_facts
from builder.load.markup import EndTag, StartTag, unescaped
from builder.load.publication import day_of_address, day_of_scripts, published_in
from builder.model.blanks import shows_nothing

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_UTC = re.compile(r"\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|GMT|UTC|[+-]00:?00)$")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Names of fields without their marks ("pub-date": "pubdate"), the surest of a key first.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": (r"ogtitle",),
    "published": (
        r"(?!.*(?:last|modif|updat|revis|expir|event|image|video))\w*?"
        r"(?:pub(?:lish(?:ed)?|lication)?|posted|issued)(?:date|time|at|on|gmt|iso)*"
        r"|date(?:first)?(?:published|posted|issued)|(?:article)?dateoriginal",
        r"(?:dc|dcterms|sailthru|citation)?date",
    ),
    "outlet": (r"ogsitename", r"(?:dc|dcterms|citation)?publisher"),
    "url": (r"ogurl",),
    "authors": (
        r"author",
        r"byl|byline",
        r"(?:article|dc|dcterms|parsely|sailthru|citation)(?:author|creator)s?",
    ),
}
_MARKS = re.compile(r"[\W_]+")


class Facts:
    """Collects what the page states of itself; JSON-LD, the most exact, comes first."""

    def __init__(self, marks: Iterable[StartTag | EndTag | str]) -> None:
        """Read the tags of a page."""
        self._scripts: list[str] = []
        self._fields: dict[tuple[str, int], list[str]] = {}
        self._address = ""
        self._language = ""
        self._programs: list[str] = []
        held: list[str] | None = None
        for mark in marks:
            if held is not None and isinstance(mark, str):
                held.append(mark)
            held = self._start(mark.tag, mark.attributes) if isinstance(mark, StartTag) else None

    def _start(self, tag: str, attributes: Mapping[str, str]) -> list[str] | None:
        """Take note of an opening tag; where to keep the script that follows it."""
        if tag == "meta":
            place = _place(attributes.get("property") or attributes.get("name") or "")
            place = place or _place(attributes.get("itemprop", ""), but="published")
            if place is not None:
                self._fields.setdefault(place, []).append(attributes.get("content", ""))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._address = self._address or attributes.get("href", "")
        elif tag == "html":
            self._language = self._language or attributes.get("lang", "")
        if tag != "script":
            return None
        return self._scripts if "ld+json" in attributes.get("type", "").lower() else self._programs

    @property
    def address(self) -> str:
        """The page's own address, "" where it does not state it."""
        return next(filter(None, (self._address, *self._values("url"))), "")

    def stated(self, heading: str, shown: HtmlElement) -> dict[str, object]:
        """The usable values by metadata key.

        `heading` is the page's own; where no field says the day or the authors, what is `shown` of
        the page is searched for them.
        """
        own = [name for name in (self.address, heading, *self._values("title")) if name]
        linked = linked_facts(self._scripts, own=own)
        found = {
            "title": _first(_line, (linked["title"], *self._values("title"))),
            "outlet": _first(_outlet, (linked["outlet"], *self._values("outlet"))),
            "url": _first(_address, (self._address, *self._values("url"))),
            "language": _first(_code, (self._language,)),
        }
        days = (linked["published"], *self._values("published"))
        day = _own_day(days, shown, day_of_address(str(found["url"] or "")))
        found["published"] = day or day_of_scripts(self._programs)
        found["title"] = _without_site(str(found["title"] or ""), heading, found["outlet"])
        outlet = str(found["outlet"] or "").casefold()
        fields = [name for name in self._values("authors") if name.strip().casefold() != outlet]
        names = linked["authors"] or authors_in(fields, {}) or byline_in(shown)
        found["authors"] = tuple(name for name in _lines(names) if name.casefold() != outlet)
        return {key: value for key, value in sorted(found.items()) if value}

    def _values(self, key: str) -> list[str]:
        """What the fields of a key hold, the surest first; one source of authors is enough."""
        held = [self._fields.get((key, rank), []) for rank in range(len(_FIELDS[key]))]
        if key == "authors":
            return next((values for values in held if authors_in(values, {})), [])
        return [value for values in held for value in values]


@lru_cache(maxsize=1024)
def _place(name: str, *, but: str = "") -> tuple[str, int] | None:
    """The key that a field of this name belongs to, and how sure that is; `but` is no answer."""
    bare = _MARKS.sub("", name.lower()[:80])
    return next(
        (
            (key, rank)
            for key, forms in _FIELDS.items()
            for rank, form in enumerate(forms)
            if key != but and re.fullmatch(form, bare)
        ),
        None,
    )


def _first(usable: Callable[[str], object], values: Iterable[object]) -> object:
    return next(filter(None, map(usable, _texts(values))), None)


def _texts(values: Iterable[object]) -> Iterable[str]:
    return (v.strip() for v in values if isinstance(v, str) and not shows_nothing(v))


def _own_day(fields: Iterable[object], shown: HtmlElement, in_address: date | None) -> date | None:
    """The day in the newsroom's own zone: fields often give the hour in UTC, addresses do not."""
    stated = [(text, day) for text in _texts(fields) if (day := day_in(text)) is not None]
    first = next((day for _, day in stated), None) or published_in(shown)
    if first is None:
        return in_address
    near = [in_address]
    if stated and _UTC.search(stated[0][0]):
        near += [day for text, day in stated if not _UTC.search(text)]
    return next((day for day in near if day and abs(first - day) <= timedelta(days=1)), first)


def _without_site(title: str, heading: str, outlet: object) -> str:
    """The title without the name of the site: "Quay shut | Coast Daily"."""
    for own in filter(None, (heading, title.removesuffix(str(outlet or "")).rstrip())):
        bare = own.rstrip(" |–—-")
        rest = title[len(bare) :]
        if bare and title.startswith(bare) and re.match(r"\s*[|–—]\s|\s-\s", f"{rest} "):
            return bare
    return title


def _line(text: str) -> str:
    """The words on one line; JSON-LD often holds them as HTML ("Ruiz &#039;will stay&#039;")."""
    return _SURROGATE.sub("\ufffd", " ".join(unescaped(text).split()))


def _lines(names: object) -> list[str]:
    return [_line(name) for name in names] if isinstance(names, tuple) else []


def _outlet(text: str) -> str | None:
    return None if web_url(text) or "://" in text or text.startswith("@") else _line(text)


def _address(text: str) -> str | None:
    return web_url(text)


def _code(text: str) -> str | None:
    return text.replace("_", "-") if _LANGUAGE.fullmatch(text) else None
