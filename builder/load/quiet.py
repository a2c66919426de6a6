"""Loggers of libraries: names in, nothing of them on the terminal any more."""

import logging


def kept_quiet(*libraries: str) -> None:
    """Keep what libraries log about odd files out of the terminal; our own sentences tell it."""
    for name in libraries:
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False
