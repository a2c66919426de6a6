"""Full names by spelling key, each with all its mentions, and whether they speak for a person."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from builder import naming
from builder.model.ids import ArticleId
from builder.resolve.entities.mentions import Mention

# Of its mentions beside "film" and the like; .1 to .5 give the same figures on ECB+ dev.
MARKED = 0.2
LONGEST_NAME = 6  # words; 8 gives the same figures on ECB+ dev, longer runs are headlines
_INITIALS = re.compile(r"(?!U\.|S\.A\.)(?:[A-Z]\.){1,3}|[A-Z]J|J[A-Z]")  # "P.J.", "JR"
_LOWER = frozenset({"of", "for", "and", "the", "on", "in", "to", "at", "&"})


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling key with all its mentions."""

    key: tuple[str, ...]
    generation: str | None
    mentions: tuple[Mention, ...]
    apart: str = ""
    """What tells its person from another of the same full name: an age, a role."""

    @property
    def articles(self) -> frozenset[ArticleId]:
        """Those that have it."""
        return frozenset(mention.article for mention in self.mentions)


def forms_of(mentions: Sequence[Mention]) -> tuple[list[Form], tuple[Mention, ...]]:
    """The forms that name people, and the mentions left: single words, initials, things."""
    found: dict[tuple[tuple[str, ...], str | None], list[Mention]] = defaultdict(list)
    short: list[Mention] = []
    tails = {mention.key[-2:] for mention in mentions if len(mention.key) > 2}  # noqa: PLR2004
    for mention in mentions:
        surname = mention.key in tails and " " not in mention.passage.text  # "Mr Ruiz-Roe"
        full = 2 <= len(mention.key) <= LONGEST_NAME and not _initials_only(mention.key)  # noqa: PLR2004
        if full and not surname:
            found[mention.key, naming.generation(mention.passage.text)].append(mention)
        else:
            short.append(mention)
    forms: list[Form] = []
    addressed = {m.key[0] for m in short if len(m.key) == 1 and m.honorific}
    for (key, generation), group in found.items():
        if is_person(group, addressed=key[-1] in addressed):
            forms.append(Form(key, generation, tuple(group)))
        else:
            short.extend(group)
    return _supported(forms, tuple(short))


def _initials_only(key: tuple[str, ...]) -> bool:
    return all(len(word) == 1 for word in key[:-1])


def is_person(group: Sequence[Mention], *, addressed: bool = False) -> bool:
    """Whether the mentions of one name of several words speak for a person.

    `addressed` says that the story has a "Mr" or "Mrs" of its last word.
    """
    name = group[0].passage.text
    words = name.split()
    score = 2.0 if addressed else 0.0
    initials = _INITIALS.fullmatch(words[0]) is not None
    for mention in group:
        score += 3.0 if mention.honorific else 2.0 if mention.titled else 0.0
        # "P.J. Ruiz (Lima)" is of Lima, no part of it
        score -= 1.5 * ((mention.located and not initials) + mention.articled + mention.marked)
        score -= 3.0 if mention.inanimate and not mention.titled else 0.0
    labels = sum({"PERSON": 1.0, None: 0.0, "OUTLET": -3.0}.get(m.label, -1.0) for m in group)
    given = naming.is_given_name(words[0].split("-")[0]) or initials or _is_east_asian(name)
    titled = any(mention.titled for mention in group)
    score += max(labels, -1.0) if given else labels  # of "Mo Ruiz" it repeats one mistake
    if not given:  # the model alone: "Catching Fire" where the article also has "fire"
        score -= sum(
            1.5 * m.common + 0.5 * (m.label is None) + 3.0 * m.firm for m in group if not m.titled
        )
    score += 1.5 if given else 0.0
    if naming.marks(words[-1]) and not any(m.honorific for m in group):
        score -= 4.0 if words[-1].isupper() else 2.0  # "Alba FM"
    # "James Roe Space Telescope": more words than a person's name that ends so would have
    score -= 1.0 if len(words) > len(("Ana", "Ruiz")) and naming.marks(words[-1]) == "heads" else 0
    score -= 3.0 if naming.known_place(name) else 0.0
    score -= 3.0 if naming.known_body(name) else 0.0  # "Morgan Stanley"
    # "Ulsan Hyundai" is a team more often than a player
    given = given or naming.is_given_name(words[-1])  # but "Paterson Joseph" is a man
    score -= 3.0 if naming.known_place(words[0]) and not given and not titled else 0.0
    score -= 3.0 if _LOWER.intersection(words) or words[-1].casefold() in naming.PARTICLES else 0.0
    return score > 0


def _is_east_asian(name: str) -> bool:
    """Whether it is a name like "Choi Min-ho", "Wu Lei" or "Min-ho Choi"."""
    words = re.split(r"[\s-]", name)
    hyphened = "-" in name.partition(" ")[0]
    return naming.is_family_first(words) or (
        hyphened and naming.is_family_first((words[-1], *words[:-1]))
    )


def _supported(
    forms: list[Form], short: tuple[Mention, ...]
) -> tuple[list[Form], tuple[Mention, ...]]:
    """Without names that the model alone takes for a person while their last word is a thing's.

    "Buys Acme" in a headline is no person if "Acme" is a company in the story.
    """
    votes: Counter[str] = Counter()
    for mention in short:
        if len(mention.key) == 1 and mention.label is not None:
            person = mention.label == "PERSON" or mention.titled
            thing = not person or mention.articled or mention.located
            votes[mention.key[0]] += -1 if thing else 1
    kept, left = [], list(short)
    borne = {form.key[-1] for form in forms if _is_sure(form)}
    for form in forms:
        sure = _is_sure(form) or form.key[-1] in borne
        marked = sum(mention.marked - mention.subject for mention in form.mentions)
        thing = marked >= MARKED * len(form.mentions) and marked > 0
        if sure or (votes[form.key[-1]] >= 0 and not thing):
            kept.append(form)
        else:
            left.extend(form.mentions)
    return kept, tuple(sorted(left, key=lambda mention: mention.passage))


def _is_sure(form: Form) -> bool:
    titled = sum(mention.titled - mention.marked for mention in form.mentions)
    first = form.mentions[0].passage.text.split()[0]
    return titled > 0 or naming.is_given_name(first) or _INITIALS.fullmatch(first) is not None
