"""Pages before they are printed, and the printing of them: a long one as several files.

In: pages with their views. Out: Markdown by file name. Links in it lead to the part on which their
anchor stands; a permalink does not, for parts change with every article: it leads to the page.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from zlib import compress, decompress

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from builder import links
from builder.render.escape import escape, escape_url, front_matter, json_ld
from builder.render.linked_data import Linked, is_list, linked_data, linked_of_part
from builder.render.page_parts import linked_parts, lists_of, numbers_of, rerouted
from builder.render.paging import Part, paginated
from builder.render.phrases import counted, plural, sentence, shortened

LONGEST_TITLE = 100
LONGEST_DESCRIPTION = 200
_LARGEST_LINKED = 30_000  # bytes; what has more is a collection to search engines
_LARGEST_LINKED_OF_A_PART = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a template needs, and what stands in the page's front matter."""

    address: str
    kind: str
    """"person", "claim", …: tells pages of one title apart."""
    title: str
    template: str
    view: object
    description: str
    hide: tuple[str, ...] = ("navigation", "toc")
    linked: Linked = field(default_factory=dict)
    """What it is about, as JSON-LD; without it, it is a collection."""
    card: Mapping[str, object] | None = None
    """What the picture shows that stands for the page where it is shared; never printed."""
    parts_at: str = ""
    """The folder of the parts of a long page; without it, `list/` below its address."""

    @property
    def folder(self) -> str:
        """Where its second part and those after it stand."""
        return self.parts_at or f"{self.address}list/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Pages as files, and where on them what has an anchor stands."""

    files: Iterator[tuple[str, str]]
    """Names and contents, made when their turn comes."""
    moved: Mapping[str, str]
    """Addresses with anchors that lead to the first part of a page, and those of the right one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """A page, or a part of a long one, that is printed but for where its links lead."""

    base: str
    """The page's address, at which its links hold."""
    address: str
    head: str
    body: bytes
    """Compressed: those of a large story wait until it is known where links lead."""
    linked: bytes


def printed(pages: Iterable[Page], story: str) -> Printed:
    """The Markdown of each page by its file name under `docs/`; `story` is the dossier's title.

    A long page is several files, and others that tell which of them an anchor stands on.
    """
    titles: set[str] = set()
    sheets: list[_Sheet] = []
    moved: dict[str, str] = {}
    scripts: dict[str, str] = {}
    for page in pages:
        title, body = _unique(page, titles), _body(page)
        data = _linked_data(page, page.address, title, story)
        spread = len(json_ld(page.linked)) if is_list(page.linked) else 0
        parts = paginated(body, beside=0 if spread else len(data), spread=spread)
        if not parts:
            sheets.append(_sheet(page, page.address, title, body, data))
            continue
        numbered = numbers_of(parts)
        lists = lists_of(numbered)
        scripts |= {f"{page.folder}parts-{at}.js": text for at, text in enumerate(lists)}
        moved |= {
            f"{page.address}#{anchor}": f"{page.folder}{number}/#{anchor}"
            for anchor, number in numbered.items()
        }
        sheets += _sheets(page, title, parts, len(lists), story)
    return Printed(files=chain(scripts.items(), _files(sheets, moved)), moved=moved)


def _files(sheets: Iterable[_Sheet], moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        body = decompress(sheet.body).decode()
        text = rerouted(body, moved, base=sheet.base, here=sheet.address)
        linked = decompress(sheet.linked).decode()
        yield links.page_file(sheet.address), f"{sheet.head}\n{text}\n\n{linked}\n"


def _body(page: Page) -> str:
    template = _environment().get_template(f"{page.template}.md.j2")
    return template.render(page=page.view).strip()


def _sheets(
    page: Page, title: str, parts: Sequence[Part], lists: int, story: str
) -> Iterator[_Sheet]:
    template = _environment().get_template("part.md.j2")
    addresses = [page.address, *(f"{page.folder}{at}/" for at in range(2, len(parts) + 1))]
    for number, (part, address) in enumerate(zip(parts, addresses, strict=True), 1):
        place = f"part {number} of {len(parts)}"
        view = {
            "head": Markup(part.head) if number == 1 else None,  # noqa: S704 - it was escaped
            "title": f"{page.title}, {place}",
            "label": sentence(place),
            "pager": _pager(parts, number, page.address, addresses),
            "folder": escape_url(page.folder.removeprefix(page.address)) if number == 1 else "",
            "lists": lists,
            "is_filtered": part.is_filtered,
            "body": Markup(part.body),  # noqa: S704 - it was escaped
        }
        titled = title if number == 1 else f"{title}, {place}"
        own = replace(page, linked=linked_of_part(page.linked, part.anchors, number))
        body = template.render(page=view).strip()
        yield _sheet(own, address, titled, body, _linked_data(own, address, titled, story))


def _pager(
    parts: Sequence[Part], current: int, base: str, addresses: Sequence[str]
) -> list[dict[str, object]]:
    """The links between the parts, as seen from the first."""
    return [
        {
            "text": f"{at} · {label}" if (label := parts[at - 1].label) else f"{at}",
            "url": None if at == current else escape_url(links.relative(base, addresses[at - 1])),
        }
        for at in linked_parts(len(parts), current)
    ]


def _sheet(page: Page, address: str, title: str, body: str, linked: str) -> _Sheet:
    head: dict[str, object] = {
        "title": title,
        "description": shortened(page.description, LONGEST_DESCRIPTION),
        "hide": list(page.hide),
        "search": {"exclude": True},  # what search finds of it stands in the index
    }
    if page.card is not None and address == page.address:
        head["card"] = dict(page.card)
    return _Sheet(
        base=page.address,
        address=address,
        head=front_matter(head),
        body=compress(body.encode(), level=1),
        linked=compress(linked.encode(), level=1),
    )


def _linked_data(page: Page, address: str, title: str, story: str) -> str:
    """What the page is about, as JSON-LD; of one that is about too much, that it is a list."""
    most = _LARGEST_LINKED if address == page.address else _LARGEST_LINKED_OF_A_PART
    for about in (page.linked, {}):
        linked = json_ld(
            linked_data(
                story, address=address, title=title, description=page.description, about=about
            )
        )
        if len(linked) <= most:
            break
    return linked


def _unique(page: Page, titles: set[str]) -> str:
    """The page's title; with its kind, else its address, where another page has the same."""
    short = shortened(page.title, LONGEST_TITLE)
    last = page.address.strip("/").rsplit("/", 1)[-1]
    for title in (short, f"{short} ({page.kind})", f"{short} ({page.kind} {last})"):
        if title.casefold() not in titles:
            break
    titles.add(title.casefold())
    return title


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("builder.render"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        comment_start_string="{//",  # `{#` begins the id of a Markdown heading
        comment_end_string="//}",
    )
    environment.globals.update(counted=counted, plural=plural)
    return environment
