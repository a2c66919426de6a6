"""Mentions to organisations and places: spellings joined, acronyms with their long forms."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from builder import knowledge, naming
from builder.model.entities import EntityKind
from builder.model.findings import Label
from builder.model.why import Why
from builder.resolve.entities.mentions import Group, Mention
from builder.resolve.organisations.abbreviations import Acronyms, acronyms_of

_LEGAL = frozenset(knowledge.entries("name_words")["legal"])
_KINDS: dict[str, EntityKind] = {"ORG": "organisation", "OUTLET": "organisation", "PLACE": "place"}
LONGEST = 12  # words; longer names are headlines that the model took in whole


def things_of(
    mentions: Sequence[Mention], families: Collection[str] = frozenset()
) -> tuple[Group, ...]:
    """Every organisation and place; names that nothing speaks for, and families, are left out."""
    mentions = sorted(mentions, key=lambda mention: mention.passage)
    acronyms = acronyms_of(mentions, thing_key)
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        key = thing_key(mention.meant or mention.passage.text)
        if key and mention.passage not in acronyms.empty:
            forms[acronyms.long_forms.get(key, key)].append(mention)
    groups = {}
    for key, found in forms.items():
        family = naming.fold(found[0].passage.text) in families and found[0].articled
        kind = None if family else _kind(found)
        if kind is not None:
            groups[key] = Group(
                kind=kind, mentions=found, shown=_in_full(found), why=list(_why(found, acronyms))
            )
    return tuple(_shortened(groups))


def _why(found: Sequence[Mention], acronyms: Acronyms) -> Iterator[Why]:
    """Why names that are not spelled the same are one: the first with each other spelling."""
    spellings = {mention.passage.text: mention.passage for mention in reversed(found)}
    first = found[0].passage
    for text, passage in sorted(spellings.items()):
        if passage != first:
            short = thing_key(text) in acronyms.long_forms
            yield Why(one=first, other=passage, rule="abbreviation" if short else "same key words")


@lru_cache(maxsize=naming.REMEMBERED)
def thing_key(name: str) -> str:
    """The key of an organisation or place: "Acme Corp." and "Acme", "Kiev" and "Kyiv" are one."""
    bare = re.sub(r"^[Tt]he\s+", "", name)
    if naming.country(bare) or naming.known_place(bare):
        return naming.place_name(bare)
    words = [
        naming.fold(naming.full_word(word))
        for word in re.findall(r"[^\s\-‐‑,]+", bare.replace("&", "and"))
    ]
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return naming.fold("".join(words) if bare.isupper() or len(words) == 1 else " ".join(words))


def _kind(found: Sequence[Mention]) -> EntityKind | None:
    name = found[0].passage.text
    if _in_full(found) is not None:
        return "place"
    if naming.is_body(name):
        return "organisation"
    if len(name.split()) > LONGEST or _is_word(found) or _is_thing(found):
        return None
    if _is_team(found) or any(mention.firm for mention in found):
        return "organisation"
    if naming.known_place(name):
        body = naming.known_body(name)  # "Toyota" is a city too
        acts = any(m.label == "ORG" and (m.subject or body) for m in found)  # "Alba beat Lima"
        known = not acts or any(naming.state_of(_in_small(m)) for m in found)
        return "place" if known else _elected(found) or "place"
    return _elected(found)


def _is_thing(found: Sequence[Mention]) -> bool:
    """Whether it is a storm ("Florence" after "Hurricane Florence") or a product ("Zoomo app")."""
    product = all(m.product for m in found) and not naming.known_body(found[0].passage.text)
    return product or all(mention.label == "OTHER" for mention in found)


def _in_small(mention: Mention) -> str:
    """The name as it is written elsewhere: "OSLO" of a dateline is "Oslo"."""
    name = mention.passage.text
    return name.title() if name.isupper() else name


def _in_full(found: Sequence[Mention]) -> str | None:
    """The state's name where one of the mentions is short for it."""
    return next((mention.meant for mention in found if mention.meant), None)


def _elected(found: Sequence[Mention]) -> EntityKind | None:
    """What most labels say."""
    name = found[0].passage.text
    votes = Counter(_vote(m) for m in found if m.label is not None)
    # of two labels given as often, a place's where it stands after "off" and the like
    placed = any(mention.located for mention in found) and not name.endswith("s")
    best = min(votes, key=lambda one: (-votes[one], placed != (one == "PLACE"), one), default=None)
    if best != "ORG" and len(found[0].key) == 1 and naming.title(name):
        return None  # "Eyewitnesses"
    first = re.match(r"\W*(\w+)", name)
    if best is None and first and naming.marks(first[1]) == "heads":
        return "organisation"  # "Group of Seven"
    if best is None and len(found[0].key) > 1 and any(mention.says for mention in found):
        return "organisation"  # what speaks and is nobody is a body
    return _KINDS.get(best or "")


