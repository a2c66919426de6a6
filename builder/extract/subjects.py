"""Who does what a verb says: its subject, also where the clause does not hold it.

In: a verb. Out: the head of its subject. Events, statements, encounters and coreference ask here.
Deliberately missed: the agent of a passive, and subjects that only the sentence before tells.
"""

from functools import cache

from spacy.tokens import Span, Token

from builder import knowledge
from builder.extract.grammar import noun_phrase, span_over

_VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
_OWN = SUBJECTS - {"expl"}
_UPWARDS = frozenset({
    "conj", "xcomp", "ccomp", "advcl", "pcomp", "prep", "acl", "dobj", "pobj", "acomp",
})  # fmt: skip
_STEPS = 6  # "arrived, attending a forum before travelling on to meet": four
_JOINED = 20  # verbs in a row: one may be joined to the next a thousand times


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

    "Ruiz arrived, attending a forum before travelling on", "the plan, which was met with doubt and
    put off" and "invited Ruiz to visit Rome": Ruiz travels, the plan was put off, Ruiz visits.
    `None` where the sentence does not tell.
    """
    for _ in range(_STEPS):
        if verb.pos_ in _VERBS and (found := _own(verb)) is not None:
            return found
        if verb.dep_ in {"acl", "relcl"} and verb.tag_ in {"VBG", "VBN"}:
            return _described(verb)  # "a rite held on Monday", "trade reaching a record"
        if verb.dep_ in {"xcomp", "ccomp"} and (invited := _object_before(verb)) is not None:
            return invited  # "invited Ruiz to visit Rome"
        if verb.dep_ not in _UPWARDS:
            return None
        verb = verb.head
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself, relative pronouns included."""
    return next((child for child in verb.children if child.dep_ in _OWN), None)


def antecedent_of(verb: Token) -> Token | None:
    """Whom "who" or "that" stands for, in a relative clause."""
    subject = own_subject(verb) if verb.dep_ == "relcl" else None
    return _stood_for(verb) if subject is not None and _is_relative(subject) else None


def phrases_of(subject: Token) -> tuple[Span, ...]:
    """The noun phrases of a subject, one for each of those coordinated: "Ruiz and Okoye"."""
    heads = (token for token in (subject, *subject.conjuncts) if token.i >= subject.i)
    return tuple(_alone(_plain(token), token) for token in heads)


def _alone(phrase: Span, head: Token) -> Span:
    """Without the nouns coordinated with it, and without a bracket that does not close."""
    ends = [child.i for child in head.rights if child.dep_ in {"cc", "conj"}]
    if ")" not in (words := [token.text for token in phrase]) and "(" in words:
        ends.append(phrase.start + words.index("("))
    end = min((place for place in ends if head.i < place < phrase.end), default=phrase.end)
    while end > head.i + 1 and phrase.doc[end - 1].is_punct:
        end -= 1
    return phrase.doc[phrase.start : end]


def _own(verb: Token) -> Token | None:
    subject = own_subject(verb)
    if subject is None or not _is_relative(subject):
        return subject
    return _stood_for(verb) if verb.dep_ == "relcl" else None


def _is_relative(subject: Token) -> bool:
    """Whether it stands for a noun before it, unlike the "that" of "that was a mistake"."""
    return subject.lower_ in RELATIVES and subject.tag_ != "DT"


def _described(participle: Token) -> Token:
    """The noun that a participle describes, where parsers take the one right before it.

    "A record of 90 points set in May": the record. "A meeting on the merger held in Rome": the
    meeting.
    """
    noun = participle.head
    over = noun.head.head
    counted = any(child.dep_ == "nummod" and child.text[:1].isdigit() for child in noun.children)
    if counted and noun.dep_ == "pobj" and noun.head.lower_ == "of" and over.pos_ == "NOUN":
        return over
    if participle.lemma_ == "hold" and noun.lemma_.lower() not in _venues():
        return over if over.lemma_.lower() in _venues() else noun
    return noun


def _stood_for(verb: Token) -> Token:
    """The noun that a relative clause hangs on.

    "The takeover of Acme, which was announced on Monday": parsers take Acme, readers the takeover;
    the whole phrase is right for both.
    """
    noun = verb.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or verb.left_edge.lower_ != "which":
        return noun
    return noun.head.head if noun.head.head.pos_ == "NOUN" else noun


def _object_before(verb: Token) -> Token | None:
    return next(
        (
            child
            for child in verb.head.children
            if child.dep_ == "dobj" and child.i < verb.i and verb.head.lemma_ != "promise"
        ),
        None,
    )


def _plain(head: Token) -> Span:
    """The noun phrase, up to the name that it introduces: "the envoy for Asia, Li Na"."""
    phrase = noun_phrase(head)
    if head.pos_ == "PROPN" and head.ent_type_ == "PERSON":
        return span_over(head.doc, [phrase[0], head])
    named = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    return span_over(head.doc, [*phrase, *named[:1]])


@cache
def _venues() -> frozenset[str]:
    return frozenset(knowledge.entries("event_words")["venues"])
