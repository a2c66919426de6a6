"""What a site needs to be found and shared: a built site and its address in, the same with it out.

With an address: whole addresses in the feed, the linked data, `llms.txt` and old pages, a picture
for whoever shares a page, and `robots.txt`. Without one, addresses stay relative, which resolve
wherever the site is put. Deliberately missed: telling anybody of the site.
"""

import json
import re
from collections.abc import Callable
from functools import partial
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin

from builder.site.pagemap import write_page_map

_LINKED = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
_LINK_IN_LINKED = re.compile(r'("(?:url|item|contentUrl)": )("(?:[^"\\]|\\.)*")')
_LINK_IN_FEED = re.compile(r'(<link [^>]*?href=")([^"]*)')
_LINK_IN_TEXT = re.compile(r"(\]\()([^)]*)")
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)')


def share(site: Path, folder: Path, address: str | None) -> None:
    """Add to the `site` of the dossier in `folder` what its `address` allows, if it has one."""
    if address is None:
        write_page_map(site)
        return
    from builder.site.cards import draw_cards  # noqa: PLC0415 - Pillow, for this alone

    draw_cards(site, folder)
    for page in sorted(site.rglob("index.html")):
        here = urljoin(address, page.parent.relative_to(site).as_posix() + "/")
        _rewrite(page, partial(_whole_page, here=here))
    _rewrite(site / "changes.xml", partial(_whole, _LINK_IN_FEED, here=address))
    _rewrite(site / "llms.txt", partial(_whole, _LINK_IN_TEXT, here=address))
    _write_robots(site / "robots.txt", address)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    if path.is_file():
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _whole_page(text: str, here: str) -> str:
    linked = _LINKED.sub(lambda block: _LINK_IN_LINKED.sub(_in_json(here), block[0]), text)
    return _whole(_CANONICAL, linked, here)


def _in_json(here: str) -> Callable[[re.Match[str]], str]:
    def whole(found: re.Match[str]) -> str:
        text = json.dumps(urljoin(here, json.loads(found[2])))
        return found[1] + "".join(f"\\u{ord(c):04x}" if c in "<>&" else c for c in text)

    return whole


def _whole(link: re.Pattern[str], text: str, here: str) -> str:
    return link.sub(lambda found: found[1] + escape(urljoin(here, unescape(found[2]))), text)


def _write_robots(path: Path, address: str) -> None:
    """All may read all; a file of that name in `docs/` stays as it is."""
    if not path.exists():
        lines = ("User-agent: *", "Allow: /", "", f"Sitemap: {urljoin(address, 'sitemap.xml')}")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
