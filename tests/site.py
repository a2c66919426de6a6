"""A web site on this machine for the tests: what it answers by path, and pages to answer with."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Condition, Event, Thread

Respond = Callable[["Handler"], None]


@dataclass
class Site:
    """What the site answers by path, and which paths it was asked for."""

    pages: dict[str, Respond] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    address: str = ""
    closing: Event = field(default_factory=Event)
    news: Condition = field(default_factory=Condition)

    def at(self, path: str) -> str:
        return f"{self.address}{path}"

    def came(self, path: str) -> bool:
        """Wait until the path is asked for; whether it was."""
        with self.news:
            return self.news.wait_for(lambda: path in self.asked, timeout=60)


class Handler(BaseHTTPRequestHandler):
    """Answers as the site's table says."""

    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        with self.site.news:
            self.site.asked.append(self.path)
            self.site.news.notify_all()
        self.site.agents.add(self.headers["User-Agent"])
        self.close_connection = True
        try:
            self.site.pages.get(self.path, status(404))(self)
        except (BrokenPipeError, ConnectionResetError):
            return  # whoever asked has had enough

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(pages: Mapping[str, Respond], tls: SSLContext | None = None) -> Iterator[Site]:
    site = Site(pages=dict(pages))
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        site.address = f"https://localhost:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def sent(content: bytes | str, kind: str = "text/html; charset=utf-8", **headers: str) -> Respond:
    body = content.encode() if isinstance(content, str) else content

    def respond(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return respond


def status(number: int) -> Respond:
    def respond(handler: Handler) -> None:
        handler.send_response(number)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return respond


def moved(to: str, number: int = 302) -> Respond:
    def respond(handler: Handler) -> None:
        handler.send_response(number)
        handler.send_header("Location", to)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return respond


def endless(piece: bytes = b"word " * 20_000, *, every: float = 0) -> Respond:
    """A body that goes on until nobody reads it, a piece `every` so many seconds."""

    def respond(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.end_headers()
        while not handler.site.closing.wait(every):
            handler.wfile.write(piece)
            handler.wfile.flush()

    return respond


def hanging(handler: Handler) -> None:
    """Say nothing until the site closes."""
    handler.site.closing.wait(30)


def dripping_headers(handler: Handler) -> None:
    """Send the first line byte by byte, and never the end of it."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.site.closing.wait(0.05):
        handler.wfile.write(b"x")


def cut_off(handler: Handler) -> None:
    """Promise more than comes."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<p>The ferry was")
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_WR)


def ten_gigabytes(handler: Handler) -> None:
    """Announce them, and send little."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(10 * 1024**3))
    handler.end_headers()
    handler.wfile.write(b"<p>The ferry was")


PARAGRAPHS = (
    "The ferry company was fined on Tuesday after two of its boats left without lifejackets.",
    "“We were wrong, and we have changed how we count them,” said its director, Nora Feld.",
    "Inspectors found the boats in the harbour of Stellwick at dawn, with ninety on board.",
    "The company, which has eleven boats, must pay within thirty days, the port office said.",
    "Passengers had complained of missing lifejackets since the spring, and wrote to the mayor.",
    "The mayor, Ivo Brandt, said that the town would look at every boat before the summer.",
    "A spokesman for the sailors called the fine far too low for a company of that size.",
    "The next inspection is planned for the autumn, when the winter timetable begins.",
)


def page(
    title: str = "Ferry company is fined",
    *,
    outlet: str = "Coast Radio",
    day: str = "2026-03-04",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    head: str = "",
) -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title>'
        f'<meta property="og:title" content="{title}">'
        f'<meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{day}T08:00:00Z">'
        f'<meta name="author" content="Jon Pell">{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def feed(*addresses: str) -> str:
    items = "".join(f"<item><title>x</title><link>{url}</link></item>" for url in addresses)
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{items}</channel></rss>'


def atom(*addresses: str) -> str:
    entries = "".join(f'<entry><link rel="alternate" href="{url}"/></entry>' for url in addresses)
    return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'


def sitemap(*addresses: str, kind: str = "urlset", item: str = "url") -> str:
    rows = "".join(f"<{item}><loc>{url}</loc></{item}>" for url in addresses)
    return (
        f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"{rows}</{kind}>"
    )
