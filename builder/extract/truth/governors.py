"""What a governing word makes of the clause that hangs on it: two tokens in, a status out.

Missed on purpose: verbs whose content is so, whether they are denied or not ("did not know that").
"""

from spacy.tokens import Span, Token

from builder.extract.subjects import own_subject
from builder.extract.truth.tables import reporting, statuses, verbs_of, words_of
from builder.extract.unsaid import REPORTING, is_silent, is_unsaid
from builder.model.findings import Status

CONTENT = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acl", "prep", "pcomp", "acomp"})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "attr", "oprd", "appos"})
_LEADING = frozenset({
    "about", "against", "as", "for", "from", "of", "on", "over", "to", "with", "without",
})  # fmt: skip
"""Prepositions that lead to what a verb is about; not "dismissed after taking the money"."""
_UNDOING = frozenset({"from", "of"})  # "barred from leaving", not "barred for leaving"
_ASKING = frozenset({"whether", "if"})
_NONE = frozenset({"no", "little", "neither", "without", "nor"})
_PLANNING = verbs_of("planned") | verbs_of("expected") | {"hope", "hop"}
_BARE = frozenset({"VB"})
_PLAIN: dict[str, Status] = {
    "clear": "asked",
    "certain": "asked",
    "true": "denied",
    "so": "denied",
}


def status_under(governor: Token, below: Token) -> Status | None:
    """What the word above makes of the clause or noun below it; `None` where nothing."""
    if governor.pos_ in {"VERB", "AUX"}:
        if below.dep_ in _OBJECTS:
            return _of_content(governor, below)
        return _under_verb(governor, below) if is_content(below) else None
    if governor.lower_ == "without" and below.dep_ == "pcomp":
        return "denied"
    if below.dep_ != "relcl" and not is_content(below):
        return None
    if governor.pos_ in {"NOUN", "PROPN"}:
        return _under_noun(governor)
    return statuses("adjectives").get(governor.lower_) if governor.pos_ == "ADJ" else None


def is_content(below: Token) -> bool:
    """Whether the word is or leads to what its verb is about: "for him to go", "short of"."""
    if below.dep_ == "prep":
        return below.lower_ in _LEADING
    if below.dep_ == "advcl":
        # "cannot imagine the man shooting them": parsed as what happens meanwhile
        thought = below.tag_ == "VBG" and below.head.lemma_.lower() in verbs_of("supposed")
        return thought or any(c.lower_ == "for" for c in below.lefts) or _is_called_for(below)
    return below.dep_ in CONTENT or (below.dep_ == "advmod" and below.lower_ == "short")


def _is_called_for(below: Token) -> bool:
    """Whether others are to do it: "called on Velm to free the poet", parsed as a purpose."""
    verb = below.head
    to = any(child.tag_ == "TO" for child in below.lefts)
    preps = [child.lower_ for child in verb.rights if child.dep_ == "prep"]
    return to and any(f"{verb.lemma_.lower()} {prep}" in verbs_of("wanted") for prep in preps)


def is_content_noun(noun: Token) -> bool:
    """Whether a clause can be what the noun holds: "the claim that", "no evidence that"."""
    return noun.lemma_.lower() in statuses("nouns") or noun.lemma_.lower() in words_of("no")


def _of_content(verb: Token, noun: Token) -> Status | None:
    """What the verb makes of a claim, held by a noun: "rejected reports that …"."""
    if is_of(verb, verbs_of("denied"), noun) or _has_verdict(verb, noun):
        return "hypothetical" if is_unsaid(verb) else "denied"
    if verb.lemma_ == "be" and any(c.lower_ in _NONE for c in noun.lefts):
        return "denied"
    return None


def _has_verdict(verb: Token, noun: Token) -> bool:
    """Whether the claim is called untrue: "called the claim a lie", "the reports were false"."""
    named = any(
        child.lower_ in words_of("verdicts") and child != noun
        for child in verb.children
        if child.dep_ in {"oprd", "attr", "acomp", "dobj", "ccomp"}
    )
    if named or verb.lemma_.lower() not in reporting("call"):
        return named
    # "called reports that he had signed for Velm nonsense": parsed as "for nonsense"
    return any(token.lower_ in words_of("verdicts") for token in _right_of(verb))


def _right_of(verb: Token) -> Span:
    return verb.doc[verb.i + 1 : verb.right_edge.i + 1]


def _under_verb(verb: Token, below: Token) -> Status | None:
    lemma = verb.lemma_.lower()
    if _asks(below):
        return "asked"
    if lemma in verbs_of("known") and below.dep_ == "ccomp":
        return None
    stands = below.dep_ != "prep" or below.lower_ in {"as", "against"}
    if stands and is_of(verb, verbs_of("denied"), below):
        return "hypothetical" if is_unsaid(verb) else "denied"
    if _is_undone(verb, below):
        return "denied"
    return _under_be(verb, below) if lemma == "be" else _by_kind(verb, below)


def _is_undone(verb: Token, below: Token) -> bool:
    """Whether what depends on the verb did not happen, or nobody said so."""
    if is_of(verb, verbs_of("averted"), below):
        return below.dep_ != "prep" or below.lower_ in _UNDOING
    content = verb.lemma_.lower() in REPORTING or below.dep_ in {"xcomp", "pcomp", "prep"}
    unsaid = is_unsaid(verb) or _is_of_nothing(verb)
    return is_silent(verb) or _pleads_innocence(verb) or (unsaid and content)


