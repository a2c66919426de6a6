"""Harder cases of who and what is who, in the registers of news; all invented.

Each row: the articles, and what must come out, by name, as the texts of the mentions.
"""

from collections.abc import Callable, Mapping, Sequence

import pytest
from spacy.language import Language

from builder import naming
from builder.annotate import annotate
from builder.extract import findings_of
from builder.model.article import Passage
from builder.model.entities import Ambiguous, Entity
from builder.model.findings import Reference
from builder.model.ids import ArticleId, EntityId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.entities.mentions import Mention
from builder.resolve.people.clustering import people_of
from builder.settings import Settings
from tests.conftest import article_of

pytestmark = pytest.mark.model
Resolver = Callable[..., EntityIndex]


@pytest.fixture(scope="session")
def entities(nlp: Language) -> Resolver:
    """From the texts of a story to its cast."""

    def made(*texts: str) -> EntityIndex:
        articles = [article_of(text, id_=f"a{n}") for n, text in enumerate(texts)]
        findings = [findings_of(doc, article) for article, doc in annotate(articles, nlp)]
        return entities_of(articles, findings, Decisions(), Settings(), Permalinks())

    return made


def _shown(entities: Sequence[Entity]) -> dict[str, list[str]]:
    return {entity.name: [mention.text for mention in entity.mentions] for entity in entities}


