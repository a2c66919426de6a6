"""Teams, firms, acronyms and words that name nothing, told from people; all invented.

Each row: the articles, and what must come out, by name, as the texts of the mentions.
"""

from collections.abc import Callable, Mapping, Sequence

import pytest
from spacy.language import Language

from builder.annotate import annotate
from builder.extract import findings_of
from builder.model.entities import Entity
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.quotes.attribution import quotes_of
from builder.settings import Settings
from tests.conftest import article_of

pytestmark = pytest.mark.model
Names = Mapping[str, Sequence[str]]


@pytest.fixture(scope="session")
def story(nlp: Language) -> Callable[..., tuple[EntityIndex, tuple[str | None, ...]]]:
    """From the texts of a story to its cast, and the speakers of its quotes."""

    def made(*texts: str) -> tuple[EntityIndex, tuple[str | None, ...]]:
        articles = [article_of(text, id_=f"a{n}") for n, text in enumerate(texts)]
        findings = [findings_of(doc, article) for article, doc in annotate(articles, nlp)]
        entities = entities_of(articles, findings, Decisions(), Settings(), Permalinks())
        quotes = quotes_of(findings, entities, Decisions(), Permalinks())
        shown = (f"{q.speaker} via {q.via}" if q.via else q.speaker for q in quotes)
        return entities, tuple(shown)

    return made


def _shown(entities: Sequence[Entity]) -> dict[str, list[str]]:
    return {entity.name: [mention.text for mention in entity.mentions] for entity in entities}


