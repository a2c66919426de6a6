"""Whom a definite noun phrase stands for: "the 61-year-old", "the commission".

Where no description of somebody matches: by the age that the article gives somebody, or by the
noun, where it is part of a body's name. Who is called by an age or their children alone was the
last subject: writers use such words in a pronoun's place. Missed on purpose: "the company", "the
former clerk".
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Set
from functools import lru_cache

from spacy.tokens import Span, Token

from builder.extract.article_view import ArticleView
from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.pronouns import Ranked
from builder.extract.coreference.referent import Referent
from builder.extract.grammar import noun_phrase
from builder.extract.mentions.names import Name, gender_of, names_of
from builder.extract.mentions.nominals import names_body

_AGE = re.compile(r"\b(\d{1,3})-year-old\b")
_AGE_BEHIND = re.compile(r",? \(?(?:aged )?(\d{1,3})(?=[,).;:—–]| and\b)")
_AGE_BEFORE = re.compile(
    r"\b(\d{1,3})-year-old (?:(?!(?:told|said|says|the|a|an|in|at|to|of|from) )[\w'’-]+ ){0,5}$"
)
_PARENT = re.compile(
    r"(?:mother|father|mum|mom|dad|granddad|grandad|grandmother|grandfather|nan|parent)"
    r"[ -]of[ -](?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_NEAR = 2  # sentences back
_AGE_FIELD = 60  # characters before a name in which its age may stand
_BY_AGE = 0.9
_BY_NOUN = 0.8
_BY_PLACE = 0.8  # of 18 that speak in fourteen stories 17 were right
_DEFINITE = frozenset({"the", "this", "that"})


def is_anaphoric(head: Token) -> bool:
    """Whether the noun phrase may stand for somebody mentioned, by what it says alone."""
    if head.tag_ not in {"NN", "NNP", "JJ", "CD"} or head.dep_ in {"compound", "attr", "appos"}:
        return False
    phrase = whole_phrase(head)
    before = head.doc[max(0, phrase.start - 1)]  # the parser may part "the" from "54-year-old"
    if not any(word.lower_ in _DEFINITE for word in (before, *head.lefts)):
        return False
    return names_body(head) or _stands_in(phrase.text)


def meant_by(discourse: Discourse, head: Token) -> Ranked:
    """Whom such a noun phrase stands for."""
    phrase = whole_phrase(head).text
    age = _AGE.search(phrase)
    of_age = _by_age(discourse.view).get(age[1], {}) if age is not None else {}
    if len(of_age) == 1:
        (name,) = of_age.values()
        return Ranked(entity=discourse.entity_of(name), names=(name,), confidence=_BY_AGE)
    if _stands_in(phrase):
        known = {name.key for names in _by_age(discourse.view).values() for name in names.values()}
        entity = _last_subject(discourse, head, frozenset() if age is None else known)
        if entity is not None:
            return Ranked(entity=entity, names=(entity.names[-1],), confidence=_BY_PLACE)
    if names_body(head):
        for entity in discourse.latest():
            if entity.names and head.lemma_.lower() in entity.names[0].span.text.lower().split():
                return Ranked(entity=entity, names=(entity.names[-1],), confidence=_BY_NOUN)
    return Ranked()


def whole_phrase(head: Token) -> Span:
    """The noun phrase with the rest of a word that the parse parted: "54-year-old"."""
    phrase = noun_phrase(head)
    doc, end = phrase.doc, phrase.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        end += 2
    return doc[phrase.start : end]


def _stands_in(phrase: str) -> bool:
    """Whether it says of somebody what only a pronoun's place explains: "the mother of two"."""
    return _AGE.search(phrase) is not None or _PARENT.search(phrase) is not None


def _last_subject(discourse: Discourse, head: Token, others: Set[str]) -> Referent | None:
    """The person who was the subject of one of the last sentences; `others` have another age."""
    now, sex = discourse.view.sentence_number(head), gender_of(head)
    fits = [
        entity
        for entity in discourse.remembered(now)
        if now - entity.subject_in <= _NEAR
        and _is_someone(entity)
        and sex in {None, entity.gender or entity.given_gender or sex}
    ]
    last = max(fits, key=lambda entity: entity.subject_in, default=None)
    return None if last is None or last.key in others else last


def _is_someone(entity: Referent) -> bool:
    """Whether it is a person by name; a name of two words that is no body's may be one's."""
    full = entity.kind == "other" and any(len(name.span) > 1 for name in entity.names)
    return bool(entity.names) and (entity.kind == "person" or full)


@lru_cache(maxsize=1)
def _by_age(view: ArticleView) -> Mapping[str, Mapping[str, Name]]:
    """The people whose age the article gives beside their name: by age, by key."""
    text, found = view.article.text, defaultdict[str, dict[str, Name]](dict)
    for name in names_of(view):
        start = name.span.start_char
        behind = _AGE_BEHIND.match(text, name.span.end_char)
        age = behind or _AGE_BEFORE.search(text, max(0, start - _AGE_FIELD), start)
        if age is not None and name.kind == "person":
            found[age[1]][name.key] = name
    return found
