"""Decisions, noun phrases, organisations, places, outlets and bad input: findings made by hand."""

from collections.abc import Sequence
from itertools import product

import pytest

from builder.model.article import Article, Metadata, Passage
from builder.model.findings import (
    Findings,
    FoundCitation,
    FoundCredit,
    FoundName,
    Label,
    Reference,
)
from builder.model.ids import ArticleId
from builder.overrides import Decision, Decisions, Different, Drop, Rename, Role, Same
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.settings import OutletSetting, PageSettings, Settings
from tests.conftest import article_of
from tests.linear import assert_linear

Row = tuple[str, Label | None] | tuple[str, Label | None, str]


def story(
    *articles: Sequence[Row],
    decisions: Sequence[Decision] = (),
    settings: Settings | None = None,
    permalinks: Permalinks | None = None,
) -> tuple[EntityIndex, Decisions]:
    """The cast of articles given as names with label and role, one line each."""
    made, found = [], []
    for number, rows in enumerate(articles):
        text = "".join(f"{row[2] if len(row) > 2 else '-'}; {row[0]}\n" for row in rows)
        article = article_of(text, id_=f"a{number}")
        names, at = [], 0
        for name, label, *role in rows:
            start = at + len(role[0] if role else "-") + 2
            names.append(
                FoundName(
                    passage=article.passage(start, start + len(name)),
                    label=label,
                    role=article.passage(at, at + len(role[0])) if role else None,
                )
            )
            at = start + len(name) + 1
        made.append(article)
        found.append(Findings(article=article.id, names=tuple(names)))
    decided = Decisions(tuple(decisions))
    entities = entities_of(
        made, found, decided, settings or Settings(), permalinks or Permalinks()
    )
    return entities, decided


def names(entities: EntityIndex) -> dict[str, list[str]]:
    return {p.name: [m.text for m in p.mentions] for p in entities.people}


RUIZES: list[Row] = [("Ana Ruiz", "PERSON"), ("Carlos Ruiz", "PERSON"), ("Ruiz", "PERSON")]


def test_same_joins_two_people() -> None:
    entities, decided = story(
        [("Ana Ruiz", "PERSON"), ("Ana Vega", "PERSON")],
        decisions=[Same(why="married", same=("Ana Vega", "Ana Ruiz"))],
    )
    assert list(names(entities).values()) == [["Ana Ruiz", "Ana Vega"]]
    assert decided.unmatched() == ()


def test_same_by_id_and_over_kinds() -> None:
    entities, decided = story(
        [("Ana Ruiz", "PERSON"), ("Annie", "ORG")],
        decisions=[Same(why="w", same=("ana-ruiz", "annie"))],
    )
    assert names(entities) == {"Ana Ruiz": ["Ana Ruiz", "Annie"]}
    assert entities.organisations == ()
    assert decided.unmatched() == ()


def test_same_settles_an_open_name() -> None:
    entities, decided = story(RUIZES, decisions=[Same(why="w", same=("Carlos Ruiz", "Ruiz"))])
    assert names(entities) == {"Ana Ruiz": ["Ana Ruiz"], "Carlos Ruiz": ["Carlos Ruiz", "Ruiz"]}
    assert entities.ambiguous == ()
    assert decided.unmatched() == ()


def test_different_parts_what_the_machine_joined() -> None:
    entities, decided = story(
        [("Robert Ames", "PERSON"), ("Bob Ames", "PERSON")],
        decisions=[Different(why="w", different=("Robert Ames", "Bob Ames"))],
    )
    assert names(entities) == {"Robert Ames": ["Robert Ames"], "Bob Ames": ["Bob Ames"]}
    assert decided.unmatched() == ()


@pytest.mark.parametrize("who", ["Ana Ruiz", "ana-ruiz"])
def test_rename_role_and_drop(who: str) -> None:
    rows: list[Row] = [("Ana Ruiz", "PERSON", "mayor of Alba"), ("Bo Lee", "PERSON")]
    renamed, decided = story(
        rows,
        decisions=[
            Rename(why="w", rename=who, to="Ana de Ruiz"),
            Role(why="w", role=who, to="Mayor"),
        ],
    )
    assert [(p.name, p.role) for p in renamed.people] == [
        ("Ana de Ruiz", "Mayor"),
        ("Bo Lee", None),
    ]
    assert decided.unmatched() == ()
    dropped, decided = story(rows, decisions=[Drop(why="w", drop=who)])
    assert [p.name for p in dropped.people] == ["Bo Lee"]
    assert decided.unmatched() == ()


def test_decisions_that_match_nothing_are_told() -> None:
    decisions = [
        Same(why="w", same=("Nobody", "No One")),
        Different(why="w", different=("X Y", "Y Z")),
        Rename(why="w", rename="Nobody", to="x"),
        Drop(why="w", drop="Nobody"),
        Role(why="w", role="Nobody", to="x"),
    ]
    _, decided = story([("Ana Ruiz", "PERSON")], decisions=decisions)
    assert len(decided.unmatched()) == len(decisions)


