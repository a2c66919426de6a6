"""Indirect and mixed speech: the clause that a reporting verb or "according to" governs.

"Ruiz said the bridge was unsafe", "the bridge, she said, is unsafe", "…, reported state media",
"according to the ministry, …". Where the parse gives a reporting verb no clause, the rest of its
sentence is taken if it holds one. Missed: content as a noun phrase ("she announced a strike").
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from builder.extract.quotes.cues import is_finite, is_passive, is_words, kinds_of
from builder.extract.quotes.draft import RELAY_ONLY, Draft
from builder.extract.quotes.outlets import outlet_within
from builder.extract.quotes.reading import Reading
from builder.extract.quotes.speakers import speaker_of
from builder.model.findings import QuoteKind

_CLAUSES = frozenset({"say", "tell", "think", "show", "ask"})
_SPOKEN = frozenset({"say", "tell"})  # "those who think that …" are nobody in particular
_PLAIN = frozenset({"say", "tell", "show"})
_PARTING = frozenset({",", ":", ";", "—", "–", "-"})
_NOBODY = frozenset({"that", "this", "one", "you", "time", "history", "all", "which", "there"})
_EDGE = " \t\n\r\xa0,;:—–-"
_FEWEST_AROUND = 5  # words of a part beside the cue: "In the end, Ruiz said, …" has one part only
_CUE_PARTS = frozenset({"punct", "advmod", "npadvmod", "prep", "dobj", "dative", "neg", "aux"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_SENTENCE_PARTS = frozenset({":", ";"})
_NEAR_CUE = 8  # tokens: "; my editor at the time argued"
_BREAKING_OFF = frozenset({"which", "who", "that", "because", "and", "but", "when", "where", "as"})
_SHORTEST = 2  # words
_LONGEST = 300  # tokens: a longer clause is a sentence without its full stops
_BARE = frozenset(
    {"say", "claim"}
)  # take a clause without "that"; "found a house that …" must not
_OPENING = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SCONJ"})


def indirect_quotes(
    reading: Reading, used: frozenset[int], cues: frozenset[int]
) -> Iterator[Draft]:
    """Contents outside quotation marks; `used` marks and `cues` govern direct quotes already."""
    for token in reading.doc:
        if not reading.is_outside(token):
            continue
        if token.lemma_ == "be":
            yield from _of_words(reading, token, used)
        elif token.lower_ == "according":
            yield from _according_to(reading, token, used)
        elif kinds_of(token):
            yield from _of_verb(reading, token, used, has_quote=token.i in cues)


def _of_verb(
    reading: Reading, verb: Token, used: frozenset[int], *, has_quote: bool
) -> Iterator[Draft]:
    if has_quote:
        return
    speaker = speaker_of(reading, verb)
    how, ranges = "clause", list(_clauses(verb, speaker))
    if not ranges and speaker is not None and not is_passive(verb):
        how, ranges = "around", list(_around(verb))
        if not ranges:
            how, ranges = "rest", list(_rest(reading, verb, speaker))
    if (not ranges and speaker is None) or (
        speaker is not None and verb.dep_ == "conj" and not ranges
    ):
        speaker, how, ranges = _inverted(reading, verb)
    if speaker is None or _is_nobody(verb, speaker):
        return
    for first, end in ranges:
        draft = _draft(
            reading,
            first,
            _before_source(reading, verb, first, end),
            used,
            Draft(start=0, end=0, kind="indirect", how=how, cue=verb, speaker=speaker),
        )
        if draft is not None:
            yield draft


def _before_source(reading: Reading, verb: Token, first: int, end: int) -> int:
    """Where the content ends if its source follows: "Ruiz said it is late, according to AFP"."""
    for token in reading.doc[max(first, verb.i) : min(end, first + _LONGEST)]:
        if token.lower_ == "according" and reading.doc[token.i - 1].text == ",":
            return token.i - 1
    return end


def _of_words(reading: Reading, verb: Token, used: frozenset[int]) -> Iterator[Draft]:
    """Content of a noun that stands for someone's words: "Ruiz's view is that …"."""
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and is_words(c)), None)
    owner = None if noun is None else next((c for c in noun.children if c.dep_ == "poss"), None)
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if owner is None or content is None:
        return
    first, end = _extent(verb, content, owner)
    outline = Draft(start=0, end=0, kind="indirect", how="view", cue=verb, speaker=owner)
    draft = _draft(reading, first, end, used, outline)
    if draft is not None:
        yield draft


