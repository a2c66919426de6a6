"""Who spoke to, met or spoke of whom, from encounters and quotes."""

from builder.model.article import Passage
from builder.model.entities import Entity, EntityKind
from builder.model.findings import EncounterKind, Findings, FoundEncounter, Reference
from builder.model.ids import EntityId, QuoteId
from builder.model.quotes import Quote
from builder.resolve.entities.index import EntityIndex
from builder.resolve.relations import relations_of
from tests.conftest import article_of

TEXT = "Ruiz met Okafor. Okafor met Ruiz. Ruiz told Okafor: “Pell is gone.” Leeds"
ARTICLE = article_of(TEXT)
NAMES = {"Ruiz": "ruiz", "Okafor": "okafor", "Pell": "pell", "Leeds": "leeds"}


def at(words: str, nth: int = 0) -> Passage:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return ARTICLE.passage(start, start + len(words))


def entity(id_: str, kind: EntityKind = "person") -> Entity:
    return Entity(
        id=EntityId(id_), kind=kind, name=id_, aliases=(), roles=(), mentions=(), page=None
    )


CAST = EntityIndex(
    people=tuple(map(entity, ("okafor", "pell", "ruiz"))),
    places=(entity("leeds", "place"),),
    names={
        (ARTICLE.id, start, start + len(name)): EntityId(id_)
        for name, id_ in NAMES.items()
        for start in range(len(TEXT))
        if TEXT.startswith(name, start)
    },
)


def reference(passage: Passage) -> Reference:
    return Reference(passage=passage, form="name", antecedents=(passage,))


def encounter(sentence: str, kind: EncounterKind, source: Passage, target: Passage) -> Findings:
    found = FoundEncounter(
        passage=at(sentence), kind=kind, source=reference(source), target=reference(target)
    )
    return Findings(article=ARTICLE.id, encounters=(found,))


def test_a_meeting_has_no_direction_and_stands_once():
    findings = [
        encounter("Ruiz met Okafor.", "met", at("Ruiz"), at("Okafor")),
        encounter("Okafor met Ruiz.", "met", at("Okafor", 1), at("Ruiz", 1)),
    ]
    (relation,) = relations_of(findings, [], CAST)
    assert (relation.source, relation.kind, relation.target) == ("okafor", "met", "ruiz")
    assert [passage.text for passage in relation.passages] == [
        "Ruiz met Okafor.",
        "Okafor met Ruiz.",
    ]


def test_a_quote_speaks_to_its_addressee_and_of_whom_it_names():
    quote = Quote(
        id=QuoteId("q"), passage=at("“Pell is gone.”"), kind="direct", group=None, pieces=(),
        cue=None, speaker=EntityId("ruiz"), speaker_mention=None, speaker_inferred=False,
        addressee=EntityId("okafor"), told_to=None, via=None, utterance=None, confidence=0.9,
    )  # fmt: skip
    assert [(r.source, r.kind, r.target) for r in relations_of([], [quote], CAST)] == [
        ("ruiz", "spoke to", "okafor"),
        ("ruiz", "spoke of", "pell"),
    ]


def test_a_place_is_nobody_to_meet():
    findings = [encounter("Ruiz met Okafor.", "met", at("Ruiz"), at("Leeds"))]
    assert relations_of(findings, [], CAST) == ()


def test_nobody_meets_themselves():
    findings = [encounter("Ruiz met Okafor.", "met", at("Ruiz"), at("Ruiz", 1))]
    assert relations_of(findings, [], CAST) == ()