SPELLINGS = [
    pytest.param(
        ["Oleksiy Horbunov, the president, left.", "The president, Olexiy Gorbunov, wept."],
        {"Oleksiy Horbunov": ["Oleksiy Horbunov", "Olexiy Gorbunov"]},
        id="a_ukrainian_and_a_russian_spelling",
    ),
    pytest.param(
        ["Viktor Lindqvist was jailed. Lindqvist wept.", "Victor Lindquist was jailed on Friday."],
        {"Viktor Lindqvist": ["Viktor Lindqvist", "Lindqvist", "Victor Lindquist"]},
        id="one_letter_and_another_in_two_outlets",
    ),
    pytest.param(
        ["Ulrike Medeiros won.", "Ulrike Mederios won.", "Ulrike Medeiros was glad."],
        {"Ulrike Medeiros": ["Ulrike Medeiros", "Ulrike Mederios", "Ulrike Medeiros"]},
        id="two_letters_changed_about_by_a_slip",
    ),
    pytest.param(
        ["Jeffrey Kowalczuk won.", "Jefrfey Kowalczuk won."],
        {"Jeffrey Kowalczuk": ["Jeffrey Kowalczuk", "Jefrfey Kowalczuk"]},
        id="a_slip_in_a_given_name",
    ),
    pytest.param(
        ["Coach Jürgen Klapp left.", "Coach Juergen Klapp left.", "Jürgen Klapp smiled."],
        {"Jürgen Klapp": ["Jürgen Klapp", "Juergen Klapp", "Jürgen Klapp"]},
        id="umlaut_written_out",
    ),
    pytest.param(
        ["Marta Ruiz sang on Friday.", "Maria Ruiz sang on Sunday."],
        {"Marta Ruiz": ["Marta Ruiz"], "Maria Ruiz": ["Maria Ruiz"]},
        id="two_given_names_a_letter_apart_are_two_people",
    ),
    pytest.param(
        ["Sara Khan sued Sarah Khan in London on Friday."],
        {"Sara Khan": ["Sara Khan"], "Sarah Khan": ["Sarah Khan"]},
        id="two_spellings_in_one_article_are_two_people",
    ),
    pytest.param(
        ["Alexander Petrov sang.", "Alexandra Petrova sang."],
        {"Alexander Petrov": ["Alexander Petrov"], "Alexandra Petrova": ["Alexandra Petrova"]},
        id="a_man_and_a_woman",
    ),
    pytest.param(
        ["Luis Robert hit two runs.", "Luis Roberts hit nothing."],
        {"Luis Robert": ["Luis Robert"], "Luis Roberts": ["Luis Roberts"]},
        id="a_letter_more_at_the_end_is_another_name",
    ),
    pytest.param(
        [
            "President Volodymyr Zelenskyy spoke. Zelenskyy left.",
            "President Volodymyr Zelensky spoke. Zelensky left. Zelensky is tired.",
            "President Volodymyr Zelenskiy spoke.",
        ],
        {
            "Volodymyr Zelensky": [
                "Volodymyr Zelenskyy", "Zelenskyy", "Volodymyr Zelensky", "Zelensky", "Zelensky",
                "Volodymyr Zelenskiy",
            ]
        },
        id="of_three_spellings_the_most_used_is_the_name",
    ),
    pytest.param(
        ["Muammar Gaddafi fled.", "Moammar Qaddafi fled.", "Moammar Qaddafi spoke. Gadhafi ran."],
        {"Moammar Qaddafi": ["Muammar Gaddafi", "Moammar Qaddafi", "Moammar Qaddafi", "Gadhafi"]},
        id="many_spellings_of_an_arabic_name",
    ),
    pytest.param(
        ["Abdel Fattah al-Sisi spoke. Sisi left.", "Abdel-Fattah el-Sissi spoke on Friday."],
        {"Abdel Fattah al-Sisi": ["Abdel Fattah al-Sisi", "Sisi", "Abdel-Fattah el-Sissi"]},
        id="article_and_hyphen_of_an_arabic_name",
    ),
]  # fmt: skip
PEOPLE = [
    pytest.param(
        ["Novak Petrovic beat Carlos Alvarado 6-4. Novak said he was tired. Petrovic is 36."],
        {"Novak Petrovic": ["Novak Petrovic", "Novak", "Petrovic"],
         "Carlos Alvarado": ["Carlos Alvarado"]},
        id="winner_of_a_match",
    ),
    pytest.param(
        ["Son Heung-chul scored. Son is Korean.", "Heung-chul Son scored twice. Son left."],
        {"Heung-chul Son": ["Son Heung-chul", "Son", "Heung-chul Son", "Son"]},
        id="hyphened_given_name_in_both_orders",
    ),
    pytest.param(
        ["Xi Jinping met Li Qiang. Xi smiled. Li Hui flew home.", "Li spoke in Beijing."],
        {"Xi Jinping": ["Xi Jinping", "Xi"], "Li Qiang": ["Li Qiang"], "Li Hui": ["Li Hui"]},
        id="two_of_one_chinese_family_name",
    ),
    pytest.param(
        ["Gareth Pugh KC told the court so. Pugh sat down. Dr Ann Oduya OBE nodded."],
        {"Gareth Pugh": ["Gareth Pugh", "Pugh"], "Ann Oduya": ["Ann Oduya"]},
        id="letters_behind_a_name_are_no_part_of_it",
    ),
    pytest.param(
        ["Henry Ford IV resigned from Ford Motor Co. Ford, 44, gave no reason."],
        {"Henry Ford IV": ["Henry Ford IV", "Ford"]},
        id="an_age_tells_the_heir_from_the_company",
    ),
    pytest.param(
        ["Jack London left Jack. London is large. Joe Paris drove to Paris from Washington."],
        {"Jack London": ["Jack London", "Jack"], "Joe Paris": ["Joe Paris"]},
        id="surnames_that_are_capitals",
    ),
    pytest.param(
        ["Her son, Danilo, was missing. Danilo is four."],
        {"Danilo": ["Danilo", "Danilo"]},
        id="known_by_a_given_name_and_what_he_is",
    ),
    pytest.param(
        ["Singer KATE MARLOWE left actor JAXON REID.\n\nKate flew to Spain. Reid, 24, stayed."],
        {"Kate Marlowe": ["KATE MARLOWE", "Kate"], "Jaxon Reid": ["JAXON REID", "Reid"]},
        id="names_in_capitals_alone",
    ),
    pytest.param(
        ["Keir Storm arrived. His wife, Victoria, was with him. Victoria smiled."],
        {"Keir Storm": ["Keir Storm"], "Victoria": ["Victoria", "Victoria"]},
        id="a_wife_called_like_a_city",
    ),
    pytest.param(
        ["Israel Katzman, a minister, left Israel. Austin Reeves of Austin, Texas, sang."],
        {"Austin Reeves": ["Austin Reeves"], "Israel Katzman": ["Israel Katzman"]},
        id="given_names_that_are_places",
    ),
    pytest.param(
        ["Madonna, Adele and Sting sang in Rome on Friday."],
        {"Adele": ["Adele"], "Madonna": ["Madonna"], "Sting": ["Sting"]},
        id="single_names_in_a_row",
    ),
    pytest.param(
        ["Ursula von der Leyden met Luis de Guindo. Von der Leyden left. De Guindo stayed."],
        {"Ursula von der Leyden": ["Ursula von der Leyden", "Von der Leyden"],
         "Luis de Guindo": ["Luis de Guindo", "De Guindo"]},
        id="particles_with_a_capital",
    ),
    pytest.param(
        ["Charles O’Neill’s wife said O’Neill’s heart failed. “O'Neill is fine,” said a doctor."],
        {"Charles O’Neill": ["Charles O’Neill", "O’Neill", "O'Neill"]},
        id="possessives_and_two_apostrophes",
    ),
    pytest.param(
        ["J.J. Abara directed it. Abara is 50.", "JJ Abara was there."],
        {"J.J. Abara": ["J.J. Abara", "Abara", "JJ Abara"]},
        id="initials_with_and_without_stops",
    ),
]  # fmt: skip
NOBODY = [
    ("Typhoon Mangkut hit Luzon. Mangkut weakened at sea.", "storm"),
    ("The MV Princess Ashika sank. The Ashika had left Manila.", "ship"),
    ("The USS Ronald Rogan was sent to help.", "warship"),
    ("The Inflation Reduction Act and the Dodd Frank Act help.", "laws"),
    ("The Foxes travel to Derby. The proud Foxes lost again.", "teams"),
    ("The ChatGPT maker OpenAI hired dozens. SpaceX did not.", "coined_names"),
    ("Solicitors Alba, Ruiz and Stern acted. Wachtel, Lipton, Rosen & Katz too.", "firms"),
    ("Ariane 6 will fly in June, before Ariane 7.", "rocket"),
    ("The Bill and Melinda Gates Foundation gave money.", "foundation_of_a_couple"),
    ("The James Webb Space Telescope was launched.", "telescope"),
    ("John Deere, Charles Stanley and Baker McKenzie gained.", "companies_like_people"),
    ("Victims wept. Witnesses fled. Prosecutors appealed.", "common_words"),
    ("Rain in Lima on Monday. (AP Photo/Ana Ruiz)", "photographer_in_brackets"),
    ("Rain in Lima on Monday. Ana Ruiz/AFP via Getty Images", "photographer_and_agencies"),
    ("Photo: Ana Ruiz\n\nIt rained.", "photographer_alone"),
    ("It rained.\n\n--With assistance from Ana Ruiz and Bo Lee.", "helpers_of_a_writer"),
    ("The Michelle Roe Cup and the Ana Ruiz Prize were won.", "prizes"),
]


