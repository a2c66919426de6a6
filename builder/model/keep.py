"""Texts that an earlier build made and a later one need not make again.

A stage says what a text is made of and how; whoever runs it may know the text already. That keeps
stages without a disk: values in, values out, the same values either way.
"""

from collections.abc import Callable

Keep = Callable[[str, Callable[[], str]], str]
"""All that a text is made of, and what makes it, in; the text out."""


def anew(_: str, make: Callable[[], str]) -> str:
    """Nothing is kept: the text, made now."""
    return make()
