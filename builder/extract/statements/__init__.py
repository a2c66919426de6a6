"""The checkable statements of one article: a `Doc` in, clauses with who asserts them out.

Questions, headings, boilerplate and opinions without a proposition are left out on purpose.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from builder.extract.article_view import ArticleView, read
from builder.extract.attribution import attribution_around
from builder.extract.coreference import references_in
from builder.extract.grammar import noun_phrase, passage_of, trimmed
from builder.extract.mentions.outlets import outlet_of
from builder.extract.statements.check_worthiness import checkability
from builder.extract.statements.clauses import Clause, clauses_in, whole
from builder.extract.statements.ellipsis import understood_in
from builder.extract.statements.leftovers import leftovers_in
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

    Those that are not checkable are here to be compared with what other articles tell. With
    `all_sentences` every sentence, heading and fragment is one statement: it measures how
    statements are grouped, apart from how they are found.
    """
    view = read(doc, article)
    found: dict[tuple[int, int], FoundStatement] = {}
    for sentence in sentences_of(doc):
        clauses = list(_candidates(sentence, article, all_sentences=all_sentences))
        for clause in clauses:
            statement = _statement(clause, view)
            _keep(replace(statement, score=1.0) if all_sentences else statement, found)
        if not all_sentences and _is_told(sentence, article):
            for clause in leftovers_in(sentence, clauses):
                _keep(replace(_statement(clause, view), score=0.0, reasons=()), found)
    return tuple(found[place] for place in sorted(found))


def _keep(statement: FoundStatement, found: dict[tuple[int, int], FoundStatement]) -> None:
    if statement.passage.text:
        found.setdefault((statement.passage.start, statement.passage.end), statement)


def _candidates(sentence: Sentence, article: Article, *, all_sentences: bool) -> Iterator[Clause]:
    if all_sentences and any(not token.is_space for token in sentence.tokens):
        yield whole(sentence)
    elif not all_sentences and _is_told(sentence, article):
        yield from clauses_in(sentence)


def _is_told(sentence: Sentence, article: Article) -> bool:
    """Whether it is neither a question nor a heading, nor marks alone."""
    words = (token.text.rstrip().rstrip(_ENDS) for token in reversed(sentence.tokens))
    last = next(filter(None, words), None)
    return last is not None and not last.endswith("?") and not _is_heading(sentence, article)


def _is_heading(sentence: Sentence, article: Article) -> bool:
    first, last = sentence.tokens[0], sentence.tokens[-1]
    return article.has_heading(first.idx, last.idx + len(last))


def _statement(clause: Clause, view: ArticleView) -> FoundStatement:
    article = view.article
    deed, (said_by, via) = deed_of(clause.head), _asserted(clause.head, view)
    quantities = tuple(quantities_in(clause.span, article))
    understood = understood_in(clause, view)
    score, reasons = checkability(
        clause, deed, quantities, is_attributed=said_by is not None or via is not None
    )
    return FoundStatement(
        passage=_unmarked(article, clause.span),
        score=score,
        reasons=reasons,
        core=core_of(clause, deed),
        quantities=quantities,
        attributed_to=said_by,
        via=via,
        actor=_actor(deed.actor, understood, view),
        understood=understood,
    )


def _asserted(head: Token, view: ArticleView) -> tuple[Reference | None, Passage | None]:
    """Who says the clause of this head, and by way of which outlet: an outlet only relays."""
    said = attribution_around(view, head)
    if said is None:
        return None, None
    via = None if said.via is None else passage_of(view.article, said.via)
    if said.speaker is None:
        return None, via
    if outlet_of(said.speaker) is not None:
        return None, via or passage_of(view.article, noun_phrase(said.speaker))
    return references_in(view).of(said.speaker), via


def _actor(
    actor: Token | None, understood: Understood | None, view: ArticleView
) -> Reference | None:
    if actor is None:
        return None
    found = references_in(view).of(actor)
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