def _is_of_nothing(verb: Token) -> bool:
    """Whether it tells what nothing says: "nothing to suggest that", "no sign to show that"."""
    noun = verb.head
    none = noun.lower_ in {"nothing", "none"} or any(c.lower_ in _NONE for c in noun.lefts)
    return verb.dep_ in {"relcl", "acl"} and none


def _under_be(verb: Token, below: Token) -> Status | None:
    """What a predicate says of a clause: "it is untrue that", "is due to", "is to meet"."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd"} and child != below:
            found = statuses("adjectives").get(child.lower_)
            if child.lower_ in words_of("verdicts") and below.dep_ != "xcomp":
                found = "denied"
            if found:
                return "denied" if found == "denied" or _is_negated(verb) else found
            if child.lower_ in _PLAIN and _is_negated(verb):
                return _PLAIN[child.lower_]
    judged = any(child.dep_ in {"acomp", "attr", "expl"} for child in verb.children)
    to = below.tag_ == "VB" and any(child.lower_ == "to" for child in below.lefts)
    return "planned" if below.dep_ in {"xcomp", "ccomp"} and to and not judged else None


def _by_kind(verb: Token, below: Token) -> Status | None:
    lemma = verb.lemma_.lower()
    own = lemma == "claim" and below.dep_ == "xcomp"  # "claimed to own it"
    if is_of(verb, verbs_of("alleged"), below) and not own:
        return "alleged"
    if _is_demanded(verb, below) or _is_wanted(verb, below):
        return "recommended"
    if lemma in _PLANNING and below.dep_ in {"xcomp", "ccomp"}:
        return _of_plan(verb, below)
    if lemma in verbs_of("supposed") or (lemma in verbs_of("possible") and below.dep_ != "ccomp"):
        return "hypothetical"
    return "attributed" if lemma in REPORTING and below.dep_ == "ccomp" else None


def _is_demanded(verb: Token, below: Token) -> bool:
    """Whether the verb says what should be: "recommended that", "suggested that he resign"."""
    lemma = verb.lemma_.lower()
    subjunctive = below.dep_ == "ccomp" and _is_subjunctive(below)
    demands = lemma in reporting("demand") and lemma != "move"
    return demands or (subjunctive and (lemma in REPORTING or lemma == "move"))


def _is_wanted(verb: Token, below: Token) -> bool:
    """Whether it is asked of others: not "wanted to sell the mill", which is one's own wish."""
    if _is_finite(below) or not is_of(verb, verbs_of("wanted"), below):
        return False
    if below.dep_ == "prep":
        return f"{verb.lemma_.lower()} {below.lower_}" in verbs_of("wanted")
    others = own_subject(below) is not None or any(c.dep_ == "dobj" for c in verb.children)
    return others or verb.lemma_ != "want"


def _of_plan(verb: Token, below: Token) -> Status:
    """What a verb of planning makes of its content: "vowed that he had paid" plans nothing."""
    if not _is_finite(below) or verb.lemma_.lower() in verbs_of("expected"):
        return "planned"
    return "hypothetical" if verb.lemma_.lower() in verbs_of("possible") else "attributed"


def _pleads_innocence(verb: Token) -> bool:
    """Whether it is a plea of "not guilty" to what follows."""
    words = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 3]]
    if verb.lemma_ != "plead":
        return False
    return words == ["not", "guilty"] or words[:1] == ["innocent"]


def _is_finite(below: Token) -> bool:
    return below.dep_ == "ccomp" and not any(child.tag_ == "TO" for child in below.lefts)


def _is_subjunctive(verb: Token) -> bool:
    """Whether it is what should be: "that six be moved", "suggested that he resign"."""
    helpers = [child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}]
    # "suggested that the two sides settle": in the past it would be "settled"
    past = verb.head.tag_ == "VBD" and verb.head.lemma_ == "suggest" and verb.tag_ == "VBP"
    bare = (verb.tag_ in _BARE or past) and not helpers
    return own_subject(verb) is not None and (helpers == ["be"] or bare)


def _under_noun(noun: Token) -> Status | None:
    lemma = noun.lemma_.lower()
    denied = any(child.lower_ in _NONE for child in noun.lefts) or _is_negated(noun.head)
    if lemma in words_of("no"):
        return "denied" if denied else None
    found = statuses("nouns").get(lemma)
    return "denied" if found and denied else found


def is_of(verb: Token, verbs: frozenset[str], below: Token | None = None) -> bool:
    """Whether the verb, or the verb with its particle or preposition, is one of these."""
    lemma = verb.lemma_.lower()
    small = {child.lower_ for child in verb.rights if child.dep_ in {"prt", "prep", "advmod"}}
    if below is not None:
        small |= {below.lower_, *(child.lower_ for child in below.lefts if child.dep_ == "mark")}
    return lemma in verbs or any(f"{lemma} {word}" in verbs for word in small)


def _asks(below: Token) -> bool:
    marks = (c for c in below.lefts if c.dep_ in {"mark", "advmod", "cc"})
    return below.dep_ != "advcl" and any(child.lower_ in _ASKING for child in marks)


def _is_negated(word: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "never" for child in word.children)
