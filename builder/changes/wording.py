"""A claim in words that tell a reader something: a claim in, its text or a whole sentence out.

"[It] moved to 13 November" names nobody: then the sentence is told. Deliberately missed: what the
pronoun means, where the article does not tell it in that sentence.
"""

import re
import textwrap
from collections.abc import Mapping

from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.ids import ArticleId

LONGEST_TITLE = 90  # characters of a claim or an event: enough to know it again
_NAMELESS = re.compile(r"\[(?:It|He|She|They|This|That|These|Those|We|You|I)\]", re.IGNORECASE)
_END = re.compile(r"(?<=\w{4})[.!?][”’\"')]*\s+(?=[“‘\"'(]*[A-Z0-9])|\n")  # not after "Mr."


def words_of(claim: Claim, texts: Mapping[ArticleId, str]) -> str:
    """The claim's text; where it has a bare pronoun in brackets, the sentence of the article."""
    if not _NAMELESS.search(claim.text):
        return claim.text
    passage = claim.statements[0].passage
    return _sentence(passage, texts[passage.article])


def short(text: str) -> str:
    """The text as a title."""
    return textwrap.shorten(text, LONGEST_TITLE, placeholder="…")


def _sentence(passage: Passage, text: str) -> str:
    ends = [match.end() for match in _END.finditer(text, 0, passage.start)]
    after = _END.search(text, passage.end)
    return " ".join(text[ends[-1] if ends else 0 : after.start() if after else len(text)].split())
