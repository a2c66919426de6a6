"""Ellipsis: whom a clause leaves out or only points to. A clause in, words that say it out.

Whom a pronoun stands for is for coreference to say. Missed on purpose: pronouns for things.
"""

from spacy.tokens import Span, Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.coreference import references_in
from builder.extract.grammar import noun_phrase, passage_of
from builder.extract.statements.clauses import Clause
from builder.extract.subjects import RELATIVES, subject_of, understood_subject
from builder.model.article import Passage
from builder.model.findings import Form, Reference, Understood

_PERSONAL = frozenset({"he", "she"})
_BESIDE = frozenset({"relcl", "acl", "appos", "advcl", "punct"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_LONGEST = 12  # words of a noun phrase shown in brackets; of a longer one, its noun's own words


def understood_in(clause: Clause, view: ArticleView) -> Understood | None:
    """What stands in brackets where the clause is shown alone, if anything has to."""
    subject = subject_of(clause.head)
    if subject is not None and clause.holds(subject):
        return _pointed_at(subject, clause, view)
    meant = understood_subject(clause.head)
    if meant is None or clause.holds(meant) or meant.pos_ in {"VERB", "AUX"}:
        return None
    noun = _antecedent(meant, clause.head, is_subject=True)
    if noun is None:
        return None
    return Understood(
        place=view.article.passage(clause.span.start_char, clause.span.start_char),
        reference=_reference(noun, view),
        helper=_helper(clause.head),
    )


def _pointed_at(subject: Token, clause: Clause, view: ArticleView) -> Understood | None:
    if subject.lower_ in _PERSONAL:
        return Understood(place=_place(subject, view), reference=_reference(subject, view))
    if subject.lower_ not in RELATIVES:
        return _object_pointed_at(clause, view)
    meant = understood_subject(clause.head)
    if meant is None or meant == subject:
        return None
    noun = _antecedent(meant, clause.head, is_subject=True)
    if noun is None:
        return None
    return Understood(place=_place(subject, view), reference=_reference(noun, view))


def _object_pointed_at(clause: Clause, view: ArticleView) -> Understood | None:
    """What was cut off with "that": "a tour that Acme called a success"."""
    if clause.head.dep_ != "relcl":
        return None
    for token in (below for left in clause.head.lefts for below in left.subtree):
        if token.lower_ in RELATIVES and token.dep_ in {"dobj", "pobj"}:
            gap = _stranded(clause) or token.head
            if clause.holds(token) or not clause.holds(gap):
                return None
            end = gap.idx + len(gap)
            noun = _antecedent(clause.head.head, clause.head, is_subject=False)
            meant = _reference(noun or clause.head.head, view)
            return Understood(place=view.article.passage(end, end), reference=meant)
    return None


def _stranded(clause: Clause) -> Token | None:
    """The preposition that its noun was taken from: "whom it relies on for support"."""
    for token in clause.own:
        if (
            token.dep_ == "prep"
            and token.pos_ == "ADP"
            and not any(child.dep_ in {"pobj", "pcomp"} for child in token.children)
        ):
            return token
    return None


def _antecedent(noun: Token, verb: Token, *, is_subject: bool) -> Token | None:
    """The noun that a relative clause is about: not always the nearest, which the parser takes.

    "sanctions from the West that have hit trade": by the number of the verb. "The raid on Ghent,
    which Acme denied": in full, since both may be meant. `None` where no noun fits: "they want to
    face challenges, which is tied to the war".
    """
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    if verb.dep_ != "relcl":
        return noun
    if any(child.lower_ in {"who", "whom"} for child in verb.children):
        return _somebody(noun, verb)
    while True:
        fits = not is_subject or _agrees(noun, verb)
        above = noun.head.head
        climbs = noun.dep_ == "pobj" and above.pos_ in _NOUNS
        if (fits and not _is_aside(noun, verb)) or not climbs:
            return noun if fits else None
        noun = above


def _somebody(noun: Token, verb: Token) -> Token:
    """Whom "who" is about, where the parser takes a thing beside them for it.

    "The head of the board, who sold her shares": the head. "Nine points for Ghent, who lead":
    Ghent. The noun itself where neither is found.
    """
    if _is_human(noun):
        return noun
    above = noun.head.head
    if noun.dep_ == "pobj" and _is_human(above):
        return above
    between = noun.doc[noun.i + 1 : verb.left_edge.i]
    return next((token for token in reversed(between) if token.pos_ == "PROPN"), noun)


def _is_human(noun: Token) -> bool:
    return noun.pos_ in {"PROPN", "PRON"} or naming.title(noun.lemma_.lower()) is not None


def _agrees(noun: Token, verb: Token) -> bool:
    finite = next((child for child in verb.children if child.dep_ in _AUXILIARIES), verb)
    singular = noun.tag_ in {"NN", "NNP"} and not list(noun.conjuncts)
    return not (finite.tag_ == "VBP" and singular) and not (
        finite.tag_ == "VBZ" and noun.tag_ in {"NNS", "NNPS"}
    )


def _is_aside(noun: Token, verb: Token) -> bool:
    """Whether a comma parts the clause from the noun."""
    return any(token.text == "," for token in verb.doc[noun.i + 1 : verb.left_edge.i + 1])


def _helper(verb: Token) -> str | None:
    """What a second verb shares: "has been", in "has been met with doubt and hailed by Chile"."""
    first = verb.head
    while first.dep_ == "conj" and not _auxiliaries(first):
        first = first.head
    # the model takes "and welcomed by Chile" for a past tense: "by" shows that it is not
    passive = verb.tag_ == "VBD" and any(child.dep_ == "agent" for child in verb.children)
    shares = passive or verb.tag_ in {"VB", "VBN", "VBG"}
    if verb.dep_ != "conj" or not shares or _auxiliaries(verb):
        return None
    return " ".join(token.text for token in _auxiliaries(first)) or None


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.lefts if child.dep_ in _AUXILIARIES]


def _place(token: Token, view: ArticleView) -> Passage:
    return view.article.passage(token.idx, token.idx + len(token))


def _reference(head: Token, view: ArticleView) -> Reference:
    if head.lower_ not in _PERSONAL:
        form: Form = "name" if head.pos_ == "PROPN" else "nominal"
        if head.pos_ == "PRON":
            form = "pronoun"
        return Reference(passage=passage_of(view.article, _shown(head)), form=form)
    return references_in(view).of(head)


def _shown(head: Token) -> Span:
    """The noun phrase with what it is joined with, up to the first clause that hangs on it."""
    left = noun_phrase(head).start
    for token in head.doc[left : head.i]:
        if token.text == ",":
            left = token.i + 1  # "Amid the war, the minister": the parser hung it on the noun
    end = min(head.right_edge.i, head.i + _LONGEST) + 1
    for token in head.doc[head.i + 1 : end]:
        if _is_hyphened(token):
            continue
        if token.dep_ in _BESIDE or token.pos_ in {"VERB", "AUX"}:
            end = min(end, max(token.left_edge.i, head.i + 1))
    while head.doc[end - 1].pos_ in {"ADP", "CCONJ", "PUNCT"} and end - 1 > head.i:
        end -= 1
    return head.doc[left:end] if end - left <= _LONGEST else head.doc[left : head.i + 1]


def _is_hyphened(token: Token) -> bool:
    """Whether it belongs to the word before: "-", "in" and "command" of "second-in-command"."""
    before = token.nbor(-1)
    return not before.whitespace_ and "-" in {before.text, token.text}