def test_a_shared_surname_drops_nobody_who_has_a_full_name() -> None:
    entities, decided = story(
        [("Ana Ruiz", "PERSON"), ("Ruiz", None)], decisions=[Drop(why="w", drop="Ruiz")]
    )
    assert list(names(entities)) == ["Ana Ruiz"]
    assert len(decided.unmatched()) == 1


def test_ids_last_and_are_unique() -> None:
    links = Permalinks({"people": {"first-one": ["ana-ruiz"]}})
    entities, _ = story(
        [("Ana Ruiz", "PERSON"), ("Ruiz", "ORG"), ("Ana-Ruiz", "PLACE")], permalinks=links
    )
    assert "first-one" in {p.id for p in entities.people}


def test_page_needs_mentions_or_two_articles() -> None:
    entities, _ = story([("Ana Ruiz", "PERSON"), ("Bo Lee", "PERSON"), ("Bo Lee", "PERSON")])
    assert {p.name: p.page for p in entities.people} == {
        "Ana Ruiz": None,
        "Bo Lee": "people/bo-lee/",
    }
    settings = Settings(pages=PageSettings(person_mentions=3))
    entities, _ = story([("Bo Lee", "PERSON")], [("Bo Lee", "PERSON")], settings=settings)
    assert entities.people[0].page == "people/bo-lee/"


def test_organisations_and_places() -> None:
    entities, _ = story(
        [
            ("Alba Corp.", "ORG"),
            ("Alba", "ORG"),
            ("Alba", "ORG"),
            ("Kiev", "PERSON"),
            ("Kyiv", "PLACE"),
            ("Kyiv", "PLACE"),
            ("US", "PLACE"),
            ("United States", "PLACE"),
            ("United Nations", "PLACE"),
            ("Kremlin", "ORG"),
            ("Thing", None),
            ("The Institute", "OTHER"),
        ],
    )
    assert {o.name: o.aliases for o in entities.organisations} == {
        "Alba Corp.": ("Alba",),
        "Kremlin": (),
        "United Nations": (),
    }
    assert {p.name: p.aliases for p in entities.places} == {
        "Kyiv": ("Kiev",),
        "US": ("United States",),
    }
    assert next(p.note for p in entities.places if p.name == "Kyiv") is not None
    assert next(o.note for o in entities.organisations if o.name == "Kremlin") is not None


def test_acronym_goes_to_the_long_form_before_it() -> None:
    article = article_of(
        "The Group of Nine (G9) met. G-9 ministers ate. Trade Union Council (TUC)."
    )
    spots = ["Group of Nine", "G9", "G-9", "Trade Union Council", "TUC"]
    found = tuple(_name(article, text, "ORG") for text in spots)
    entities = entities_of(
        [article],
        [Findings(article=article.id, names=found)],
        Decisions(),
        Settings(),
        Permalinks(),
    )
    assert {m.text for m in entities.organisations[0].mentions} == {"Group of Nine", "G9", "G-9"}
    assert {m.text for m in entities.organisations[1].mentions} == {"Trade Union Council", "TUC"}


def test_acronym_without_brackets_goes_to_the_only_long_form_beside_it() -> None:
    entities, _ = story(
        [("Alba Trade Union", "ORG"), ("ATU", "ORG"), ("Group of Nine", "ORG"), ("G9", "ORG")],
        [("ATU", "ORG"), ("Old Fire Union", "ORG"), ("Our Free Union", "ORG"), ("OFU", "ORG")],
    )
    assert {o.name: o.aliases for o in entities.organisations} == {
        "Alba Trade Union": ("ATU",),
        "Group of Nine": ("G9",),
        "OFU": (),
        "Old Fire Union": (),
        "Our Free Union": (),
    }


GENERIC = ["Court", "Party", "State", "University", "Education", "Police", "Museum", "Service"]


@pytest.mark.parametrize("word", GENERIC)
@pytest.mark.parametrize("label", ["ORG", "PLACE", "PERSON"])
def test_a_common_word_alone_is_nothing(word: str, label: Label) -> None:
    entities, _ = story([(word, label), ("Ana Ruiz", "PERSON")])
    assert not entities.organisations
    assert not entities.places


def test_a_common_word_is_short_for_the_body_beside_it() -> None:
    entities, _ = story([("Interior Ministry", "ORG"), ("Interior", "ORG")])
    assert {o.name: o.aliases for o in entities.organisations} == {
        "Interior Ministry": ("Interior",)
    }