PEOPLE = [
    pytest.param(
        ["The memo was written at the contractor Orvin Data. Orvin Data wept."],
        {},
        id="what_a_firm_may_be_too",
    ),
    pytest.param(
        ["It was late. Kanovi Drell, which owns the line, says it was switched off."],
        {},
        id="a_subject_that_which_follows",
    ),
    pytest.param(
        ["A farmer told the local newspaper Glavni Sutorek that he had seen sparks."],
        {},
        id="a_newspaper_by_the_noun_before_it",
    ),
    pytest.param(
        ["An engineer of Orvin Melk, the contractor that watches the pumps, wrote the memo."],
        {},
        id="a_contractor_by_the_words_behind_it",
    ),
    pytest.param(
        ["It rained. Furious Chilean premier Ramiro Zelaya left."],
        {"Ramiro Zelaya": ["Ramiro Zelaya"]},
        id="a_mood_before_a_people_is_nobody",
    ),
    pytest.param(
        ["Some of the bullets from the cutter Marka Morenta smacked into the wall."],
        {},
        id="a_ship_by_the_noun_before_it",
    ),
    pytest.param(
        ["The fire crossed the Sutara peninsula. Sutara burned until Monday."],
        {},
        id="a_place_by_the_noun_behind_it",
    ),
    pytest.param(
        ["Vereno Holdings of Osaka fell on Monday.", "Vereno walked away from the deal."],
        {},
        id="a_firm_that_another_article_names_in_full",
    ),
    pytest.param(
        [
            "The team doubts it. “Radar is not a drill,” Ana Ruiz told reporters.",
            "The radar data came on Monday.",
        ],
        {"Ana Ruiz": ["Ana Ruiz"]},
        id="a_word_that_another_article_writes_small_is_nobody",
    ),
    pytest.param(
        ["North Dakota coach Dean Marlow left. Kyle Marlow scored 20 points."],
        {"Dean Marlow": ["Dean Marlow"], "Kyle Marlow": ["Kyle Marlow"]},
        id="a_given_name_that_is_a_title_after_a_title",
    ),
    pytest.param(
        ["Denver's Earl Clark scored. Clark said he was glad."],
        {"Earl Clark": ["Earl Clark", "Clark"]},
        id="a_given_name_that_is_a_title_after_a_possessive",
    ),
    pytest.param(
        ["Earl J. Marsden left the court. Marsden wept."],
        {"Earl J. Marsden": ["Earl J. Marsden", "Marsden"]},
        id="a_given_name_that_is_a_title_before_an_initial",
    ),
    pytest.param(
        ["The dean, Ana Ruiz, left. Dean Ruiz wept."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"]},
        id="a_dean_of_whom_the_article_speaks",
    ),
    pytest.param(
        ["They fired P.J. Marsden (Oslo) and PJ Marsden of Lima. JR Inwood scored 12."],
        {"P.J. Marsden": ["P.J. Marsden", "PJ Marsden"], "JR Inwood": ["JR Inwood"]},
        id="two_initials_and_a_surname",
    ),
    pytest.param(
        ["After that, So Stefanowski left. Meantime Ana Stefanowski wept."],
        {"Ana Stefanowski": ["Stefanowski", "Ana Stefanowski"]},
        id="an_adverb_before_a_name",
    ),
    pytest.param(
        ["Five had died, Fauzan, an official from the agency, told Reuters. Fauzan wept."],
        {"Fauzan": ["Fauzan", "Fauzan"]},
        id="one_name_and_a_role",
    ),
    pytest.param(
        ["Altona Technologies India MD Kavitha R Rao resigned."],
        {"Kavitha R Rao": ["Kavitha R Rao"]},
        id="an_office_in_capitals_inside_a_run",
    ),
    pytest.param(
        ["The Rev. Dale King spoke. King, 61, thanked the king."],
        {"Dale King": ["Dale King", "King"]},
        id="a_surname_that_is_a_title",
    ),
    pytest.param(["DCI Hale said so."], {"Hale": ["Hale"]}, id="a_rank_in_capitals"),
    pytest.param(
        ["Flight QX123 landed. Shares of Altona Group (QXYZ.L) fell. Altona wept."],
        {},
        id="codes_and_a_firm_by_its_first_word",
    ),
    pytest.param(["MD Anderson opened a clinic."], {}, id="an_office_in_capitals_that_begins"),
    pytest.param(
        ["He is an aide to fellow Red Heron alumnus Ana Ruiz."],
        {"Ana Ruiz": ["Ana Ruiz"]},
        id="fellow_is_no_role",
    ),
    pytest.param(
        ["Eddie Marsh met fellow coaches Ana Ruiz and Dana Cole."],
        {
            "Eddie Marsh": ["Eddie Marsh"],
            "Ana Ruiz": ["Ana Ruiz"],
            "Dana Cole": ["Dana Cole"],
        },
        id="people_in_a_row_after_a_plural",
    ),
    pytest.param(["Sgt. They were late. Sgt said so."], {}, id="a_rank_alone"),
]
BODIES = [
    pytest.param("The new director was at Visa.", {"Visa": ["Visa"]}, id="at_a_company"),
    pytest.param(
        "StarReach launched the Starhopper rocket.", {"StarReach": ["StarReach"]}, id="a_product"
    ),
    pytest.param(
        "Shares in Nordhav rose on Monday. He left Nordhav.",
        {"Nordhav": ["Nordhav", "Nordhav"]},
        id="whoever_has_shares_is_a_company",
    ),
    pytest.param(
        "He taught at the Queen Mary University of Alba.",
        {"Queen Mary University of Alba": ["Queen Mary University of Alba"]},
        id="a_university_that_is_named_after_a_queen",
    ),
    pytest.param(
        "The Philadelphia 76ers fired Ana Ruiz. The 76ers lost. He plays for the Sixers.",
        {"Philadelphia 76ers": ["Philadelphia 76ers", "76ers", "Sixers"]},
        id="a_team_by_its_number_and_its_nickname",
    ),
    pytest.param(
        "He joined the Charlotte Herons on Monday. The league's Charlotte Herons hired him.",
        {"Charlotte Herons": ["Charlotte Herons", "Charlotte Herons"]},
        id="a_city_that_is_a_given_name_with_a_plural",
    ),
    pytest.param(
        "The Herons assured fans that it was over. He plays for the Herons.",
        {"Herons": ["Herons", "Herons"]},
        id="a_plural_that_acts",
    ),
    pytest.param(
        "The Denver Herons lost. The Herons and the Foxes met again.",
        {"Denver Herons": ["Denver Herons", "Herons"], "Foxes": ["Foxes"]},
        id="a_team_without_its_city",
    ),
    pytest.param("Robert Okoro wept. The Okoros left.", {}, id="a_family"),
    pytest.param("The Niners won on Monday.", {"Niners": ["Niners"]}, id="a_nickname_of_a_number"),
    pytest.param(
        "Shares in Burrow Group Plc fell. Burrow declined to comment.",
        {"Burrow Group Plc": ["Burrow Group Plc", "Burrow"]},
        id="a_firm_by_its_first_word",
    ),
    pytest.param(
        "NASA said the SpaceX Falcon flew. SpaceX was glad. SpaceX wept.",
        {"NASA": ["NASA"], "SpaceX": ["SpaceX", "SpaceX"], "SpaceX Falcon": ["SpaceX Falcon"]},
        id="a_known_firm_and_what_it_makes",
    ),
    pytest.param("Chipmaker AMD fell on Monday.", {"AMD": ["AMD"]}, id="what_a_firm_is"),
    pytest.param(
        "Shares of Nvidia (NVDA) fell. Those of Altona Networks (QXX) rose.",
        {"Nvidia": ["Nvidia", "NVDA"], "Altona Networks": ["Altona Networks"]},
        id="tickers",
    ),
    pytest.param(
        "The UN met on Monday. The UN Refugee Council met too.",
        {"UN": ["UN"], "UN Refugee Council": ["UN Refugee Council"]},
        id="a_body_before_something_of_its",
    ),
    pytest.param(
        "He was born in Santa Clara, Calif. Apart from that he sang.", {}, id="a_stop_in_a_run"
    ),
    pytest.param(
        "He pleaded guilty to Grand Larceny. Nobody saw the grand larceny.",
        {},
        id="words_also_written_small_together",
    ),
    pytest.param(
        "He is the CPU. Eyewitnesses wept. Newman, LLP, said so.", {}, id="what_names_nothing"
    ),
]
SPEAKERS = [
    pytest.param("The NYPD said he died.", ("nypd",), id="a_name_with_an_article"),
    pytest.param("The Herons assured fans that it was over.", ("herons",), id="a_team"),
    pytest.param(
        "The ship sank on Monday, dpa reported.", ("dpa via dpa",), id="an_outlet_in_small_letters"
    ),
    pytest.param("Officials said he died.", (None,), id="nobody_named"),
    pytest.param(
        "He fled, police said. Danish police said he was caught.",
        ("danish-police", "danish-police"),
        id="police_of_one_country",
    ),
    pytest.param(
        "He fled, police said. Danish police said he was caught. Swedish police said he was not.",
        (None, "danish-police", "swedish-police"),
        id="police_of_two_countries",
    ),
    pytest.param(
        "The port authority said it was shut.", ("port-authority",), id="a_body_without_a_name"
    ),
    pytest.param("An embassy said it was shut.", (None,), id="some_embassy"),
    pytest.param(
        "The state weather bureau said it rained.", ("state-weather-bureau",), id="which_bureau"
    ),
    pytest.param("The local council said it was shut.", (None,), id="some_council"),
    pytest.param(
        "Peru's navy said it sank. The Peruvian navy said it was late.",
        ("peru-s-navy", "peru-s-navy"),
        id="a_body_of_a_state",
    ),
    pytest.param("The minister's office said it was shut.", (None,), id="an_office_of_somebody"),
    pytest.param(
        "Nils Roe, whose fund Alba Capital owns a tenth, told the board that he would not sell.",
        ("nils-roe",),
        id="past_whose_fund_it_is",
    ),
    pytest.param(
        "Gareth Lowe, for Joanne Pike, who did not give evidence, said the Crown had nothing.",
        ("gareth-lowe",),
        id="past_for_whom_he_speaks",
    ),
    pytest.param(
        "Mayor Ana Ruiz left. Bo Lee, the deputy mayor, wept.\n\n“It is shut,” the mayor said.",
        ("ana-ruiz",),
        id="the_mayor_is_not_her_deputy",
    ),
    pytest.param(
        "Ana Ruiz sold the mill in May.\n\n“It was late,” the 54-year-old said.",
        ("ana-ruiz",),
        id="by_an_age_that_nobody_told",
    ),
    pytest.param(
        "Ana Ruiz sold the mill to Bo Lindqvist, 54.\n\n“It was late,” the 54-year-old said.",
        ("bo-lindqvist",),
        id="by_an_age_that_was_told",
    ),
    pytest.param(
        "Ana Ruiz wept when her brother Peter left.\n\n“It was late,” the mother of two said.",
        ("ana-ruiz",),
        id="by_her_children",
    ),
    pytest.param(
        "Ana Ruiz wept. “It is shut,” said union head Ana Ruiz.", ("ana-ruiz",), id="an_office"
    ),
    pytest.param(
        "“It is shut,” said Leader of the Opposition Ana Ruiz.", ("ana-ruiz",), id="of_a_body"
    ),
    pytest.param(
        "A spokeswoman for the company, Ana Ruiz, said it was shut.",
        ("ana-ruiz",),
        id="who_speaks_for_it",
    ),
    pytest.param(
        "Ana Ruiz wept. A friend of Acme chairwoman Ana Ruiz said it was shut.",
        (None,),
        id="a_friend_of_hers",
    ),
    pytest.param(
        "Altona Corp fell on Monday. The company said it would pay.",
        ("altona-corp",),
        id="the_company_of_an_article_that_names_one",
    ),
    pytest.param(
        "Altona Corp met Rivera Networks. The company said it would pay.",
        (None,),
        id="the_company_of_two",
    ),
    pytest.param(
        "The ANDW union said it would strike. A spokesman for the ANDW said it was sorry.",
        ("andw", "andw"),
        id="a_body_named_within_words_for_it",
    ),
    pytest.param(
        "Rivera Networks fell on Monday. The Rivera Networks union said it would strike.",
        (None,),
        id="a_union_at_a_company",
    ),
    pytest.param(
        "A Rivera Networks driver said he was tired. Rivera Networks fell on Monday.",
        (None,),
        id="a_member_of_a_body_is_not_the_body",
    ),
    pytest.param(
        "Indraval Infra said in a statement that it was sorry.",
        ("indraval-infra",),
        id="what_speaks_and_is_nobody",
    ),
    pytest.param(
        "It could use a lift, noted Dean McCall, principal analyst at Rivera Research.",
        ("dean-mccall",),
        id="a_given_name_cut_off_from_the_speaker",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), PEOPLE)
def test_people(
    story: Callable[..., tuple[EntityIndex, object]], texts: list[str], expected: Names
) -> None:
    entities, _ = story(*texts)
    assert _shown(entities.people) == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(
    story: Callable[..., tuple[EntityIndex, object]], text: str, expected: Names
) -> None:
    entities, _ = story(text)
    assert _shown(entities.organisations) == expected


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_speakers(
    story: Callable[..., tuple[EntityIndex, tuple[str | None, ...]]],
    text: str,
    expected: tuple[str | None, ...],
) -> None:
    _, speakers = story(text)
    assert speakers == expected


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("Ana Ruiz, 54, sold the mill.", "ana-ruiz"),
        ("Ana Ruiz, 54, and Ben Roe, 54, sold the mill.", None),
        ("Cal Doe, 54, sold the mill.", None),
    ],
    ids=["of_one_who_is_named_here", "of_two", "of_nobody_who_is_named_here"],
)
def test_an_age_that_another_article_tells(
    story: Callable[..., tuple[EntityIndex, tuple[str | None, ...]]],
    elsewhere: str,
    expected: str | None,
) -> None:
    here = "The mill was sold by Ana Ruiz and Ben Roe. “It was late,” said the 54-year-old."
    _, speakers = story(here, elsewhere)
    assert speakers == (expected,)
