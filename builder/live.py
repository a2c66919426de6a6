"""A preview that follows the work: a saved article, decision, setting or page shows at once.

In: a dossier's folder. Out: a server on this machine, until it is interrupted. What cannot be
built is told in the terminal and as a bar on the page; the last good pages stay.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from urllib.parse import unquote

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.errors import DiskError, DossierError
from builder.files import SITE_CONFIG
from builder.findings import load_reader
from builder.freshness import Inputs, inputs_of, pages_in
from builder.parallel import ALONE, Workers
from builder.pipeline import Report, build_pages
from builder.settings import read_settings
from builder.site import build_preview
from builder.site.preview import Preview
from builder.site.stale import held_back, make_stale, stale_in
from builder.write import LIST, generated_in

Tell = Callable[[DossierError], None]
State = tuple[Inputs, str]
"""What the pages were made from: the builder's inputs, and a digest of those written by hand."""
_TOGETHER = 0.05  # seconds in which changes belong together: an editor writes, then renames
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})  # not that a file was read
_TEMPLATES = "overrides"
_PAGES = ("docs", _TEMPLATES)
_BUILDER = Path(__file__).parent


class Live:
    """A dossier that is previewed, and built again when something in its folder changed."""

    def __init__(
        self, folder: Path, *, port: int, report: Report, tell: Tell, workers: Workers = ALONE
    ) -> None:
        """Take the folder; `report` hears what is done, `tell` what goes wrong."""
        self._folder, self._port, self._workers = folder, port, workers
        self._report, self._tell = report, tell
        self._title: str | None = None
        self._corrections: str | None = None
        self._problems: tuple[DossierError, ...] = ()
        self._built: Inputs | None = None
        self._framed: tuple[object, ...] = ()
        self._shown: State | None = None
        self._changed = Event()

    def run(self, ready: Callable[[str], None]) -> None:
        """Serve until interrupted; `ready` is called with the address once there are pages.

        Raises `DossierError` where the first build fails, and where the port is taken.
        """
        with TemporaryDirectory(prefix="dossier-") as root, self._watching():
            problem = self._write(self._state())
            self._render(Path(root))
            preview = Preview(Path(root), port=self._port)
            preview.show(fresh=False, problem=problem)
            ready(preview.address)
            try:
                load_reader(read_settings(self._folder).language_model)
                while True:
                    self._wait()
                    state = self._state()
                    if state != self._shown:
                        self._follow(Path(root), preview, state)
            finally:
                preview.close()

    def _follow(self, root: Path, preview: Preview, state: State) -> None:
        """Build what changed, and show it or what went wrong."""
        try:
            with _undisturbed():
                problem = self._write(state)
                early = self._render_first(root, preview.open_pages())
                if early:
                    preview.show(fresh=True, problem=problem)
                self._render(root)
                preview.show(fresh=True, problem=problem, early=early)
        except (DossierError, OSError) as problem:
            error = DiskError.of(problem) if isinstance(problem, OSError) else problem
            self._tell(error)
            preview.show(fresh=False, problem=str(error))

    def _write(self, state: State) -> str:
        """Make the pages in `docs/` those of the folder; what had to be left out of them."""
        self._shown = inputs, _ = state
        if inputs != self._built:
            resolved = build_pages(self._folder, report=self._report, workers=self._workers)
            self._title, self._built = resolved.dossier.title, inputs
            self._problems = resolved.problems
            self._corrections = resolved.settings.corrections
            for problem in resolved.problems:
                self._tell(problem)
        return "\n".join(map(str, self._problems))

    def _render(self, root: Path) -> None:
        """Render the pages that changed; all of them where what stands around them did."""
        self._age(root)
        self._preview(root)

    def _render_first(self, root: Path, open_: Iterable[str]) -> frozenset[str]:
        """Render those that a browser shows before all others: which of them changed."""
        self._age(root)
        stale = stale_in(root, self._folder / "docs")
        pages = {page: root / unquote(page).strip("/") / "index.html" for page in open_}
        early = frozenset(page for page, path in pages.items() if path in stale)
        others = stale - {pages[page] for page in early}
        if not early or not others:
            return frozenset()
        with held_back(others):
            self._preview(root)
        return early

    def _preview(self, root: Path) -> None:
        build_preview(self._folder, root, title=self._title, corrections=self._corrections)

    def _age(self, root: Path) -> None:
        frame = self._frame()
        if frame != self._framed:
            make_stale(root, self._folder / "docs")
        self._framed = frame

    def _frame(self) -> tuple[object, ...]:
        """What stands around every page, so that all are rendered anew where it changes."""
        builder = self._built.builder if self._built else ""
        config = self._folder / SITE_CONFIG
        templates = pages_in(self._folder, of=[_TEMPLATES])
        words = (self._title, self._corrections)
        return words, builder, templates, config.read_bytes() if config.exists() else b""

    def _state(self) -> State:
        """What the pages depend on; those that the builder itself writes are left out."""
        written = {*generated_in(self._folder / "docs"), LIST}
        return inputs_of(self._folder), pages_in(self._folder, but=written)

    def _wait(self) -> None:
        """Return when something changed, and then nothing for a moment."""
        self._changed.wait()
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(_TOGETHER)

    @contextmanager
    def _watching(self) -> Iterator[None]:
        observer = Observer()
        handler = _Handler(self._changed)
        observer.schedule(handler, str(self._folder))
        for path in (self._folder / "seeds", *(self._folder / name for name in _PAGES), _BUILDER):
            if path.is_dir():
                observer.schedule(handler, str(path), recursive=True)
        observer.start()
        try:
            yield
        finally:
            observer.stop()
            observer.join()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Python look for garbage only when the pages are shown: it takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


class _Handler(FileSystemEventHandler):
    """Sets an event where a file was changed."""

    def __init__(self, changed: Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take in what happened to a file or folder that is watched."""
        if event.event_type in _CHANGES and not event.is_directory:
            self._changed.set()