def _is_nobody(verb: Token, speaker: Token) -> bool:
    """No one in particular: "that said, …", "it is safe to say", "voters who say …"."""
    any_who = verb.dep_ == "relcl" and (speaker.tag_ == "NNS" or speaker.lower_ == "those")
    anyone = speaker.lower_ == "it" and verb.tag_ == "VB" and verb.dep_ in {"xcomp", "ccomp"}
    return any_who or anyone or speaker.lower_ in _NOBODY


def _clauses(verb: Token, speaker: Token | None) -> Iterator[tuple[int, int]]:
    """The verb's own clauses: "said (that) …", "asked whether …", "promised to …"."""
    kinds = kinds_of(verb)
    for child in verb.children:
        if child.left_edge.lower_ in _REFLEXIVE or (child.left_edge == child and kinds_of(child)):
            continue  # "declared himself satisfied"; "…, reported state media" is another cue
        clause = child.dep_ == "ccomp" and kinds & (_SPOKEN if verb.dep_ == "relcl" else _CLAUSES)
        if clause and child.i < verb.i and _is_parted(child, verb, speaker):
            continue
        infinitive = child.dep_ == "xcomp" and kinds & {"infinitive", "ask"} and is_finite(verb)
        negated = any(c.dep_ == "neg" for c in verb.children)
        to = any(c.tag_ == "TO" for c in child.children)
        if clause or (infinitive and to and not negated and verb.dep_ not in {"relcl", "acl"}):
            yield _extent(verb, child, speaker)


def _is_parted(content: Token, verb: Token, speaker: Token | None) -> bool:
    """Whether content before its cue is another sentence: "The story never ran: Ruiz said …"."""
    first = verb if speaker is None or speaker.i > verb.i else speaker
    between = verb.doc[content.right_edge.i : first.i]
    if first.i <= content.right_edge.i:
        between = verb.doc[content.i : first.left_edge.i]
    strong = any(token.text in _SENTENCE_PARTS for token in between[-_NEAR_CUE:])
    return strong or any(child.dep_ in {"ccomp", "xcomp"} for child in verb.rights)


def _extent(verb: Token, content: Token, speaker: Token | None) -> tuple[int, int]:
    left, right = content.left_edge.i, content.right_edge.i
    if content.i < verb.i:
        stop = min(verb.left_edge.i if verb.left_edge.i > content.i else verb.i, verb.i)
        if speaker is not None and content.i < speaker.left_edge.i < verb.i:
            stop = min(stop, speaker.left_edge.i)
        return left, min(right + 1, stop) if left < verb.i <= right else right + 1
    left = max(left, verb.i + 1)
    while left < right and verb.doc[left].lower_ == "that" and verb.doc[left].dep_ == "mark":
        left += 1
    return left, _with_coordinated(verb, right + 1)


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


def _around(verb: Token) -> Iterator[tuple[int, int]]:
    """The sentence that a cue is set into: "The tax, he said, is too high"."""
    head, before = verb.head, verb.doc[max(0, verb.left_edge.i - 1)]
    bare = all(child.dep_ in _CUE_PARTS for child in verb.rights)
    if not bare or not (verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and before.text == ",")):
        return
    first, end = head.left_edge.i, head.right_edge.i + 1
    for part in ((first, verb.left_edge.i), (verb.right_edge.i + 1, end)):
        words = [token for token in verb.doc[part[0] : part[1]] if not token.is_punct]
        if len(words) >= _FEWEST_AROUND:
            yield part


