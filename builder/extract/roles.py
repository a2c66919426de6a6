"""What people are said to be, in a clause of its own: the `Doc` in, roles with their bearers out.

"She is the director of the port", "Ruiz, who is mayor of Porto": whom "she" stands for is asked of
coreference. Roles given with a name ("the director, Ana Ruiz") are found with the name. Missed on
purpose: what somebody was or became, since the article does not tell whether it is still so; what
is denied or planned; what somebody else calls them ("He is a thief," she said).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from builder import naming
from builder.extract.article_view import read
from builder.extract.attribution import attribution_around
from builder.extract.coreference import references_in
from builder.extract.grammar import noun_phrase, passage_of
from builder.extract.subjects import antecedent_of, own_subject
from builder.extract.tokens import tokens_of
from builder.extract.truth import truth_of
from builder.extract.unsaid import is_no_one
from builder.model.article import Article
from builder.model.findings import FoundRole

_LONGEST = 25  # words, as of roles given with a name
_PRESENT = frozenset({"VBZ", "VBP"})
_DETERMINERS = frozenset({"a", "an", "the"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "punct"})
_ANYBODY = frozenset({"person", "man", "woman", "guy", "friend", "partner", "ally", "self"})


def roles_in(doc: Doc, article: Article) -> tuple[FoundRole, ...]:
    """The roles of an article that a clause of their own gives, in reading order."""
    view = read(doc, article)
    found = [
        (subject, role)
        for verb in tokens_of(doc)
        if verb.lemma_ == "be" and verb.tag_ in _PRESENT and view.is_outside(verb)
        for subject, role in _given(verb)
        if attribution_around(view, verb) is None
    ]
    return tuple(
        FoundRole(passage=passage_of(article, role), holder=references_in(view).of(subject))
        for subject, role in found
    )


def _given(verb: Token) -> Iterator[tuple[Token, Span]]:
    """The head of the subject, and what it is."""
    subject = antecedent_of(verb) or own_subject(verb)
    denied = any(child.dep_ == "neg" for child in verb.children)
    if subject is None or subject.i > verb.i or denied or is_no_one(subject):
        return
    for noun in verb.rights:
        if noun.dep_ != "attr" or not _is_role(noun):
            continue
        role, clause = _role(noun), verb.doc[verb.left_edge.i : verb.right_edge.i + 1]
        whole = len(role) <= _LONGEST and role[-1].pos_ != "ADP"
        if whole and truth_of(verb, clause).status == "asserted":
            yield subject, role


def _is_role(noun: Token) -> bool:
    named = noun.tag_ == "NN" and naming.title(noun.lemma_) is not None
    pointed = any(child.tag_ == "PRP$" for child in noun.children)  # "my agent": whose?
    return named and not pointed and noun.lemma_ not in _ANYBODY


def _role(noun: Token) -> Span:
    """The noun phrase without its article, up to the clause that hangs on it."""
    phrase = noun_phrase(noun)
    start = phrase.start + (phrase[0].lower_ in _DETERMINERS)
    inner = (token.left_edge.i for token in phrase if token.i > noun.i and token.dep_ in _CLAUSES)
    return phrase.doc[start : min(inner, default=phrase.end)]
