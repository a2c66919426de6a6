"""Text that is shown: on one line, without characters that cannot be printed."""

import re

# Controls (Python-Markdown's own place-holders begin with U+0002), lone surrogates, and overrides
# of the reading direction, which would turn our own words round.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """The text on one line, without characters that cannot be printed."""
    return re.sub(r"\s+", " ", _UNPRINTABLE.sub("", text))
