"""Addresses of articles as people paste them: which are addresses, and which are one and the same.

In: texts. Out: addresses, without what only follows the reader around (`utm_source`, `fbclid`).
"""

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from builder.links import web_url

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?://|\S)")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")  # C:\articles
_TRACKING = re.compile(
    r"utm_\w+|(?:fb|g|dc|ms|tw|ys|yc|ig|msc|ttc|gbra|wbra)l?(?:clid|lkid|shid|aid)|mc_[ce]id"
    r"|_ga|_gl|gclsrc|igshid|at_\w+|cmpid|ncid|icid|smid|src|ref(?:_?src)?|ocid|s_cid|xtor",
    re.IGNORECASE,
)
_PORTS = {"http": 80, "https": 443}


def has_scheme(word: str) -> bool:
    """Whether the word is an address of any kind (`https:`, `file:`), and no file's name."""
    return _SCHEME.match(word) is not None and _DRIVE.match(word) is None


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses of a text that holds one in each line and nothing else; none of any other."""
    lines = [line.strip(" \t<>") for line in text.splitlines() if line.strip()]
    found = [web_url(line) for line in lines]
    return tuple(url for url in found if url) if all(found) else ()


def without_tracking(url: str) -> str:
    """The address of the page itself: without its fragment and what follows a reader around."""
    parts = urlsplit(url)
    query = _query(parts.query) if _is_tracked(parts.query) else parts.query
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def joined(base: str, address: str) -> str:
    """The address that is meant on the page at `base`; as it is, where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:  # "http://[x"
        return address


def address_key(url: str) -> str:
    """The same for two addresses of one page: scheme, `www.`, tracking, last slash left out."""
    if web_url(url) is None:
        return url
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    port = "" if parts.port in {None, _PORTS.get(parts.scheme)} else f":{parts.port}"
    query = _query(parts.query, in_order=True)
    return f"{host}{port}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def _is_tracked(query: str) -> bool:
    return any(_TRACKING.fullmatch(key) for key, _ in parse_qsl(query, keep_blank_values=True))


def _query(query: str, *, in_order: bool = False) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    return urlencode(sorted(kept) if in_order else kept)