@pytest.mark.parametrize(("texts", "expected"), SPELLINGS + PEOPLE)
def test_people(entities: Resolver, texts: list[str], expected: Mapping[str, list[str]]) -> None:
    assert _shown(entities(*texts).people) == expected


@pytest.mark.parametrize("text", [row[0] for row in NOBODY], ids=[row[1] for row in NOBODY])
def test_nobody(entities: Resolver, text: str) -> None:
    assert _shown(entities(text).people) == {}


THINGS = [
    pytest.param(
        "Lawyers Alba, Ruiz and Stern lost. Alba, Ruiz & Stern will appeal.",
        {"Alba, Ruiz & Stern": ["Alba, Ruiz and Stern", "Alba, Ruiz & Stern"]}, {},
        id="a_firm_of_three_partners",
    ),
    pytest.param(
        "The Serious Fraud Office (SFO) opened a case. The SFO said little.",
        {"Serious Fraud Office": ["Serious Fraud Office", "SFO", "SFO"]}, {},
        id="acronym_after_the_long_form",
    ),
    pytest.param(
        "The G7 met. The Group of Seven was pleased, the G-7 said.",
        {"Group of Seven": ["G7", "Group of Seven", "G-7"]}, {},
        id="number_and_word",
    ),
    pytest.param(
        "He works at the School of Oriental and African Studies (SOAS) in London.",
        {
            "School of Oriental and African Studies": [
                "School of Oriental and African Studies", "SOAS",
            ]
        },
        {"London": ["London"]},
        id="a_long_name_is_whole",
    ),
    pytest.param(
        "Kyiv was silent. Kiev is old. Moscow and Beijing agreed.",
        {}, {"Kiev": ["Kyiv", "Kiev"], "Moscow": ["Moscow"], "Beijing": ["Beijing"]},
        id="capitals",
    ),
    pytest.param(
        "Doris Achebe, a nurse from Hackford, lost her house in Newfield, Surrey.",
        {}, {"Hackford": ["Hackford"], "Newfield": ["Newfield"]},
        id="towns_by_what_stands_before",
    ),
    pytest.param(
        "She grew up in Alba, Calif., and moved to Washington, D.C., in May.",
        {}, {"Alba": ["Alba"], "California": ["Calif."], "Washington": ["Washington", "D.C."]},
        id="states_cut_short",
    ),
    pytest.param(
        "LIMA - It was wet on Monday, officials said.", {}, {"Lima": ["LIMA"]},
        id="a_place_in_capitals_alone",
    ),
    pytest.param(
        "The MV Lady Marla sank. Survivors of the Lady Marla wept. The Marla was old.", {}, {},
        id="a_ship_is_no_lady",
    ),
    pytest.param(
        "It sank off Marikina on Monday. The mayor of Marikina wept.",
        {}, {"Marikina": ["Marikina", "Marikina"]},
        id="a_place_by_what_stands_before",
    ),
    pytest.param(
        "Derby County beat Kashima Antlers in Madrid.",
        {"Derby County": ["Derby County"], "Kashima Antlers": ["Kashima Antlers"]},
        {"Madrid": ["Madrid"]},
        id="clubs_that_begin_with_a_place",
    ),
    pytest.param(
        "Hurricane Florence hit the coast. Florence has killed 11.", {}, {},
        id="a_storm_is_no_city",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "bodies", "places"), THINGS)
