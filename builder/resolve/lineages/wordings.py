"""A quote that two articles have, in words for the reader."""

from builder.model.article import Passage
from builder.resolve.lineages.comparison import Heard
from builder.resolve.lineages.telling import Spoken

_LONGEST = 90  # characters of a quote in the evidence


def there(heard: Heard) -> Passage:
    """Where the other article has it."""
    return heard.other.passages[0] if isinstance(heard.other, Spoken) else heard.other.passage


def in_both(heard: Heard) -> str:
    """The quote as both have it: once where they word it alike."""
    one, other = heard.one, heard.other
    here, where = one.passages[0].article, there(heard).article
    told = f"“{_shortened(one.wording)}” in {here}"
    if isinstance(other, Spoken) and other.terms != one.terms:
        return f"{told}, “{_shortened(other.wording)}” in {where}"
    return f"{told} and in {where}"


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0].rstrip(' ,')} …"
