"""Who says it: from a reporting verb to the head of the noun phrase that names the speaker."""

from spacy.tokens import Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import is_finite, is_passive, is_words, kinds_of
from builder.extract.subjects import SUBJECTS

_RELATIVE = frozenset({"who", "which", "that"})
_TIMES = frozenset({"DATE", "TIME"})  # "Roe, who leads Acme, last week said …"
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_HUNG = frozenset({"pobj", "prep", "appos", "compound", "relcl", "acl", "conj"})
_LONGEST_NAME = 6  # tokens
_FARTHEST_UP = 8  # from "months" to "sir" in "sir Roe, a clerk here for six months, said"
_CLIMB = frozenset({"conj", "xcomp", "aux", "advcl", "advmod", "pcomp", "prep", "acl", "dep"})


def speaker_of(reading: ArticleView, verb: Token) -> Token | None:
    """The head of the speaker's noun phrase, outside quotation marks, as the parse gives it."""
    if is_passive(verb):
        return _agent(verb)
    return _quoted(verb) or _before_aside(reading, verb) or _subject_above(reading, verb)


def _before_aside(reading: ArticleView, verb: Token) -> Token | None:
    """The name that opens the sentence, where an aside about others parts it from its verb.

    "Nils Roe, whose fund Acme owns a tenth, said …", "Bo Pike, for Ana Ruiz, who wept, said …",
    "Bo Pike, defending, said …": the parse takes what is named in the aside.
    """
    start = reading.sentence(verb)[0]
    before = reading.tokens[start : verb.i]
    end = next((at for at, token in enumerate(before) if token.text == ","), len(before))
    name, aside = before[:end], before[end + 1 :]
    if not (0 < len(name) <= _LONGEST_NAME and len(aside) > 1 and aside[-1].text == ","):
        return None
    others = any(token.lower_ == "whose" for token in aside)
    doing = aside[0].is_lower and aside[0].text.endswith("ing")
    if not (others or doing or aside[0].lower_ == "for"):
        return None
    named = all(token.pos_ == "PROPN" for token in name) and name[-1].ent_type_ not in _TIMES
    return name[-1] if named and all(map(reading.is_outside, (*name, *aside))) else None


def phrase_before(reading: ArticleView, verb: Token) -> Token | None:
    """The noun phrase that ends before a finite verb whose subject the parse lost.

    "In a note to the Star, Acme's head, Ana Ruiz, wrote that …": the parse sets her beside Star.
    """
    token = _last_word(reading, verb, verb.i) if is_finite(verb) else None
    for _ in range(_FARTHEST_UP):
        if token is None or token.dep_ not in _HUNG:
            break
        if token.ent_type_ == "PERSON" and not _is_aside(token):
            break
        beside = token.head == verb  # "an official, on condition of anonymity, said …"
        token = _last_word(reading, verb, token.left_edge.i) if beside else token.head
    if token is None or token.i > verb.i or token.pos_ not in _NOUNS:
        return None
    return token if reading.is_outside(token) else None


def _is_aside(token: Token) -> bool:
    """Whether it is only in whose name another speaks: "Pike, for Ruiz, said"."""
    preposition = token.head
    return (
        token.dep_ == "pobj"
        and preposition.lower_ in {"for", "representing"}
        and preposition.i > 0
        and preposition.nbor(-1).text == ","
    )


def _last_word(reading: ArticleView, verb: Token, end: int) -> Token | None:
    """The noun that ends the words of the verb's sentence up to `end`, adverbs left out."""
    for token in reversed(reading.tokens[reading.sentence(verb)[0] : end]):
        if token.pos_ != "ADV" and token.text != "," and token.ent_type_ not in _TIMES:
            return token if token.pos_ in _NOUNS else None
    return None


def is_quoted(verb: Token) -> bool:
    """Whether someone else quotes the speaker: "was quoted as saying"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as"


def is_inverted(verb: Token) -> bool:
    """Whether the verb stands before its subject in a sentence: "The dam, say experts, is old"."""
    after_comma = verb.i > 0 and verb.nbor(-1).text == ","
    return after_comma and any(
        c.dep_ == "nsubj" and c.left_edge.i == verb.i + 1 for c in verb.rights
    )


def owner_of(noun: Token) -> Token | None:
    """Whose the noun is: "Ruiz's view", "the view of Ruiz"."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.lower_ == "of":
            return next((token for token in child.rights if token.dep_ == "pobj"), None)
    return None


