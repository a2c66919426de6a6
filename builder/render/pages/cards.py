"""What a page's card shows, the picture that stands for the page where somebody shares it.

In: a claim, a person or the story. Out: its words, for the page's front matter; the site draws
them where it knows its own address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.model.claims import Claim
from builder.model.entities import Entity
from builder.model.ids import ArticleId
from builder.render.index import DossierIndex
from builder.render.pages.claim import value_words
from builder.render.pages.claims import claim_reach
from builder.render.parts.dates import day_words
from builder.render.phrases import counted, listed, shortened, titled
from builder.text.one_line import clean

Card = Mapping[str, object]
_TITLE, _VALUE, _NAMES = 240, 140, 3  # characters of a title and a value; outlets that are named
_TWO = 2  # values: more are no picture


def claim_card(claim: Claim, story: DossierIndex) -> Card:
    """A claim, and the two values that most articles give; of a changed figure, old and new."""
    values = list(_differing(claim, story)) or list(_changed(claim, story))
    return _card(
        "Reports differ" if claim.differences and values else "Claim",
        titled(claim.text), values, claim_reach(claim), story,
    )  # fmt: skip


def person_card(person: Entity, story: DossierIndex) -> Card:
    """A person, the role that is shown first, and of their words what most sources tell."""
    articles = {mention.article for mention in person.mentions}
    role = person.role or (person.roles[0].text if person.roles else "")
    said = [
        found
        for found in story.by_sources(story.said_by.get(person.id, ()))
        if found.central.quote.kind == "direct" and not found.central.quote.is_unsure
    ]
    values = [_value(found.central.text, _names(found.articles, story)) for found in said[:1]]
    named = f"named in {counted(len(articles), 'article')}"
    return _card(role or "Person", person.name, values, named, story)


def story_card(story: DossierIndex) -> Card:
    """The whole story: also of the pages that have no card of their own."""
    articles = counted(len(story.articles), "article")
    sources = counted(story.sources(story.articles), "independent source")
    card = _card("Story dossier", story.dossier.title, [], f"{articles}, {sources}", story)
    deck = story.settings.summary or story.dossier.summary or ""
    return {**card, "deck": shortened(clean(deck), _TITLE)}


def _card(kind: str, title: str, values: Sequence[Card], foot: str, story: DossierIndex) -> Card:
    return {
        "kind": shortened(clean(kind), _VALUE),
        "title": shortened(clean(title), _TITLE),
        "values": list(values),
        "deck": "",
        "foot": foot,
        "story": shortened(clean(story.dossier.title), _VALUE),
    }


def _differing(claim: Claim, story: DossierIndex) -> Iterator[Card]:
    found = next((each for each in claim.differences if each.kind != "wording"), None)
    if found is None:
        return
    for given in sorted(found.values, key=lambda each: -len(each.statements))[:_TWO]:
        by = _names((claim.statements[at].passage.article for at in given.statements), story)
        yield _value(value_words(given.value, found.kind), by)


def _changed(claim: Claim, story: DossierIndex) -> Iterator[Card]:
    for update in (claim.updates[0], claim.updates[-1]) if claim.updates else ():
        by = _names((claim.statements[at].passage.article for at in update.statements), story)
        yield _value(update.value, f"{day_words(update.as_of)}, {by}")


def _value(value: str, by: str) -> Card:
    return {"value": shortened(clean(value), _VALUE), "by": clean(by)}


def _names(articles: Iterable[ArticleId], story: DossierIndex) -> str:
    names = list(dict.fromkeys(story.labels[article] for article in articles))
    more = len(names) - _NAMES
    return listed([*names[:_NAMES], *([f"{more} more"] if more > 0 else [])])
