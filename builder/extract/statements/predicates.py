"""What a clause says: who does what to whom, in lemmas, denied or not, done or planned.

Numbers become the one lemma `#`, so that statements meet whatever figures they give.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import attrgetter

from spacy.tokens import Token

from builder.extract.statements.clauses import Clause
from builder.extract.subjects import understood_subject
from builder.knowledge import entries
from builder.model.findings import Core, Modality

NUMBER = "#"
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
_APART = frozenset({"relcl", "appos"})
_PASSIVE = frozenset({"nsubjpass", "auxpass"})
_LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE", "CCONJ", "SCONJ", "PART", "SYM", "ADP", "PRON"})
_DENIALS = frozenset({
    "not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "nothing", "none",
})  # fmt: skip
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_PARTIES = frozenset({"dobj", "nsubj", "nsubjpass"})
_WAYS = frozenset({"up", "down", "out", "off"})  # "closed 2 % up": all that tells it from "down"
_ENDINGS = ("ing", "ed")
_VERBS = frozenset({"VERB", "AUX"})
_MAYBE = frozenset({"may", "might", "could", "can"})
_SENSES = frozenset({"hear", "see", "feel", "smell"})  # "it could be felt in Ghent": it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """The verbs of a clause, and who does or undergoes what they tell."""

    verbs: Sequence[Token]
    """The verb with those that complement it, first to last: "is scheduled to visit"."""
    children: Sequence[Sequence[Token]]
    """What hangs on each of the verbs."""
    subject: Token | None
    agents: Sequence[Token]
    """Whom a passive clause names with "by"."""
    is_passive: bool

    @property
    def actor(self) -> Token | None:
        """The head of who or what acts."""
        if self.agents:
            return self.agents[0]
        return None if self.is_passive else self.subject


def deed_of(head: Token) -> Deed:
    """What the clause of this head tells, and of whom."""
    verbs, children = _chain(head)
    # "Ruiz is scheduled to visit": who is scheduled is who visits
    passive = len(verbs) == 1 and any(child.dep_ in _PASSIVE for child in children[0])
    by = [child for child in chain(*children) if child.dep_ == "agent"]
    return Deed(
        verbs=verbs,
        children=children,
        subject=understood_subject(head),
        agents=[noun for preposition in by for noun in preposition.children],
        is_passive=passive,
    )


def core_of(clause: Clause, deed: Deed) -> Core:
    """The core of a clause; words that play no part in it stand in `others`."""
    named = _phrases(() if deed.subject is None else [deed.subject])
    subject, object_ = _arguments(deed, named)
    meant = {token.i for token in named if not clause.holds(token)}
    own = {token.i for token in clause.own} - _asides(clause)
    told = _with_particles(deed)
    taken = {token.i for part in (subject, object_, told) for token in part}
    return Core(
        subject=_lemmas(token for token in subject if token.i in own or token.i in meant),
        predicate=_lemmas(told),
        object=_lemmas(token for token in object_ if token.i in own or token.i in meant),
        others=_lemmas(token for token in clause.own if token.i in own and token.i not in taken),
        negated=_is_denied(deed),
        modality=_modality(deed),
        has_verb=clause.head.pos_ in _VERBS,
    )


def _chain(head: Token) -> tuple[list[Token], list[list[Token]]]:
    """The verbs from the head down, and the children of each."""
    verbs, children = [head], [list(head.children)]
    while True:
        following = [
            c for c in children[-1] if c.dep_ == "xcomp" and c.pos_ in {"VERB", "AUX"}
        ] or _signalled(children[-1])
        if not following:
            return verbs, children
        verbs.append(following[0])
        children.append(list(following[0].children))


def _signalled(children: Iterable[Token]) -> list[Token]:
    """What there is a sign of: "shows no sign of easing" tells that it does not ease."""
    return [
        gerund
        for thing in children
        if thing.dep_ == "dobj" and thing.lemma_ == "sign"
        for preposition in thing.children
        for gerund in preposition.children
        if gerund.dep_ == "pcomp"
    ]


def _arguments(deed: Deed, named: list[Token]) -> tuple[list[Token], list[Token]]:
    """The words of who acts and of what is acted on; the subject's, `named`, may be either."""
    objects = _phrases(child for child in chain(*deed.children) if child.dep_ in _OBJECTS)
    if deed.agents or deed.is_passive:
        return _phrases(deed.agents), sorted((*named, *objects), key=attrgetter("i"))
    return named, objects


