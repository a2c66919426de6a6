"""What speaks for and against a candidate as the antecedent of a pronoun, by name.

The features are those of the literature on pronoun resolution (recency, grammatical role,
parallelism, who spoke last, repetition), read off the parse and the memory of the article.
"""

from collections import Counter
from collections.abc import Sequence
from math import log1p

from spacy.tokens import Token

from builder import naming
from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.referent import Referent
from builder.extract.mentions.names import PRONOUN_OF, ends_as_body
from builder.extract.subjects import SUBJECTS, subject_of, understood_subject

KINDS = {
    **{form: PRONOUN_OF[sex] for form, sex in naming.PRONOUNS.items()},
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}
PERSONAL = frozenset({"he", "she"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_OF_VERB = frozenset({"agent", "dative", "to", "with", "by"})
_CLAUSES = frozenset({"advcl", "pcomp"})
_CLIMB = 6


class Setting:
    """Where a pronoun stands: what is the same for all its candidates, found once."""

    def __init__(self, discourse: Discourse, pronoun: Token) -> None:
        """Read it off the parse and the memory."""
        view = discourse.view
        self.discourse, self.pronoun = discourse, pronoun
        self.kind = KINDS[pronoun.lower_]
        self.number = view.sentence_number(pronoun)
        self.line = view.line_number(pronoun.idx)
        self.is_subject = pronoun.dep_ in SUBJECTS
        self.is_possessive = pronoun.dep_ == "poss"
        self.is_reflexive = pronoun.lower_ in _REFLEXIVE
        self.is_outside = view.is_outside(pronoun)
        self.speeches = discourse.speeches_of(pronoun)
        self.speaks = bool(self.speeches)
        self.said_by = _speaker_around(discourse, pronoun)
        self.clause_subjects = _clause_subjects(pronoun)
        remembered = tuple(discourse.remembered(self.number))
        self.latest = remembered[0].key if remembered else ""
        self.near = Counter(each.kind for each in remembered if self.number - each.sentence <= 1)
        at, speaker = discourse.spoke or (pronoun, None)
        self.spoke = "" if speaker is None else speaker.key
        self.spoke_near = self.line - view.line_number(at.idx) <= 1


def candidates(setting: Setting) -> list[Referent]:
    """Whoever sex, number and grammar allow it to stand for, the latest mentioned first."""
    discourse, kind = setting.discourse, setting.kind
    out = _ruled_out(discourse, setting.pronoun)
    found = [
        entity
        for entity in discourse.remembered(setting.number)
        if _may_be(entity, kind) and entity.key not in out
    ]
    ahead = _ahead(discourse, setting.pronoun)
    if ahead is not None and _may_be(ahead, kind) and ahead.key not in {e.key for e in found}:
        found.append(ahead)
    return found


def _may_be(entity: Referent, kind: str) -> bool:
    if kind in PERSONAL:
        name = tuple(entity.names[-1].span) if entity.names else ()
        body = entity.kind == "group" and ends_as_body(name)
        return not (entity.is_plural or body) and entity.gender in {None, kind}
    if kind == "they":
        return entity.is_plural or entity.kind != "person"
    return entity.kind != "person"


def _ruled_out(discourse: Discourse, pronoun: Token) -> set[str]:
    """The keys of those whom grammar forbids.

    The subject of the verb whose object it is ("Ruiz told him"); whom its verb's clause names
    after it ("he told Ruiz"); in direct speech, whoever speaks; for a speaker, whom the words
    name.
    """
    found: set[str] = set()
    verb = _verb_governing(pronoun)
    if verb is not None and pronoun.lower_ not in _REFLEXIVE:
        subject = understood_subject(verb)
        if subject is not None:
            found |= _keys(discourse, subject)
    if pronoun.dep_ in SUBJECTS:
        _, end = discourse.view.sentence(pronoun)
        after = discourse.names_between(pronoun.i, end)
        found |= {name.key for name in after if pronoun.head.is_ancestor(name.span.root)}
    for speech in discourse.speeches_around(pronoun):
        if speech.is_direct and speech.speaker is not None:
            found |= _keys(discourse, speech.speaker)
    for speech in discourse.speeches_of(pronoun):
        if not speech.may_name_speaker:
            view = discourse.view
            first, end = view.token_from(speech.start), view.token_from(speech.end)
            found |= {name.key for name in discourse.names_between(first, end)}
    return found


def _verb_governing(pronoun: Token) -> Token | None:
    """The verb whose object, agent or addressee it is."""
    head = pronoun.head
    if pronoun.dep_ in _OBJECTS:
        return head
    if pronoun.dep_ == "pobj" and (head.dep_ in _OF_VERB or head.lower_ in _OF_VERB):
        return head.head if head.head.pos_ in {"VERB", "AUX"} else None
    return None


def _keys(discourse: Discourse, head: Token) -> set[str]:
    key = discourse.key_of(head)
    return set() if key is None else {key}


def _ahead(discourse: Discourse, pronoun: Token) -> Referent | None:
    """Whom the main clause names after a clause that stands before it: "When he left, Ruiz …"."""
    token = pronoun
    for _ in range(_CLIMB):
        if token.dep_ in _CLAUSES or token.head == token:
            break
        token = token.head
    main = token.head
    while main.dep_ == "prep" and main.head != main:
        main = main.head
    if token.dep_ not in _CLAUSES or main.i < pronoun.i:
        return None
    subject = subject_of(main)
    if subject is None or subject.i < pronoun.i:
        return None
    return discourse.entity_at(subject)


def features_of(setting: Setting, entity: Referent) -> dict[str, float]:
    """The features of one candidate: what is so counts one, what is not nothing."""
    last, nameless = entity.last, not entity.names
    if last.i > setting.pronoun.i or not entity.mentions:
        return {"ahead": 1.0}
    away, lines = setting.number - entity.sentence, max(0, setting.line - entity.line)
    alone = away <= 1 and setting.near[entity.kind] == 1
    is_latest, spoke = entity.key == setting.latest, entity.key == setting.spoke
    of_clause = last.i in setting.clause_subjects
    called = None
    if setting.kind in PERSONAL:
        called = setting.discourse.called(entity, setting.pronoun, setting.kind)
    return {
        "same sentence": away == 0,
        "sentence before": away == 1,
        "sentences away": log1p(away),
        "other paragraph": lines > 0,
        "paragraphs away": log1p(lines),
        "latest": is_latest,
        "alone near": alone,
        "subject": entity.is_subject,
        "subject, sentence before": entity.is_subject and away == 1,
        "subject, same sentence": entity.is_subject and away == 0,
        "both subjects": entity.is_subject and setting.is_subject,
        "both objects": not (entity.is_subject or setting.is_subject or setting.is_possessive),
        "of its own clause": of_clause,
        "reflexive": of_clause and setting.is_reflexive,
        "possessor": last.dep_ == "poss",
        "in a phrase": last.dep_ == "pobj",
        "opens sentence": entity.opens_sentence,
        "spoke last": spoke,
        "spoke last, speaks": spoke and setting.speaks,
        "spoke last, near": spoke and setting.spoke_near,
        "says what holds it": entity.key == setting.said_by,
        "in marks, it is not": setting.is_outside and not entity.is_outside,
        "sex is known": entity.gender == setting.kind,
        "given name fits": entity.given_gender == setting.kind,
        "given name does not fit": entity.given_gender not in {None, setting.kind},
        "called so elsewhere": 0.0 if called is None else called,
        "called otherwise elsewhere": 0.0 if called is None else 1 - called,
        "labelled a group": entity.kind == "group",
        "may be a thing": entity.kind == "other",
        "has no name": nameless,
        "has no name, alone near": nameless and alone,
        "has no name, subject just before": nameless and entity.is_subject and away <= 1,
        "has no name, latest": nameless and is_latest,
        "has no name, spoke last": nameless and spoke,
        "named in its words": any(each.start <= last.idx < each.end for each in setting.speeches),
        "is several": entity.is_plural,
        "was meant before": setting.number - entity.last_pronoun <= 1,
        "was meant just before": last.pos_ == "PRON",
        "mentions": log1p(entity.mentions),
        "in heading": entity.in_heading,
    }


def features_of_nobody(setting: Setting, found: Sequence[Referent]) -> dict[str, float]:
    """The features of nobody who was mentioned."""
    near = sum(setting.number - entity.sentence <= 1 for entity in found)
    return {
        "nobody": True,
        "nobody, none near": near == 0,
        "nobody, one near": near == 1,
        "nobody, inside marks": not setting.is_outside,
        "nobody, speaks": setting.speaks,
        "nobody, subject": setting.is_subject,
        "nobody, possessive": setting.is_possessive,
        "nobody, dummy": _is_dummy(setting.pronoun),
    }


def _is_dummy(pronoun: Token) -> bool:
    """Whether "it" only fills the subject's place: "it was clear that …"."""
    verb = pronoun.head
    return pronoun.dep_ == "expl" or (
        pronoun.lower_ == "it"
        and pronoun.dep_ in SUBJECTS
        and verb.lemma_ in {"be", "seem", "appear", "take", "remain", "become"}
        and any(child.dep_ in {"ccomp", "xcomp", "advcl", "acomp"} for child in verb.rights)
    )


def _clause_subjects(pronoun: Token) -> frozenset[int]:
    """The subject of the clause in which the pronoun is none, and those joined with it."""
    if pronoun.dep_ in SUBJECTS:
        return frozenset()
    verb = pronoun.head
    for _ in range(_CLIMB):
        if verb.pos_ in {"VERB", "AUX"} or verb.head == verb:
            break
        verb = verb.head
    subject = understood_subject(verb)
    heads = () if subject is None else (subject, *subject.conjuncts)
    return frozenset(token.i for token in heads)


def _speaker_around(discourse: Discourse, pronoun: Token) -> str | None:
    """The key of whoever says, indirectly, the words that the pronoun stands in."""
    for speech in discourse.speeches_around(pronoun):
        if not speech.is_direct and speech.speaker is not None:
            return discourse.key_of(speech.speaker)
    return None
