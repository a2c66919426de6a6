"""What the story claims, from statements made by hand: grouping, differences, decisions."""

import json
from dataclasses import replace

import pytest

from builder.model.entities import Entity, Outlet
from builder.model.events import Timex
from builder.model.findings import (
    Core,
    Findings,
    FoundQuote,
    FoundStatement,
    Reference,
    Understood,
)
from builder.model.ids import ArticleId, EntityId, LineageId, OutletId
from builder.model.records import ArticleRecord
from builder.overrides import ClaimDecision, Decisions, Drop, VerdictText
from builder.permalinks import Permalinks
from builder.resolve.claims import claims_of, with_pages
from builder.resolve.claims.comparable import tellings_of
from builder.resolve.claims.contrast import is_office_beside_deed
from builder.resolve.claims.dates import dates_fit
from builder.resolve.claims.figures import numbers_differ
from builder.resolve.claims.readable import readable_date
from builder.resolve.claims.similarity import Likeness
from builder.resolve.entities.index import EntityIndex
from builder.settings import Settings
from builder.text.quantities import quantities_in
from tests.conftest import article_of

SOLD = Core(subject=("acme",), predicate=("sell",), object=("mill",), others=("porto",))
OPENED = Core(subject=("ruiz",), predicate=("open",), object=("library",), others=("ghent",))
RUIZ = Entity(
    id=EntityId("ana-ruiz"), kind="person", name="Ana Ruiz", aliases=("A. Rouiz",), roles=(),
    mentions=(), page=None,
)  # fmt: skip
NORTE = Outlet(
    id=OutletId("norte"), name="Norte", aliases=(), kind=None, country=None, url=None,
    articles=(), citations=(), page="outlets/norte/",
)  # fmt: skip


def stated(text: str, core: Core = SOLD, *, at: int = 0, article: str = "a", **more):
    passage = article_of(" " * at + text, id_=article).passage(at, at + len(text))
    return FoundStatement(passage=passage, score=0.5, reasons=("event",), core=core, **more)


def story(*articles: tuple[FoundStatement, ...]) -> tuple[Findings, ...]:
    return tuple(
        Findings(article=statements[0].passage.article, statements=statements)
        for statements in articles
    )


def claims(  # noqa: PLR0913 - what a claim is made of
    findings, *, entities=None, timexes=(), lineage=None, outlets=None, decisions=None,
    settings=None, permalinks=None,
):  # fmt: skip
    records = [record(found.article, lineage or {}, outlets or {}) for found in findings]
    found = claims_of(
        findings, records, entities or EntityIndex(), timexes, decisions or Decisions(),
        permalinks or Permalinks(),
    )  # fmt: skip
    return with_pages(found, settings or Settings())


def record(article: ArticleId, lineage, outlets) -> ArticleRecord:
    return ArticleRecord(
        article=article_of("", id_=article), title=None, outlet=outlets.get(article),
        published=None, authors=(), credits=(), lineage=lineage.get(article), words=0, page="",
    )  # fmt: skip


def three(*cores: Core, **more):
    """Three articles that say the same in their own words."""
    return story(
        (stated("Acme sold the mill in Porto", article="a", **more),),
        (stated("The mill in Porto was sold by Acme", article="b", **more),),
        (stated("Acme has sold the mill in Porto", article="c", **more),),
    )


def test_no_statements_no_claims():
    assert claims(()) == ()
    assert claims((Findings(article=ArticleId("a")),)) == ()


def test_statements_that_say_the_same_are_one_claim():
    (claim,) = claims(three())
    assert [one.passage.article for one in claim.statements] == ["a", "b", "c"]
    assert claim.independent_sources == 3
    assert claim.text in {one.passage.text for one in claim.statements}
    assert claim.id.startswith("c-")