def test_a_lone_word_after_in_is_a_place() -> None:
    article = article_of("They met in Hackford. Hackford is old.")
    at = article.text.index("Hackford")
    name = FoundName(passage=article.passage(at, at + 8), label="ORG")
    findings = [Findings(article=article.id, names=(name,))]
    entities = entities_of([article], findings, Decisions(), Settings(), Permalinks())
    assert [p.name for p in entities.places] == ["Hackford"]


NOMINALS = [
    ("the Ruritanian president", None),
    ("the Chinese president", "Wu Lei"),
    ("the French president", "Anne Petit"),
    ("the premier", "Deng Bo"),
    ("the Chinese premier", "Deng Bo"),
    ("the British prime minister", "Joe Fry"),
    ("the president", None),
    ("an official", None),
    ("a Chinese official", None),
    ("the presidents", None),
    ("the director", "Eva Lang"),
    ("the museum director", None),
    ("the director of the Alba Institute", "Eva Lang"),
    ("the spokeswoman", "Ines Roy"),
    ("the table", None),
]


def _leaders() -> EntityIndex:
    return story(
        [
            ("Wu Lei", "PERSON", "Chinese President"),
            ("Anne Petit", "PERSON", "France's president"),
            ("Deng Bo", "PERSON", "China's premier"),
            ("Joe Fry", "PERSON", "British Prime Minister"),
            ("Eva Lang", "PERSON", "director of the Alba Institute"),
            ("Ines Roy", "PERSON", "spokesperson"),
            ("Alba Institute", "ORG"),
        ],
    )[0]


@pytest.mark.parametrize(("phrase", "name"), NOMINALS, ids=[row[0] for row in NOMINALS])
def test_noun_phrases(phrase: str, name: str | None) -> None:
    entities = _leaders()
    passage = Passage(article=ArticleId("a0"), start=900, end=900 + len(phrase), text=phrase)
    found = entities.who(Reference(passage=passage, form="nominal"))
    assert (entities.name(found) if found else None) == name


def test_counterpart_is_the_other_of_that_country() -> None:
    entities, _ = story(
        [
            ("Wu Lei", "PERSON", "Chinese President"),
            ("Deng Bo", "PERSON", "Chinese premier"),
            ("Joe Fry", "PERSON", "British Prime Minister"),
        ],
    )
    phrase = Passage(article=ArticleId("a0"), start=900, end=923, text="his Chinese counterpart")
    found = entities.who(Reference(passage=phrase, form="nominal"))
    assert found == "deng-bo"


def test_after_a_name_left_open_a_pronoun_means_one_of_its_candidates_or_nobody() -> None:
    entities, _ = story([*RUIZES, ("Piet Vos", "PERSON")])
    first = {person.name: person.mentions[0] for person in entities.people}
    ruiz = entities.ambiguous[0].passage
    he = Passage(article=ArticleId("a0"), start=900, end=902, text="he")
    who = [
        entities.who(Reference(passage=he, form="pronoun", antecedents=(ruiz, first[name])))
        for name in ("Piet Vos", "Carlos Ruiz")
    ]
    assert who == [None, "carlos-ruiz"]


def test_pronouns_and_names() -> None:
    entities, _ = story([("Alba Institute", "ORG"), ("Ana Ruiz", "PERSON"), ("Lima", "PLACE")])
    body, ana = entities.organisations[0].mentions[0], entities.people[0].mentions[0]
    spot = Passage(article=ArticleId("a0"), start=900, end=902, text="he")
    who = [
        entities.who(Reference(passage=_word(spot, word), form="pronoun", antecedents=(body, ana)))
        for word in ("she", "it", "we")
    ]
    assert who == ["ana-ruiz", "alba-institute", None]
    whole = Passage(article=ArticleId("a0"), start=0, end=200, text="…")
    assert entities.at(ana) == "ana-ruiz"
    assert entities.at(whole) is None
    assert set(entities.inside(whole)) == {"alba-institute", "ana-ruiz", "lima"}
    assert entities.who(Reference(passage=whole, form="name")) == "ana-ruiz"
    assert entities.who(Reference(passage=spot, form="name", antecedents=(ana,))) == "ana-ruiz"
    ministry = _word(spot, "the institute")
    assert (
        entities.who(Reference(passage=ministry, form="nominal", antecedents=(body,)))
        == "alba-institute"
    )
    assert entities.is_person(entities.people[0].id)
    assert not entities.is_person(entities.organisations[0].id)