def _rest(reading: Reading, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """The rest of the sentence, if it holds a clause: "WHO say the lack of it is a cause"."""
    sent = reading.sentence(verb)
    plain = kinds_of(verb) & _PLAIN and is_finite(verb) and verb.dep_ != "relcl"
    if not plain or speaker.i > verb.i:
        return
    first = verb.i + 1
    while first < sent.end and verb.doc[first].pos_ == "ADV":
        first += 1
    rest = verb.doc[first : min(sent.end, first + _LONGEST)]
    if verb.doc[verb.i - 1].text == ",":
        return
    says_that = len(rest) > 0 and rest[0].lower_ == "that"
    if not (
        says_that or (verb.lemma_.lower() in _BARE and len(rest) and rest[0].pos_ in _OPENING)
    ):
        return
    if any(token.dep_ in {"nsubj", "nsubjpass", "expl"} for token in rest) and any(
        is_finite(token) for token in rest if token.pos_ in {"VERB", "AUX"}
    ):
        yield first + says_that, sent.end


def _inverted(reading: Reading, verb: Token) -> tuple[Token | None, str, list[tuple[int, int]]]:
    """A cue after its content, verb first: "…, reported state media"."""
    sent, before = reading.sentence(verb), verb.i - 1
    objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i]
    plain = "say" in kinds_of(verb) and verb.tag_ in {"VBD", "VBZ", "VBP"}
    if not plain or not objects or before <= sent.start or verb.doc[before].text != ",":
        return None, "", []
    if objects[0].left_edge.i != verb.i + 1:
        return None, "", []
    return objects[0], "inverted", [(sent.start, before)]


def _according_to(reading: Reading, token: Token, used: frozenset[int]) -> Iterator[Draft]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    to = to or (
        token.nbor() if token.i + 1 < len(token.doc) and token.nbor().lower_ == "to" else None
    )
    source = None if to is None else next((c for c in to.children if c.dep_ == "pobj"), None)
    if source is None:
        return
    sent = reading.sentence(token)
    leads = token.i - sent.start <= 1
    first, end = (source.right_edge.i + 1, sent.end) if leads else (sent.start, token.i)
    if not first < end <= first + _LONGEST or not (leads or _is_told(token.doc[first:end])):
        return
    outline = Draft(start=0, end=0, kind="indirect", how="according", cue=token, speaker=source)
    draft = _draft(reading, first, end, used, outline)
    if draft is not None:
        yield draft


def _is_told(words: Span) -> bool:
    """Whether the words before the cue are a clause, and not broken off by it.

    "Boats which, according to AFP, were …", "Among those at risk, according to Ruiz, are …":
    neither says anything by itself.
    """
    kept = [token for token in words if not token.is_punct and not token.is_space]
    if not kept or kept[-1].lower_ in _BREAKING_OFF:
        return False
    return any(token.pos_ in {"VERB", "AUX"} and is_finite(token) for token in kept)


def _draft(
    reading: Reading, first: int, end: int, used: frozenset[int], outline: Draft
) -> Draft | None:
    """The tokens as a quote, widened to the whole of every marked passage that they touch."""
    if not first < end <= first + _LONGEST:
        return None
    text, doc = reading.article.text, reading.doc
    start_char, end_char = doc[first].idx, doc[end - 1].idx + len(doc[end - 1])
    marks = tuple(reading.marks_within(start_char, end_char))
    taken = used.intersection(marks)
    if taken and outline.how == "clause":
        cut = _before_taken(reading, first, min(taken))
        return None if cut is None else _draft(reading, first, cut, used, outline)
    if taken:
        relay = outline.speaker is not None and outlet_within(outline.speaker) is not None
        return replace(outline, start=start_char, end=end_char, how=RELAY_ONLY) if relay else None
    for number in marks:
        start_char = min(start_char, reading.marks[number].start)
        end_char = max(end_char, reading.marks[number].end)
    while start_char < end_char and text[start_char] in _EDGE:
        start_char += 1
    while end_char > start_char and text[end_char - 1] in _EDGE + ".":
        end_char -= 1
    if len(text[start_char:end_char].split()) < _SHORTEST:
        return None
    whole = (
        len(marks) == 1
        and start_char == reading.marks[marks[0]].start
        and end_char == reading.marks[marks[0]].end
    )
    kind: QuoteKind = "direct" if whole else "mixed" if marks else "indirect"
    return replace(outline, start=start_char, end=end_char, kind=kind, marks=marks)


def _before_taken(reading: Reading, first: int, number: int) -> int | None:
    """Where a clause ends that runs on into a quote with a cue of its own, if much is left.

    "Ruiz confirmed that the bridge would close, calling it “a blow”": up to the comma.
    """
    doc, stop = reading.doc, reading.spans[number][0]
    while stop > first and doc[stop - 1].text not in _PARTING:
        stop -= 1
    words = [token for token in doc[first:stop] if not token.is_punct]
    holds_clause = any(is_finite(token) for token in words if token.pos_ in {"VERB", "AUX"})
    return stop if len(words) >= _FEWEST_AROUND and holds_clause else None
