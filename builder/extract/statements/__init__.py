"""The checkable statements of one article: a `Doc` in, clauses with who asserts them out.

Questions, headings, boilerplate and opinions without a proposition are left out on purpose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from builder.extract.article_view import ArticleView, read
from builder.extract.attribution import attribution_around
from builder.extract.attribution.attribution import Attribution
from builder.extract.coreference import references_in
from builder.extract.grammar import noun_phrase, passage_of, trimmed
from builder.extract.mentions.outlets import outlet_of
from builder.extract.statements.check_worthiness import checkability
from builder.extract.statements.clauses import Clause, clauses_in, whole
from builder.extract.statements.ellipsis import understood_in
from builder.extract.statements.leftovers import leftovers_in
from builder.extract.statements.predicates import core_of, deed_of
from builder.extract.statements.sentences import Sentence, sentences_of
from builder.extract.truth import BARE, Truth, truth_of
from builder.extract.truth.by_words import is_inverted
from builder.model.article import Article, Passage
from builder.model.findings import FoundStatement, Reference, Status, Understood

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
        for statement in _stated(sentence, view, all_sentences=all_sentences):
            found.setdefault((statement.passage.start, statement.passage.end), statement)
    return tuple(_narrowest([found[place] for place in sorted(found)]))


def _stated(
    sentence: Sentence, view: ArticleView, *, all_sentences: bool
) -> Iterator[FoundStatement]:
    clauses = list(_candidates(sentence, view.article, all_sentences=all_sentences))
    for clause in clauses:
        truth = truth_of(clause.head, clause.span)
        if all_sentences:
            yield replace(_statement(clause, truth, view), score=1.0)
        elif not _is_condition(clause, truth):
            yield _statement(clause, truth, view)
    if not all_sentences and _is_told(sentence, view.article):
        for clause in leftovers_in(sentence, clauses):
            truth = truth_of(clause.head, clause.span)
            if truth.is_bare:
                yield replace(_statement(clause, truth, view), score=0.0, reasons=())


def _narrowest(found: Sequence[FoundStatement]) -> Iterator[FoundStatement]:
    """Without those whose words hold another's that stands under the same governing words.

    "Alleged that the dam leaked and that the mayor knew": the second would repeat the first.
    """
    for place, statement in enumerate(found):
        beside = found[max(place - 1, 0) : place + 2]
        if not any(_repeats(statement, other) for other in beside if other is not statement):
            yield statement


def _repeats(statement: FoundStatement, other: FoundStatement) -> bool:
    words, same = statement.status_words, other.status_words
    if other.status not in BARE and same is not None and statement.status in BARE:
        # "after a week it was recommended": all that it tells governs the other
        return statement.passage.start <= same.start < statement.passage.end <= same.end
    if statement.status in BARE or words is None or same is None or words.start != same.start:
        return False
    return statement.status == other.status and statement.passage.covers(other.passage)


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


def _is_condition(clause: Clause, truth: Truth) -> bool:
    """Whether it is itself what something else depends on: "as long as the mayor signs"."""
    opens = truth.words is not None and truth.words.end == clause.span.start
    first = clause.span[0]  # "… will need a buyer should the mill close"
    inverted = first.head == clause.head and is_inverted(first)
    return inverted or (truth.status == "conditional" and opens)


def _statement(clause: Clause, truth: Truth, view: ArticleView) -> FoundStatement:
    article = view.article
    deed, said = deed_of(clause.head), attribution_around(view, clause.head)
    said_by, via = _asserted(said, view)
    shown = clause if truth.is_bare else replace(clause, span=truth.shown)
    understood = understood_in(shown, view)
    score, reasons = checkability(
        clause, deed, is_attributed=said_by is not None or via is not None
    )
    return FoundStatement(
        passage=_unmarked(article, shown.span),
        score=score,
        reasons=reasons,
        core=core_of(clause, deed),
        attributed_to=said_by,
        via=via,
        actor=_actor(deed.actor, understood, view),
        understood=understood,
        status=_status(truth, said),
        status_words=_status_words(truth, said, article),
    )


def _status(truth: Truth, said: Attribution | None) -> Status:
    """How the clause stands; what somebody says is attributed, if nothing makes it less."""
    return "attributed" if said is not None and truth.status == "asserted" else truth.status


def _status_words(truth: Truth, said: Attribution | None, article: Article) -> Passage | None:
    if truth.words is not None:
        return passage_of(article, truth.words)
    cue = None if said is None else said.cue
    return None if cue is None else article.passage(cue.idx, cue.idx + len(cue))


def _asserted(
    said: Attribution | None, view: ArticleView
) -> tuple[Reference | None, Passage | None]:
    """Who says a clause, and by way of which outlet: an outlet only relays."""
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
