"""Why a source gives no article, in sentences: a status or an exception in, an error out."""

import ssl

import urllib3.exceptions as http

from builder.errors import DossierError

SAVE = "Open the page in your browser, save it, and add the file."
LATER = "Try again later, or open the page in your browser, save it, and add the file."
_CHECK = "Check the address."
_STATUS = {
    401: ("the site wants a password or a subscription", SAVE),
    402: ("the site wants a subscription", SAVE),
    403: ("the site refuses programs, or wants a subscription", SAVE),
    404: ("there is no such page", _CHECK),
    410: ("the page is gone", "Look for a copy in a web archive, save it, and add the file."),
    429: ("the site asks for fewer requests", "Wait a while, then add it again."),
    451: ("the site may not show the page where you are", SAVE),
}
_SERVER_FAULT = 500


class SourceError(DossierError):
    """One source gives no article; the others still can."""


def refused(address: str, status: int) -> SourceError:
    """The error for an answer of this status, which is no page."""
    what, todo = _STATUS.get(status, ("the site does not give the page", SAVE))
    if status >= _SERVER_FAULT:
        what, todo = "the site has a fault of its own", LATER
    return SourceError(f"{what} ({status}).", todo=todo, file=address)


def unreachable(address: str, problem: http.HTTPError, *, seconds: float) -> SourceError:
    """The error for a connection that failed; `seconds` is how long an answer was waited for."""
    if isinstance(problem, http.NewConnectionError | http.ConnectTimeoutError):
        return SourceError("the site cannot be reached.", todo=LATER, file=address)
    if isinstance(problem, http.TimeoutError):
        return too_slow(address, seconds)
    if isinstance(problem, http.SSLError):
        return SourceError(
            f"the connection is not safe ({_tls_reason(problem)}).", todo=SAVE, file=address
        )
    if isinstance(problem, http.DecodeError):
        return SourceError("what the site sends is damaged.", todo=LATER, file=address)
    return SourceError(
        "the connection broke before the page was complete.", todo=LATER, file=address
    )


def unknown_host(address: str, host: str) -> SourceError:
    """The error for a host that has no address."""
    return SourceError(f"no site is called {host}.", todo=_CHECK, file=address)


def too_slow(address: str, seconds: float) -> SourceError:
    """The error for a site that did not answer, or went on and on."""
    what = f"the site did not send the page within {seconds:g} seconds."
    return SourceError(what, todo=LATER, file=address)


def too_large(called: str, largest: int) -> SourceError:
    """The error for more bytes than are taken."""
    return SourceError(
        f"it is larger than {largest / 1024 / 1024:g} MB.",
        todo="Copy the article's text into a .txt file, and add that.",
        file=called,
    )


def not_public(address: str, host: str) -> SourceError:
    """The error for a host inside a private network."""
    return SourceError(
        f"{host} is on this machine or in a private network, not on the public web.",
        todo="If you trust the address, add it with --allow-private.",
        file=address,
    )


def disallowed(address: str) -> SourceError:
    """The error for a page that the site keeps from programs by its robots.txt."""
    return SourceError(
        "the site's robots.txt asks programs not to fetch it.", todo=SAVE, file=address
    )


def _tls_reason(problem: http.SSLError) -> str:
    cause = problem.args[0] if problem.args else problem
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate: {cause.verify_message}"
    return str(getattr(cause, "reason", None) or cause)
