"""An article's address in, what the site gives for it out: redirects followed, robots.txt asked.

Every address on the way is checked like the first one. Deliberately missed: pages that only a
browser with scripts shows, `Crawl-delay` (one page is fetched at a time, none twice).
"""

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from builder.add.addresses import joined
from builder.add.refusals import LATER, SAVE, SourceError, disallowed, refused
from builder.add.transport import Answer, Limits, ask, user_agent, within
from builder.links import web_url

_FOUND = 200
_FAULT = 500
_LONGEST_ROBOTS = 500 * 1024  # bytes that RFC 9309 wants read


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came: the address in the end, the bytes, unpacked, and their `Content-Type`."""

    address: str
    content: bytes
    content_type: str


class Fetcher:
    """Fetches addresses, one after the other; remembers the robots.txt of each site."""

    def __init__(self, *, allow_private: bool = False, limits: Limits | None = None) -> None:
        """Private networks only where they are allowed."""
        self._allow_private = allow_private
        self._limits = limits or Limits()
        self._robots: dict[str, RobotFileParser] = {}

    def fetch(self, address: str) -> Fetched:
        """What the site gives for the address; `SourceError` says why it gives nothing."""
        work = partial(self._followed, address, file=address, as_program=True)
        return within(self._limits.whole, work, file=address)

    def _followed(self, address: str, *, file: str, as_program: bool) -> Fetched:
        """The page, after redirects; `as_program`: only where robots.txt lets programs fetch."""
        seen: list[str] = []
        while len(seen) <= self._limits.redirects:
            url = _web(address, file=file, before=seen)
            if url in seen:
                raise SourceError("it leads in a circle.", todo=SAVE, file=file)
            if as_program and not self._rules(url, file=file).can_fetch(user_agent(), url):
                raise disallowed(file)
            named = _named(file, url) if as_program else file
            answer = ask(url, allow_private=self._allow_private, limits=self._limits, file=named)
            if answer.leads_to is None:
                return _page(answer, url, file=named)
            seen.append(url)
            address = joined(url, answer.leads_to)
        raise SourceError(
            f"it leads on to another address more than {self._limits.redirects} times.",
            todo=SAVE,
            file=file,
        )

    def _rules(self, url: str, *, file: str) -> RobotFileParser:
        """What the site's robots.txt says; a site without one allows everything (RFC 9309)."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            rules = RobotFileParser()
            rules.parse(self._robots_txt(f"{site}/robots.txt", file=file))
            self._robots[site] = rules
        return self._robots[site]

    def _robots_txt(self, address: str, *, file: str) -> list[str]:
        try:
            found = self._followed(address, file=file, as_program=False)
        except RefusedError as problem:
            if problem.status < _FAULT:
                return []
            raise SourceError(
                f"the site does not say whether programs may fetch it ({problem.status}).",
                todo=LATER,
                file=file,
            ) from problem
        return found.content[:_LONGEST_ROBOTS].decode("utf-8", "replace").splitlines()


class RefusedError(SourceError):
    """The site answered, and gave no page."""

    def __init__(self, address: str, status: int) -> None:
        """Say what the status means."""
        self.status = status
        problem = refused(address, status)
        super().__init__(problem.what, todo=problem.todo, file=address)


def _page(answer: Answer, url: str, *, file: str) -> Fetched:
    if answer.status != _FOUND:
        raise RefusedError(file, answer.status)
    return Fetched(address=url, content=answer.content, content_type=answer.content_type)


def _web(address: str, *, file: str, before: list[str]) -> str:
    """The address without its fragment, if it is one of the web."""
    url = web_url(address.partition("#")[0])
    if url is None and before:
        raise SourceError(f"it leads to {address}, which is no web page.", todo=SAVE, file=file)
    if url is None:
        raise SourceError(
            "only addresses that begin with http:// or https:// are fetched.",
            todo="Copy the page's address from your browser.",
            file=file,
        )
    return url


def _named(file: str, url: str) -> str:
    """The address as it was given, and where it led."""
    return file if url == file.partition("#")[0] else f"{file} (which leads to {url})"
