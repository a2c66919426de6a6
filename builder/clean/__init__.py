"""A raw article in, the same text out with what is not the report marked, never cut.

Marked are boilerplate (buttons, advertisements, comment forms, captions of other videos, bylines
and date-stamps), headings and captions, the headline, the dateline, and signs that stand for
something else (entities, Markdown, line ends in mid-sentence). Credits such as "(Reporting by …)"
and "– AFP" stay: a later stage reads them. A line that may be a sentence of the report is left
alone.
"""

from dataclasses import dataclass

from pydantic import TypeAdapter

from builder.clean.blocks import blocks_in
from builder.clean.boilerplate import Span, boilerplate_in, bylines_in
from builder.clean.characters import Substitute, apart, applied, bullets_in, signs_in
from builder.clean.datelines import datelines_in
from builder.clean.headings import headings_in
from builder.model.article import Article, RawArticle
from builder.model.keep import Keep, anew


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marks:
    """The fields of an article that cleaning adds to a raw one."""

    boilerplate: tuple[Span, ...]
    bylines: tuple[Span, ...]
    headings: tuple[Span, ...]
    headline: Span | None
    substitutes: tuple[Substitute, ...]


_marks = TypeAdapter(_Marks)


def clean(raw: RawArticle, keep: Keep = anew) -> Article:
    """The article with boilerplate, headings and signs marked; offsets are those of the text."""
    marks = _marks.validate_json(
        keep(repr(raw), lambda: _marks.dump_json(_marks_of(raw)).decode())
    )
    return Article(
        id=raw.id,
        file=raw.file,
        text=raw.text,
        sha256=raw.sha256,
        metadata=raw.metadata,
        boilerplate=marks.boilerplate,
        bylines=marks.bylines,
        headings=marks.headings,
        headline=marks.headline,
        substitutes=marks.substitutes,
    )


def _marks_of(raw: RawArticle) -> _Marks:
    signs = signs_in(raw.text, markdown=raw.file.lower().endswith((".md", ".markdown")))
    reading = applied(raw.text, signs)
    blocks, wraps = blocks_in(reading)
    boilerplate = boilerplate_in(reading, blocks, raw.metadata.outlet or "")
    found = headings_in(blocks, boilerplate)
    datelines = datelines_in(reading, found.opening)
    ends = (*((at, " ") for at in wraps), *((end, "\n") for _, end in datelines))
    return _Marks(
        boilerplate=boilerplate,
        bylines=bylines_in(blocks, boilerplate),
        headings=tuple(sorted((*found.headings, *datelines))),
        headline=found.headline,
        substitutes=apart(
            (*signs, *bullets_in(reading), *((at, at + 1, meant) for at, meant in ends))
        ),
    )
