"""A preview of the site on this machine: a folder of pages in, a server that reloads browsers out.

Each page that is served carries a small script, which waits for the next version of the site and
loads the page anew, or shows what went wrong as a bar above it. Nothing of it stands in a site
that is published.
"""

import json
from collections import Counter
from collections.abc import Collection
from dataclasses import asdict, dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from urllib.parse import parse_qs, urlsplit

from builder.errors import SiteError

_STATE = "/.preview/state"
_SCRIPT = "/.preview/live.js"
_WAIT = 20  # seconds that a browser's question stays open
_LIVE = (Path(__file__).parent / "live.js").read_bytes()
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a browser has to know."""

    number: int = 0
    """Goes up with every change of the state."""
    version: int = 0
    """Goes up when there are other pages."""
    problem: str = ""
    early: tuple[str, ...] = ()
    """Pages that showed this version before all others did."""


class Preview:
    """The served site: its version, and what went wrong with the next one."""

    def __init__(self, root: Path, *, port: int) -> None:
        """Serve what stands in `root` at 127.0.0.1; `SiteError` where the port is taken."""
        self._changed = Condition()
        self._state = State()
        self._open: Counter[str] = Counter()
        try:
            self._server = _Server(
                ("127.0.0.1", port), partial(_Handler, directory=str(root)), preview=self
            )
        except OSError as problem:
            raise SiteError(
                f"it cannot be served ({problem.strerror}).",
                todo="Choose another port, or end what uses this one.",
                file=f"127.0.0.1:{port}",
            ) from problem
        self.address = f"http://127.0.0.1:{self._server.server_port}/"
        Thread(target=self._server.serve_forever, daemon=True).start()

    def show(self, *, fresh: bool, problem: str = "", early: Collection[str] = ()) -> None:
        """Load the pages anew in every browser where they are `fresh`; tell of the problem.

        Those that are `early` are left: they were fresh when this was called before.
        """
        with self._changed:
            old = self._state
            self._state = State(
                number=old.number + 1, version=old.version + fresh, problem=problem,
                early=tuple(sorted(early)),
            )  # fmt: skip
            self._changed.notify_all()

    def state(self, known: int, page: str = "") -> State:
        """The state, once it is another than the one of that number, or after a while.

        `page` is the address that the browser shows meanwhile.
        """
        with self._changed:
            self._open[page] += 1
            self._changed.wait_for(lambda: self._state.number != known, timeout=_WAIT)
            self._open[page] -= 1
            return self._state

    def open_pages(self) -> frozenset[str]:
        """The addresses, from the root on, that browsers show now."""
        with self._changed:
            return frozenset(page for page in +self._open if page)

    def close(self) -> None:
        """Serve no more."""
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    def __init__(
        self, address: tuple[str, int], handler: partial["_Handler"], *, preview: Preview
    ) -> None:
        self.preview = preview
        super().__init__(address, handler)


class _Handler(SimpleHTTPRequestHandler):
    """Files of the preview; pages with the script, a missing one as the site's own 404 page."""

    server: _Server

    def do_GET(self) -> None:
        """Answer with a page, a file or the state of the preview."""
        asked = urlsplit(self.path)
        if asked.path == _STATE:
            query = parse_qs(asked.query)
            known, page = (query.get(name, [""])[0] for name in ("known", "page"))
            state = self.server.preview.state(int(known) if known.isdecimal() else -1, page)
            self._answer(json.dumps(asdict(state)).encode(), "application/json")
        elif asked.path == _SCRIPT:
            self._answer(_LIVE, "text/javascript")
        else:
            self._page_or_file(asked.path)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        """Say nothing of every request."""

    def _page_or_file(self, asked: str) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if asked.endswith("/") else path
        if page.suffix == ".html" and page.is_file():
            self._answer(_with_script(page), _HTML)
        elif path.exists():
            super().do_GET()
        else:
            missing = Path(self.directory) / "404.html"
            text = _with_script(missing) if missing.is_file() else b"There is no such page."
            self._answer(text, _HTML, HTTPStatus.NOT_FOUND)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def _with_script(page: Path) -> bytes:
    script = f'<script src="{_SCRIPT}"></script></body>'
    return page.read_bytes().replace(b"</body>", script.encode(), 1)
