"""Who takes part in what a verb tells: who does it, and to whom it is done.

In: a verb. Out: passages of noun phrases. Deliberately missed: the agent of a passive, indirect
objects ("gave Ruiz a prize").
"""

from spacy.tokens import Span, Token

from builder.extract.events.clauses import auxiliary_of
from builder.extract.events.words import words_of
from builder.extract.grammar import passage_of
from builder.extract.subjects import phrases_of, understood_subject
from builder.model.article import Article, Passage


def actors_of(verb: Token, shown: Span, article: Article) -> tuple[Passage, ...]:
    """Who does it, where the words shown do not hold them: "Ruiz arrived, attending a forum"."""
    subject = understood_subject(verb)
    if subject is None or shown.start <= subject.i < shown.end:
        return ()
    phrases = phrases_of(subject)
    if _is_singular(verb):  # "police found a car and Meyer was freed": parsers take both
        phrases = phrases[-1:]
    return tuple(passage_of(article, _up_to(verb, phrase)) for phrase in phrases)


def objects_of(verb: Token, article: Article) -> tuple[Passage, ...]:
    """Whom it is done to: "The club fired Ruiz", "Ruiz was fired"."""
    done_to = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if done_to is None and verb.tag_ == "VBN":
        subject = understood_subject(verb)
        passive = subject is not None and subject.dep_ == "nsubjpass"
        done_to = subject if passive or verb.dep_ == "acl" else None
    phrases = phrases_of(done_to) if done_to is not None else ()
    return tuple(passage_of(article, phrase) for phrase in phrases)


def affected_of(verb: Token) -> str | None:
    """The one thing to which it happens, or a force: "dam" of "A dam in the north burst"."""
    beside = (child for child in verb.lefts if child.dep_ == "nsubj")
    # "A magnitude 6.2 quake hit Rome": parsers find two subjects
    subject = next((child for child in beside if _is_force(child)), understood_subject(verb))
    if subject is None or subject.tag_ != "NN":
        return None
    thing = subject.lemma_.lower()
    acts = _is_force(subject) or not any(child.dep_ == "dobj" for child in verb.rights)
    return thing if acts else None


def _is_force(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("forces")


def helper_of(verb: Token) -> str | None:
    """What makes a participle a sentence: "were" for "talks held in Rome"."""
    has_own = any(child.dep_ in {"aux", "auxpass"} for child in verb.children)
    subject = understood_subject(verb) if verb.dep_ == "acl" and verb.tag_ == "VBN" else None
    if subject is None or has_own or verb.lemma_ == "leave":  # "the time left"
        return None
    if subject.dep_ == "ROOT":  # "His luck held until 1997" is a sentence already
        return None
    several = subject.tag_ in {"NNS", "NNPS"} or len(phrases_of(subject)) > 1
    return "were" if several else "was"


def _up_to(verb: Token, phrase: Span) -> Span:
    """Without the deed itself: "a mark of 90 points" of "a mark of 90 points set in May"."""
    place = verb.left_edge.i
    return verb.doc[phrase.start : place] if phrase.start < place < phrase.end else phrase


def _is_singular(verb: Token) -> bool:
    """Whether one does it, by its auxiliary or the one that it shares."""
    shared = auxiliary_of(verb)
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    return any(token.lower_ in {"was", "is", "has"} for token in (*helpers, shared) if token)
