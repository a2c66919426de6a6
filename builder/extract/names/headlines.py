"""Names in lines set like headlines, where capitals say nothing: those that the rest confirms."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from builder import naming
from builder.extract.names.parts import Part, parts_of

LONGEST = 8  # words of a name looked for in a headline
_NAMING = frozenset({"PERSON", "GPE", "ORG", "LOC"})


def names_in_headlines(
    doc: Doc, headlines: Sequence[tuple[int, int]], known: Iterable[Part]
) -> Iterator[Part]:
    """Names that stand in the body as well, longest first, else those that the model sees."""
    lexicon = _lexicon(doc, known)
    for start, end in headlines:
        place = start
        while place < end:
            width = _width(doc, place, end, lexicon)
            if width:
                yield from parts_of(doc, place, place + width)
            place += width or 1


def _lexicon(doc: Doc, known: Iterable[Part]) -> frozenset[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for part in known:
        words = tuple(token.lower_ for token in doc[part.start : part.end])
        found.add(words)
        if len(words) > 1 and naming.marks(doc[part.end - 1].text) is None:
            found.add(words[-1:])
    return frozenset(found)


def _width(doc: Doc, place: int, end: int, lexicon: frozenset[tuple[str, ...]]) -> int:
    words = tuple(token.lower_ for token in doc[place : min(end, place + LONGEST)])
    if not doc[place].text[:1].isupper():
        return 0
    for width in range(len(words), 0, -1):
        if words[:width] in lexicon:
            return width
    token = doc[place]
    if token.ent_iob_ == "B" and token.ent_type_ in _NAMING:
        width = 1
        while place + width < end and doc[place + width].ent_iob_ == "I":
            width += 1
        return width
    return 0