def test_an_article_repeated_word_for_word_is_one_claim_each():
    twice = tuple(
        (
            stated("Acme sold the mill in Porto", article=name),
            stated("Ruiz opened the library in Ghent", OPENED, at=40, article=name),
        )
        for name in ("a", "b")
    )
    found = claims(story(*twice))
    assert sorted(len(claim.statements) for claim in found) == [2, 2]


def test_every_statement_stands_in_exactly_one_claim():
    findings = story(
        (stated("Acme sold the mill in Porto"), stated("Ruiz opened it", OPENED, at=40)),
        (stated("Acme sold a mill in Porto", article="b"),),
    )
    places = [one.passage for claim in claims(findings) for one in claim.statements]
    assert sorted(places) == sorted(one.passage for f in findings for one in f.statements)


def test_statements_of_one_word_and_of_three_thousand_words():
    long = Core(subject=tuple(f"w{i}x" for i in range(3000)), predicate=("sell",))
    found = claims(
        story(
            (stated("Sold", Core(predicate=("sell",))),),
            (stated(" ".join(long.subject), long, article="b"),),
            (stated("…", Core(), article="c"),),
        )
    )
    assert sum(len(claim.statements) for claim in found) == 2


def test_two_facts_of_one_article_do_not_join_for_being_alike():
    similar = (
        stated("Acme sold the mill in Porto for 3 million"),
        stated("Acme sold the mill in Porto for 9 million", at=50),
    )  # fmt: skip
    assert len(claims(story(similar))) == 2


def test_differing_numbers_are_shown_and_not_counted_as_agreeing():
    findings = story(
        (stated("Acme sold 40 % of the mill"),),
        (stated("Acme sold 45 % of the mill", article="b"),),
        (stated("Acme sold 40 percent of the mill", article="c"),),
        (stated("Acme sold a share of the mill", article="d"),),
    )
    (claim,) = claims(findings)
    (difference,) = [one for one in claim.differences if one.kind == "number"]
    assert [(one.value, one.statements) for one in difference.values] == [
        ("40 %", (0, 2)),
        ("45 %", (1,)),
    ]
    assert claim.independent_sources == 3


def test_number_and_day_that_both_differ_are_two_facts():
    one = stated("Sales in May reached 190 billion")
    other = stated("Sales in June reached 70 billion", article="b")
    days = [
        Timex(passage=article_of(text, id_=name).passage(9, end), type="DATE", value=value)
        for text, name, end, value in (
            (one.passage.text, "a", 12, "2023-05"),
            (other.passage.text, "b", 13, "2023-06"),
        )
    ]
    assert len(claims(story((one,), (other,)), timexes=days)) == 2
    assert len(claims(story((one,), (other,)))) == 1


def test_differing_days_are_shown():
    findings = three()
    days = [
        Timex(passage=article_of("Acme", id_=name).passage(0, 4), type="DATE", value=value)
        for name, value in (("a", "2023-05-24"), ("c", "2023-05-26"))
    ]
    (claim,) = claims(findings, timexes=days)
    (difference,) = [one for one in claim.differences if one.kind == "date"]
    assert [(one.value, one.statements) for one in difference.values] == [
        ("Wednesday 24 May 2023", (0,)),
        ("Friday 26 May 2023", (2,)),
    ]


def test_of_several_days_the_first_is_the_deeds():
    texts = {
        "a": "Acme sold the mill on Friday and left on Sunday",
        "b": "Acme sold the mill Monday",
    }
    findings = story(*((stated(text, article=name),) for name, text in texts.items()))
    told = (
        ("a", "Friday", "2023-05-26"),
        ("a", "Sunday", "2023-05-28"),
        ("b", "Monday", "2023-05-22"),
    )
    days = []
    for name, word, value in told:
        place = texts[name].index(word)
        passage = article_of(texts[name], id_=name).passage(place, place + len(word))
        days.append(Timex(passage=passage, type="DATE", value=value))
    (claim,) = claims(findings, timexes=days)
    (difference,) = [one for one in claim.differences if one.kind == "date"]
    assert {one.value for one in difference.values} == {"Friday 26 May 2023", "Monday 22 May 2023"}


