"""Names of one article with label, role and honorific; all sentences invented."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from builder.extract.names import names_in
from builder.model.article import Article

pytestmark = pytest.mark.model
Parse = Callable[[str], tuple[Article, Doc]]

PEOPLE = [
    ("Chilean Prime Minister Ana Ruiz spoke.", "Ana Ruiz", "Chilean Prime Minister"),
    ("Chile’s Prime Minister, Ana Ruiz, spoke.", "Ana Ruiz", "Chile’s Prime Minister"),
    ("Chilean prime minister Ana Ruiz spoke.", "Ana Ruiz", "Chilean prime minister"),
    (
        "Ana Ruiz, director of the Museum of Trade in Lima, spoke.",
        "Ana Ruiz",
        "director of the Museum of Trade in Lima",
    ),
    (
        "“No,” said the director of the museum, Ana Ruiz, on Monday.",
        "Ana Ruiz",
        "director of the museum",
    ),
    ("Former palace official Ana Ruiz spoke.", "Ana Ruiz", "Former palace official"),
    ("Ana Ruiz, 45, a teacher, spoke.", "Ana Ruiz", "teacher"),
    (
        "Chile’s Special Envoy for Trade Affairs Ana Ruiz spoke.",
        "Ana Ruiz",
        "Chile’s Special Envoy for Trade Affairs",
    ),
    ("The trains stopped. Student Amrit Sodhi, 22, was stuck.", "Amrit Sodhi", "Student"),
    ("Ana Ruiz spoke in Lima on Monday.", "Ana Ruiz", None),
    ("Lonavar MLA Sunita Rao spoke.", "Sunita Rao", "Lonavar MLA"),
    ("Executive Engineer Dinesh Pawar spoke.", "Dinesh Pawar", "Executive Engineer"),
    ("Ana Ruiz’s house burned down.", "Ana Ruiz", None),
    ("Ana Ruiz, 61, whose husband drowned, spoke.", "Ana Ruiz", None),
    ("Ana Ruiz, a teacher whose husband drowned, spoke.", "Ana Ruiz", "teacher"),
]
HONOURED = [
    ("Mr Ruiz spoke.", "Ruiz", "Mr"),
    ("The Rev. Ana Ruiz prayed.", "Ana Ruiz", "Rev"),
    ("He met Smt. Rao there.", "Rao", "Smt"),
]
NOTHING = [
    "",
    "it rained all day.",
    "The prime minister said that it rained.",
    "On Monday it rained.",
    "The Prime Minister met the President in June.",
]
LABELS = [
    ("A customer sued Sparkasse Erlenau.", "Sparkasse Erlenau", "ORG"),
    ("Sailors of Compagnie Verdan were paid.", "Compagnie Verdan", "ORG"),
    ("Fondazione Carli bought it.", "Fondazione Carli", "ORG"),
    ("People left Puerto Almena for good.", "Puerto Almena", "PLACE"),
    ("The Nurses’ Guild met.", "Nurses’ Guild", "ORG"),
    ("The Bakers’ Guild met.", "Bakers’ Guild", "ORG"),
    ("Dockers' Union members met.", "Dockers' Union", "ORG"),
    ("She works for Alba Motors Inc.", "Alba Motors Inc", "ORG"),
    (
        "Dr Ines Sketch of Cromarty College, who has run it since 2021, said crabs were gone.",
        "Cromarty College",
        "ORG",
    ),
    (
        "He studied at the School of Oriental and African Studies (SOAS) there.",
        "School of Oriental and African Studies",
        "ORG",
    ),
    ("They met in Lima.", "Lima", "PLACE"),
    ("The Chinese arrived.", "Chinese", "NORP"),
    ("It was told to Reuters.", "Reuters", "OUTLET"),
    ("The Soviet Union fell.", "Soviet Union", "PLACE"),
]
EDGES = [
    pytest.param("Keeper Sam Orton wept.", ["Sam Orton"], id="position_before_a_name"),
    pytest.param("Then Cheung Ka-lok left.", ["Cheung Ka-lok"], id="given_name_of_two_syllables"),
    pytest.param("Then Seong Ji-a left.", ["Seong Ji-a"], id="a_vowel_for_a_syllable"),
    pytest.param("Coach Han Do-yun left.", ["Han Do-yun"], id="syllables_after_a_title"),
    pytest.param(
        "Leader Ana Lee Wai-king left.", ["Ana Lee Wai-king"], id="syllable_like_a_title"
    ),
    pytest.param("It is Hong Kong-based.", ["Hong Kong"], id="compound_of_a_place"),
    pytest.param("Pan-democratic parties lost.", [], id="prefix_is_no_name"),
    pytest.param("Nonpartisan Ana Ruiz left.", ["Ana Ruiz"], id="word_for_a_person_at_the_start"),
    pytest.param("Unlike Ana Ruiz, he left.", ["Ana Ruiz"], id="preposition_at_the_start"),
    pytest.param("He met Ana Ruiz In the hall.", ["Ana Ruiz"], id="stray_capital_after_a_name"),
    pytest.param("He left St. Ann's Hospital.", ["St. Ann's Hospital"], id="hospital_of_a_saint"),
    pytest.param(
        "He saw Alba Magistrates' Court.", ["Alba Magistrates' Court"], id="court_of_magistrates"
    ),
    pytest.param(
        "Bo Lee met State's Attorney Ana Ruiz.", ["Bo Lee", "Ana Ruiz"], id="attorney_of_a_state"
    ),
    pytest.param(
        "Doctors Without Borders left.", ["Doctors Without Borders"], id="body_that_begins_a_title"
    ),
]
EDGES += [
    pytest.param("Al Roe, Jr., sang.", ["Al Roe, Jr."], id="suffix_behind_a_comma"),
    pytest.param("He sued Johnson & Johnson.", ["Johnson & Johnson"], id="ampersand"),
    pytest.param("A Chile-Peru treaty was signed.", ["Chile", "Peru"], id="two_states"),
    pytest.param(
        "He ran the Bill and Ana Ruiz Foundation.", ["Bill and Ana Ruiz Foundation"],
        id="foundation_of_two",
    ),
    pytest.param("He owes Rosen, Katz & Roe a fee.", ["Rosen, Katz & Roe"], id="firm_of_three"),
    pytest.param("He met Roe, Katz and Ruiz there.", ["Roe", "Katz", "Ruiz"], id="three_people"),
    pytest.param(
        "Secretary of the Interior Ana Ruiz left.", ["Ana Ruiz"], id="title_with_of"
    ),
    pytest.param("Gareth Pugh KC told the court.", ["Gareth Pugh"], id="letters_behind_a_name"),
    pytest.param("Dr. Ana Ruiz PhD MBE spoke.", ["Ana Ruiz"], id="two_letters_behind_a_name"),
    pytest.param(
        "Jan Roe met June Carter in May.", ["Jan Roe", "June Carter"], id="months_as_names"
    ),
    pytest.param("In June Ana Ruiz left.", ["Ana Ruiz"], id="month_before_a_name"),
    pytest.param("He met Jun-jun dela Roe.", ["Jun-jun dela Roe"], id="syllables_and_a_particle"),
    pytest.param("He flew to Queen Ana airport.", ["Queen Ana"], id="airport_of_a_queen"),
    pytest.param("He met Queen Ana.", ["Ana"], id="a_queen_and_no_airport"),
    pytest.param(
        "Rep. Ana Ruiz, R-Calif., voted no.", ["Ana Ruiz"], id="party_and_state_name_nothing"
    ),
    pytest.param("She lives in Alba, Calif.", ["Alba", "Calif."], id="the_stop_of_a_state"),
    pytest.param(
        "The Chilean Coast Guard (CCG) said so.", ["Chilean Coast Guard", "CCG"],
        id="initials_behind_a_name_that_ends_like_a_title",
    ),
    pytest.param("Chief Financial Officer Roe left.", ["Roe"], id="title_of_three_words"),
    pytest.param(
        "Armed Robbery Suspect And Diamond Heist Also In Lima Court\n\nIt rained in Lima.",
        ["Armed", "Robbery", "Suspect", "Diamond", "Heist", "Lima", "Court", "Lima"],
        id="words_of_a_headline_are_only_guessed",
    ),
    pytest.param(
        "Judge Lets Kim Soo-yeon Leave Town\n\nIt rained.",
        ["Judge", "Lets", "Kim Soo-yeon", "Leave", "Town"],
        id="hyphened_name_in_a_headline",
    ),
]  # fmt: skip
SHAPES = [
    ("He is a Roman Catholic from Lima.", "Roman Catholic", "NORP"),
    ("They met at Lake Ruritania.", "Lake Ruritania", "PLACE"),
    ("He played for FC Ruritania.", "FC Ruritania", "ORG"),
    ("The Phoenix Pelicans lost again.", "Phoenix Pelicans", "ORG"),
    ("Reviewers praised Gotham VR on Monday.", "Gotham VR", "OTHER"),
    ("They crossed Los Angeles on Monday.", "Los Angeles", "PLACE"),
    ("He praised studio director Zeb Hill.", "Zeb Hill", "PERSON"),
    ("Critics called it Operation Ruiz.", "Operation Ruiz", "OTHER"),
]


ROLES = [
    ("Ana Ruiz, 81, a retired midwife from Alba, wept.", "retired midwife from Alba"),
    ("Ana Ruiz, the Chilean-born former head of Alba Bank, left.",
     "Chilean-born former head of Alba Bank"),
    ("Ana Ruiz, a cosmologist at the University of Alba, said so.",
     "cosmologist at the University of Alba"),
    ("European Space Agency (ESA) director general Ana Ruiz said so.",
     "European Space Agency (ESA) director general"),
    ("The ambassador, Dame Ana Ruiz, was there.", "ambassador"),
    ("“No,” said Ana Ruiz, director of The School of Trade (SOT) Peru Institute in Lima.",
     "director of The School of Trade (SOT) Peru Institute in Lima"),
    ("Ana Ruiz, a former White House official, said so.", "former White House official"),
    ("Acme chief executive Ana Ruiz resigned.", "Acme chief executive"),
    ("The victim’s mother, Ana Ruiz, wept.", "victim’s mother"),
    ("Peru’s ambassador to the United Nations, Ana Ruiz, spoke.",
     "Peru’s ambassador to the United Nations"),
    ("The firm’s founder and largest shareholder, Ana Ruiz, sold.",
     "firm’s founder and largest shareholder"),
    ("A neighbour, Ana Ruiz, said it was loud.", "neighbour"),
    ("Prize-winning actor Ana Ruiz said so.", "Prize-winning actor"),
    ("Ana Ruiz, a Democrat from New Mexico, voted no.", "Democrat from New Mexico"),
    ("The world number one Ana Ruiz won.", "world number one"),
    ("US Secretary of State Ana Ruiz landed.", "US Secretary of State"),
    ("Ana Ruiz (56), a baker’s daughter, won.", "baker’s daughter"),
    ("Then-president Ana Ruiz signed it.", "president"),
    ("Ana Ruiz - a teacher - won.", "teacher"),
    ("Ana Ruiz, 12th in Rome, won.", None),
    ("A man was shot in Lima on Friday, Ana Ruiz said.", None),
    ("The firm lost £3m. Coach Ana Ruiz left.", "Coach"),
    ("ROME, May 4 (AFP) Chilean premier Ana Ruiz left.", "Chilean premier"),
    ("Lima forward Ana Ruiz scored.", "Lima forward"),
    ("Police held Ana Ruiz, a guard at the bank said.", None),
    ("In a major Ana Ruiz show, he sang.", None),
    ("Ana Ruiz, the first Chilean official to visit Lima since Chile sent ships there, left.",
     "first Chilean official to visit Lima"),
    ("Ana Ruiz (chairwoman of Acme) said so.", "chairwoman of Acme"),
    ("Ana Ruiz, chief executive and co-founder of Acme, left.",
     "chief executive and co-founder of Acme"),
    ("Her husband wept when Ana Ruiz, speaking to reporters, left.", None),
    ("He met with a friend, Ana Ruiz said.", None),
    ("Ana Ruiz, shot by a soldier, died.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role"), ROLES, ids=[row[0] for row in ROLES])
def test_roles_as_given(parse: Parse, text: str, role: str | None) -> None:
    article, doc = parse(text)
    found = {n.passage.text: n.role and n.role.text for n in names_in(doc, article)}
    assert found["Ana Ruiz"] == role


@pytest.mark.parametrize(("text", "expected"), EDGES)
def test_edges(parse: Parse, text: str, expected: list[str]) -> None:
    article, doc = parse(text)
    assert [n.passage.text for n in names_in(doc, article)] == expected


@pytest.mark.parametrize(("text", "name", "role"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_name_and_role(parse: Parse, text: str, name: str, role: str | None) -> None:
    article, doc = parse(text)
    found = {n.passage.text: n.role and n.role.text for n in names_in(doc, article)}
    assert found[name] == role


@pytest.mark.parametrize(("text", "name", "honorific"), HONOURED, ids=[r[0] for r in HONOURED])
def test_honorific(parse: Parse, text: str, name: str, honorific: str) -> None:
    article, doc = parse(text)
    assert [(n.passage.text, n.honorific) for n in names_in(doc, article)] == [(name, honorific)]


@pytest.mark.parametrize("text", NOTHING)
def test_no_names(parse: Parse, text: str) -> None:
    article, doc = parse(text)
    assert names_in(doc, article) == ()


@pytest.mark.parametrize(
    ("text", "name", "label"), LABELS + SHAPES, ids=[row[0] for row in LABELS + SHAPES]
)
def test_label(parse: Parse, text: str, name: str, label: str) -> None:
    article, doc = parse(text)
    assert {n.passage.text: n.label for n in names_in(doc, article)}[name] == label


def test_subject(parse: Parse) -> None:
    article, doc = parse("Ana Ruiz met Carlos Vega.")
    assert [n.is_subject for n in names_in(doc, article)] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "A" * 500,
        "A B C D E " * 500,
        "ANA RUIZ QUITS NOW\n\nShe quit.",
        "<b>Ana</b> Ruiz spoke.",
        "Иван Петров встретил Анну.",
        "李小明说。",
        "“" * 300,
        "Mr Mr Mr",
        "’s",
        "-",
        "Al “",
        "Ana Ruiz, a retired",
        "Ana Ruiz, 81, a retired",
        "Tom Fenn is a Sen",
        "Gen",
        "said the former",
    ],
)
def test_awkward_texts_are_read(parse: Parse, text: str) -> None:
    article, doc = parse(text)
    for name in names_in(doc, article):
        assert article.text[name.passage.start : name.passage.end] == name.passage.text