def _quoted(verb: Token) -> Token | None:
    """Who is quoted as saying: the object of "AFP quoted Ruiz as saying"."""
    if not is_quoted(verb) or is_passive(verb.head.head):
        return None
    return next((child for child in verb.head.head.rights if child.dep_ == "dobj"), None)


def _subject_above(reading: ArticleView, verb: Token) -> Token | None:
    """The subject of the verb, or of the nearest verb above that shares its own with it."""
    seen = verb
    for _ in range(8):  # no real sentence stacks more verbs than that
        subject = _own_subject(reading, seen)
        if subject is not None:
            return _owner(_antecedent_of_relative(subject))
        if seen.dep_ == "acl" and verb.tag_ == "VBG" and _after_comma(verb):
            seen = _verb_above(seen)
            continue
        given = _given(seen.head) if seen.dep_ == "acl" else None
        if given is not None:
            seen = given
            continue
        if seen.dep_ in {"acl", "relcl"} and seen.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return seen.head if reading.is_outside(seen.head) else None
        if seen.dep_ not in _CLIMB or seen.head == seen:
            return None
        if seen.dep_ == "conj" and is_passive(seen.head) and _shares_passive(seen):
            return _agent(seen)
        seen = _reporting_above(reading, seen)
    return None


def _given(noun: Token) -> Token | None:
    """The verb of who gives the words: "Acme sent a statement (to its staff) saying that …"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":
        verb = noun.head.head
        noun = next((child for child in verb.rights if child.dep_ == "dobj"), verb)
    giving = noun.dep_ == "dobj" and "express" in kinds_of(noun.head)
    words = giving and noun.pos_ == "NOUN" and naming.title(noun.lemma_) is None
    return noun.head if words else None


def _shares_passive(verb: Token) -> bool:
    """Whether the verb is as passive as that before it: "was praised and told that …"."""
    tells_nobody = kinds_of(verb) & {"tell", "say"} == {"tell"} and not any(
        child.dep_ in {"dobj", "dative"} for child in verb.rights
    )
    return verb.tag_ == "VBN" or tells_nobody


def _after_comma(verb: Token) -> bool:
    return verb.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","


def _verb_above(verb: Token) -> Token:
    """The verb whose subject a participle after a comma has: "China rejects ties, saying …"."""
    while verb.head != verb:
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            break
    return verb


def _reporting_above(reading: ArticleView, verb: Token) -> Token:
    """The verb to ask next: "Ruiz said it was late, adding …" goes to "said", not to "was"."""
    head = verb.head
    reported = verb.dep_ in {"conj", "advcl"} and head.dep_ == "ccomp"
    if reported and kinds_of(head.head) and reading.is_outside(head.head):
        return head.head
    return head


def _own_subject(reading: ArticleView, verb: Token) -> Token | None:
    """The verb's subject, the nearest of several: "the premier, Ana Roe, said" may have two."""
    found = [
        child
        for child in verb.children
        if child.dep_ in SUBJECTS - {"expl", "csubj"} and reading.is_outside(child)
    ]
    spoken = [child for child in found if child.lower_ not in _RELATIVE] or found
    before = [child for child in spoken if child.i < verb.i and not is_inverted(verb)]
    return before[-1] if before else next(reversed(spoken), None) or _of_participle(verb)


def _of_participle(verb: Token) -> Token | None:
    """The subject that the parse gave a participle: "The judge, sentencing him, said …"."""
    for participle in verb.lefts:
        if participle.dep_ in {"advcl", "ccomp"} and participle.tag_ == "VBG":
            return next((c for c in participle.lefts if c.dep_ == "nsubj"), None)
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def _owner(subject: Token | None) -> Token | None:
    """Whose words the subject stands for: "Ruiz's reply was" speaks of Ruiz's words."""
    if subject is not None and is_words(subject):
        return next((child for child in subject.children if child.dep_ == "poss"), subject)
    return subject


def _antecedent_of_relative(subject: Token) -> Token | None:
    clause = subject.head
    if subject.lower_ in _RELATIVE and subject.tag_ in {"WP", "WDT"}:
        while clause.dep_ in {"conj", "aux", "xcomp"} and clause.head != clause:
            clause = clause.head
        return clause.head if clause.dep_ in {"relcl", "acl"} else None
    return subject