def test_things(
    entities: Resolver, text: str, bodies: Mapping[str, list[str]], places: Mapping[str, list[str]]
) -> None:
    made = entities(text)
    assert _shown(made.organisations) == bodies
    found = _shown(made.places)
    assert {name: found.get(name) for name in places} == places
    assert not found or places


def test_capitals_and_seats_say_what_stands_behind_them(entities: Resolver) -> None:
    made = entities("The Kremlin warned London. Whitehall and the White House said nothing.")
    notes = {e.name: e.note for e in (*made.organisations, *made.places)}
    assert notes == {
        "Kremlin": "often stands for the government of Russia",
        "London": "capital of United Kingdom; often stands for its government",
        "White House": "often stands for the presidency of the United States",
        "Whitehall": "often stands for the civil service of the United Kingdom",
    }


@pytest.mark.parametrize(
    ("called", "bearer"), [("male", "Todd Marten"), ("female", "Carol Marten")]
)
def test_a_surname_is_nobody_s_of_another_sex_than_its_pronouns(called, bearer):
    def mention(name: str, article: str, start: int, **told: object) -> Mention:
        passage = Passage(
            article=ArticleId(article), start=start, end=start + len(name), text=name
        )
        return Mention(
            passage=passage,
            label="PERSON",
            role=None,
            honorific=None,
            key=naming.key(name),
            **told,
        )

    alone = mention("Marten", "a", 40, called=called)
    people = people_of((mention("Carol Marten", "a", 0), alone, mention("Todd Marten", "b", 0)))
    (group,) = [one for one in people.groups if alone in one.mentions]
    assert group.mentions[0].passage.text == bearer


def words_at(text: str, start: int) -> Passage:
    return Passage(article=ArticleId("a"), start=start, end=start + len(text), text=text)


def index_of(*names: str, open_: str = "") -> EntityIndex:
    """People of these names, one after the other in an article; all may be meant by `open_`."""
    places = [words_at(name, 20 * at) for at, name in enumerate(names)]
    people = [
        Entity(
            id=EntityId(one.text[:3].lower()), kind="person", name=one.text, aliases=(), roles=(),
            mentions=(one,), page=None,
        )
        for one in places
    ]  # fmt: skip
    everyone = tuple(one.id for one in people)
    left_open = Ambiguous(passage=words_at(open_, 90), candidates=everyone)
    return EntityIndex(
        people=tuple(people),
        names={("a", one.start, one.end): id_ for one, id_ in zip(places, everyone, strict=True)},
        ambiguous=(left_open,) if open_ else (),
    )


def pronoun_of(word: str, *antecedents: str) -> Reference:
    places = tuple(words_at(name, 20 * at) for at, name in enumerate(antecedents))
    return Reference(
        passage=words_at(word, 90), form="pronoun", antecedents=places, confidence=0.9
    )


@pytest.mark.parametrize(("pronoun", "meant"), [("he", "ben"), ("she", "ana"), ("who", "ana")])
def test_a_pronoun_is_nobody_of_the_other_sex(pronoun, meant):
    people = ("Ana Ruiz", "Ben Ruiz")
    assert index_of(*people).who(pronoun_of(pronoun, *people)) == meant


def test_who_is_left_open_between_two_may_be_either():
    people = ("Ben Ruiz", "Ana Ruiz", "Tom Cole", "Jon Hale")
    index = index_of(*people)
    assert index.candidates(pronoun_of("he", *people)) == ("ben", "tom")
    assert index.candidates(pronoun_of("she", *people)) == ()  # one alone: no choice to offer
    assert index.candidates(pronoun_of("they", *people)) == ()


@pytest.mark.parametrize(
    ("people", "expected"),
    [(("Ana Ruiz", "Carla Ruiz"), ("ana", "car")), (("Ana Ruiz", "Bea Ruiz", "Carla Ruiz"), ())],
)
def test_a_surname_of_two_may_be_either_but_of_three_is_nobody_s(people, expected):
    surname = Reference(passage=words_at("Ruiz", 90), form="name")
    assert index_of(*people, open_="Ruiz").candidates(surname) == expected