def test_outlets_published_cited_and_credited() -> None:
    text = "Ruiz told Alba Radio. (Reporting by Al Roe) – AFP"
    article = article_of(text, metadata=Metadata(outlet="Alba Post"))
    radio, wire = _at(article, "Alba Radio"), _at(article, "AFP")
    found = Findings(
        article=article.id,
        names=(_name(article, "Alba Radio", "ORG"), _name(article, "Al Roe", "PERSON")),
        citations=(FoundCitation(passage=radio, kind="told to"),),
        credits=(
            FoundCredit(
                passage=_at(article, "(Reporting by Al Roe)"), outlet=None, style="Reuters"
            ),
            FoundCredit(passage=_at(article, "– AFP"), outlet=wire),
        ),
    )
    settings = Settings(outlets=(OutletSetting(name="Alba Post", kind="newspaper"),))
    decided = Decisions(
        (Rename(why="w", rename="Alba Radio", to="Radio Alba"), Drop(why="w", drop="Reuters"))
    )
    entities = entities_of([article], [found], decided, settings, Permalinks())
    assert [
        (o.name, o.kind, o.articles, [c.kind for c in o.citations]) for o in entities.outlets
    ] == [
        ("AFP", "news agency", (), ["wire"]),
        ("Alba Post", "newspaper", (article.id,), []),
        ("Radio Alba", None, (), ["told to"]),
    ]
    assert entities.people == entities.organisations == ()
    assert entities.at(radio) == "alba-radio"
    assert decided.unmatched() == ()


@pytest.mark.parametrize(
    "name",
    [
        "A" * 500,
        "A",
        "Владимир Ильин",
        "محمد علي",
        "李小明",
        "<b>Ana</b> Ruiz",
        "../../etc",
        "…",
        "Mr",
    ],
    ids=[
        "500_letters",
        "one_letter",
        "cyrillic",
        "arabic",
        "chinese",
        "html",
        "path",
        "mark",
        "title",
    ],
)
@pytest.mark.parametrize("label", ["PERSON", "ORG", "PLACE", None])
def test_bad_names_get_safe_ids(name: str, label: Label | None) -> None:
    entities, _ = story([(name, label, "mayor"), (name, label), (f"{name} Two", label)])
    for entity in (*entities.people, *entities.organisations, *entities.places):
        assert entity.id
        assert all(c.isascii() and (c.isalnum() or c == "-") for c in entity.id)


def test_many_names_take_linear_time() -> None:
    syllables = ["ba", "ko", "ri", "ten", "mos", "lu", "va", "dor", "ni", "sha"]
    words = ["".join(p).capitalize() for p in product(syllables, repeat=3)]
    rows: list[list[Row]] = [
        [(f"{words[n % 997]} {words[(n * 7 + k) % 1000]}", "PERSON") for k in range(10)]
        for n in range(1000)
    ]
    assert_linear((250, 1000), lambda number: lambda: story(*rows[:number]))


def _word(passage: Passage, word: str) -> Passage:
    return Passage(article=passage.article, start=passage.start, end=passage.end, text=word)


def _at(article: Article, text: str) -> Passage:
    start = article.text.index(text)
    return article.passage(start, start + len(text))


def _name(article: Article, text: str, label: Label) -> FoundName:
    return FoundName(passage=_at(article, text), label=label)


def test_outlets_of_the_metadata_are_one_by_any_spelling_and_kept_when_cited() -> None:
    published = ("The Guardian", "guardian.com", "Alba Post", "Alba Post", None)
    articles = [
        article_of("Ruiz told Alba Post.", id_=f"a{n}", metadata=Metadata(outlet=outlet))
        for n, outlet in enumerate(published)
    ]
    cited = FoundCitation(passage=_at(articles[4], "Alba Post"), kind="told to")
    findings = [Findings(article=article.id) for article in articles[:4]]
    findings.append(Findings(article=articles[4].id, citations=(cited,)))
    entities = entities_of(articles, findings, Decisions(), Settings(), Permalinks())
    assert [(o.name, o.articles, len(o.citations)) for o in entities.outlets] == [
        ("Alba Post", ("a2", "a3"), 1),
        ("The Guardian", ("a0", "a1"), 0),
    ]


def test_a_citation_inside_a_credit_is_the_wire_s_or_a_picture_s() -> None:
    article = article_of("It rained. – AFP, EFE\nPhoto: Ana Ruiz/Reuters")
    spots = [_at(article, name) for name in ("AFP", "EFE", "Reuters")]
    found = Findings(
        article=article.id,
        citations=tuple(FoundCitation(passage=spot, kind="other") for spot in spots),
        credits=(
            FoundCredit(passage=_at(article, "– AFP, EFE"), outlet=spots[0]),
            FoundCredit(passage=_at(article, "Photo: Ana Ruiz/Reuters"), outlet=None),
        ),
    )
    entities = entities_of([article], [found], Decisions(), Settings(), Permalinks())
    assert {o.name: [c.kind for c in o.citations] for o in entities.outlets} == {
        "AFP": ["wire"], "EFE": ["wire"], "Reuters": ["photo"],
    }  # fmt: skip


def test_schools_in_general_are_no_organisation() -> None:
    entities, _ = story([("Schools", "ORG"), ("Acme", "ORG")])
    assert [body.name for body in entities.organisations] == ["Acme"]
