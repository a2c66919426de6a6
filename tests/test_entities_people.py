"""Hard cases of who is who, whole stories of one to three articles; all invented."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from builder.annotate import annotate
from builder.extract.citations import citations_in
from builder.extract.credits import credits_in
from builder.extract.names import names_in
from builder.model.findings import Findings
from builder.overrides import Decision, Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.settings import Settings
from tests.conftest import article_of

Resolver = Callable[..., EntityIndex]
pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def entities(nlp: Language) -> Resolver:
    """From the texts of a story to its cast."""

    def made(*texts: str, decisions: tuple[Decision, ...] = ()) -> EntityIndex:
        articles = [article_of(text, id_=f"a{n}") for n, text in enumerate(texts)]
        findings = [
            Findings(
                article=article.id,
                names=names_in(doc, article),
                credits=credits_in(article),
                citations=citations_in(doc, article),
            )
            for article, doc in annotate(articles, nlp)
        ]
        return entities_of(articles, findings, Decisions(decisions), Settings(), Permalinks())

    return made


ROWS = [
    pytest.param(
        ["Stephen Roe left the farm at dawn.", "Steve, 44, wept in court. Steve said he slept."],
        {"Stephen Roe": ["Stephen Roe", "Steve", "Steve"]},
        [],
        id="a_nickname_alone_goes_to_the_only_given_name_that_it_shortens",
    ),
    pytest.param(
        ["Ana Ruiz opened the bridge. Ruiz said it was safe."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"]},
        [],
        id="surname_goes_to_the_only_full_name",
    ),
    pytest.param(
        ["Ana Ruiz opened the bridge.", "Ruiz said it was safe."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"]},
        [],
        id="surname_in_another_article_goes_to_the_only_full_name",
    ),
    pytest.param(
        ["Denise Washington left court. “Never,” Washington said.", "It rained in Washington."],
        {"Denise Washington": ["Denise Washington", "Washington"]},
        [],
        id="a_capital_that_speaks_is_the_person_of_that_name",
    ),
    pytest.param(
        ["Denise Washington left court. Washington, who is ill, wept. Washington fell silent."],
        {"Denise Washington": ["Denise Washington", "Washington"]},
        [],
        id="a_capital_and_who_is_the_person_of_that_name",
    ),
    pytest.param(
        ["There are few Phil Roes in tennis. The Phil Roes of this world win."],
        {},
        [],
        id="people_like_somebody_are_nobody",
    ),
    pytest.param(
        ["Gao Mei-ling spoke. Choi Min-ho left.", "Gao Meiling spoke. Coach Minho Choi left."],
        {
            "Gao Mei-ling": ["Gao Mei-ling", "Gao Meiling"],
            "Choi Min-ho": ["Choi Min-ho", "Minho Choi"],
        },
        [],
        id="halves_of_a_given_name_with_and_without_a_hyphen",
    ),
    pytest.param(
        ["Li Wen, an engineer, and Li Na, a nurse, left.", "Premier Li spoke."],
        {"Li Wen": ["Li Wen"], "Li Na": ["Li Na"], "Li": ["Li"]},
        [],
        id="an_office_that_none_of_two_has",
    ),
    pytest.param(
        ["Ford said it would close the plant. Harrison Ford, the actor, left. Ford wept."],
        {"Harrison Ford": ["Harrison Ford", "Ford"]},
        [],
        id="a_firm_named_before_the_person_of_its_name",
    ),
    pytest.param(
        ["Victor Roe left. His father, Victor Roe Sr., stayed.", "Roe said so. Victor wept."],
        {"Victor Roe": ["Victor Roe", "Roe", "Victor"], "Victor Roe Sr.": ["Victor Roe Sr."]},
        [],
        id="a_short_name_is_not_the_father_s",
    ),
    pytest.param(
        ["Novak Vega won in Lima.", "Vega was tired. Many cheered Novak on Monday."],
        {"Novak Vega": ["Novak Vega", "Vega", "Novak"]},
        [],
        id="given_name_in_an_article_that_has_the_surname",
    ),
    pytest.param(
        ["Søren Kjær-Roe, chairman of Alba, met Mette Kjær-Roe.", "Chairman Kjaer-Roe wept."],
        {"Søren Kjær-Roe": ["Søren Kjær-Roe", "Kjaer-Roe"], "Mette Kjær-Roe": ["Mette Kjær-Roe"]},
        [],
        id="a_surname_of_two_halves_in_two_spellings",
    ),
    pytest.param(
        ["Abraham “Avi” Rosen left.", "Avi Rosen wept."],
        {"Abraham “Avi” Rosen": ["Abraham “Avi” Rosen", "Avi Rosen"]},
        [],
        id="a_nickname_that_another_article_goes_by",
    ),
    pytest.param(
        ["He left. Will Ana Ruiz go too?"],
        {"Ana Ruiz": ["Ana Ruiz"]},
        [],
        id="will_is_a_verb_in_a_question",
    ),
    pytest.param(
        ["Carl Roe left with his son Carl Jr.", "Carl wept."],
        {"Carl Roe": ["Carl Roe", "Carl"], "Carl Jr.": ["Carl Jr."]},
        [],
        id="a_son_by_given_name_and_suffix",
    ),
    pytest.param(
        ["Petra Halden left.", "The court saw Petra's husband, Al Roe."],
        {
            "Petra Halden": ["Petra Halden", "Petra"],
            "Al Roe": ["Al Roe"],
        },
        [],
        id="whoever_has_a_husband_is_a_person",
    ),
    pytest.param(
        ["Ana Ruiz met Carlos Ruiz in Lima. Ruiz said little."],
        {"Ana Ruiz": ["Ana Ruiz"], "Carlos Ruiz": ["Carlos Ruiz"]},
        ["Ruiz"],
        id="bare_surname_of_two_stays_open",
    ),
    pytest.param(
        ["Ana Ruiz resigned. Ruiz thanked voters.", "Carlos Ruiz sang. Ruiz bowed."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"], "Carlos Ruiz": ["Carlos Ruiz", "Ruiz"]},
        [],
        id="same_article_first",
    ),
    pytest.param(
        ["Ana Ruiz spoke first. Ruiz was calm. Later Carlos Ruiz spoke."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"], "Carlos Ruiz": ["Carlos Ruiz"]},
        [],
        id="surname_before_the_other_is_introduced",
    ),
    pytest.param(
        ["Ana Ruiz sued John Ruiz. Mr Ruiz denied it. Mrs Ruiz wept."],
        {"Ana Ruiz": ["Ana Ruiz", "Ruiz"], "John Ruiz": ["John Ruiz", "Ruiz"]},
        [],
        id="honorific_tells_husband_from_wife",
    ),
    pytest.param(
        ["Premier Wu Lei met envoy Wu Jing. Premier Wu smiled."],
        {"Wu Lei": ["Wu Lei", "Wu"], "Wu Jing": ["Wu Jing"]},
        [],
        id="title_tells_two_of_one_family_name",
    ),
    pytest.param(
        ["President Deng Weimin spoke on Monday. Deng praised the farmers."],
        {"Deng Weimin": ["Deng Weimin", "Deng"]},
        [],
        id="family_name_first",
    ),
    pytest.param(
        ["Deng Weimin spoke on Monday.", "Weimin Deng, a minister, spoke."],
        {"Deng Weimin": ["Deng Weimin", "Weimin Deng"]},
        [],
        id="both_orders_of_a_name",
    ),
    pytest.param(
        ["South Korean President Choi Min-ho spoke. Choi left.", "Choi Min Ho spoke."],
        {"Choi Min Ho": ["Choi Min-ho", "Choi", "Choi Min Ho"]},
        [],
        id="hyphen_or_space_in_a_given_name",
    ),
    pytest.param(
        [
            "President Petro Dombrovsky spoke. Dombrovsky left.",
            "President Petro Dombrovskiy spoke.",
            "President Petro Dombrovskyy spoke. President Petro Dombrovsky left.",
        ],
        {
            "Petro Dombrovsky": [
                "Petro Dombrovsky",
                "Dombrovsky",
                "Petro Dombrovskiy",
                "Petro Dombrovskyy",
                "Petro Dombrovsky",
            ]
        },
        [],
        id="transliterations_joined_under_the_most_used",
    ),
    pytest.param(
        ["Sergei Karpov won. Sergey Karpov was glad."],
        {"Sergei Karpov": ["Sergei Karpov", "Sergey Karpov"]},
        [],
        id="two_spellings_of_a_given_name",
    ),
    pytest.param(
        ["Robert Ames won the race. Bob Ames was happy."],
        {"Bob Ames": ["Robert Ames", "Bob Ames"]},
        [],
        id="nickname_and_given_name",
    ),
    pytest.param(
        ["Edward Ames and Theodore Ames met Ted Ames."],
        {
            "Edward Ames": ["Edward Ames"],
            "Theodore Ames": ["Theodore Ames"],
            "Ted Ames": ["Ted Ames"],
        },
        [],
        id="nickname_of_two_joins_nobody",
    ),
    pytest.param(
        ["John F. Doyle spoke. John Doyle left. Doyle returned."],
        {"John Doyle": ["John F. Doyle", "John Doyle", "Doyle"]},
        [],
        id="middle_initial",
    ),
    pytest.param(
        ["George H. Pratt met George W. Pratt."],
        {"George H. Pratt": ["George H. Pratt"], "George W. Pratt": ["George W. Pratt"]},
        [],
        id="differing_initials_part_two",
    ),
    pytest.param(
        ["Maria Lopez wrote a book. M. Lopez lives in Lima."],
        {"Maria Lopez": ["Maria Lopez", "M. Lopez"]},
        [],
        id="initial_goes_to_the_only_fit",
    ),
    pytest.param(
        ["Maria Lopez met Manuel Lopez. M. Lopez left early."],
        {"Maria Lopez": ["Maria Lopez"], "Manuel Lopez": ["Manuel Lopez"]},
        ["M. Lopez"],
        id="initial_of_two_stays_open",
    ),
    pytest.param(
        ["Sammy Hurst Jr. sang. His father Sammy Hurst Sr. listened."],
        {"Sammy Hurst Jr.": ["Sammy Hurst Jr."], "Sammy Hurst Sr.": ["Sammy Hurst Sr."]},
        [],
        id="father_and_son",
    ),
    pytest.param(
        ["Ursula van der Meer resigned. Van der Meer gave no reason."],
        {"Ursula van der Meer": ["Ursula van der Meer", "Van der Meer"]},
        [],
        id="particles",
    ),
    pytest.param(
        ["Khalid al-Amin arrived. Al-Amin said he was tired."],
        {"Khalid al-Amin": ["Khalid al-Amin", "Al-Amin"]},
        [],
        id="arabic_article",
    ),
    pytest.param(
        ["Jean-Luc Picard-Moreau spoke. Picard-Moreau left."],
        {"Jean-Luc Picard-Moreau": ["Jean-Luc Picard-Moreau", "Picard-Moreau"]},
        [],
        id="hyphens_in_both_names",
    ),
    pytest.param(
        ["Sinéad O'Hara sang. O'Hara’s voice was strong.", "Sinead O’Hara sang."],
        {"Sinéad O'Hara": ["Sinéad O'Hara", "O'Hara", "Sinead O’Hara"]},
        [],
        id="accents_and_apostrophes",
    ),
    pytest.param(
        ["Denzel Washington flew to Washington. Mr Washington met fans there."],
        {"Denzel Washington": ["Denzel Washington", "Washington"]},
        [],
        id="person_and_place_of_one_name",
    ),
    pytest.param(
        ["Harrison Ford sued the Ford Motor Company. Mr Ford said that Ford Motor lied."],
        {"Harrison Ford": ["Harrison Ford", "Ford"]},
        [],
        id="person_and_company_of_one_name",
    ),
    pytest.param(
        ["Paris Hilton, an actress, arrived in Paris. Hilton waved."],
        {"Paris Hilton": ["Paris Hilton", "Hilton"]},
        [],
        id="given_name_that_is_a_city",
    ),
    pytest.param(
        ["ANA RUIZ QUITS AS MAYOR OF LIMA\n\nAna Ruiz quit on Monday. Ruiz is 60."],
        {"Ana Ruiz": ["ANA RUIZ", "Ana Ruiz", "Ruiz"]},
        [],
        id="headline_all_in_capitals",
    ),
    pytest.param(
        ["Ruiz Quits After Budget Row in Parliament\n\nAna Ruiz quit on Monday."],
        {"Ana Ruiz": ["Ruiz", "Ana Ruiz"]},
        [],
        id="headline_before_the_full_name",
    ),
    pytest.param(
        ["Mob boss Al “The Fox” Moretti died. Moretti was 80.", "Al Moretti died in prison."],
        {"Al Moretti": ["Al “The Fox” Moretti", "Moretti", "Al Moretti"]},
        [],
        id="nickname_inside_a_name",
    ),
    pytest.param(
        ["Gabriela Torres Vega won. Torres Vega thanked her team."],
        {"Gabriela Torres Vega": ["Gabriela Torres Vega", "Torres Vega"]},
        [],
        id="two_surnames",
    ),
    pytest.param(
        ["Mark Felton spoke to Jane Felton, his wife. Jane said nothing."],
        {"Mark Felton": ["Mark Felton"], "Jane Felton": ["Jane Felton", "Jane"]},
        [],
        id="given_name_alone",
    ),
    pytest.param(
        ["Chancellor Dr. Eva Lang, MP, resigned. Dr Lang is ill."],
        {"Eva Lang": ["Eva Lang", "Lang"]},
        [],
        id="honorifics_and_letters_are_no_part_of_a_name",
    ),
    pytest.param(
        ["Secretary of the Interior Nora Pike resigned. Pike's deputy follows."],
        {"Nora Pike": ["Nora Pike", "Pike"]},
        [],
        id="title_with_of_before_the_name",
    ),
    pytest.param(
        ["Novelist Hugo Brandt died.\n\n(Reporting by Lisa Kemp; Editing by Tom Hale)"],
        {"Hugo Brandt": ["Hugo Brandt"]},
        [],
        id="makers_of_a_credit_are_nobody_of_the_story",
    ),
    pytest.param(
        ["By Lisa Kemp\n\nHugo Brandt died on Monday, his publisher said."],
        {"Hugo Brandt": ["Hugo Brandt"]},
        [],
        id="nor_is_the_writer_of_a_byline",
    ),
    pytest.param(
        ["Officials said that exports rose. Analysts were surprised."],
        {},
        [],
        id="no_person_in_common_words_with_a_capital",
    ),
    pytest.param(
        ["The Security Council met in New York. The United Nations was pleased."],
        {},
        [],
        id="no_person_among_bodies_and_places",
    ),
    pytest.param(
        ["The Foxes beat the Rovers in Derby on Saturday."],
        {},
        [],
        id="teams_are_no_people",
    ),
    pytest.param(
        ["Mr Tran opened the shop. Tran was proud."],
        {"Tran": ["Tran", "Tran"]},
        [],
        id="known_by_one_name_alone",
    ),
    pytest.param(
        ["Luis Ortega won. Mayor Ortega danced. ORTEGA DID NOT SLEEP."],
        {"Luis Ortega": ["Luis Ortega", "Ortega", "ORTEGA"]},
        [],
        id="capitals_in_running_text",
    ),
    pytest.param(
        ["Vasyl Koval met Oleh Koval in Kyiv.", "Koval spoke in Kiev."],
        {"Vasyl Koval": ["Vasyl Koval"], "Oleh Koval": ["Oleh Koval"]},
        ["Koval"],
        id="surname_of_two_in_another_article_stays_open",
    ),
    pytest.param(
        ["Steve Marlow spoke. Stephen Marlow spoke. Steven Marlow spoke."],
        {"Stephen Marlow": ["Steve Marlow", "Stephen Marlow", "Steven Marlow"]},
        [],
        id="three_forms_of_one_given_name",
    ),
    pytest.param(
        ["Mo Roe coached the team. I look at Mo Roe and laugh. Mo ran it.", "Mo Roe left."],
        {"Mo Roe": ["Mo Roe", "Mo Roe", "Mo", "Mo Roe"]},
        [],
        id="looked_at_is_no_place",
    ),
    pytest.param(
        ["Peter Hanson founded Hanson Foods Inc. Shares of Hanson Inc. rose. Hanson left."],
        {"Peter Hanson": ["Peter Hanson", "Hanson"]},
        [],
        id="company_named_after_its_founder",
    ),
    pytest.param(
        ["He joined Morgan Stanley. Warner Bros. said so. He runs Mozilla Firefox."],
        {},
        [],
        id="well_known_companies_are_no_people",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "open_"), ROWS)
def test_people(
    entities: Resolver, texts: list[str], expected: dict[str, list[str]], open_: list[str]
) -> None:
    made = entities(*texts)
    assert {p.name: [m.text for m in p.mentions] for p in made.people} == expected
    assert [a.passage.text for a in made.ambiguous] == open_
