"""The ways between the parts of long pages: links led to the part on which their anchor stands.

In: parts, or printed Markdown. Out: which parts a part links to, the lists by which a browser
follows a permalink, and the same Markdown with other links.
"""

import json
import posixpath
import re
from collections.abc import Mapping, Sequence
from html import unescape

from builder import links
from builder.render.escape import escape_url
from builder.render.paging import Part

_LISTED = 250  # anchors in a list, about 17 kB
_NEAR = 3  # parts before and after that are linked
_STEPS = 12  # of the others, so many at equal distances
_HREF = re.compile(r'href="(?P<to>[^"]*)"(?P<is_permalink>>[Pp]ermalink)?')
_ELSEWHERE = re.compile(r"[a-z]+:")


def linked_parts(number: int, current: int) -> list[int]:
    """The parts of so many that the current one links to, itself among them."""
    step = -(-number // _STEPS)
    return [
        at
        for at in range(1, number + 1)
        if at in {1, number} or abs(at - current) <= _NEAR or at % step == 0
    ]


def numbers_of(parts: Sequence[Part]) -> dict[str, int]:
    """The number of the part on which each anchor stands that is not on the first."""
    found: dict[str, int] = {}
    for number, part in enumerate(parts, 1):
        for anchor in sorted(part.anchors - found.keys()):
            found[anchor] = number
    return {anchor: number for anchor, number in found.items() if number > 1}


def lists_of(numbers: Mapping[str, int]) -> list[str]:
    """The same for a browser: scripts, which a copy of the site opened as files can load, too.

    Each has some of the anchors; `parts.js` of the theme knows which, by the same sum.
    """
    lists: list[dict[str, int]] = [{} for _ in range(-(-len(numbers) // _LISTED))]
    for anchor, number in numbers.items():
        at = 0
        for sign in anchor:
            at = (31 * at + ord(sign)) % len(lists)
        lists[at][anchor] = number
    return [f"dossierParts({json.dumps(one, separators=(',', ':'))});\n" for one in lists]


def rerouted(text: str, moved: Mapping[str, str], *, base: str, here: str) -> str:
    """The Markdown with links that hold at `here`; as it is, they hold at `base`.

    Each leads to where its anchor moved, but for permalinks: parts change, they must not.
    """
    if not moved:
        return text

    def lead(found: re.Match[str]) -> str:
        to = unescape(found["to"])
        if _ELSEWHERE.match(to) or (here == base and "#" not in to):
            return found[0]
        there = _whole(to, base)
        target = there if found["is_permalink"] else moved.get(there, there)
        if here == base and target == there:
            return found[0]
        return f'href="{escape_url(links.relative(here, target))}"{found["is_permalink"] or ""}'

    return _HREF.sub(lead, text)


def _whole(to: str, base: str) -> str:
    """A link on the page at `base` as an address from the site's root."""
    path, mark, anchor = to.partition("#")
    if path:
        joined = posixpath.normpath(posixpath.join("/", base, path)).strip("/")
        path = f"{joined}/" if joined and path.endswith("/") else joined
    else:
        path = base
    return f"{path}{mark}{anchor}"