OFFICES = {
    "an_office_and_a_deed": (("sign",), True),
    "an_office_and_who_holds_it": (("be",), False),
}


@pytest.mark.parametrize(("predicate", "apart"), OFFICES.values(), ids=OFFICES)
def test_an_office_alone_supports_no_deed(predicate, apart):
    office = Core(subject=("ruiz",), others=("minister",), has_verb=False)
    deed = Core(subject=("ruiz",), predicate=predicate, object=("minister", "treaty"))
    findings = story(
        (stated("the minister, Ana Ruiz", office),),
        (stated("Ana Ruiz did it", deed, article="b"),),
    )
    one, other = tellings_of(findings, EntityIndex(people=(RUIZ,)), (), {})
    assert is_office_beside_deed(one, other) == is_office_beside_deed(other, one) == apart


def test_a_day_that_nothing_anchors_is_compared_by_its_words():
    texts = {"a": "Acme sold the mill on Friday", "b": "Acme sold the mill on Monday"}
    findings = story(*((stated(text, article=name),) for name, text in texts.items()))
    days = [
        Timex(passage=article_of(text, id_=name).passage(22, 28), type="DATE", value=None)
        for name, text in texts.items()
    ]
    (claim,) = claims(findings, timexes=days)
    assert "date" in {one.kind for one in claim.differences}


def test_another_actor_is_a_difference_on_who_did_it():
    def signed(text: str, subject: tuple[str, ...], name: str):
        passage = article_of(text, id_=name).passage(0, len(text.partition(" signed")[0]))
        return stated(
            text,
            Core(subject=subject, predicate=("sign",), object=("wool", "agreement")),
            article=name,
            actor=Reference(passage=passage, form="nominal"),
        )

    findings = story(
        (signed("The prime minister signed the wool agreements", ("prime", "minister"), "a"),),
        (signed("Deputies from the islands signed the wool agreements", ("deputy",), "b"),),
        (signed("Both sides signed the wool agreements", ("side",), "c"),),
    )
    (claim,) = claims(findings)
    (difference,) = [one for one in claim.differences if one.kind == "who"]
    assert [one.value for one in difference.values] == [
        "The prime minister",
        "Deputies from the islands",
    ]


@pytest.mark.parametrize(
    ("other", "kinds"),
    [("Eva Okoro", {"name"}), ("Anna Ruiz", {"wording"})],
    ids=["somebody_else", "another_spelling"],
)
def test_who_else_is_named_in_one_place_is_a_difference_of_names(other, kinds):
    names, articles = {"a": "Ana Ruiz", "b": other}, []
    for article, name in names.items():
        text = f"The judge sent {name} to prison in Ghent"
        core = Core(subject=("judge",), predicate=("send",), object=("prison",), others=("ghent",))
        articles.append((stated(text, core, article=article),))
    ids = {name: EntityId(name) for name in names.values()}
    people = tuple(replace(RUIZ, id=id_, name=name) for name, id_ in ids.items())
    places = {(id_, 15, 15 + len(name)): ids[name] for id_, name in names.items()}
    found = claims(story(*articles), entities=EntityIndex(people=people, names=places))
    assert [{one.kind for one in claim.differences} for claim in found] == [kinds]
    assert [claim.independent_sources for claim in found] == [1 + ("name" not in kinds)]


def test_other_words_are_a_difference_of_wording():
    def pact(word: str, name: str):
        core = Core(subject=("acme",), predicate=("sign",), object=("pact",), others=(word,))
        return (stated(f"Acme signed a “no {word}” pact with Porto", core, article=name),)

    (claim,) = claims(story(pact("limits", "a"), pact("borders", "b"), pact("limits", "c")))
    (difference,) = claim.differences
    assert difference.kind == "wording"
    assert [(one.value, one.statements) for one in difference.values] == [
        ("limits", (0, 2)),
        ("borders", (1,)),
    ]
    assert claim.independent_sources == 3


