"""Small questions about a parsed sentence that several extractors ask."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from builder.model.article import Article, Passage
from builder.model.blanks import bare

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_AFTER_NOUN = frozenset({"relcl", "acl", "appos", "punct", "conj", "cc", "advcl"})
_CLAUSES_UP = 4  # "arrived, attending a forum before travelling on": two
_JOINED = 20  # verbs in a row: one may be joined to the next a thousand times
_EDGES = ",;:"


def passage_of(article: Article, span: Span) -> Passage:
    """The span as a passage, without blanks, commas and colons at its edges.

    Boilerplate at an edge is blank in the span, though not in the article; a span of nothing else
    becomes an empty passage at its end.
    """
    text = span.text
    start, end = bare(text, 0, len(text), marks=_EDGES)
    return trimmed(article, span.start_char + start, span.start_char + end)


def trimmed(article: Article, start: int, end: int) -> Passage:
    """The passage from `start` to `end`, without blanks, commas and colons at its edges."""
    return article.passage(*bare(article.text, start, end, marks=_EDGES))


def span_over(doc: Doc, tokens: Iterable[Token]) -> Span:
    """The smallest span that holds all the tokens (at least one)."""
    places = [token.i for token in tokens]
    return doc[min(places) : max(places) + 1]


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with or that it complements."""
    for _ in range(_JOINED):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        gerund = _gerund_before(verb)
        if gerund is not None:
            return gerund
        if verb.dep_ not in {"conj", "xcomp", "aux"} or verb.head == verb:
            return None
        verb = verb.head
    return None


def _gerund_before(verb: Token) -> Token | None:
    """A subject that the parser lost: "Acme wants to grow, and cutting its costs can help it"."""
    if verb.dep_ != "conj" or not any(child.tag_ == "MD" for child in verb.lefts):
        return None
    last = verb.doc[max(verb.left_edge.i - 1, 0)]
    for token in (last, *last.ancestors):
        if token.tag_ == "VBG" and token.dep_ == "conj" and token.nbor(-1).dep_ == "cc":
            return token if token.i < verb.i and not last.is_punct else None
    return None


def understood_subject(verb: Token) -> Token | None:
    """The subject of a verb, sought outside its clause where the clause holds none of its own.

    "Ruiz arrived, attending a forum before travelling on" and "the plan, which was met with doubt
    and put off": Ruiz travels, the plan was put off. `None` where the sentence does not tell.
    """
    subject = subject_of(verb)
    if subject is not None and subject.lower_ not in RELATIVES:
        return subject
    for _ in range(_CLAUSES_UP):
        while verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
            verb = verb.head
        if verb.dep_ in {"relcl", "acl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return verb.head
        if subject is not None or verb.dep_ not in {"advcl", "pcomp", "prep", "acl"}:
            return subject  # "that" of "that was a mistake" stands for what was said before
        verb = verb.head
        above = subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
        if above is not None and above.lower_ not in RELATIVES:
            return above
    return None


def noun_phrase(head: Token) -> Span:
    """The noun phrase of a head noun, without relative clauses and appositions after it."""
    start, end = head.i, head.i
    for child in head.children:
        if child.dep_ not in _AFTER_NOUN:
            # by its edges: walking the whole of a deeply nested phrase for each noun is quadratic
            start, end = min(start, child.left_edge.i), max(end, child.right_edge.i)
    return head.doc[start : end + 1]
