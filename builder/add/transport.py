"""One request: an address on the web and its host's IP address in, the answer out.

The connection is made to the address that was checked, while certificate and `Host` are those of
the name. The answer's body is unpacked piece by piece and given up as soon as it is too large or
too late. Deliberately missed: proxies, cookies, HTTP/2.
"""

from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from ssl import SSLContext, create_default_context
from threading import Thread
from time import monotonic
from typing import TypeVar
from urllib.parse import SplitResult, quote, urlsplit

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Timeout
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError

from builder.add.hosts import addresses_of, ascii_host
from builder.add.refusals import SAVE, SourceError, too_large, too_slow, unreachable

Result = TypeVar("Result")
_PIECE = 64 * 1024  # bytes
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_FOUND = 200
_IN_ADDRESSES = "%/:=&?~#+!$,;@()*[]"
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long is waited (seconds), how much is taken (bytes), how many redirects are followed."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    largest: int = 20 * 1024 * 1024
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a site answered; the content only where it is a page, else where it leads."""

    status: int
    leads_to: str | None
    content: bytes
    content_type: str


def user_agent() -> str:
    """Who asks, as sites see it."""
    return f"story-dossier/{version('story-dossier')}"


def ask(url: str, *, allow_private: bool, limits: Limits, file: str) -> Answer:
    """The answer to one request, redirects not followed; `SourceError` where there is none."""
    parts = urlsplit(url)
    host = ascii_host(parts.hostname or "", file=file)
    port = parts.port or _DEFAULT_PORTS[parts.scheme]
    *others, last = addresses_of(host, port, allow_private=allow_private, file=file)
    request = _Request(
        parts=parts, host=host, port=port, limits=limits, file=file,
        deadline=monotonic() + limits.whole,
    )  # fmt: skip
    try:
        for address in others:
            with suppress(NewConnectionError, ConnectTimeoutError):
                return _answer(request, address)
        return _answer(request, last)
    except HTTPError as problem:
        raise unreachable(file, problem, seconds=limits.read) from problem


def within(seconds: float, work: Callable[[], Result], *, file: str) -> Result:
    """What the work returns or raises; `SourceError` where it takes longer than that.

    Looking a host up and a server that sends its headers byte by byte have no timeout of their
    own: such work is left behind, and ends with the command.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as problem:  # raised again where it is waited for
            future.set_exception(problem)

    Thread(target=run, daemon=True).start()
    try:
        return future.result(seconds)
    except TimeoutError:
        raise too_slow(file, seconds) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    parts: SplitResult
    host: str
    port: int
    limits: Limits
    deadline: float
    file: str


def _answer(request: _Request, address: str) -> Answer:
    parts = request.parts
    with _pool(request, address) as pool:
        response = pool.urlopen(
            "GET",
            f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}",
            headers=_headers(request),
            redirect=False,
            retries=False,
            preload_content=False,
            assert_same_host=False,
        )
        try:
            return Answer(
                status=response.status,
                leads_to=_location(response),
                content=_body(response, request),
                content_type=response.headers.get("Content-Type", ""),
            )
        finally:
            response.close()


def _headers(request: _Request) -> dict[str, str]:
    host = f"[{request.host}]" if ":" in request.host else request.host
    return {
        "Host": host if request.parts.port is None else f"{host}:{request.port}",
        "User-Agent": user_agent(),
        "Accept": "text/html, application/xhtml+xml, */*;q=0.5",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
    }


def _pool(request: _Request, address: str) -> HTTPConnectionPool:
    timeout = Timeout(connect=request.limits.connect, read=request.limits.read)
    if request.parts.scheme == "http":
        return HTTPConnectionPool(address, request.port, timeout=timeout)
    return HTTPSConnectionPool(
        address, request.port, timeout=timeout, ssl_context=_trusted(),
        server_hostname=request.host, assert_hostname=request.host,
    )  # fmt: skip


@cache
def _trusted() -> SSLContext:
    """The certificates that this machine trusts."""
    return create_default_context()


def _location(response: BaseHTTPResponse) -> str | None:
    """Where a redirect leads, with the marks and letters quoted that no address holds."""
    location = response.headers.get("Location")
    if location is None or response.status not in _REDIRECTS:
        return None
    return quote(location.strip().encode("latin-1", "replace"), safe=_IN_ADDRESSES)


def _body(response: BaseHTTPResponse, request: _Request) -> bytes:
    """The content, unpacked; nothing of an answer that is no page."""
    if response.status != _FOUND:
        return b""
    limits, file = request.limits, request.file
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in _PACKINGS:
        raise SourceError(
            f"the site packs its pages in a way that is not read ({packing}).",
            todo=SAVE,
            file=file,
        )
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced) > limits.largest:
        raise too_large(file, limits.largest)
    found = bytearray()
    while piece := response.read1(_PIECE, decode_content=True):
        found += piece
        if len(found) > limits.largest:
            raise too_large(file, limits.largest)
        if monotonic() > request.deadline:
            raise too_slow(file, limits.whole)
    return bytes(found)