def test_articles_of_one_lineage_are_one_source():
    lineage = {ArticleId("a"): LineageId("l"), ArticleId("b"): LineageId("l")}
    outlets = {ArticleId("a"): OutletId("x"), ArticleId("c"): OutletId("y")}
    (claim,) = claims(three(), lineage=lineage, outlets=outlets)
    assert claim.independent_sources == 2
    assert claim.outlets == ("x", "y")


def test_who_asserts_it_is_the_sentence_else_the_quote():
    text = "Ruiz: Acme sold the mill"
    article = article_of(text)
    ruiz = Reference(passage=article.passage(0, 4), form="name")
    statement = stated("Acme sold the mill", at=6)
    quote = FoundQuote(
        passage=article.passage(6, len(text)), kind="indirect", speaker=ruiz, confidence=1.0
    )
    entities = EntityIndex(people=(RUIZ,), names={(ArticleId("a"), 0, 4): RUIZ.id})
    findings = Findings(article=article.id, statements=(statement,), quotes=(quote,))
    (claim,) = claims((findings,), entities=entities)
    assert claim.statements[0].attributed_to == "ana-ruiz"
    assert claim.people == ("ana-ruiz",)
    assert claim.page == f"claims/{claim.id}/"


def test_an_outlet_relays_and_does_not_assert():
    article = article_of("Norte")
    norte = Reference(passage=article.passage(0, 5), form="name")
    entities = EntityIndex(outlets=(NORTE,), names={(ArticleId("a"), 0, 5): NORTE.id})
    findings = story((stated("Acme sold the mill", at=8, attributed_to=norte),))
    (claim,) = claims(findings, entities=entities)
    assert (claim.statements[0].attributed_to, claim.statements[0].via) == (None, "norte")


def test_names_of_one_person_are_one_term():
    entities = EntityIndex(people=(RUIZ,))
    opened = [
        Core(subject=(name,), predicate=("open",), object=("library",))
        for name in ("ruiz", "rouiz")
    ]
    findings = story(
        (stated("Ruiz opened the library", opened[0]),),
        (stated("Rouiz opened the library", opened[1], article="b"),),
    )
    assert len(claims(findings, entities=entities)) == 1


def pointing(text: str, core: Core, *, acts: bool) -> Findings:
    """An article that names Ruiz and goes on with "She"."""
    article = article_of(f"Ruiz. {text}", id_="b")
    she = Reference(
        passage=article.passage(6, 9), form="pronoun", antecedents=(article.passage(0, 4),)
    )
    statement = FoundStatement(
        passage=article.passage(6, 6 + len(text)), score=0.5, reasons=(), core=core,
        actor=she if acts else None, understood=Understood(place=she.passage, reference=she),
    )  # fmt: skip
    return Findings(article=article.id, statements=(statement,))


@pytest.mark.parametrize("acts", [True, False])
def test_whom_a_pronoun_means_is_compared_by_name(acts):
    entities = EntityIndex(people=(RUIZ,), names={(ArticleId("b"), 0, 4): RUIZ.id})
    ruiz, part = ("ruiz",), "subject" if acts else "object"
    core = Core(predicate=("jail",), others=("ghent",))
    named = stated("Ruiz jailed in Ghent", replace(core, **{part: ruiz}))
    found = claims(
        (*story((named,)), pointing("She jailed in Ghent", core, acts=acts)), entities=entities
    )
    assert [len(claim.statements) for claim in found] == [2]


