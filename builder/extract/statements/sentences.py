"""Parsed sentences read once, since asking spaCy for a word anew is dear: a `Doc` in, they out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from builder.extract.tokens import tokens_of

_OPENING_MARKS = ("“", "«")  # a straight mark may as well close


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence's words; what only some clauses ask of it is found when it is asked."""

    root: Token
    tokens: Sequence[Token]

    @cached_property
    def children(self) -> Mapping[int, Sequence[Token]]:
        """For the place of each word the words that depend on it, in reading order."""
        found: dict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            above = token.head.i
            if above != token.i:
                found[above].append(token)
        return found

    @cached_property
    def opens_with_mark(self) -> bool:
        """Whether it begins with what someone says."""
        first = next((token for token in self.tokens if not token.is_space), None)
        return first is not None and first.text[0] in _OPENING_MARKS


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """The sentences of an article, in reading order."""
    tokens = tokens_of(doc)
    for span in doc.sents:
        yield Sentence(root=span.root, tokens=tokens[span.start : span.end])
