"""What opens a clause of its own: a parsed sentence in, the heads of its clauses out.

Missed on purpose: purposes ("to meet"), conditions ("if …") and complements that no verb of saying
governs, which stay part of their clause.
"""

from collections.abc import Callable, Mapping
from itertools import islice

from spacy.tokens import Token

from builder.extract.attribution.reporting import asks, content_on_noun, reports
from builder.extract.statements.sentences import Sentence
from builder.extract.subjects import SUBJECTS

_COMPLEMENTS = frozenset(
    {"dobj", "attr", "acomp", "prep", "ccomp", "xcomp", "agent", "oprd", "dative", "npadvmod"}
)
_CONDITIONS = frozenset({
    "if", "unless", "whether", "lest", "than", "long", "that", "before", "until", "till",
})  # fmt: skip
_SEQUELS = frozenset({"before", "after", "since", "provided", "providing"})
_ANYONE = frozenset(
    {"those", "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "whoever"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUPERLATIVES = frozenset({"JJS", "RBS"})
LONGEST_RANK = 60  # tokens of an apposition that are looked at; one may hold the next, and so on


def heads_in(sentence: Sentence) -> list[Token]:
    """What opens a clause, in reading order: a conjunct only where its head opens one."""
    heads: dict[int, Token] = {}
    for token in sentence.tokens:
        dep = token.dep_
        opens = dep in _OPENINGS and (dep != "conj" or token.head.i in heads)
        if opens and _opens(token, dep):
            heads[token.i] = token
    return list(heads.values()) or _swallowed(sentence.root)


def _swallowed(root: Token) -> list[Token]:
    """The predicate that the parser took for a relative clause of the subject.

    "The accords that both sides have signed included a pact on fish": a noun stands at the root.
    """
    return [
        child
        for child in root.rights
        if child.dep_ == "relcl" and any(mark.dep_ == "mark" for mark in child.lefts)
    ][:1]


def _opens(token: Token, dep: str) -> bool:
    verbal = dep == "appos" or token.pos_ in {"VERB", "AUX"}
    return verbal and _OPENINGS[dep](token)


def _is_continued(verb: Token) -> bool:
    """Both say something: not "the mill was built and run by Acme"."""
    # "the plan is about trust, respect and avoiding harm": the form shows that nouns are joined
    joins_nouns = verb.tag_ == "VBG" and verb.head.tag_ != "VBG" and not _has_auxiliary(verb)
    joined = any(token.dep_ in {"cc", "punct"} for token in verb.doc[verb.head.i + 1 : verb.i])
    both = _has_complement(verb) and _has_complement(verb.head)
    return joined and both and not joins_nouns


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _has_complement(verb: Token) -> bool:
    return any(child.dep_ in _COMPLEMENTS or child.dep_ in SUBJECTS for child in verb.children)


def _is_spliced(verb: Token) -> bool:
    """Whether a comma alone joins it to what follows: "Acme refused to pay, Ruiz walked out"."""
    return verb.i < verb.head.i and _has_subject(verb)


def _is_content(verb: Token) -> bool:
    return (reports(verb.head) and not asks(verb)) or _is_spliced(verb) or _is_judged(verb)


def _is_judged(verb: Token) -> bool:
    """What an opinion is about can be checked: "it is no surprise that Acme sold the mill"."""
    empty = any(child.dep_ == "expl" or child.lower_ == "it" for child in verb.head.children)
    return empty and any(child.lower_ == "that" for child in verb.children)


def _is_sequel(verb: Token) -> bool:
    return _is_absolute(verb) or (verb.head.lower_ in _SEQUELS and _has_complement(verb))


def _adds(verb: Token) -> bool:
    # "as exports plummeted" parsed without its subject: a finite verb has one
    subjectless = verb.tag_ in _FINITE and verb.dep_ == "advcl" and not _has_subject(verb)
    return _has_complement(verb) and not _is_aside(verb) and not subjectless


def _adds_to_noun(verb: Token) -> bool:
    """Not "those who pay", "anyone who asks", who are told of only as far as the clause goes."""
    return verb.head.lower_ not in _ANYONE and _adds(verb)


def _is_aside(verb: Token) -> bool:
    """A condition, a purpose, or a pointer: "if he wins", "to win", "as shown by the vote"."""
    marks = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    purpose = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.children)
    pointer = "as" in marks and verb.tag_ == "VBN" and not _has_subject(verb)
    return purpose or pointer or bool(marks & _CONDITIONS)


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _is_absolute(verb: Token) -> bool:
    """A clause in all but name: "with trade reaching a record $190 billion last year"."""
    preposition = verb.head if verb.dep_ == "pcomp" else verb.head.head
    noun_has_it = verb.head.dep_ == "pobj" or (verb.dep_ == "pcomp" and _has_subject(verb))
    return (
        verb.tag_ in {"VBG", "VBN"}
        and preposition.lower_ == "with"
        and noun_has_it
        and _has_complement(verb)
    )


def _describes(verb: Token) -> bool:
    return _is_absolute(verb) or _is_content_on_noun(verb)


def _is_content_on_noun(verb: Token) -> bool:
    above = verb.head.head.head
    return reports(above) and content_on_noun(above) == verb


def _is_ranking(noun: Token) -> bool:
    """An apposition that can be checked: "Ruiz, the highest-ranking official to visit"."""
    return any(token.tag_ in _SUPERLATIVES for token in islice(noun.subtree, LONGEST_RANK))


_OPENINGS: Mapping[str, Callable[[Token], bool]] = {
    "ROOT": lambda _: True,
    "parataxis": lambda _: True,
    "ccomp": _is_content,
    "conj": _is_continued,
    "pcomp": _is_sequel,
    "advcl": _adds,
    "relcl": _adds_to_noun,
    "acl": _describes,
    "appos": _is_ranking,
}
"""What a dependent must be to open a clause, by its relation to the word above it."""
