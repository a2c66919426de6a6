"""An outlet of the story is not also an organisation, a place or a person; all invented.

Each row: the articles with the outlets that publish them, and what must come out by name: the
organisations, and the outlets with the texts that cite them.
"""

from collections.abc import Mapping, Sequence

import pytest
from spacy.language import Language

from builder.annotate import annotate
from builder.extract import findings_of
from builder.model.article import Metadata
from builder.overrides import Decisions, Drop, Same
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.settings import Settings
from tests.conftest import article_of

pytestmark = pytest.mark.model
Told = Sequence[tuple[str, str | None]]

STORIES = [
    pytest.param(
        [
            (
                "Coast Daily, 14 March 2024\n\nIda Brandt told Coast Daily that the port is shut. "
                "“Nobody was hurt,” she told the Coast Daily.",
                None,
            )
        ],
        [],
        {"Coast Daily": ["Coast Daily"] * 3},
        id="an_outlet_cited_elsewhere_in_its_own_head",
    ),
    pytest.param(
        [
            ("TARNFOOT (FOX Carolina) - Ned Dolan spoke out. He left.", "FOX Carolina"),
            ("They helped, according to the Independent. Ned Dolan left.", "The Independent"),
        ],
        [],
        {"FOX Carolina": ["FOX Carolina"], "The Independent": ["Independent"]},
        id="publishers_named_in_the_text",
    ),
    pytest.param(
        [
            ("The Alba Herald was sued on Monday. Ana Ruiz met its editors.", "Alba Herald"),
            ("Ana Ruiz said the Alba Herald had lied.", "Port Gazette"),
        ],
        [],
        {"Alba Herald": ["Alba Herald"] * 2, "Port Gazette": []},
        id="an_outlet_that_the_story_is_about",
    ),
    pytest.param(
        [
            ("The Harbour Radio Network (HRN) fired Ana Ruiz. HRN apologised on Monday.", None),
            ("Ana Ruiz left the Harbour Radio Network in May.", "HRN"),
        ],
        [],
        {"HRN": ["Harbour Radio Network", "HRN", "HRN", "Harbour Radio Network"]},
        id="an_outlet_by_its_acronym_and_in_full",
    ),
    pytest.param(
        [
            ("Acme Media Group owns the Daily Acme. Acme Media Group grew.", "Daily Acme"),
        ],
        ["Acme Media Group"],
        {"Daily Acme": ["Daily Acme"]},
        id="a_publishing_house_is_not_its_paper",
    ),
    pytest.param(
        [
            ("Acme Media Group owns Acme. Acme Media Group grew. Acme declined.", "Acme"),
        ],
        ["Acme Media Group"],
        {"Acme": ["Acme", "Acme"]},
        id="nor_is_it_one_that_bears_its_first_word",
    ),
    pytest.param(
        [
            ("Shares of Alba Chronicle Holdings fell. The Alba Chronicle grew.", "Port Gazette"),
            ("Ana Ruiz joined the Alba Chronicle in 2019.", "The Alba Chronicle"),
        ],
        ["Alba Chronicle Holdings"],
        {"Port Gazette": [], "The Alba Chronicle": ["Alba Chronicle"] * 2},
        id="nor_one_named_after_its_paper",
    ),
]
NOT_ADOPTED = [
    pytest.param("Ana Stern told the court so. Stern wept.", "Stern", "people", id="a_surname"),
    pytest.param("He lives in Alba. The mayor of Alba wept.", "Alba", "places", id="a_town"),
    pytest.param("He flew to Norway on Monday.", "Norway", "places", id="a_country"),
]


@pytest.fixture(scope="session")
def resolved(nlp: Language):
    def made(told: Told, decisions: Decisions | None = None) -> EntityIndex:
        articles = [
            article_of(text, id_=f"a{n}", metadata=Metadata(outlet=outlet))
            for n, (text, outlet) in enumerate(told)
        ]
        findings = [findings_of(doc, article) for article, doc in annotate(articles, nlp)]
        return entities_of(articles, findings, decisions or Decisions(), Settings(), Permalinks())

    return made


@pytest.mark.parametrize(("told", "organisations", "outlets"), STORIES)
def test_an_outlet_is_not_also_an_organisation(
    resolved, told: Told, organisations: list[str], outlets: Mapping[str, list[str]]
):
    entities = resolved(told)
    assert [one.name for one in entities.organisations] == organisations
    assert {
        outlet.name: [cited.passage.text for cited in outlet.citations]
        for outlet in entities.outlets
    } == outlets


@pytest.mark.parametrize(("text", "outlet", "kind"), NOT_ADOPTED)
def test_people_and_places_keep_their_names(resolved, text: str, outlet: str, kind: str):
    entities = resolved([(text, outlet)])
    assert [entity.name.endswith(outlet) for entity in getattr(entities, kind)] == [True]
    assert [outlet.citations for outlet in entities.outlets] == [()]


def test_the_maintainers_decisions_come_first(resolved):
    told = [
        ("Ana Ruiz left the Alba Herald. The Port Gazette wept.", "Alba Herald"),
        ("Ana Ruiz met the editor of the Port Gazette.", "Port Gazette"),
    ]
    joined = Decisions((Same(same=("Alba Herald", "Port Gazette"), why="one paper"),))
    entities = resolved(told, joined)
    assert joined.unmatched() == ()
    assert [outlet.name for outlet in entities.outlets] == ["Alba Herald"]
    assert entities.organisations == ()
    dropped = Decisions((Drop(drop="Alba Herald", why="no outlet"),))
    assert "Alba Herald" not in {outlet.name for outlet in resolved(told, dropped).outlets}
