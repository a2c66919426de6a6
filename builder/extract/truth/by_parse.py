"""Objections by the parse: the head of a clause in, what its sentence says against it out."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from builder.extract.truth.conditions import by_auxiliaries, by_conditions, by_marks
from builder.extract.truth.governors import CONTENT, is_content, is_content_noun, status_under
from builder.extract.truth.objections import Objection, by_governor
from builder.extract.truth.tables import words_of
from builder.extract.unsaid import REPORTING

_STEPS = 10  # heads above a clause: "no evidence to support the claim that he took the money"
_JOINED = frozenset({"conj", "xcomp", "pcomp", "prep", "acomp"})
_THINGS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "oprd", "appos"})
_OPENERS = frozenset({"that", "whether", "to"})
_LED = frozenset({"xcomp", "ccomp"})
_VERBS = frozenset({"VERB", "AUX"})


def objections_of(head: Token, span: Span) -> Iterator[Objection]:
    """Those of the words that govern the clause, and of its own."""
    yield from _own(head, span)
    node, told = head, False
    for _ in range(_STEPS):
        above = node.head
        if above == node or not _leads_up(node):
            return
        status = None if node.dep_ == "conj" else status_under(above, node)
        if status is not None:
            yield by_governor(status, above, span)
        told = told or _is_told(above, node)
        if status != "asked":
            yield from _passed_on(above, node, span, told=told)
        node = above


def _own(head: Token, span: Span) -> Iterator[Objection]:
    told = any(_is_told(token.head, token) for token in (head, head.head))
    yield from by_marks(head)
    yield from by_auxiliaries(head, span, told=told)
    yield from by_conditions(head)
    for child in head.children:
        if child.dep_ == "xcomp":
            yield from by_conditions(child)
        if child.dep_ in CONTENT | _THINGS and span.start <= child.i < span.end:
            yield from _led_to(head, child, span)


def _led_to(head: Token, child: Token, span: Span) -> Iterator[Objection]:
    """What the clause itself says of what depends on its verb: "plans to sell the mill"."""
    governor, below = head, child
    if child.dep_ == "acomp":
        governor, below = child, next((c for c in child.children if c.dep_ in _LED), child)
    leads = child.pos_ != "ADP" or any(c.dep_ == "pcomp" for c in child.children)
    if below.dep_ not in CONTENT or not leads:
        return
    status = status_under(governor, below)
    if status in {None, "attributed"} or (status == "denied" and below.dep_ != "ccomp"):
        return  # "refused to sign": the refusal is what happened
    yield by_governor(status, governor, span)


def _passed_on(above: Token, node: Token, span: Span, *, told: bool) -> Iterator[Objection]:
    """What holds for the word above and so for what depends on it."""
    beside = node.dep_ == "prep" and not is_content(node)  # "left after selling the mill"
    shares = node.dep_ in _JOINED and _shares(node) and not beside
    if above.pos_ not in _VERBS:
        return
    if shares or node.dep_ in _THINGS or (node.dep_ in CONTENT and not beside):
        yield from by_marks(above)
        yield from by_conditions(above)
    if shares:
        yield from by_auxiliaries(above, span, told=told or _is_told(above.head, above))
    elif node.dep_ in CONTENT | {"advcl"}:
        found = by_auxiliaries(above, span, told=told or _is_told(above.head, above))
        yield from (each for each in found if _is_shared(each, node))


def _is_shared(found: Objection, node: Token) -> bool:
    """Whether what a verb's auxiliary or adverb says holds for what depends on it, too.

    "Will sell the mill when it closes", "allegedly wrote that he left", "may have said that".
    """
    if node.dep_ not in {"advcl", "prep"}:
        return found.status == "alleged" or found.words.text.lower() in {"may", "might"}
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.lefts)
    return found.status == "planned" or (found.status != "denied" and not own)


def _shares(node: Token) -> bool:
    """Whether a verb shares the auxiliaries of the one before: "will close and sell the mill"."""
    if node.dep_ != "conj":
        return True
    own = any(c.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass"} for c in node.lefts)
    return not own and node.tag_ not in {"VBD", "VBZ", "VBP"}


def _leads_up(node: Token) -> bool:
    """Whether what governs the word above governs this one too."""
    if node.dep_ in _THINGS:
        return _holds_content(node)
    if node.dep_ in {"relcl", "acl"}:
        return _is_absolute(node.head) or (is_content_noun(node.head) and _says_content(node))
    if node.dep_ == "advcl":
        first = {child.lower_ for child in node.lefts if child.dep_ in {"mark", "advmod"}}
        return first.isdisjoint(words_of("reasons"))
    return node.dep_ in {"conj", "prep"} or is_content(node)


def _holds_content(node: Token) -> bool:
    """Whether a noun leads from the clause that it holds to the verb above it."""
    if is_content_noun(node) or node.lower_ in words_of("verdicts") or _is_absolute(node):
        return True
    return node.pos_ in _VERBS and node.dep_ in {"dobj", "attr"}


def _is_absolute(noun: Token) -> bool:
    """Whether a clause in all but name hangs on it: "was closed, with residents moving out"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "with"


def _says_content(clause: Token) -> bool:
    """Whether it says what the noun holds: "the claim that he left", "a plan to sell"."""
    marked = any(c.lower_ in _OPENERS and c.dep_ in {"mark", "aux"} for c in clause.lefts)
    return marked or (clause.dep_ == "acl" and clause.tag_ not in {"VBN", "VBG"})


def _is_told(above: Token, node: Token) -> bool:
    return node.dep_ == "ccomp" and above.lemma_.lower() in REPORTING