@pytest.mark.parametrize("deed", ["sell", "buy"])
def test_a_pair_that_cannot_reach_a_score_stays_below_it(deed):
    other = Core(subject=("acme",), predicate=(deed,), object=("mill",), others=("ghent", "fire"))
    findings = story(
        (stated("Acme sold the mill in Porto"),),
        (stated("Acme did so with the mill in Ghent after the fire", other, article="b"),),
    )
    likeness = Likeness(tellings_of(findings, EntityIndex(), (), {}))
    score = likeness.score(0, 1)
    assert likeness.score(0, 1, least=score) == score
    assert all(likeness.score(0, 1, least=least) < least for least in (0.8, 0.9, 1.0, 1.2))


ROUNDED = {
    "more_than_and_the_figure": ("more than 2 million euros", "2.1 million euros", False),
    "about_and_the_figure": ("about 900 euros", "912 euros", False),
    "more_than_and_far_more": ("more than 2 million euros", "7 million euros", True),
    "two_that_are_both_rounded": ("more than 34 euros", "more than 60 euros", True),
}


@pytest.mark.parametrize(("one", "other", "differs"), ROUNDED.values(), ids=ROUNDED)
def test_a_rounded_number_and_the_exact_one(one, other, differs):
    findings = story(
        (stated(f"Acme sold the mill for {one}"),),
        (stated(f"Acme sold the old mill for {other}", article="b"),),
    )
    (claim,) = claims(findings)
    assert ("number" in {found.kind for found in claim.differences}) == differs
    assert claim.independent_sources == (1 if differs else 2)


PAGES = {
    "one_article_says_it_plainly": ((), 2, False),
    "one_article_with_a_number": (("number",), 2, True),
    "one_article_where_one_is_enough": ((), 1, True),
}


@pytest.mark.parametrize(("reasons", "articles", "has"), PAGES.values(), ids=PAGES)
def test_which_claims_have_pages(reasons, articles, has):
    statement = stated("Acme sold the mill")
    found = FoundStatement(
        passage=statement.passage, score=0.5, reasons=reasons, core=statement.core
    )
    settings = Settings.model_validate({"pages": {"claim_articles": articles}})
    (claim,) = claims(story((found,)), settings=settings)
    assert (claim.page is not None) == has


def two_claims():
    return story(
        (
            stated("Acme sold the mill in Porto"),
            stated("Ruiz opened the library in Ghent", OPENED, at=40),
        ),
        (stated("Acme sold the mill in Porto", article="b"),),
    )


def again(permalinks: Permalinks) -> Permalinks:
    return Permalinks(json.loads(permalinks.as_json())["ids"])


def decide(**decision) -> Decisions:
    return Decisions((ClaimDecision.model_validate({"why": "seen", **decision}),))


def ids_of_two() -> tuple[str, str]:
    found = claims(two_claims())
    sold = next(claim.id for claim in found if "Acme" in claim.text)
    return sold, next(claim.id for claim in found if claim.id != sold)


def test_the_editor_words_notes_and_judges():
    sold, _ = ids_of_two()
    decisions = decide(
        claim=sold, wording="The mill was sold.", note="Seen in the register.",
        verdict=VerdictText(text="True", url="https://example.org/register"),
    )  # fmt: skip
    found = {claim.id: claim for claim in claims(two_claims(), decisions=decisions)}
    reworded = next(claim for claim in found.values() if claim.text == "The mill was sold.")
    assert reworded.note == "Seen in the register."
    assert reworded.verdict.url == "https://example.org/register"
    assert decisions.unmatched() == ()


def test_the_editor_merges_and_the_next_build_still_does():
    permalinks = Permalinks()
    claims(two_claims(), permalinks=permalinks)
    sold, opened = ids_of_two()
    for _ in range(3):
        permalinks, decisions = again(permalinks), decide(claim=sold, merge=(opened,))
        (claim,) = claims(two_claims(), decisions=decisions, permalinks=permalinks)
        assert len(claim.statements) == 3
        assert decisions.unmatched() == ()


