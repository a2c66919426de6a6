"""What a reporting verb governs in its sentence: token ranges `(first, end)` of its content.

Where the parse gives the verb no clause, the rest of its sentence is taken if it holds one.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.attribution.cues import holds_clause, is_finite, kinds_of, may_speak
from builder.extract.attribution.indirect.widening import FEWEST_WORDS, LONGEST
from builder.extract.attribution.speakers import is_inverted

_CLAUSES = frozenset({"say", "tell", "think", "show", "ask"})
_SPOKEN = frozenset({"say", "tell"})  # "those who think that …" are nobody in particular
_PLAIN = frozenset({"say", "tell", "show"})
_CUE_PARTS = frozenset({"punct", "advmod", "npadvmod", "prep", "dobj", "dative", "neg", "aux"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_OCCASIONAL = frozenset({"at", "during", "for", "in", "on", "to", "via", "with", "without"})
_HUNG = frozenset({"acl", "relcl", "ccomp"})
_MEASURING = frozenset({"put", "estimate"})
_REASONS = frozenset({"because", "if", "unless", "although", "though", "since"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_SENTENCE_PARTS = frozenset({":", ";"})
_FINITE = frozenset({"VBD", "VBP", "VBZ"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST_TIME = 6  # tokens: "in the early hours of Monday"
_NEAR_CUE = 8  # tokens: "; my editor at the time argued"
_OPENING = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ"})


def clauses(verb: Token, speaker: Token | None) -> Iterator[tuple[int, int]]:
    """The verb's own clauses: "said (that) …", "asked whether …", "promised to …".

    An order or a plea is a deed, no words: "ordered the mill to close".
    """
    kinds = kinds_of(verb)
    for child in verb.children:
        if child.dep_ not in {"ccomp", "xcomp"}:
            continue
        if child.left_edge.lower_ in _REFLEXIVE or (child.left_edge == child and kinds_of(child)):
            continue  # "declared himself satisfied"; "…, reported state media" is another cue
        clause = child.dep_ == "ccomp" and (
            kinds & (_SPOKEN if verb.dep_ == "relcl" else _CLAUSES)
            or ("manner" in kinds and child.left_edge.lower_ == "that")  # "shouting that …"
        )
        if clause and child.i < verb.i and _is_parted(child, verb, speaker):
            continue
        infinitive = child.dep_ == "xcomp" and "infinitive" in kinds and is_finite(verb)
        gerund = child.dep_ == "xcomp" and "gerund" in kinds and _is_gerund(child)
        negated = any(c.dep_ == "neg" for c in verb.children)
        to = any(c.tag_ == "TO" for c in child.children)
        if (
            clause
            or gerund
            or (infinitive and to and not negated and verb.dep_ not in {"relcl", "acl"})
        ):
            first, end = extent(verb, child, speaker)
            if infinitive and not clause and not kinds & {"tell"}:
                first = _from_person(verb, first)
            yield first, end
            if clause and child.i < verb.i:
                yield from _going_on(verb)


def measured(verb: Token) -> Iterator[tuple[int, int]]:
    """A figure that the verb gives to a thing: "officials put the toll at 12"."""
    if verb.lemma_.lower() not in _MEASURING or not is_finite(verb):
        return
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if thing is None or subject is None or not may_speak(subject):
        return
    for at in (c for c in (*verb.rights, *thing.rights) if c.lower_ == "at" and c.i > thing.i):
        if any(token.like_num for token in at.subtree):
            yield thing.left_edge.i, at.right_edge.i + 1


def _going_on(verb: Token) -> Iterator[tuple[int, int]]:
    """What goes on behind its cue: "She had retired, Ruiz said, and had never seen the file".

    So does a clause with its own subject, and a reason. Without an auxiliary or a subject it tells
    what the speaker did: "It was late, she said, and left".
    """
    for child in verb.rights:
        helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in _FINITE for c in child.lefts)
        own = any(c.dep_ in _SUBJECTS for c in child.lefts) and not kinds_of(child)
        joined = child.left_edge.i > 1 and child.left_edge.nbor(-1).dep_ == "cc"
        apart = joined and child.left_edge.nbor(-2).text == ","
        reason = child.dep_ == "advcl" and child.left_edge.lower_ in _REASONS
        if reason and child.left_edge.nbor(-1).text == ",":
            yield child.left_edge.i, child.right_edge.i + 1
        if child.dep_ == "conj" and apart and (helped or own):
            yield child.left_edge.i, child.right_edge.i + 1


def hung(verb: Token) -> Iterator[tuple[int, int]]:
    """A clause with "that" that the parse hung on the end of the verb's own phrases.

    "Acme said in a filing with the regulator that its mill would close", "told the same call that
    …". A clause stays where its "that" is a subject or its noun holds it: "said in a note that was
    sent in the hope that …".
    """
    if not kinds_of(verb) & (_SPOKEN if verb.dep_ == "relcl" else _CLAUSES):
        return
    told = "tell" in kinds_of(verb)
    phrases = [c for c in verb.rights if c.lower_ in _OCCASIONAL or (told and c.dep_ == "dobj")]
    last = phrases[-1] if phrases else None
    while last is not None and not (last.dep_ in _HUNG and last.left_edge.lower_ == "that"):
        last = next(reversed(tuple(last.rights)), None)
    if last is None:
        return
    opens, noun = last.left_edge, last.head
    subjects = [c for c in last.lefts if c.dep_ in _SUBJECTS and c != opens]
    if subjects and opens.lower_ == "that" and opens.head == last and not holds_clause(noun):
        first, end = extent(verb, last, None)
        yield first + (verb.doc[first] == opens), end


def extent(verb: Token, content: Token, speaker: Token | None) -> tuple[int, int]:
    """The range of a clause beside its cue, without "that", cue and speaker."""
    left, right = content.left_edge.i, content.right_edge.i
    if content.i < verb.i:
        stop = min(verb.left_edge.i if verb.left_edge.i > content.i else verb.i, verb.i)
        if speaker is not None and content.i < speaker.left_edge.i < verb.i:
            stop = min(stop, speaker.left_edge.i)
        return left, min(right + 1, stop) if left < verb.i <= right else right + 1
    start = left = max(left, verb.i + 1)
    while left < right and verb.doc[left].lower_ == "that" and _is_mark(verb.doc[left], verb):
        left += 1
    left = _after_time(content, left) if left == start else left
    return left, _before_other(verb, content) or _with_coordinated(verb, right + 1)


def _after_time(content: Token, left: int) -> int:
    """Where content begins behind the time of its cue: "Acme said on Friday its mill would shut".

    A comma makes the time the content's own: "said on Friday, its mill would shut".
    """
    subject = next((c for c in content.lefts if c.dep_ in _SUBJECTS), None)
    first = left if subject is None else subject.left_edge.i
    between = content.doc[left:first] if left < first <= left + _LONGEST_TIME else ()
    timed = [token.ent_type_ in _TIMES for token in between]
    told = all(time or token.pos_ == "ADP" for time, token in zip(timed, between, strict=True))
    return first if any(timed) and told else left


def _is_mark(that: Token, verb: Token) -> bool:
    """Whether "that" only opens its clause, also where the parse makes it an object.

    Right behind the verb it does so before a noun too: "concluded that sleep is needed".
    """
    opens = that.dep_ == "det" and that.i == verb.i + 1 and kinds_of(verb) & _SPOKEN
    return that.dep_ == "mark" or bool(opens) or (that.dep_ == "dobj" and that.tag_ == "WDT")


def around(verb: Token) -> Iterator[tuple[int, int]]:
    """The sentence that a cue is set into: "The tax, he said, is too high"."""
    head, before = verb.head, verb.doc[max(0, verb.left_edge.i - 1)]
    inverted = is_inverted(verb)  # "The dam, say experts, is old"
    bare = all(c.dep_ in _CUE_PARTS or (inverted and c.dep_ == "nsubj") for c in verb.rights)
    if not bare or not (verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and before.text == ",")):
        return
    if head.dep_ == "conj" and verb.left_edge.i <= head.left_edge.i + 1:
        head = head.head  # "The mine was shut, officials say, as water rose": all of it was said
    first, end = head.left_edge.i, head.right_edge.i + 1
    start = verb.i if inverted else verb.left_edge.i
    for part in ((first, start), (verb.right_edge.i + 1, end)):
        words = [token for token in verb.doc[part[0] : part[1]] if not token.is_punct]
        if len(words) >= FEWEST_WORDS:
            yield part


def rest_of_sentence(
    reading: ArticleView, verb: Token, speaker: Token
) -> Iterator[tuple[int, int]]:
    """The rest of the sentence, if it holds a clause: "WHO say the lack of it is a cause"."""
    _, stop = reading.sentence(verb)
    plain = kinds_of(verb) & _PLAIN and is_finite(verb) and verb.dep_ != "relcl"
    if not plain or speaker.i > verb.i or verb.doc[verb.i - 1].text == ",":
        return
    first = verb.i + 1
    while first < stop and reading.tokens[first].pos_ == "ADV":
        first += 1
    rest = reading.tokens[first : min(stop, first + LONGEST)]
    says_that = bool(rest) and rest[0].lower_ == "that"
    opens = bool(rest) and "bare" in kinds_of(verb) and rest[0].pos_ in _OPENING
    if not (says_that or opens):
        return
    if _has_clause(rest):
        yield first + says_that, stop


def before_inverted(reading: ArticleView, verb: Token) -> Iterator[tuple[int, int]]:
    """What stands before a cue that opens with its verb: "…, reported state media"."""
    start, before = reading.sentence(verb)[0], verb.i - 1
    objects = [c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}]
    plain = kinds_of(verb) & _PLAIN and verb.tag_ in _FINITE
    if not plain or not objects or before <= start or verb.doc[before].text != ",":
        return
    if objects[0].left_edge.i == verb.i + 1:
        yield start, before


def set_behind(reading: ArticleView, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """The sentence before a cue that only follows it: "…, Ruiz told AFP", "…, as PA reported"."""
    yield from _before_teller(reading, verb, speaker)
    yield from _as_reported(reading, verb, speaker)


def _before_teller(reading: ArticleView, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """The sentence before a cue that the parse sets beside it: "The mill burned, Ruiz told AFP".

    Who says it stands between a comma and the verb; nothing but whom, where and when comes after.
    """
    inverted = is_inverted(verb)
    first = verb if inverted else speaker.left_edge
    start, before = reading.sentence(verb)[0], first.i - 1
    object_ = any(c.dep_ == "dobj" for c in verb.rights)
    telling = kinds_of(verb) & ({"tell"} if object_ else _CLAUSES)
    own = is_finite(verb) and speaker.head == verb and verb.dep_ in {"conj", "ROOT"}
    if not (telling and own and before > start and verb.doc[before].text == ","):
        return
    bare = all(
        child.dep_ in _CUE_PARTS or (inverted and child == speaker) for child in verb.rights
    )
    if bare and _is_told(verb, start, before):
        yield start, before


def _as_reported(reading: ArticleView, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """The sentence before "as": "The mill burned, as the agency reported"."""
    start, opens = reading.sentence(verb)[0], verb.left_edge
    marked = verb.dep_ == "advcl" and opens.lower_ == "as" and opens.dep_ == "mark"
    before = opens.i - 1
    if not (marked and "say" in kinds_of(verb) and is_finite(verb) and before > start):
        return
    bare = all(child.dep_ in _CUE_PARTS - {"dobj"} for child in verb.rights)
    after = verb.doc[before].text == "," and verb.head.i < before
    if bare and after and speaker.i < verb.i and _is_told(verb, start, before):
        yield start, before


def past_other(verb: Token, first: int, end: int) -> int:
    """Where content before its cue begins, past what a colon or a semicolon parts from it.

    "Acme has not given up: it would sell the mill, Ruiz said": her words begin behind the colon.
    """
    before = verb.doc[first:end]
    strong = next((at for at in reversed(before) if at.text in _SENTENCE_PARTS), None)
    if end > verb.i or strong is None or not _has_clause(verb.doc[strong.i + 1 : end]):
        return first
    return strong.i + 1


def _is_told(verb: Token, first: int, end: int) -> bool:
    """Whether the words hold a clause of their own, and no other cue with its content."""
    words = verb.doc[first:end]
    return _has_clause(words) and not any(
        "say" in kinds_of(token)
        and (token.nbor().is_punct or any(c.dep_ == "ccomp" for c in token.children))
        for token in words
    )


def _has_clause(words: Iterable[Token]) -> bool:
    """Whether a subject and a finite verb are among the words."""
    found = tuple(words)
    return any(token.dep_ in _SUBJECTS for token in found) and any(
        is_finite(token) for token in found if token.pos_ in {"VERB", "AUX"}
    )


def _is_gerund(content: Token) -> bool:
    """Whether the content is a gerund: "denied having met", "admitted taking"."""
    auxiliaries = [child for child in content.lefts if child.dep_ in {"aux", "auxpass"}]
    return (auxiliaries[0] if auxiliaries else content).tag_ == "VBG"


def _from_person(verb: Token, first: int) -> int:
    """Where content begins that has its own subject: "asked the council to close the bridge"."""
    objects = [child for child in verb.rights if child.dep_ == "dobj" and child.i < first]
    return objects[-1].left_edge.i if objects else first


def _is_parted(content: Token, verb: Token, speaker: Token | None) -> bool:
    """Whether content before its cue is another sentence: "The story never ran: Ruiz said …".

    So it is where the verb has an object: "The lead is gone – a poll showed Roe in front."
    """
    first = verb if speaker is None or speaker.i > verb.i else speaker
    between = verb.doc[content.right_edge.i : first.i]
    if first.i <= content.right_edge.i:
        between = verb.doc[content.i : first.left_edge.i]
    strong = any(token.text in _SENTENCE_PARTS for token in between[-_NEAR_CUE:])
    own = {"ccomp", "xcomp"} if "tell" in kinds_of(verb) else {"ccomp", "xcomp", "dobj"}
    return strong or any(c.dep_ in own and c != speaker for c in verb.rights)


def _before_other(verb: Token, content: Token) -> int | None:
    """Where content ends before another cue of the same speaker that the parse hung on it.

    "Ruiz urged voters to stay and vowed to rebuild": she did not urge them to vow.
    """
    for child in content.rights:
        joined = child.dep_ == "conj" and child.nbor(-1).dep_ == "cc" and child.tag_ in _FINITE
        other = child.tag_ != content.tag_ and (
            child.tag_ == verb.tag_ or "say" in kinds_of(child)
        )
        if joined and other and kinds_of(child) and is_finite(verb):
            return child.i - 1
    return None


def _with_coordinated(verb: Token, end: int) -> int:
    """Go on over a clause coordinated with the content that the parse hung on the verb.

    "He said the road was shut and two men were hurt": the second clause is what he said too.
    """
    for child in verb.children:
        if child.dep_ == "conj" and child.i > end and not kinds_of(child):
            own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in child.children)
            joined = verb.doc[end : child.left_edge.i]
            if own and all(token.dep_ in {"cc", "punct"} for token in joined):
                return child.right_edge.i + 1
    return end
