"""A feed or a sitemap in, the addresses of its articles out.

RSS 0.9 to 2, Atom, sitemaps and their indexes. The file is from outside: no entity that it defines
is read, nothing is loaded from the network, nothing grows.
"""

import zlib
from collections.abc import Iterator

from lxml import etree

from builder.add.addresses import joined
from builder.add.refusals import SourceError, too_large
from builder.links import web_url

_GZIP = b"\x1f\x8b"
_ANY_GZIP = 31  # zlib's window for gzip
_TODO = "Add the addresses of its articles one by one."


def addresses_listed(content: bytes, *, base: str, file: str, largest: int) -> tuple[str, ...]:
    """The addresses, each once, of a feed or sitemap that came from `base`, "" for a file.

    Raises `SourceError` where it cannot be read, or names no article. `largest` is how many bytes
    a packed one may unpack to.
    """
    root = _root(_unpacked(content, file=file, largest=largest), file=file)
    found = (web_url(joined(base, address.strip())) for address in _addresses(root))
    addresses = tuple(dict.fromkeys(url for url in found if url))
    if not addresses:
        raise SourceError("it is a feed that names no article.", todo=_TODO, file=file)
    return addresses


def _unpacked(content: bytes, *, file: str, largest: int) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        unpacked = zlib.decompressobj(_ANY_GZIP).decompress(content, largest + 1)
    except zlib.error as problem:
        raise SourceError("it is a damaged gzip file.", todo=_TODO, file=file) from problem
    if len(unpacked) > largest:
        raise too_large(file, largest)
    return unpacked


def _root(content: bytes, *, file: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise SourceError("it is no feed that can be read.", todo=_TODO, file=file) from problem
    if root is None:
        raise SourceError("it is no feed that can be read.", todo=_TODO, file=file)
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(iter(dtd.iterentities()), None) is not None:
        raise SourceError(
            "it defines entities of its own, as feeds that attack their readers do.",
            todo=_TODO,
            file=file,
        )
    return root


def _addresses(root: etree._Element) -> Iterator[str]:
    """What stands where each kind of listing has its articles."""
    for element in root.iter(etree.Element):
        name = _name(element)
        if name in {"item", "entry"}:
            address = _article(element)
            if address is not None:
                yield address
        elif name in {"url", "sitemap"}:
            yield from (child.text or "" for child in element if _name(child) == "loc")


def _article(item: etree._Element) -> str | None:
    """Where an item of RSS or an entry of Atom leads: its link, else its permanent id."""
    links = [child for child in item if _name(child) == "link"]
    ids = [child for child in item if _name(child) == "guid"]
    candidates = (
        *(link.get("href") for link in links if link.get("rel", "alternate") == "alternate"),
        *(link.text for link in links),
        *(id_.text for id_ in ids if id_.get("isPermaLink", "true") == "true"),
    )
    return next((str(found) for found in candidates if found and found.strip()), None)


def _name(element: etree._Element) -> str:
    """The element's name without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
