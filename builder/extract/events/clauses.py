"""An event's text: the clause of its verb or the phrase of its noun; what it says, in lemmas."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from builder.extract.attribution.reporting import reports
from builder.extract.events.filters.reports import dates_report
from builder.extract.events.words import words_of
from builder.extract.grammar import noun_phrase, span_over
from builder.extract.subjects import antecedent_of, own_subject

_VERBS = frozenset({"VERB", "AUX"})
_ASIDE = frozenset({"advcl", "ccomp", "parataxis", "cc", "punct", "mark", "dep", "intj", "meta"})
_BESIDE = frozenset({"relcl", "acl", "appos", "advcl", "punct"})
_OPENERS = frozenset({"that", "where", "when", "which", "who", "whom", "as", "so", "then"})
_MEASURED = frozenset({"early", "late", "recently", "part", "soon", "long", "far", "many", "of"})
_FIGURES = frozenset({
    "DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "NORP",
})  # fmt: skip
_MOST = 60  # words that are followed down the tree; more is a list or a parse gone wrong
_SHORT = 14  # words of "calling for a settlement", told with its noun
_MOST_TOLD = 42  # words of a report with what it reports
_LONG_ASIDE = 6  # words between subject and verb; longer ones hide what happened


def text_of(head: Token) -> Span:
    """What to show of an event: a clause with its subject, or a noun phrase."""
    if head.pos_ not in _VERBS:
        return span_over(head.doc, [head, *_below(head)])
    clause = _with_content(head, clause_of(top_of(head)))
    antecedent = antecedent_of(head) or _object_of(head)
    if head.dep_ == "acl" and head.lemma_ == "date":
        antecedent = head.head  # "a letter dated 14 January"
    if antecedent is None or antecedent.i >= clause.start:
        return clause
    # "the summit that was held last weekend": a clause without its noun says nothing
    return head.doc[noun_phrase(antecedent).start : clause.end]


def _with_content(verb: Token, clause: Span) -> Span:
    """What was told or decided belongs to it: "told the court on Monday that Ruiz had lied"."""
    if verb.dep_ == "acl":  # "a report published on Monday that Ruiz had lied"
        return clause
    speaks = reports(verb)
    if not speaks and any(child.dep_ in {"dobj", "xcomp", "acomp"} for child in verb.rights):
        return clause
    for child in verb.children if speaks else verb.rights:
        if child.dep_ == "ccomp":
            whole = span_over(verb.doc, [*clause, child.left_edge, child.right_edge])
            return whole if len(whole) <= _MOST_TOLD else clause
    return clause


def top_of(verb: Token) -> Token:
    """The verb that the clause is told by: "is scheduled" for "is scheduled to visit"."""
    top = verb
    while top.dep_ == "xcomp" and top.head.pos_ in _VERBS | {"ADJ"} and own_subject(top) is None:
        if any(child.dep_ == "dobj" and child.i < top.i for child in top.head.children):
            break  # "invited Ruiz to visit Rome": Ruiz visits
        top = top.head
    return top.head if top.pos_ == "ADJ" and top.head.pos_ == "AUX" else top


def clause_of(verb: Token) -> Span:
    """The verb with its subject, objects and adverbials, without the clauses that hang on it."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ in _ASIDE or (child.dep_ == "conj" and child.pos_ in _VERBS):
            continue
        if child.lower_ == "according" or dates_report(child, verb):
            continue
        kept.append(child)
        kept.extend(_below(child))
    span = span_over(verb.doc, kept)
    while len(span) > 1 and _only_opens(span[0], verb):
        span = span[1:]
    return span


def shown_from(verb: Token, span: Span) -> int:
    """The token that the words after the subject begin with, where long words stand between.

    "Ruiz – the first mayor to visit since the war – met Okoye": "met"; else where the span begins.
    """
    subject = own_subject(verb)
    if subject is None or not span.start <= subject.i < verb.i:
        return span.start
    if antecedent_of(verb) is not None:
        return subject.i + 1
    after = subject.right_edge.i + 1
    asides = [child for child in subject.rights if child.dep_ in _BESIDE - {"punct"}]
    length = sum(child.right_edge.i - child.left_edge.i + 1 for child in asides)
    hides = length > _LONG_ASIDE or any(_is_remark(child) for child in asides)
    return _word_from(span, after) if hides and after <= verb.i else span.start


