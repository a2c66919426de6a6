"""Full names that are spelled in two ways: pairs of numbers of forms. By blocks, never all pairs.

In one article a writer spells one person in one way: two spellings there are two people. Elsewhere
names that sound alike are one (Viktor and Victor Roe), and so are those that one slip of a letter
parts (Medeiros, Mederios), if the word is long. Deliberately missed: two slips in one name, and
given names that differ by a letter while both are known ("Marta", "Maria").
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

from builder import naming
from builder.resolve.people.classification import Form
from builder.text.spelling import is_slip

# Of 2,811 full names (ECB+ and MEANTIME development halves, 516 other articles) limits of 4 and 3
# join the same seven pairs as these, all of one person; shorter words leave "Dan Moore" and
# "Dan Moors" two.
LONG_SURNAME = 6  # letters
LONG_GIVEN = 5


def respelled(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Every pair of forms that one person bears in two spellings."""
    articles = [form.articles for form in forms]
    for one, other in (*_alike(forms), *_slips(forms)):
        if articles[one].isdisjoint(articles[other]):
            yield one, other


def _alike(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Names whose words all sound the same, but for given names of a man and of a woman."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        blocks[tuple(map(naming.sound, form.key)), form.generation].append(number)
    for block in blocks.values():
        if naming.may_be_one(forms[number].key[0] for number in block):
            yield from ((block[0], number) for number in block[1:])


def _slips(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Names of two words of which one differs by one letter."""
    for place, least in ((1, LONG_SURNAME), (0, LONG_GIVEN)):
        blocks: dict[Hashable, list[int]] = defaultdict(list)
        for number, form in enumerate(forms):
            word = form.key[place]
            if len(form.key) == 2 and len(word) >= least:  # noqa: PLR2004 - given name, surname
                for rest in {word[:cut] + word[cut + 1 :] for cut in range(len(word))} | {word}:
                    blocks[form.key[1 - place], rest, form.generation].append(number)
        for block in blocks.values():
            if len(block) == 2:  # noqa: PLR2004 - of three, one may be another's relative
                one, other = block
                yield from _if_slip(forms, one, other, place)


def _if_slip(forms: Sequence[Form], one: int, other: int, place: int) -> Iterator[tuple[int, int]]:
    words = forms[one].key[place], forms[other].key[place]
    known = [naming.is_given_name(word) for word in words]
    if is_slip(*words) and (place == 1 or known[0] != known[1]):
        yield one, other
