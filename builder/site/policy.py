"""The Content-Security-Policy of every page: a built site in, the same with the policy put in."""

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

_POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'"
)
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_NOT_INLINE = re.compile(r"\bsrc=|\btype=[\"']?application/(?:ld\+)?json\b")
_SCOPE = re.compile(r'^__md_scope=new URL\("[^"<]*",location\)')  # the way to the root: `../..`
_CHARSET = '<meta charset="utf-8">'


def set_policy(site: Path) -> None:
    """Put one Content-Security-Policy into every page: the site itself, and the theme's scripts.

    The theme's inline scripts are those that the page for a missing address has too, which holds
    nothing of `docs/`; one that got into a page by its text is not allowed to run. One policy for
    all pages, since instant navigation runs one page's scripts under the policy of another. Inline
    styles are allowed: Python-Markdown aligns the cells of a table by `style`.
    """
    known = {_general(script) for script in _inline_scripts(site / "404.html")}
    pages = sorted(site.rglob("*.html"))
    scripts = {
        script for page in pages for script in _inline_scripts(page) if _general(script) in known
    }
    hashes = " ".join(sorted(_hash(script) for script in scripts))
    policy = _POLICY.format(hashes=hashes)
    tag = f'{_CHARSET}<meta http-equiv="Content-Security-Policy" content="{policy}">'
    for path in pages:
        page = path.read_text(encoding="utf-8")
        path.write_text(page.replace(_CHARSET, tag, 1), encoding="utf-8")


def _inline_scripts(page: Path) -> Iterator[str]:
    for script in _SCRIPT.finditer(page.read_text(encoding="utf-8")):
        if not _NOT_INLINE.search(script["attributes"]):
            yield script["body"]


def _general(script: str) -> str:
    return _SCOPE.sub("", script, count=1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
