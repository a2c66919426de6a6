"""Quotes of one article: every word of reported speech, its cue and who said it.

In: an article and its `Doc`. Out: `FoundQuote`s in reading order.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from builder.extract.article_view import ArticleView, read
from builder.extract.attribution import attributions_in, parts_of
from builder.extract.attribution.attribution import Attribution
from builder.extract.coreference import References, references_in
from builder.extract.quotes.addressees import hearers_of
from builder.extract.quotes.confidence import confidence_of
from builder.extract.quotes.headlines import quoted_in_headlines
from builder.extract.quotes.occasions import occasion_of
from builder.model.article import Article, Passage
from builder.model.blanks import bare
from builder.model.findings import FoundQuote, Reference


def quotes_in(doc: Doc, article: Article) -> tuple[FoundQuote, ...]:
    """Every passage of reported speech of the article, in reading order."""
    reading = read(doc, article)
    attributions, references = attributions_in(reading), references_in(reading)
    parts = parts_of(attributions)
    speakers = {cue: _speaker(own, references, article) for cue, own in parts.items()}
    groups = {cue: number for number, cue in enumerate(sorted(parts))}
    found = []
    for attribution in attributions:
        cue = -1 if attribution.cue is None else attribution.cue.i
        speaker = speakers[cue] if cue in parts else _speaker([attribution], references, article)
        found.append(
            replace(
                _found(reading, attribution, references), group=groups.get(cue), speaker=speaker
            )
        )
    return tuple(_with_headlines(found, quoted_in_headlines(reading, found)))


def _with_headlines(
    found: Sequence[FoundQuote], headlines: Iterable[FoundQuote]
) -> Iterator[FoundQuote]:
    """All in reading order; a headline's quote takes the place of one without a speaker."""
    heard = {quote.passage: quote for quote in headlines}
    kept = [quote for quote in found if not any(one.covers(quote.passage) for one in heard)]
    yield from sorted((*kept, *heard.values()), key=lambda quote: quote.passage)


def _found(reading: ArticleView, attribution: Attribution, references: References) -> FoundQuote:
    article = reading.article
    cue = attribution.cue
    hearers = hearers_of(reading, attribution)
    return FoundQuote(
        passage=article.passage(attribution.start, attribution.end),
        kind=attribution.kind,
        pieces=tuple(_pieces(reading, attribution)),
        cue=None if cue is None else article.passage(cue.idx, cue.idx + len(cue)),
        speaker_inferred=attribution.inferred,
        addressee=_meant(hearers.addressee, references),
        told_to=_passage(article, hearers.told_to),
        via=_passage(article, attribution.via),
        occasion=_passage(article, occasion_of(reading, attribution)),
        confidence=confidence_of(attribution),
    )


def _pieces(reading: ArticleView, attribution: Attribution) -> Iterator[Passage]:
    """The marked passages of a mixed quote."""
    for number in attribution.marks if attribution.kind == "mixed" else ():
        mark = reading.marks[number]
        yield reading.article.passage(*bare(reading.article.text, mark.start, mark.end))


def _speaker(
    parts: Sequence[Attribution], references: References, article: Article
) -> Reference | None:
    """Who says all parts of a quote; of a name that stands in one of them, the head alone.

    Nobody where the head stands there too, as in a torn text.
    """
    head = parts[0].speaker
    found = _meant(head, references)
    if head is None or found is None:
        return None
    alone = article.passage(head.idx, head.idx + len(head))
    for speaker in (found, Reference(passage=alone, form="nominal")):
        if not any(part.start <= speaker.passage.start < part.end for part in parts):
            return speaker
    return None


def _meant(head: Token | None, references: References) -> Reference | None:
    """Who is meant; nobody where the words are blank, as in boilerplate."""
    found = None if head is None else references.of(head)
    return found if found is not None and found.passage.text else None


def _passage(article: Article, span: Span | None) -> Passage | None:
    if span is None:
        return None
    start, end = bare(article.text, span.start_char, span.end_char)
    return article.passage(start, end) if start < end else None
