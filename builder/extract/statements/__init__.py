"""The checkable statements of one article: a `Doc` in, clauses with who asserts them out.

Questions, headings, boilerplate and opinions without a proposition are left out on purpose.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from builder.extract.grammar import trimmed
from builder.extract.statements.attribution import asserted_by, reference_to
from builder.extract.statements.check_worthiness import KEPT, checkability
from builder.extract.statements.clauses import Clause, clauses_in, whole
from builder.extract.statements.ellipsis import understood_in
from builder.extract.statements.predicates import core_of, deed_of
from builder.extract.statements.quantities import quantities_in
from builder.extract.statements.sentences import Sentence, sentences_of
from builder.model.article import Article, Passage
from builder.model.findings import FoundStatement, Reference, Understood

_PAIRS = {"“": "”", "(": ")", "[": "]", "‘": "’"}
_ENDS = " \n”\"'’)"  # after the mark that ends a sentence
_MARKS_AFTER = 2  # characters: the comma and mark of "… a “new era,” he said"


def statements_in(
    doc: Doc, article: Article, *, all_sentences: bool = False
) -> tuple[FoundStatement, ...]:
    """The statements of the article, in reading order.

    With `all_sentences` every sentence, heading and fragment is one statement: it measures how
    statements are grouped, apart from how they are found.
    """
    found = [
        _statement(clause, article)
        for sentence in sentences_of(doc)
        for clause in _candidates(sentence, article, all_sentences=all_sentences)
    ]
    kept = {
        (statement.passage.start, statement.passage.end): statement
        for statement in found
        if all_sentences or statement.score >= KEPT
    }
    return tuple(kept[place] for place in sorted(kept))


def _candidates(sentence: Sentence, article: Article, *, all_sentences: bool) -> Iterator[Clause]:
    words = (token.text.rstrip().rstrip(_ENDS) for token in reversed(sentence.tokens))
    last = next(filter(None, words), None)
    if last is None:
        return
    if all_sentences:
        yield whole(sentence)
    elif not last.endswith("?") and not _is_heading(sentence, article):
        yield from clauses_in(sentence)


def _is_heading(sentence: Sentence, article: Article) -> bool:
    first, last = sentence.tokens[0], sentence.tokens[-1]
    return article.has_heading(first.idx, last.idx + len(last))


def _statement(clause: Clause, article: Article) -> FoundStatement:
    deed, assertion = deed_of(clause.head), asserted_by(clause.head, clause.sentence, article)
    quantities = tuple(quantities_in(clause.span, article))
    understood = understood_in(clause, article)
    score, reasons = checkability(clause, deed, quantities, assertion)
    return FoundStatement(
        passage=_unmarked(article, clause.span),
        score=score,
        reasons=reasons,
        core=core_of(clause, deed),
        quantities=quantities,
        attributed_to=assertion.by,
        via=assertion.via,
        actor=_actor(deed.actor, understood, article),
        understood=understood,
    )


def _actor(
    actor: Token | None, understood: Understood | None, article: Article
) -> Reference | None:
    if actor is None:
        return None
    found = reference_to(actor, article)
    if understood is not None and found.passage == understood.reference.passage:
        return understood.reference
    return found


def _unmarked(article: Article, span: Span) -> Passage:
    """The span with the mark that closes it, without marks whose partner lies outside."""
    passage = trimmed(article, span.start_char, span.end_char)
    for opening, closing in _PAIRS.items():
        text = passage.text
        if text.rfind(opening) > max(text.rfind(closing), 0):
            after = article.text[passage.end : passage.end + _MARKS_AFTER]
            if closing in after:
                end = passage.end + after.index(closing) + 1
                passage = article.passage(passage.start, end)
            continue
        if text.startswith(opening) and closing not in text:
            passage = trimmed(article, passage.start + 1, passage.end)
        elif text.endswith(closing) and opening not in text and closing != "’":
            passage = trimmed(article, passage.start, passage.end - 1)
    return passage