def _is_team(found: Sequence[Mention]) -> bool:
    """Whether it is a plural that acts, with an article: "the Foxes signed a striker"."""
    word = found[0].passage.text.split()[-1]
    if not word.endswith("s") or not any(mention.articled for mention in found):
        return False
    if naming.marks(word) == "suffixes":
        return True  # "the Eagles"
    given = " " in found[0].passage.text and naming.is_given_name(found[0].passage.text.split()[0])
    plain = not given and all(mention.label in {"ORG", "PERSON", None} for mention in found)
    acts = any(mention.subject and mention.articled for mention in found)
    return plain and acts and not naming.title(word) and not naming.is_generic(word)


def _is_word(found: Sequence[Mention]) -> bool:
    """Whether it is but a word, like "Numbers" in an article that also counts numbers."""
    name = found[0].passage.text
    if naming.is_suffix(name) or naming.is_legal_form(name) or _begins_thing(name):
        return True  # "LLP", "Esq", "St"
    lone = len(found[0].key) == 1 and not naming.known_body(name) and not name.isupper()
    return lone and all(mention.common for mention in found)


def _begins_thing(name: str) -> bool:
    return naming.begins(name) == "things" and not naming.is_state_short(name)


def _vote(mention: Mention) -> Label | None:
    """The label, but a place for a lone word after "in" that the model takes for a company."""
    lone = len(mention.key) == 1 and not mention.passage.text.isupper()
    placed = mention.located and lone and not naming.known_body(mention.passage.text)
    return "PLACE" if placed and mention.label == "ORG" else mention.label


def _shortened(groups: dict[str, Group]) -> list[Group]:
    """The name "Alba" goes to the only "Alba Institution", both named in one article.

    So does "Foxes" to the only "Alba Foxes".
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for key, group in groups.items():
        first, _, rest = key.partition(" ")
        if rest and group.kind == "organisation":
            longer[first].append(key)
            longer[_of_city(group, groups)].append(key)
    kept = dict(groups)
    for key, group in groups.items():
        national = _of_nation(key, group, groups)
        if national is not None:
            groups[national].take(group, "the same body, its nation named or not")
            del kept[key]
            continue
        fits = longer.get(key, []) if group.kind == "organisation" else []
        fits = [long for long in fits if not _is_body_before(group, groups[long])]
        if len(fits) == 1 and _meet(group, groups[fits[0]]):
            groups[fits[0]].take(group, "short for the only longer name of its articles")
            del kept[key]
    return [group for group in kept.values() if not _is_generic(group)]


def _is_generic(group: Group) -> bool:
    return all(
        naming.is_generic(text) or naming.is_generic(text.removesuffix("s"))  # "Schools"
        for text in (mention.passage.text for mention in group.mentions)
    )


def _is_body_before(short: Group, long: Group) -> bool:
    """Whether it is a body on its own, named before something of its: "UN" and "UN Council"."""
    ends = naming.marks(long.mentions[0].passage.text.split()[-1])
    name = short.mentions[0].passage.text
    return (name.isupper() or naming.known_body(name)) and ends != "suffixes"


def _of_city(group: Group, groups: Collection[str]) -> str:
    """The key of "Foxes" for the "Alba Foxes" if Alba is a place or named too, else an empty one.

    "Golden Foxes" may be others than "Foxes".
    """
    words = group.mentions[0].passage.text.split()
    if not words[-1].endswith("s") or naming.is_generic(words[-1]):
        return ""
    for at in range(1, len(words)):
        city = " ".join(words[:at])
        if naming.known_place(city) or thing_key(city) in groups:
            return thing_key(" ".join(words[at:]))
    return ""


def _of_nation(key: str, group: Group, groups: dict[str, Group]) -> str | None:
    """The key of the "Security Council" of the story for a "Ruritanian Security Council"."""
    first, _, rest = group.mentions[0].passage.text.partition(" ")
    bare = thing_key(rest)
    fits = bare != key and bare in groups and naming.is_demonym(first)
    return (
        bare
        if fits and " " in bare and groups[bare].kind == group.kind == "organisation"
        else None
    )


def _meet(one: Group, other: Group) -> bool:
    return bool({m.article for m in one.mentions} & {m.article for m in other.mentions})
