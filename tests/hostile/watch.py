"""A window that tells whatever runs in it, leaves it, or stands on a page without being ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Request

HERE = Path(__file__).parent
AUDIT = (HERE / "audit.js").read_text(encoding="utf-8")
SOME_LINKS = """
() => [...document.querySelectorAll(".page-body a")].filter((a, at, all) =>
  at % Math.max(Math.floor(all.length / 2), 1) === 0
).slice(0, 2).map((a) => {
  a.scrollIntoView({block: "center"});
  a.focus();
  const box = a.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})
"""

FOLLOW = """
(there) => {
  const link = document.createElement("a");
  link.id = "follow";
  link.href = there;
  document.querySelector(".page-body").append(link);
  link.click();
}
"""
ARRIVED = """
(there) => location.href === there && document.readyState === "complete"
  && document.querySelector(".page-body") && !document.querySelector("#follow")
"""


class Watch:
    """All that must not be found, with the page that it was found on."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.found: list[str] = []
        self.address = address
        self.page = context.new_page()
        context.expose_binding("tell", lambda source, number: self._tell(f"ran {number}", source))
        context.add_init_script(path=HERE / "watch.js")
        context.on("console", self._console)
        context.on("weberror", lambda error: self._note(f"error: {error.error}"))
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("page", lambda page: self._note(f"a window: {page.url}"))

    def visit(self, where: str) -> None:
        """Open a page of the site, look at all that it holds, touch two of its links."""
        self.page.goto(self.address + where, wait_until="load")
        if self.page.locator("#material").count():  # else it is there, or the page has none
            self.page.mouse.move(9, 9)
            self.page.wait_for_function("window.component$")
        self._touch()

    def swap_in(self, where: str) -> None:
        """The same by a click, in place of the page that is open: half of the time, if that."""
        self.page.evaluate(FOLLOW, self.address + where)
        self.page.wait_for_function(ARRIVED, arg=self.address + where)
        self._touch()

    def look(self) -> None:
        """Look at what the page holds now."""
        for what in self.page.evaluate(AUDIT):
            self._note(what)

    def _touch(self) -> None:
        self.look()
        for x, y in self.page.evaluate(SOME_LINKS):
            self.page.mouse.move(x, y)

    def _tell(self, what: str, source: dict[str, object]) -> None:
        self._note(f"{what} in {source['frame']}")

    def _note(self, what: str) -> None:
        self.found.append(f"{self.page.url.removeprefix(self.address)}: {what}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._note(f"console: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")) or "/leak/" in request.url:
            self._note(f"asked for {request.url}")


@contextmanager
def watching(browser: Browser, address: str) -> Iterator[Watch]:
    """A wide, light window on the site at `address`."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield Watch(context, address)
