"""The roles that articles give a person: all of them, and those worth showing.

Shown is each role once, those that most articles give first; "Premier" goes without saying where
"Ruritanian premier" is given too. What changes the office ("former", "deputy") is never left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from builder import knowledge, naming
from builder.model.article import Passage
from builder.model.ids import ArticleId
from builder.resolve.entities.mentions import Mention
from builder.resolve.people.descriptions import described, words_of

LONGEST = 25  # words of a role that are compared
_OTHER_OFFICE = frozenset(knowledge.entries("name_words")["other_office"])
_RELATIVE = frozenset({"counterpart", "rival", "opponent"})

_Key = tuple[str, ...]


def roles_given(mentions: Iterable[Mention]) -> tuple[Passage, ...]:
    """Every role, once an article, in reading order."""
    found: dict[tuple[ArticleId, str], Passage] = {}
    for mention in sorted(mentions, key=lambda mention: mention.passage):
        if mention.role is not None:
            found.setdefault((mention.article, mention.role.text.casefold()), mention.role)
    return tuple(sorted(found.values()))


def roles_shown(given: Sequence[Passage]) -> tuple[Passage, ...]:
    """Of the roles given, each once, in its fullest form, those that most articles give first."""
    groups: dict[_Key, list[Passage]] = defaultdict(list)
    for passage in given:
        found = described(passage.text)
        if found is not None and _RELATIVE.isdisjoint(found.heads):
            groups[_key(passage)].append(passage)
    fuller = _fuller(groups)
    shown: dict[_Key, set[ArticleId]] = defaultdict(set)
    for key, passages in groups.items():
        shown[_fullest(key, fuller)].update(passage.article for passage in passages)
    best = sorted(shown, key=lambda key: (-len(shown[key]), min(groups[key])))
    return tuple(min(groups[key]) for key in best)


def _key(passage: Passage) -> _Key:
    """Its words; "Ruritanian" and "Ruritania's" are one."""
    words = words_of(passage.text)[:LONGEST]
    return tuple(naming.state_of(word) or word.casefold() for word in words)


def _fuller(groups: dict[_Key, list[Passage]]) -> dict[_Key, _Key]:
    """For each role that a longer one holds, the one of these that is given most."""
    ranked = sorted(groups, key=lambda key: (-len(groups[key]), len(key), key))
    found: dict[_Key, _Key] = {}
    for longer in ranked:
        for start in range(len(longer)):
            for end in range(start + 1, len(longer) + 1):
                part = longer[start:end]
                extra = {*longer[:start], *longer[end:]}
                if part in groups and part != longer and _OTHER_OFFICE.isdisjoint(extra):
                    found.setdefault(part, longer)
    return found


def _fullest(key: _Key, fuller: dict[_Key, _Key]) -> _Key:
    while key in fuller:
        key = fuller[key]  # each step is longer, so this ends
    return key
