"""Names that may be one name written in two ways: spelling keys in, yes or no out.

What is written in two ways by one slip of a letter or in one sound, `spelling.py` joins at once.
What lies farther apart may still be one person's, where something else says so: an age, an office.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from builder import knowledge, naming
from builder.resolve.people.classification import Form
from builder.resolve.people.descriptions import described, words_of
from builder.text.spelling import likeness

_LIKE = 0.5  # share of letters: "Hatayama" and "Hayama"
_SPELLED = 0.8  # "Ceban" and "Cheban" .91, "Marin" and "Moran" .6
_FULL = 2  # words of a full name
_NEAR = 0.7  # "Belgar" and "Belgarti" .86, "Harriet" and "Hannah" .46
_VOWELS = re.compile(r"(?<=.)[aeiouyh]|(.)(?=\1)")
_HEARD = str.maketrans("zwckq", "jvkkk")
_FUNCTION = frozenset(knowledge.entries("function_words"))
_Key = tuple[str, ...]


def heard(key: _Key) -> list[str]:
    """The words without what transliterations write differently: vowels, "h", double letters."""
    return [_VOWELS.sub("", naming.sound(word.translate(_HEARD))) for word in key]


def office(role: str) -> frozenset[str]:
    """What a role says in whatever order: "opposition leader", "Leader of the Opposition"."""
    return frozenset(map(str.casefold, words_of(role))) - _FUNCTION


def may_be_miswritten(one: _Key, other: _Key) -> bool:
    """Whether one may be the other miswritten: "Harriet Cho", "Hannah Cho", but "Prince Roe"."""
    ends = ((one[0], other[0]), (one[-1], other[-1]))
    return all(a[0] == b[0] or likeness(a, b) >= _LIKE for a, b in ends) and (
        any(a == b for a, b in ends) or len(one) == len(other) == 1
    )


def are_one_misnamed(one: str, other: str) -> bool:
    """Whether two full names may be one person's: they share an end, and no sex tells them apart.

    Not "Ruiz" and "Ana Ruiz", nor what only transliterations write differently.
    """
    keys = naming.key(one), naming.key(other)
    one_sex = naming.may_be_one(name.split()[0] for name in (one, other))
    full = min(map(len, keys)) >= _FULL and one_sex
    return full and may_be_miswritten(*keys) and heard(keys[0]) != heard(keys[1])


def alike_of_one_age(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """As in "Sarita Belgar (62)" and "Sarita Belgarti (62)", "K.T. Menon" and "Kiran Menon".

    Nearly one name, and one age or office; or one given name and a surname that transliterations
    write so: "Vadim Ceban", "Vadim Cheban". No article has both.
    """
    known = [_known_of(form) for form in forms]
    articles = [form.articles for form in forms]
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for end in set(heard((form.key[0], form.key[-1]))):
            blocks[end].append(number)
    for block in blocks.values():
        for one, other in combinations(block, 2):
            if articles[one].isdisjoint(articles[other]) and (
                (known[one] & known[other] and _are_near(forms[one], forms[other]))
                or _is_transliterated(forms[one].key, forms[other].key)
            ):
                yield one, other


def _known_of(form: Form) -> frozenset[float | str]:
    """The ages and offices that articles give: "geologist" of the chief geologist."""
    ages = {mention.age for mention in form.mentions if mention.age is not None}
    roles = (described(mention.role.text) for mention in form.mentions if mention.role)
    return frozenset(ages | {role.heads[-1] for role in roles if role})


def _is_transliterated(one: _Key, other: _Key) -> bool:
    """Whether a surname is written in two ways of one sound, behind the same given name."""
    if one[:-1] != other[:-1] or min(map(len, (one, other))) < _FULL or one == other:
        return False
    surnames = one[-1], other[-1]
    return heard(surnames[:1]) == heard(surnames[1:]) and likeness(*surnames) >= _SPELLED


def _are_near(one: Form, other: Form) -> bool:
    """Whether both ends of the names are nearly the same, or an initial of the other's."""
    ends = ((one.key[0], other.key[0]), (one.key[-1], other.key[-1]))
    firsts = [form.mentions[0].passage.text.split()[0] for form in (one, other)]
    initials = any("." in first for first in firsts) and firsts[0][0] == firsts[1][0]
    given, surname = (_is_near(*pair) for pair in ends)
    one_sex = naming.may_be_one(form.key[0] for form in (one, other))
    return one_sex and surname and (given or initials)


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]  # "Nils R."
    return heard((one,)) == heard((other,)) or (
        one[0] == other[0] and likeness(one, other) >= _NEAR
    )
