"""What a clause's own words and its conditions say of it: its verb in, objections out."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from builder.extract.subjects import own_subject, subject_of
from builder.extract.truth.objections import Objection, by_governor, objection
from builder.extract.truth.tables import first_words_of, statuses, words_of
from builder.extract.unsaid import is_no_one
from builder.model.findings import Status

_MARKS = frozenset({"mark", "advmod"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no", "hardly"})
_CONCESSIVE = frozenset({"even", "as", "what", "and"})  # "even if", "as if": no condition
_LENGTHS = (4, 3, 2)  # words of a phrase
_SENSES = frozenset({"hear", "see", "feel", "smell"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "prep", "acl", "advmod"})


def by_marks(verb: Token) -> Iterator[Objection]:
    """What opens the clause of the verb: "if", "as long as", "whether", "before", "as if"."""
    opening = [child for child in verb.lefts if child.dep_ in _MARKS]
    if verb.dep_ == "pcomp" and verb.head.lower_ in words_of("unmet"):
        opening.append(verb.head)
    for child in opening:
        words = _opening(child)
        word, before = words[-1].lower_, words.text.lower()
        if before in words_of("unreal") and word != "like":
            yield objection("hypothetical", words)
        elif word == "whether":
            yield objection("asked", words)
        elif word in words_of("conditions") or before in words_of("phrases"):
            asked = word == "if" and (verb.dep_ == "ccomp" or _is_in_doubt(verb.head))
            yield objection("asked" if asked else "conditional", words)
        elif word in words_of("unmet") and own_subject(verb) is not None:
            yield objection("hypothetical", words)


def _is_in_doubt(verb: Token) -> bool:
    """Whether it leads to a question: "it remains unclear if the van had brakes"."""
    unsure = any(
        child.dep_ == "acomp" and statuses("adjectives").get(child.lower_) == "asked"
        for child in verb.children
    )
    return unsure or (_is_negated(verb) and any(c.lower_ == "clear" for c in verb.children))


def _opening(mark: Token) -> Span:
    """The mark with the words that it is one with: "as long as", "as if"."""
    doc, start = mark.doc, mark.i
    if start > 1 and (phrase := phrase_at(doc, start - 2)) is not None and phrase.end == start + 1:
        return phrase
    if start and doc[start - 1 : start + 1].text.lower() in words_of("unreal"):
        return doc[start - 1 : start + 1]
    return doc[start : start + 1]


def is_idiom(word: Token) -> bool:
    """Whether the "if" opens no condition: "a thief if you like"."""
    following = word.doc[word.i + 1 : word.i + 3]
    return following.text.lower() in words_of("idioms") or (
        following[:1].text.lower() in words_of("idioms")
    )


def phrase_at(doc: Doc, start: int) -> Span | None:
    """The phrase of several words that opens a condition there: "on condition that"."""
    if start >= len(doc) or doc[start].lower_ not in first_words_of("phrases"):
        return None
    for length in _LENGTHS:
        if doc[start : start + length].text.lower() in words_of("phrases"):
            return doc[start : start + length]
    return None


def by_conditions(verb: Token) -> Iterator[Objection]:
    """The conditions that hang on the verb: "if the judge found him guilty", "unless …"."""
    for child in verb.children:
        if child.dep_ not in _CLAUSES:
            continue
        opening = _condition_of(child)
        if opening is not None:
            whole = child.doc[child.left_edge.i : child.right_edge.i + 1]
            yield objection("conditional", opening, whole)


def _condition_of(child: Token) -> Span | None:
    """The words that make a clause a condition of the one that it hangs on."""
    opening = child.left_edge
    if opening.lower_ in {"only", "but", ",", "and"} and opening.i < child.right_edge.i:
        opening = opening.nbor()
    clausal = child.dep_ != "prep" or any(c.dep_ in {"ccomp", "pcomp"} for c in child.children)
    if opening.lower_ in words_of("conditions") and clausal:
        before = opening.nbor(-1).lower_ if opening.i else ""
        concessive = before in _CONCESSIVE or is_idiom(opening)
        asked = child.dep_ == "ccomp" and opening.lower_ == "if"
        return None if concessive or asked else opening.doc[opening.i : opening.i + 1]
    phrase = phrase_at(opening.doc, opening.i)
    if phrase is not None:
        return phrase
    inverted = opening.lower_ in words_of("inverted") and opening.dep_ in _AUXILIARIES
    subject = own_subject(child)
    if child.dep_ == "advcl" and inverted and subject is not None and subject.i > opening.i:
        return opening.doc[opening.i : opening.i + 1]
    return None


def by_auxiliaries(verb: Token, span: Span, *, told: bool) -> Iterator[Objection]:
    """What the verb's own auxiliaries and adverbs say: "will", "could", "allegedly"."""
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "advmod" and word in statuses("adverbs"):
            yield objection(statuses("adverbs")[word], child.doc[child.i : child.i + 1])
        if child.dep_ == "aux" and (status := _of_modal(verb, child, told=told)) is not None:
            yield objection(status, child.doc[child.i : child.i + 1])
    yield from _by_negation(verb, span)


def _of_modal(verb: Token, modal: Token, *, told: bool) -> Status | None:
    """What an auxiliary makes of its verb: not "could not be reached", "could be felt"."""
    if modal.tag_ != "MD":
        return None  # "he'd signed"
    word, negated = modal.lower_, _is_negated(verb)
    perfect = any(child.lower_ in {"have", "’ve", "'ve"} for child in verb.lefts)
    if perfect and word in {"would", "could", "must", "’d", "'d"}:
        return "hypothetical"
    if word in {"would", "'d", "’d"}:
        # "He would not say": he refused
        return "planned" if told else None if negated else "hypothetical"
    if word == "could" and (negated or verb.lemma_ in _SENSES):
        return None
    return statuses("modals").get(word)


def _by_negation(verb: Token, span: Span) -> Iterator[Objection]:
    """Own negations that the clause's words leave out: "Nobody signed the lease"."""
    for child in verb.children:
        outside = not span.start <= child.i < span.end
        if child.dep_ in {"neg", "preconj"} and outside and child.lower_ in _NEGATIONS:
            yield by_governor("denied", verb, span)
    subject = subject_of(verb)
    if subject is not None and is_no_one(subject) and not span.start <= subject.left_edge.i:
        yield objection("denied", subject.doc[subject.left_edge.i : subject.i + 1])


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)
