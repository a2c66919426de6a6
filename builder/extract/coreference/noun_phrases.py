"""Whom a definite noun phrase stands for: "the 61-year-old", "the commission".

Where no description of somebody matches: by the age that the article gives somebody, or by the
noun, where it is part of a body's name. Missed on purpose: "the company", "the mother of two": as
a pronoun in their place they were wrong three times of four.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from spacy.tokens import Token

from builder.extract.article_view import ArticleView
from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.pronouns import Ranked
from builder.extract.grammar import noun_phrase
from builder.extract.mentions.names import Name, names_of
from builder.extract.mentions.nominals import names_body

_AGE = re.compile(r"\b(\d{1,3})-year-old\b")
_AGE_BEHIND = re.compile(r",? \(?(?:aged )?(\d{1,3})(?=[,).;:—–]| and\b)")
_AGE_BEFORE = re.compile(r"\b(\d{1,3})-year-old (?:[\w'’-]+ ){0,6}$")
_AGE_FIELD = 60  # characters before a name in which its age may stand
_BY_AGE = 0.9
_BY_NOUN = 0.8
_DEFINITE = frozenset({"the", "this", "that"})


def is_anaphoric(head: Token) -> bool:
    """Whether the noun phrase may stand for somebody mentioned, by what it says alone."""
    if head.tag_ not in {"NN", "NNP", "JJ", "CD"} or head.dep_ in {"compound", "attr", "appos"}:
        return False
    if not any(child.lower_ in _DEFINITE for child in head.lefts):
        return False
    return names_body(head) or _AGE.search(noun_phrase(head).text) is not None


def meant_by(discourse: Discourse, head: Token) -> Ranked:
    """Whom such a noun phrase stands for."""
    age = _AGE.search(noun_phrase(head).text)
    of_age = _by_age(discourse.view).get(age[1], {}) if age is not None else {}
    if len(of_age) == 1:
        (name,) = of_age.values()
        return Ranked(entity=discourse.entity_of(name), names=(name,), confidence=_BY_AGE)
    if names_body(head):
        for entity in discourse.latest():
            if entity.names and head.lemma_.lower() in entity.names[0].span.text.lower().split():
                return Ranked(entity=entity, names=(entity.names[-1],), confidence=_BY_NOUN)
    return Ranked()


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
