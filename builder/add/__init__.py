"""`dossier add`: addresses, files, folders and feeds in, articles in `seeds/` out.

The text that was read is kept, with what is known of it beside it; the page or document itself
only where `keep_originals` is set. One source that fails never stops the others.
"""

from builder.add.addition import Added, Addition, add_sources
from builder.add.articles import stated_of
from builder.add.fetching import Fetcher
from builder.add.sources import STANDARD_INPUT, sources_of
from builder.add.transport import Limits

__all__ = [
    "STANDARD_INPUT", "Added", "Addition", "Fetcher", "Limits", "add_sources", "sources_of",
    "stated_of",
]  # fmt: skip
