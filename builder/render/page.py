"""A page before it is printed, and the printing of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from builder import links
from builder.render.escape import escape, front_matter, json_ld
from builder.render.linked_data import Linked, linked_data
from builder.render.phrases import counted, plural, shortened

LONGEST_TITLE = 100
LONGEST_DESCRIPTION = 200


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


def printed(pages: Iterable[Page], story: str) -> Iterator[tuple[str, str]]:
    """The file name of each page under `docs/`, and its Markdown; `story` is the dossier's title.

    Each is printed when its turn comes.
    """
    titles: set[str] = set()
    for page in pages:
        yield links.page_file(page.address), _printed(page, _unique(page, titles), story)


def _printed(page: Page, title: str, story: str) -> str:
    head: dict[str, object] = {
        "title": title,
        "description": shortened(page.description, LONGEST_DESCRIPTION),
        "hide": list(page.hide),
        "search": {"exclude": True},  # what search finds of it stands in the index
    }
    if page.card is not None:
        head["card"] = dict(page.card)
    body = _environment().get_template(f"{page.template}.md.j2").render(page=page.view)
    linked = linked_data(
        story, address=page.address, title=title, description=page.description, about=page.linked
    )
    return f"{front_matter(head)}\n{body.strip()}\n\n{json_ld(linked)}\n"


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