def test_the_editor_splits_and_the_next_build_still_does():
    permalinks = Permalinks()
    claims(two_claims(), permalinks=permalinks)
    sold, _ = ids_of_two()
    for _ in range(3):
        permalinks, decisions = again(permalinks), decide(claim=sold, split=("b",))
        found = claims(two_claims(), decisions=decisions, permalinks=permalinks)
        assert sorted(len(claim.statements) for claim in found) == [1, 1, 1]
        assert decisions.unmatched() == ()


def test_what_is_split_off_leaves_the_id_to_the_rest():
    findings = story(
        (stated("Acme sold the mill in Porto"),),
        (stated("The mill in Porto was sold by Acme", article="b"),),
    )
    permalinks = Permalinks()
    (sold,) = claims(findings, permalinks=permalinks)
    decisions = decide(claim=sold.id, split=("b",))
    found = claims(findings, decisions=decisions, permalinks=again(permalinks))
    (rest,) = [claim for claim in found if claim.id == sold.id]
    assert [one.passage.article for one in rest.statements] == ["a"]


def test_a_split_that_would_leave_nothing_changes_nothing():
    sold, _ = ids_of_two()
    found = claims(two_claims(), decisions=decide(claim=sold, split=("a", "b")))
    assert sorted(len(claim.statements) for claim in found) == [1, 2]


def test_the_editor_drops_a_claim():
    sold, _ = ids_of_two()
    decisions = Decisions((Drop(drop=sold, why="a misreading"),))
    (claim,) = claims(two_claims(), decisions=decisions)
    assert "Ruiz" in claim.text
    assert decisions.unmatched() == ()


@pytest.mark.parametrize(
    "decision", [{"claim": "no-such", "note": "seen"}, {"claim": "x", "merge": ("y",)}]
)
def test_a_decision_about_no_claim_is_left_unmatched(decision):
    decisions = Decisions((
        ClaimDecision.model_validate({"why": "seen", **decision}),
        Drop(drop="nobody", why="seen"),
    ))  # fmt: skip
    assert len(claims(two_claims(), decisions=decisions)) == 2
    assert len(decisions.unmatched()) == 2


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ({"merge": ("c-gone",)}, "names the claim c-gone, which is not there."),
        ({"split": ("zz",)}, "names the article zz, which does not carry it."),
    ],
)
def test_a_decision_says_which_of_its_ids_is_unknown(decision, told):
    sold, _ = ids_of_two()
    decisions = decide(claim=sold, **decision)
    claims(two_claims(), decisions=decisions)
    (error,) = decisions.unmatched()
    assert told in str(error)


def test_ids_stay_when_an_article_is_added():
    permalinks = Permalinks()
    (before,) = claims(three()[:2], permalinks=permalinks)
    (after,) = claims(three(), permalinks=again(permalinks))
    assert before.id == after.id


def test_the_same_input_gives_the_same_claims_in_any_order():
    assert claims(three()) == claims(tuple(reversed(three())))


NUMBERS = {
    "the_same_value": ("sold 40 %", "sold 40 percent", False),
    "rounding": ("paid $1 billion", "paid $1.001 billion", False),
    "another_value": ("sold 40 %", "sold 41 %", True),
    "another_unit": ("sold 40 %", "sold it for $40 billion", False),
    "counts_of_one_thing": ("killed five soldiers", "killed seven soldiers", True),
    "counts_of_two_things": ("killed five soldiers", "burnt seven trucks", False),
    "dozens_and_a_count": ("killed dozens", "killed 24 soldiers", False),
    "a_whole_and_a_count": ("paid two of the 19 men", "paid two men of 16", False),
    "worlds_apart": ("carried 41 million people", "carried 170,000 people", False),
    "a_bare_count": ("killed five", "killed seven soldiers", True),
    "parts_and_their_sum": ("has 387 shops and 25 kiosks", "has 412 outlets", False),
    "words_and_figures": ("shed 450 jobs", "shed four hundred and fifty jobs", False),
}


