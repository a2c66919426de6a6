"""What a clause says, in lemmas: who does what to whom, denied or not, done or planned.

Numbers become the one lemma `#`, so that statements meet whatever figures they give.
"""

from collections.abc import Iterable

from spacy.tokens import Token

from builder.extract.grammar import understood_subject
from builder.extract.statements.clauses import Clause
from builder.knowledge import entries
from builder.model.findings import Core, Modality

NUMBER = "#"
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
_LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE", "CCONJ", "SCONJ", "PART", "SYM", "ADP", "PRON"})
_DENIALS = frozenset({"not", "n't", "never", "no", "neither", "nor"})
_DENYING_VERBS = frozenset({"deny", "refuse", "reject", "decline", "refrain", "fail"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_WAYS = frozenset({"up", "down", "out", "off"})  # "closed 2 % up": all that tells it from "down"
_ENDINGS = ("ing", "ed")
_MAYBE = frozenset({"may", "might", "could", "can"})


def core_of(clause: Clause) -> Core:
    """The core of a clause; words that play no part in it stand in `others`."""
    verbs = _chain(clause.head)
    subject, object_ = _arguments(clause, verbs)
    own = set(clause.own) - _asides(clause)
    outside = {token for token in _phrases(_subjects(clause)) if token not in clause.span}
    told = _with_particles(verbs)
    taken = {token for part in (subject, object_, told) for token in part}
    return Core(
        subject=_lemmas(token for token in subject if token in own | outside),
        predicate=_lemmas(told),
        object=_lemmas(token for token in object_ if token in own | outside),
        others=_lemmas(token for token in clause.span if token in own and token not in taken),
        negated=_is_denied(verbs),
        modality=_modality(verbs),
    )


def acting(clause: Clause) -> Token | None:
    """The head of who or what acts: the subject, or whom a passive clause names with "by"."""
    verbs = _chain(clause.head)
    agents = _agents(verbs)
    if agents:
        return agents[0]
    return None if _is_passive(verbs) else _subject(clause)


def _subjects(clause: Clause) -> list[Token]:
    subject = _subject(clause)
    return [] if subject is None else [subject]


def _asides(clause: Clause) -> set[Token]:
    """Words in brackets, and pointers: "the vote (the third in a year), as shown by the count"."""
    found: set[Token] = set()
    inside = False
    for token in clause.own:
        inside = (inside or token.text == "(") and token.text != ")"
        pointer = token.tag_ == "VBN" and any(c.lower_ == "as" for c in token.lefts)
        if inside or token in found:
            found.add(token)
        elif pointer and token.dep_ == "advcl":
            found.update(token.subtree)
    return found


def _chain(head: Token) -> list[Token]:
    """The verb with the verbs that complement it, first to last: "is scheduled to visit"."""
    verbs = [head]
    while True:
        following = [
            c for c in verbs[-1].children if c.dep_ == "xcomp" and c.pos_ in {"VERB", "AUX"}
        ] or _signalled(verbs[-1])
        if not following:
            return verbs
        verbs.append(following[0])


def _signalled(verb: Token) -> list[Token]:
    """What there is a sign of: "shows no sign of easing" tells that it does not ease."""
    return [
        gerund
        for thing in verb.children
        if thing.dep_ == "dobj" and thing.lemma_ == "sign"
        for preposition in thing.children
        for gerund in preposition.children
        if gerund.dep_ == "pcomp"
    ]


def _with_particles(verbs: list[Token]) -> list[Token]:
    """The verbs, each followed by its particle: "step down" is one deed."""
    return [
        token
        for verb in verbs
        for token in (verb, *(child for child in verb.children if _is_particle(child)))
    ]


def _is_particle(token: Token) -> bool:
    # the parser often takes the particle for an adverb: "stepped down"
    return token.dep_ == "prt" or (token.lower_ in _WAYS and token.i == token.head.i + 1)


def _arguments(clause: Clause, verbs: list[Token]) -> tuple[list[Token], list[Token]]:
    subject, agents = _subject(clause), _agents(verbs)
    objects = [child for verb in verbs for child in verb.children if child.dep_ in _OBJECTS]
    if subject is None:
        return _phrases(agents), _phrases(objects)
    if agents or _is_passive(verbs):
        return _phrases(agents), _phrases([subject, *objects])
    return _phrases([subject]), _phrases(objects)


def _subject(clause: Clause) -> Token | None:
    return understood_subject(clause.head)


def _agents(verbs: list[Token]) -> list[Token]:
    by = [child for verb in verbs for child in verb.children if child.dep_ == "agent"]
    return [noun for preposition in by for noun in preposition.children]


def _is_passive(verbs: list[Token]) -> bool:
    # "Ruiz is scheduled to visit": who is scheduled is who visits
    return len(verbs) == 1 and any(c.dep_ in {"nsubjpass", "auxpass"} for c in verbs[0].children)


def _phrases(heads: Iterable[Token]) -> list[Token]:
    """Their phrases in reading order, without relative clauses and appositions, however deep."""
    found: list[Token] = []
    stack = list(heads)
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(child for child in token.children if child.dep_ not in {"relcl", "appos"})
    return sorted(found, key=lambda token: token.i)


def _lemmas(tokens: Iterable[Token]) -> tuple[str, ...]:
    kept = (token for token in tokens if _counts(token))
    return tuple(NUMBER if token.like_num else _lemma(token) for token in kept)


def _lemma(token: Token) -> str:
    lemma = token.lemma_.lower()
    return lemma[2:] if _is_unlike(token) else lemma


def _counts(token: Token) -> bool:
    if token.lower_ in _WAYS or token.dep_ == "prt":
        return True
    if token.dep_ in {"aux", "auxpass"} or token.pos_ in _LEFT_OUT:
        return False
    return any(character.isalnum() for character in token.text)


def _is_denied(verbs: Iterable[Token]) -> bool:
    denials = 0
    for verb in verbs:
        denials += verb.lemma_.lower() in _DENYING_VERBS
        denials += any(
            c.dep_ == "neg" or c.lower_ in _DENIALS or _is_none(c) or _is_unlike(c)
            for c in verb.children
        )
    return denials % 2 == 1


def _is_none(thing: Token) -> bool:
    """What is done to nothing is not done: "Acme has no plan"."""
    return thing.dep_ == "dobj" and any(child.lower_ == "no" for child in thing.lefts)


def _is_unlike(word: Token) -> bool:
    """A participle denied by its prefix: "remains unrelenting" tells that it does not relent."""
    return word.dep_ == "acomp" and word.lower_.startswith("un") and word.lower_.endswith(_ENDINGS)


def _modality(verbs: Iterable[Token]) -> Modality:
    words = {verb.lemma_.lower() for verb in verbs}
    helpers = {child.lower_ for verb in verbs for child in verb.children if child.dep_ == "aux"}
    complements = {
        child.lower_ for verb in verbs for child in verb.children if child.dep_ == "acomp"
    }
    told = entries("statement_verbs")
    kinds: tuple[Modality, ...] = ("possible", "expected", "planned")
    for kind in kinds:
        if (words | complements) & set(told[kind]):
            return kind
    if helpers & _MAYBE:
        return "possible"
    if "would" in helpers:
        return "expected"  # "Ruiz said that prices would rise": foretold, by whoever said it
    return "planned" if helpers & _FUTURE else "asserted"
