"""Parsed sentences read once, since asking spaCy for a word anew is dear: a `Doc` in, they out."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from builder.extract.grammar import SUBJECTS
from builder.extract.statements.reporting import only_reports, reports

_OPENING_MARKS = ("“", "«")  # a straight mark may as well close
_NAMED_AFTER = SUBJECTS | {"dobj", "attr", "oprd"}


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence's words; what only some clauses ask of it is found when it is asked."""

    root: Token
    tokens: Sequence[Token]
    people: Set[str]
    """Surnames of the article's people in small letters, however the model labels them here."""

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

    def reporter_after(self, place: int) -> Token | None:
        """Who reports what stands before, where no complement shows it: "…, reported state TV"."""
        places = self._reporters
        after = bisect_right(places, place, key=lambda found: found[0])
        return places[after][1] if after < len(places) else None

    @cached_property
    def _reporters(self) -> Sequence[tuple[int, Token]]:
        return tuple(
            (verb.i, named)
            for before, verb in pairwise(self.tokens)
            if (before.is_punct or before.is_quote) and reports(verb) and only_reports(verb)
            for named in _named_by(verb)
        )


def sentences_of(doc: Doc) -> Iterator[Sentence]:
    """The sentences of an article, in reading order."""
    people = {entity[-1].lower_ for entity in doc.ents if entity.label_ == "PERSON"}
    for span in doc.sents:
        yield Sentence(root=span.root, tokens=tuple(span), people=people)


def _named_by(verb: Token) -> Iterator[Token]:
    children = list(verb.children)
    if not any(child.dep_ == "ccomp" for child in children):
        yield from [child for child in children if child.dep_ in _NAMED_AFTER][:1]