def led_in(time: Span) -> Span:
    """The time with the words that lead to it: "in 2030", "beginning in 2030"."""
    start = time.start
    while start > time.sent.start and _leads(time.doc[start - 1]):
        start -= 1
    return time.doc[start : time.end]


def _leads(token: Token) -> bool:
    return token.lower_ in {"in", "on", "at", "the"} or token.lower_ in words_of("openings")


def auxiliary_of(verb: Token) -> Token | None:
    """What it shares with the verb before: "was" of "was arrested and freed", "will"."""
    if verb.tag_ == "VB" and verb.dep_ == "conj" and not verb.n_lefts:
        return next((child for child in verb.head.children if child.tag_ == "MD"), None)
    shared, first = None, verb
    while verb.tag_ == "VBN" and first.dep_ == "conj" and shared is None:
        if any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
            return None
        first = first.head
        shared = next((c for c in first.children if c.dep_ in {"aux", "auxpass"}), None)
    passive = [child for child in first.children if child.dep_ == "auxpass"]
    return (passive or [shared])[0] if shared is not None else None


def lemmas_of(head: Token, span: Span, times: Sequence[Span]) -> tuple[str, ...]:
    """What happens, in lemmas: the verb first, or the noun that says it for a light verb."""
    dated = {token.i for time in times for token in time}
    said = [head]
    if head.lemma_ in words_of("light"):
        said = [child for child in head.children if child.dep_ == "dobj"] + said
    rest = (
        token
        for token in span
        if token.i not in dated and token.is_alpha and not token.is_stop
        if token.ent_type_ not in _FIGURES
    )
    first = ("arrive",) if _is_awaited(head) else ()
    return tuple(dict.fromkeys((*first, *(token.lemma_.lower() for token in (*said, *rest)))))


def _is_awaited(verb: Token) -> bool:
    """Whether someone is to come: "Ruiz is expected in Rome on Friday"."""
    subject = own_subject(verb)
    if verb.lemma_ != "expect" or subject is None or subject.pos_ != "PROPN":
        return False
    deps = {child.dep_ for child in verb.children}
    return "auxpass" in deps and "xcomp" not in deps


def _is_remark(aside: Token) -> bool:
    """Whether it is another story between commas: "Ruiz, who met Okoye in May, left"."""
    return aside.dep_ == "relcl" and aside.left_edge.nbor(-1).text == ","


def _object_of(verb: Token) -> Token | None:
    """The noun before that is its object: "the deal that Ruiz signed", "the deal Ruiz signed"."""
    subject = own_subject(verb) if verb.dep_ == "relcl" else None
    if subject is None:
        return None
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    if objects:
        return verb.head if any(child.tag_ in {"WDT", "WP"} for child in objects) else None
    bare = verb.left_edge.i == verb.head.i + 1 and subject.left_edge == verb.left_edge
    return verb.head if bare else None


def _only_opens(first: Token, verb: Token) -> bool:
    if first.dep_ in {"det", "nsubj", "nsubjpass"} or first == verb:
        return False
    if first.lower_ == "as" and first.nbor(1).lower_ in _MEASURED:
        return False
    return first.is_space or first.is_punct or first.lower_ in _OPENERS


def _word_from(span: Span, place: int) -> int:
    while place < span.end - 1 and (span.doc[place].is_punct or span.doc[place].is_space):
        place += 1
    return place


def _below(token: Token) -> Iterator[Token]:
    """The tokens below one, without the clauses and asides that hang on its nouns."""
    stack, number = list(token.children), 0
    while stack and number < _MOST:
        current = stack.pop()
        if current.dep_ in _BESIDE and not _says_which(current):
            continue
        yield current
        number += 1
        if current.n_lefts or current.n_rights:  # most words have none below them
            stack.extend(current.children)


def _says_which(token: Token) -> bool:
    """Whether a noun means little without it: "a paper calling for a settlement"."""
    if token.dep_ != "acl" or token.left_edge != token or token.nbor(-1).is_punct:
        return False
    subtree = token.right_edge.i - token.i
    return subtree < _SHORT and token.head.dep_ not in {"nsubj", "nsubjpass"}
