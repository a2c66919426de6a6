"""The browser that shows pages in tests and audits."""

import shutil
from os import environ

import pytest

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium_path() -> str:
    """The browser: the one that `CHROMIUM` names, else the first that is installed."""
    named = environ.get("CHROMIUM")
    found = named or next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "No browser: install Debian's `chromium`, or name one in CHROMIUM.", pytrace=False
        )
    return found
