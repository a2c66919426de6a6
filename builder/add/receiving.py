"""One source in, the bytes of its article out, or the sources that it leads to.

A feed, a sitemap, a shortcut or a list of addresses leads to others; all else is an article.
"""

from dataclasses import dataclass
from pathlib import Path

from builder.add.addresses import addresses_in
from builder.add.feeds import addresses_listed
from builder.add.fetching import Fetcher
from builder.add.kinds import as_utf8, ending_of, is_listing
from builder.add.refusals import SourceError, too_large
from builder.add.sources import FEEDS, Address, File, Source
from builder.load import SIDE_ENDING
from builder.load.readers import address_in

LARGEST = 20 * 1024 * 1024  # bytes of a file
_LONGEST_LIST = 256 * 1024  # bytes; a text of addresses alone
_DEEPEST = 2  # an index of sitemaps, its sitemaps, their pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An article as it came: its bytes and their kind, and where it is from."""

    called: str
    """How messages call it."""
    content: bytes
    """What came, byte for byte."""
    readable: bytes
    """The same in UTF-8, where the site states another encoding than the file."""
    ending: str
    address: str | None = None
    path: Path | None = None
    side: Path | None = None
    """The metadata that somebody wrote beside the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """The sources that a feed, a sitemap, a shortcut or a list of addresses leads to."""

    sources: tuple[Source, ...]


def received(source: Source, fetcher: Fetcher) -> Received | Leads:
    """What the source gives; `SourceError` where it gives nothing."""
    if isinstance(source, Address):
        return _from_web(source, fetcher)
    if isinstance(source, File):
        return _from_file(source.path)
    called = str(source)
    return Received(called=called, content=source.content, readable=source.content, ending=".txt")


def _from_web(source: Address, fetcher: Fetcher) -> Received | Leads:
    fetched = fetcher.fetch(source.url)
    if is_listing(fetched.content):
        if source.depth >= _DEEPEST:
            raise SourceError(
                "it is a feed in a feed in a feed.", todo="Add its articles.", file=source.url
            )
        listed = addresses_listed(
            fetched.content, base=fetched.address, file=source.url, largest=LARGEST
        )
        return _articles(listed, source.depth)
    ending = ending_of(fetched)
    return Received(
        called=source.url,
        content=fetched.content,
        readable=as_utf8(fetched, ending),
        ending=ending,
        address=fetched.address,
    )


def _from_file(path: Path) -> Received | Leads:
    called, ending = str(path), path.suffix.lower()
    content = _content(path)
    if ending in FEEDS and is_listing(content):
        return _articles(addresses_listed(content, base="", file=called, largest=LARGEST), 0)
    address = address_in(content, ending)
    if address is not None:
        return Leads(sources=(Address(address),))
    if ending == ".txt" and len(content) <= _LONGEST_LIST:
        addresses = addresses_in(content.decode("utf-8-sig", "replace"))
        if addresses:
            return Leads(sources=tuple(map(Address, addresses)))
    side = path.with_suffix(SIDE_ENDING)
    return Received(
        called=called,
        content=content,
        readable=content,
        ending=ending,
        path=path,
        side=side if side.is_file() else None,
    )


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as problem:
        raise SourceError(
            f"it cannot be read ({problem.strerror}).", todo="Check its permissions.", file=path
        ) from problem
    if len(content) > LARGEST:
        raise too_large(str(path), LARGEST)
    return content


def _articles(addresses: tuple[str, ...], depth: int) -> Leads:
    return Leads(sources=tuple(Address(url, depth + 1) for url in addresses))