@pytest.mark.parametrize(("one", "other", "differ"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_differ(one, other, differ):
    mine, yours = quantities_in(f"Acme {one}."), quantities_in(f"Acme {other}.")
    assert numbers_differ(mine, yours) == numbers_differ(yours, mine) == differ


DATES = {
    "day_in_month": ("2023-05", "2023-05-24", True),
    "two_days": ("2023-05-23", "2023-05-24", False),
    "week_and_day_of_the_year": ("2023-W20", "2023-05-24", True),
    "week_and_day_of_another_year": ("2022-W20", "2023-05-24", False),
    "words_and_a_day": ("friday", "2023-05-24", True),
    "two_weekdays": ("friday", "monday", False),
}


@pytest.mark.parametrize(("one", "other", "fit"), DATES.values(), ids=DATES)
def test_dates_fit(one, other, fit):
    assert dates_fit(one, other) == dates_fit(other, one) == fit


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2023-05-26", "Friday 26 May 2023"),
        ("2023-05", "May 2023"),
        ("2023-13", "2023-13"),
        ("2023-02-31", "2023-02-31"),
        ("friday", "friday"),
        ("2023-Q4", "fourth quarter of 2023"),
        ("2023-SU", "summer 2023"),
        ("2023-W20", "week of Monday 15 May 2023"),
        ("2023-W99", "2023-W99"),
        ("2023-05-26TMO", "Friday 26 May 2023, morning"),
        ("2023-05-26T09:30", "Friday 26 May 2023, 09:30"),
        ("202X", "202X"),
    ],
)
def test_readable_dates(value, shown):
    assert readable_date(value) == shown


def test_a_thousand_copies_are_compared_with_one():
    articles = [
        (stated(f"Acme sold the mill in Porto number {i % 7}", article=f"{i:04}"),)
        for i in range(1000)
    ]
    (claim,) = claims(story(*articles))
    assert len(claim.statements) == 1000


def relayed(*sources: EntityId | None, lineage=None) -> EntityId | None:
    """Who relays a claim that article a, b, … each tell, naming these as their sources."""
    articles = "abc"[: len(sources)]
    names = {(ArticleId(name), 0, 4): who for name, who in zip(articles, sources, strict=True)}
    by = {
        name: Reference(passage=article_of("Acme", id_=name).passage(0, 4), form="name")
        for name in articles
    }
    findings = story(
        *(
            (stated("Acme sold the mill in Porto", article=name, attributed_to=by[name]),)
            for name in articles
        )
    )
    entities = EntityIndex(
        people=(RUIZ,), outlets=(NORTE,), names={key: who for key, who in names.items() if who}
    )
    (claim,) = claims(findings, entities=entities, lineage=lineage)
    return claim.relayed_by


def test_a_claim_that_all_have_from_one_source_says_so():
    assert relayed(NORTE.id, NORTE.id) == NORTE.id
    assert relayed(RUIZ.id, RUIZ.id, RUIZ.id) == RUIZ.id


def test_a_claim_with_two_sources_or_an_unnamed_one_has_no_relayer():
    assert relayed(NORTE.id, RUIZ.id) is None
    assert relayed(NORTE.id, None) is None


def test_a_rewrite_need_not_repeat_the_source_that_its_report_names():
    one = {ArticleId("a"): LineageId("l"), ArticleId("b"): LineageId("l")}
    assert relayed(NORTE.id, None, lineage=one) == NORTE.id


def by(words: str, form: str = "nominal", **more):
    """Who asserts a statement, in words that lead to nobody of the cast."""
    passage = article_of(words).passage(0, len(words))
    return {"attributed_to": Reference(passage=passage, form=form), **more}


def test_words_for_who_asserts_it_are_kept_where_the_cast_does_not_know_them():
    (claim,) = claims(three(**by("customs data")))
    assert {one.attributed_to for one in claim.statements} == {None}
    assert {one.asserted_by.text for one in claim.statements} == {"customs data"}