def _phrases(heads: Iterable[Token]) -> list[Token]:
    """Their phrases in reading order, without relative clauses and appositions, however deep."""
    found: list[Token] = []
    stack = list(heads)
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend([child for child in token.children if child.dep_ not in _APART])
    return sorted(found, key=attrgetter("i"))


def _asides(clause: Clause) -> set[int]:
    """Words in brackets, and pointers: "the vote (the third in a year), as shown by the count"."""
    found: set[int] = set()
    inside = False
    for token in clause.own:
        text = token.text
        inside = (inside or text == "(") and text != ")"
        if inside or token.i in found:
            found.add(token.i)
        elif token.dep_ == "advcl" and token.tag_ == "VBN" and _is_led_by_as(token):
            found.update(range(token.left_edge.i, token.right_edge.i + 1))
    return found


def _is_led_by_as(verb: Token) -> bool:
    return any(child.lower_ == "as" for child in verb.lefts)


def _with_particles(deed: Deed) -> list[Token]:
    """The verbs, each followed by its particle: "step down" is one deed."""
    return [
        token
        for verb, children in zip(deed.verbs, deed.children, strict=True)
        for token in (verb, *(child for child in children if _is_particle(child)))
    ]


def _is_particle(token: Token) -> bool:
    # the parser often takes the particle for an adverb: "stepped down"
    return token.dep_ == "prt" or (token.lower_ in _WAYS and token.i == token.head.i + 1)


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
    text = token.text
    return text.isalnum() or any(character.isalnum() for character in text)


def _is_denied(deed: Deed) -> bool:
    """Two denials make none: "did not remain unsold". What a verb denies is its own matter."""
    denials = sum(any(map(_is_denial, children)) for children in deed.children)
    return denials % 2 == 1


def _is_denial(child: Token) -> bool:
    said = child.dep_ == "neg" or child.lower_ in _DENIALS
    return said or _is_none(child) or _is_unlike(child)


def _is_none(thing: Token) -> bool:
    """What is done to nothing, or by nobody, is not done: "Acme has no plan"."""
    return thing.dep_ in _PARTIES and any(child.lower_ == "no" for child in thing.lefts)


def _is_unlike(word: Token) -> bool:
    """A participle denied by its prefix: "remains unrelenting" tells that it does not relent."""
    return word.dep_ == "acomp" and word.lower_.startswith("un") and word.lower_.endswith(_ENDINGS)


def _modality(deed: Deed) -> Modality:
    words = {verb.lemma_.lower() for verb in deed.verbs}
    helpers = {child.lower_ for child in chain(*deed.children) if child.dep_ == "aux"}
    complements = {child.lower_ for child in chain(*deed.children) if child.dep_ == "acomp"}
    for kind, telling in _modal_words():
        if telling & (words | complements):
            return kind
    if helpers & _MAYBE and not words & _SENSES:
        return "possible"
    if "would" in helpers:
        return "expected"  # "Ruiz said that prices would rise": foretold, by whoever said it
    return "planned" if helpers & _FUTURE else "asserted"


@cache
def _modal_words() -> tuple[tuple[Modality, frozenset[str]], ...]:
    """Words that tell something as other than done, what makes it least sure first."""
    kinds: tuple[Modality, ...] = ("possible", "expected", "planned")
    return tuple((kind, frozenset(entries("statement_verbs")[kind])) for kind in kinds)
