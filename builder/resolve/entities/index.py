"""Who and what the names of the story stand for: the answer that every other resolver asks."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from builder import naming
from builder.model.article import Passage
from builder.model.entities import Entity
from builder.model.findings import SURE, Reference
from builder.model.ids import EntityId
from builder.resolve.entities.named import NamedEntities, Place
from builder.resolve.people.descriptions import Descriptions

LIKELY = 0.55
"""Confidence from which whom a pronoun stands for is said: of "he" and "she" in the articles of
`benchmarks/annotated_pronouns/held` 781 of 1,049 above are right, 56 of 115 below."""
_TWO = 2
_FEWEST = 2  # pronouns that tell somebody's sex
_NEARLY_ALL = 2 / 3  # share of them that must agree
_PERSONAL = naming.PRONOUNS.keys() | {"who", "whom"}
_BEHIND = re.compile(r",| (?:of|for|from|in|at|on|who|which|that)\b")
_OF_ANOTHER = re.compile(
    r"\b(?:of|for|to|with|by|and|from|in|at|on|like|than|against|who)\b|['’]s?$"
)
_DEFINITE = re.compile(r"(?:the|its|his|her|their|our|[A-Z]\w+['’]s)\b", re.IGNORECASE)
_IN_NAMES = naming.PARTICLES | {"of", "for", "and", "the"}
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)\b")
_VOICES = frozenset({"spokesman", "spokeswoman", "spokesperson", "statement", "note"})
# "the Acme union" is no part of Acme; "the ACDW union" is the ACDW
_OF_OTHERS = frozenset({
    "union", "board", "regulator", "watchdog", "rival", "supplier", "side", "committee", "court",
    "council", "league", "bidder", "buyer", "contractor",
})  # fmt: skip
_NEUTER = frozenset({"it", "its", "itself", "they", "them", "their", "which"})


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityIndex(NamedEntities):
    """The entities, and whom names, pronouns and noun phrases stand for."""

    pronouns: Mapping[Place, Reference] = field(default_factory=dict)
    """What each article's pronouns may stand for."""
    descriptions: Descriptions = field(default_factory=Descriptions)
    """The roles that articles give people: what other noun phrases are resolved by."""
    _sexes: dict[EntityId, naming.Sex] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index names and entities, then what tells whose sex."""
        NamedEntities.__post_init__(self)  # `super()` knows no class that was made with slots
        sexes = ((person.id, _sex_of(person)) for person in self.people)
        named = {id_: sex for id_, sex in sexes if sex}
        object.__setattr__(self, "_sexes", {**self._sexes_by_pronoun(), **named})

    def who(self, reference: Reference, least: float = LIKELY) -> EntityId | None:
        """Whom the reference stands for, or `None` where the article does not let one tell.

        `least` is the confidence, 0 to 1, from which a pronoun is said to stand for somebody.

        A name is looked up; a pronoun goes to its first antecedent that names a person, none but
        its candidates after a name left open; a noun phrase to its resolution, else to its first
        antecedent that fits.
        """
        if reference.form == "name":
            return self._named(reference)
        if reference.form == "pronoun":
            return self._meant(reference) if reference.confidence >= least else None
        passage = reference.passage
        known = self.nominals.get((passage.article, passage.start, passage.end))
        known = known or self._with_article(passage) or self._body_named(passage)
        known = known or self._person_named(passage)
        meant = tuple(self._antecedents(reference))
        known = known or self.descriptions.who(passage, meant)
        if known is None and meant and LIKELY <= reference.confidence < 1:
            return meant[0]
        return known

    def candidates(self, reference: Reference) -> tuple[EntityId, ...]:
        """The two whom a reference left open may stand for, the likelier first; else nobody.

        Of twenty-two annotated stories' speakers left open between two, all 15 were one of them.
        """
        if reference.form == "name":
            named = self.left_open(reference.passage) or frozenset()
            fitting = [one for one in sorted(named) if self.is_person(one)]
            return tuple(fitting) if len(fitting) == len(named) == _TWO else ()
        sex = naming.pronoun_sex(reference.passage.text.casefold())
        if reference.form != "pronoun" or sex is None:
            return ()
        meant = dict.fromkeys(map(self._antecedent, reference.antecedents))
        people = [one for one in meant if one is not None and self.is_person(one)]
        likeliest = [one for one in people if self._sexes.get(one, sex) == sex][:_TWO]
        return tuple(likeliest) if len(likeliest) == _TWO else ()

    def meant(self, passage: Passage) -> EntityId | None:
        """Whom a pronoun surely stands for; `None` for other words, and where it is not sure."""
        found = self.pronouns.get((passage.article, passage.start, passage.end))
        return None if found is None else self.surely(found)

    def surely(self, reference: Reference) -> EntityId | None:
        """Whom the reference stands for, where that is sure enough to put a name in its place."""
        return self.who(reference) if reference.confidence >= SURE else None

    def _sexes_by_pronoun(self) -> dict[EntityId, naming.Sex]:
        """The sex of the pronouns that most likely stand for a person, if nearly all agree."""
        told: dict[EntityId, Counter[naming.Sex]] = defaultdict(Counter)
        for pronoun in self.pronouns.values():
            sex = naming.pronoun_sex(pronoun.passage.text.casefold())
            who = self.at(pronoun.antecedents[0]) if pronoun.antecedents else None
            if sex is not None and who is not None and pronoun.confidence >= LIKELY:
                told[who][sex] += 1
        most = {who: sexes.most_common(1)[0] for who, sexes in told.items()}
        return {
            who: sex
            for who, (sex, count) in most.items()
            if count >= _FEWEST and count >= _NEARLY_ALL * told[who].total()
        }

    def _with_article(self, passage: Passage) -> EntityId | None:
        """What a name that the parser takes for a noun stands for: "the Foxes", "dpa"."""
        start = passage.start + 4 * passage.text.startswith(("the ", "The "))
        return self.names.get((passage.article, start, passage.end))

    def _body_named(self, passage: Passage) -> EntityId | None:
        """The body that is named within words for it, or for who speaks for it.

        "The ACDW union", "a spokesman for the ACDW", but not "an ACDW member".
        """
        words = _BEHIND.split(passage.text, maxsplit=1)[0]
        head = words.rpartition(" ")[2].lower()
        if head not in _VOICES and not naming.is_body_noun(head):
            return None
        end = passage.end if head in _VOICES else passage.start + len(words)
        inside = self.inside(replace(passage, end=end))
        bodies = [one for one in inside if self.is_body(one)]
        if len(bodies) != 1 or (head in _OF_OTHERS and not self.name(bodies[0]).isupper()):
            return None
        return bodies[0]

    def _person_named(self, passage: Passage) -> EntityId | None:
        """The person whose name ends words for them: "union head Ana Ruiz", "its head, Ana Ruiz".

        "Leader of the House Ana Ruiz", "a spokeswoman for Acme, Ana Ruiz"; not "a friend of the
        mayor Ana Ruiz".
        """
        closing = [
            (name, who)
            for name, who in self.names_in(passage)
            if name.end == passage.end and self.is_person(who)
        ]
        if len(closing) != 1:
            return None
        (name, who), *_ = closing
        before = passage.text[: name.start - passage.start].rstrip()
        if before.endswith(","):
            speaks = _BEHIND.split(before, maxsplit=1)[0].rpartition(" ")[2] in _VOICES
            hers = speaks or _DEFINITE.match(before)
            return who if hers and not _RELATIVE.search(before) else None
        office = before[:1].isupper() and naming.is_office(before.split()[0])
        return who if office or not _OF_ANOTHER.search(before) else None

    def _named(self, reference: Reference) -> EntityId | None:
        """The name itself; of several inside ("Ruritania's premier, Ana Ruiz") the only person."""
        found = self.at(reference.passage) or self.ending(reference.passage)
        if found is not None:
            return found
        people = [entity for entity in self.inside(reference.passage) if self.is_person(entity)]
        if people:
            return people[0] if len(people) == 1 else None
        return next(self._antecedents(reference), None)

    def _meant(self, reference: Reference) -> EntityId | None:
        word = reference.passage.text.casefold()
        sex = naming.pronoun_sex(word)
        fitting: frozenset[EntityId] | None = None
        for passage in reference.antecedents:
            entity = self._antecedent(passage)
            person = entity is not None and self.is_person(entity)
            if entity is None:
                named = self.left_open(passage)
                fitting = fitting if named is None else named
            elif person and sex and self._sexes.get(entity, sex) != sex:
                continue  # "he" is not Ana Ruiz, whatever the article's grammar says
            elif (word in _PERSONAL and person) or (word in _NEUTER and not person):
                return entity if fitting is None or entity in fitting else None
        return None

    def _antecedent(self, passage: Passage) -> EntityId | None:
        """Whom a name, or a noun phrase in its place ("the judge"), stands for."""
        if _is_noun_phrase(passage.text):
            return self.who(Reference(passage=passage, form="nominal"))
        return self.at(passage) or self.ending(passage)

    def _antecedents(self, reference: Reference) -> Iterator[EntityId]:
        for passage in reference.antecedents:
            found = self.at(passage)
            if found is not None:
                yield found


def _sex_of(person: Entity) -> naming.Sex | None:
    """The sex that the given names in a person's full names speak for, if they agree."""
    full = [name.split() for name in (person.name, *person.aliases) if " " in name]
    if any(map(naming.is_family_first, full)):
        return None  # "Wang Lin"
    found = {sex for first, *_ in full if (sex := naming.sex(first))}
    return found.pop() if len(found) == 1 else None


def _is_noun_phrase(text: str) -> bool:
    """Whether it says more than a name: "a friend of Ana Ruiz", not "Rosa van Dam"."""
    words = (word for word in text.split() if word[0].islower())
    return _DEFINITE.match(text) is not None or not _IN_NAMES.issuperset(words)