def test_who_is_known_needs_no_words():
    entities = EntityIndex(people=(RUIZ,), names={(ArticleId("a"), 0, 4): RUIZ.id})
    (claim,) = claims(
        story((stated("Acme sold the mill", **by("Ruiz", "name")),)), entities=entities
    )
    assert [(one.attributed_to, one.asserted_by) for one in claim.statements] == [(RUIZ.id, None)]


def test_an_outlet_in_the_words_relays_it():
    words = "the Norte news agency"
    entities = EntityIndex(outlets=(NORTE,), names={(ArticleId("a"), 4, 9): NORTE.id})
    (claim,) = claims(story((stated("Acme sold the mill", **by(words)),)), entities=entities)
    assert [(one.via, one.asserted_by) for one in claim.statements] == [(NORTE.id, None)]


RELAYED = {
    "each_names_the_same_papers": (("customs data", "Chinese customs data"), {}, "customs data"),
    "each_names_the_same_body": (("police", "The police"), {}, "police"),
    "they_name_different_ones": (("customs data", "the shipping register"), {}, None),
    "people_of_whom_there_are_many": (("officials", "officials"), {}, None),
    "one_names_nobody": (("customs data", None), {}, None),
    "a_rewrite_need_not_repeat_it": (("customs data", None), {"a": "r", "b": "r"}, "customs data"),
}


@pytest.mark.parametrize(("words", "lineage", "expected"), RELAYED.values(), ids=RELAYED)
def test_the_source_that_all_name_in_words(words, lineage, expected):
    texts = ("Acme sold the mill in Porto", "The mill in Porto was sold by Acme")
    statements = [
        (stated(text, article=name, **(by(source) if source else {})),)
        for name, text, source in zip("ab", texts, words, strict=True)
    ]
    found = claims(story(*statements), lineage={k: LineageId(v) for k, v in lineage.items()})
    assert [claim.relayed_in_words for claim in found] == [expected]


def test_a_number_that_stands_beside_the_one_compared_is_left_out():
    texts = ("It carried 38 cars, eight too many", "It had carried 38 cars", "It carried 36 cars")
    core = Core(subject=("ferry",), predicate=("carry",), object=("car",))
    found = claims(
        story(
            *((stated(text, core, article=name),) for name, text in zip("abc", texts, strict=True))
        )
    )
    (difference,) = [one for one in found[0].differences if one.kind == "number"]
    assert [(one.value, one.statements) for one in difference.values] == [
        ("38", (0, 1)), ("36", (2,)),
    ]  # fmt: skip


BOUNDS = {
    "a_bound_that_the_exact_number_keeps": (("more than 16", "17"), []),
    "bounds_far_apart": (("at least 14", "at least 30"), ["at least 14", "at least 30"]),
}


@pytest.mark.parametrize(("given", "values"), BOUNDS.values(), ids=BOUNDS)
def test_bounds_beside_exact_numbers(given, values):
    core = Core(subject=("flood",), predicate=("kill",), object=("people",))
    texts = (f"The flood killed {given[0]} people", f"The flood has killed {given[1]} people")
    found = claims(
        story(
            *((stated(text, core, article=name),) for name, text in zip("ab", texts, strict=True))
        )
    )
    assert len(found) == 1
    assert [one.value for told in found[0].differences for one in told.values] == values


def test_signs_of_markdown_are_no_words_of_a_claim():
    whole = article_of("Acme sold **the mill**, he said")
    marked = replace(whole, substitutes=((10, 12, ""), (20, 22, "")))
    statement = FoundStatement(passage=whole.passage(0, 22), score=0.5, reasons=(), core=SOLD)
    findings = [Findings(article=whole.id, statements=(statement,))]
    (telling,) = tellings_of(findings, EntityIndex(), (), {}, {whole.id: marked})
    assert telling.sentence == "Acme sold the mill"
