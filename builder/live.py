"""A preview that follows the work: a saved article, decision, setting or page shows at once.

In: a dossier's folder. Out: a server on this machine, until it is interrupted. What cannot be
built is told in the terminal and as a bar on the page; the last good pages stay.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from builder.errors import DossierError
from builder.files import SITE_CONFIG
from builder.freshness import Inputs, inputs_of, pages_in
from builder.pipeline import Report, build_pages
from builder.site import build_preview
from builder.site.preview import Preview
from builder.write import generated_in

Tell = Callable[[DossierError], None]
State = tuple[Inputs, str]
"""What the pages were made from: the builder's inputs, and a digest of those written by hand."""
_TOGETHER = 0.05  # seconds in which changes belong together: an editor writes, then renames
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})  # not that a file was read
_PAGES = ("docs", "overrides")
_BUILDER = Path(__file__).parent


class Live:
    """A dossier that is previewed, and built again when something in its folder changed."""

    def __init__(
        self, folder: Path, *, port: int, report: Report, tell: Tell, processes: int = 1
    ) -> None:
        """Take the folder; `report` hears what is done, `tell` what goes wrong."""
        self._folder, self._port, self._processes = folder, port, processes
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
            problem = self._build(Path(root), self._state())
            preview = Preview(Path(root), port=self._port)
            preview.show(fresh=False, problem=problem)
            ready(preview.address)
            try:
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
            problem, fresh = self._build(root, state), True
        except DossierError as error:
            self._tell(error)
            problem, fresh = str(error), False
        preview.show(fresh=fresh, problem=problem)

    def _build(self, root: Path, state: State) -> str:
        """Make the pages in `root` those of the folder; what had to be left out of them."""
        self._shown = inputs, _ = state
        if inputs != self._built:
            resolved = build_pages(self._folder, report=self._report, processes=self._processes)
            self._title, self._built = resolved.dossier.title, inputs
            self._problems = resolved.problems
            self._corrections = resolved.settings.corrections
            for problem in resolved.problems:
                self._tell(problem)
        frame = self._frame(inputs)
        build_preview(
            self._folder,
            root,
            title=self._title,
            corrections=self._corrections,
            whole=frame != self._framed,
        )
        self._framed = frame
        return "\n".join(map(str, self._problems))

    def _frame(self, inputs: Inputs) -> tuple[object, ...]:
        """What stands around every page, so that all are rendered anew where it changes."""
        words = (self._title, self._corrections)
        return words, inputs.builder, (self._folder / SITE_CONFIG).read_bytes()

    def _state(self) -> State:
        """What the pages depend on; those that the builder itself writes are left out."""
        written = generated_in(self._folder / "docs")
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


class _Handler(FileSystemEventHandler):
    """Sets an event where a file was changed."""

    def __init__(self, changed: Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take in what happened to a file or folder that is watched."""
        if event.event_type in _CHANGES and not event.is_directory:
            self._changed.set()
