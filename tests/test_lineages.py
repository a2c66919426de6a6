"""Which articles descend from one report: rewrites, copies, credits, and what only looks alike."""

import json
import re
from collections import Counter
from dataclasses import dataclass, replace

import pytest

from benchmarks.lineages import annotated, scored
from benchmarks.stories import stories_in, story_of
from builder.model.article import Article, Metadata, Passage, RawArticle
from builder.model.entities import Outlet
from builder.model.findings import Findings, FoundCitation, FoundCredit, FoundQuote
from builder.model.ids import ArticleId, EntityId, OutletId
from builder.model.why import Why
from builder.permalinks import Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages import lineages_of
from builder.resolve.lineages.descent import Link, weights_that_ship
from builder.resolve.lineages.families import families_of
from builder.resolve.lineages.independence import Independence
from builder.resolve.lineages.telling import telling_of
from tests.conftest import REPOSITORY
from tests.linear import assert_linear

STORIES = REPOSITORY / "benchmarks" / "lineage_stories"
REPORT = (
    "Dockers in the port of Varnholm walked out on Tuesday over a plan to cut night shifts.",
    "The union said 400 of its members joined the strike at the two container terminals.",
    "Ships carrying timber and fertiliser were waiting outside the harbour by the evening.",
    "The port authority called the walkout illegal and threatened to sue the organisers.",
    "Night work has been disputed since an accident killed a crane driver last winter.",
    "Talks between the owners and the dockers are due to resume on Thursday.",
)
REWRITE = (
    "Dock workers at Varnholm harbour went on strike on Tuesday over plans to cut night shifts.",
    "According to the union, 400 members took part in the strike at both container terminals.",
    "By evening, vessels with timber and fertiliser waited outside the harbour.",
    "Threatening to sue its organisers, the port authority called the walkout illegal.",
    "A local café gave out free soup.",
    "Negotiations between owners and dockers are to resume on Thursday.",
)
SAME_STORY = (
    "It was cold on the quay when the first banners went up in Varnholm.",
    "“We have been pushed around for years,” said Marta Lind, who drives a crane.",
    "Nobody knows how long the strike will last, or who will pay for it.",
    "Her father worked here too, in the years when sacks were carried by hand.",
    "The terminals belong to a fund in another country, which sent no one.",
    "A priest came by with bread.",
)
SPEECH = (
    "“We shall not give up a single night shift, not this winter and not the next,” she said.",
    "“The owners have forgotten who kept the terminals running through the flood,” she added.",
    "“Let them come down to the quay and look into the faces of the men,” Lind told the crowd.",
)
VERDICT = (
    "A jury on Thursday found Dorian Pell, once head of the water authority, guilty of bribery.",
    "Pell stood motionless as the verdict was read and told reporters that he would appeal.",
    "After nine hours of deliberation Judge Ruth Okonjo set the sentence for April 30.",
    "He faces up to 12 years in prison for taking money from a pipe maker.",
    "Mayor Cardoso said the city would seek to recover the money.",
)
SAME_VERDICT = (
    "Dorian Pell, who ran the water authority for a decade, was convicted on Thursday of bribery.",
    "Outside the court, Pell told reporters that he would appeal within 14 days.",
    "Judge Okonjo will announce the sentence on April 30, the court said.",
    "He could be jailed for up to 12 years in prison over the envelopes he was handed in 2021.",
    "According to Mayor Cardoso, the city will try to recover the money from his pension.",
)
AFP = Outlet(
    id=OutletId("norte"), name="Norte", aliases=("NRT",), kind="news agency", country=None,
    url=None, articles=(), citations=(), page="outlets/norte/",
)  # fmt: skip


def article(name: str, *sentences: str, headings: int = 0) -> tuple[Article, Findings]:
    text = "\n".join(sentences)
    made = Article(
        id=ArticleId(name), file=f"{name}.txt", text=text, sha256="", metadata=Metadata(),
        headings=((0, headings),) if headings else (),
    )  # fmt: skip
    spans = (made.passage(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text))
    quotes = (
        FoundQuote(passage=made.passage(*match.span()), kind="direct", confidence=1.0)
        for match in re.finditer("“[^”]+”", text)
    )
    return made, Findings(article=made.id, sentences=tuple(spans), quotes=tuple(quotes))


def lineages(
    *pairs: tuple[Article, Findings], entities: EntityIndex | None = None, permalinks=None
):
    articles, findings = zip(*pairs, strict=True)
    return lineages_of(articles, findings, entities or EntityIndex(), permalinks or Permalinks())


def families(*pairs) -> list[tuple[str, ...]]:
    return [lineage.articles for lineage in lineages(*pairs)]


def credited(pair, line: str, *, style: str | None = None):
    made, _ = article(pair[0].id, pair[0].text, line)
    passage = made.passage(made.text.index(line), len(made.text))
    outlet = None if style else passage
    sentences = pair[1].sentences
    credit = FoundCredit(passage=passage, outlet=outlet, style=style)
    return made, Findings(article=made.id, sentences=sentences, credits=(credit,))


def entities_naming(*pairs) -> EntityIndex:
    names = {
        (found.article, credit.outlet.start, credit.outlet.end): AFP.id
        for _, found in pairs
        for credit in found.credits
        if credit.outlet
    }
    return EntityIndex(outlets=(AFP,), names=names)


def test_a_rewrite_descends_from_the_report():
    (lineage,) = lineages(article("a", *REPORT), article("b", *REWRITE))
    assert lineage.articles == ("a", "b")
    assert lineage.inferred
    assert lineage.source is None
    assert lineage.evidence == "5 of 6 sentences of b follow those of a in the same order."


def test_the_same_story_told_anew_stands_apart():
    assert families(article("a", *REPORT), article("b", *SAME_STORY)) == []


def test_short_reports_of_one_verdict_stand_apart_though_they_tell_it_in_one_order():
    assert families(article("a", *VERDICT), article("b", *SAME_VERDICT)) == []


def test_a_shared_speech_is_no_shared_report():
    one = article("a", *REPORT[:3], *SPEECH)
    other = article("b", *SAME_STORY[:3], *SPEECH)
    assert families(one, other) == []


def test_the_same_sentences_in_another_order_do_not_follow():
    assert families(article("a", *REPORT), article("b", *reversed(REPORT))) == []


def test_the_same_article_twice_is_one_lineage():
    assert families(article("a", *REPORT), article("b", *REPORT)) == [("a", "b")]
    assert families(article("a", REPORT[0]), article("b", REPORT[0])) == [("a", "b")]


def test_an_article_inside_another_is_one_lineage():
    assert families(article("a", *REPORT), article("b", *REPORT[2:5])) == [("a", "b")]


def test_rewrites_of_two_reports_are_two_lineages():
    assert families(
        article("a", *REPORT), article("b", *SAME_STORY), article("c", *REWRITE),
        article("d", *SAME_STORY),
    ) == [("a", "c"), ("b", "d")]  # fmt: skip


def test_headings_are_not_aligned():
    heading = "Dockers in the port of Varnholm walk out over a plan to cut night shifts"
    one = article("a", heading, *SAME_STORY[:1], headings=len(heading))
    other = article("b", heading, *REPORT[2:3], headings=len(heading))
    assert families(one, other) == []


def test_a_credited_article_has_a_lineage_even_alone():
    pair = credited(article("a", *REPORT), "– Norte")
    (lineage,) = lineages(pair, article("b", *SAME_STORY), entities=entities_naming(pair))
    assert (lineage.articles, lineage.source, lineage.inferred) == (("a",), "norte", False)
    assert lineage.evidence == "The credit line of a names Norte."


def test_a_copy_without_credit_joins_the_credited_one():
    pair = credited(article("a", *REPORT), "– Norte")
    (lineage,) = lineages(pair, article("b", *REWRITE), entities=entities_naming(pair))
    assert (lineage.articles, lineage.source) == (("a", "b"), "norte")
    assert lineage.inferred


def test_a_house_style_points_to_an_outlet_by_inference():
    pair = credited(article("a", *REPORT), "(Reporting by Bo Lee)", style="NRT")
    (lineage,) = lineages(pair, entities=EntityIndex(outlets=(AFP,)))
    assert (lineage.source, lineage.inferred) == ("norte", True)
    assert "style of Norte" in lineage.evidence


def test_a_credit_that_names_no_known_outlet_gives_no_lineage():
    pair = credited(article("a", *REPORT), "(Reporting by Bo Lee)", style="Unheard Of")
    assert lineages(pair, entities=EntityIndex(outlets=(AFP,))) == ()


def test_one_wire_needs_less_in_common():
    shared, other = (*REPORT[:2], *SAME_STORY[2:]), (*REPORT[:2], *SPEECH, *REPORT[5:])
    pairs = [
        credited(article("a", *shared, "The end came late that night in the hall."), "– Norte"),
        credited(article("b", *other, "The mayor of Varnholm kept silent all day."), "– Norte"),
    ]
    assert len(lineages(*pairs)) == 0
    (lineage,) = lineages(*pairs, entities=entities_naming(*pairs))
    assert lineage.articles == ("a", "b")
    assert not lineage.inferred


def test_whom_people_told_their_words_is_the_source_by_inference():
    told = "The owners have lost their nerve, the harbour historian Ole Brandt told Norte."
    one = article("a", *REPORT[:4], told)
    other = article("b", *REWRITE[:4], told)
    at = one[0].text.index("Norte")
    cited = FoundCitation(passage=one[0].passage(at, at + 5), kind="told to")
    one = one[0], Findings(article=one[1].article, sentences=one[1].sentences, citations=(cited,))
    entities = EntityIndex(outlets=(AFP,), names={(ArticleId("a"), at, at + 5): AFP.id})
    (lineage,) = lineages(one, other, entities=entities)
    assert (lineage.source, lineage.inferred) == ("norte", True)
    assert "told to Norte" in lineage.evidence


NEWSLETTER = "Get the best stories of the week in your inbox every Sunday with our newsletter."
FIRE = (
    "Three people were taken to hospital after a fire in a block of flats on Sunday night.",
    "The fire broke out on the fourth floor shortly before 11 pm and was out within an hour.",
    "Forty residents had to leave their homes and spent the night in a gym nearby.",
    "Police believe that an electric scooter caught fire while it was being charged.",
)
SAME_FIRE = (
    "An e-scooter that was charging in a hallway probably caused Sunday's blaze, police said.",
    "It took the crews about an hour to get the flames on the fourth floor under control.",
    "Three residents breathed in smoke and are in hospital.",
    "Some 40 others were put up in a school gym until the morning, the city said.",
)
MATCH = (
    "Rovers beat Albion 2-1 on Saturday and climbed to third place.",
    "Osei put the home side ahead after nine minutes, and Ferri headed in the second.",
    "Albion pulled one back through a penalty by Reyes in the 71st minute.",
    "Holt was sent off for a second yellow card ten minutes from the end.",
)
SAME_MATCH = (
    "A sixth straight victory has lifted Rovers into third.",
    "They needed only nine minutes to take the lead, when Osei turned in a low cross.",
    "Reyes converted from the spot after 71 minutes to give Albion hope.",
    "Holt saw red for his second booking in the 80th.",
)
OWN_WORDS = {
    "a_verdict": (VERDICT, SAME_VERDICT),
    "a_fire": (FIRE, SAME_FIRE),
    "a_match": (MATCH, SAME_MATCH),
    "a_newsletter_line": ((*FIRE, NEWSLETTER), (*SAME_STORY, NEWSLETTER)),
    "a_newsletter_line_and_little_else": ((FIRE[0], NEWSLETTER), (SAME_FIRE[2], NEWSLETTER)),
    "a_newsletter_line_of_a_brief": ((*FIRE, NEWSLETTER), ("More soon.", NEWSLETTER)),
}


@pytest.mark.parametrize(("one", "other"), OWN_WORDS.values(), ids=OWN_WORDS)
def test_short_reports_in_their_own_words_are_not_one(one, other):
    assert families(article("a", *one), article("b", *other)) == []


@pytest.mark.model
def test_figures_of_short_stories_do_not_fall():
    counts: Counter[str] = Counter()
    for story in stories_in([STORIES]):
        counts += scored(annotated(story), weights_that_ship())
    assert counts["wire found"] == counts["wire told"] >= 4
    assert counts["wire wanted"] == 7
    assert counts["release found"] == counts["release told"] == counts["release wanted"] == 1


GRANDMOTHER = (
    "“We heard a roar like a train and then my kitchen wall was gone,” she said.",
    "“We had two hours, and we used every minute of them,” the collector told Norte by telephone.",
)
MIDDLE = (
    "Sirens were sounded in the valley half an hour before midnight.",
    "The flood carried away a railway bridge, but trains had been halted before.",
)
RETOLD = (
    "Before midnight the sirens had been sounded in the valley.",
    "A railway bridge was carried away by the flood; trains had been halted.",
)


def test_rare_quotes_and_sentences_in_other_words_make_one_report():
    one = article("a", *GRANDMOTHER, *MIDDLE, *VERDICT[:3])
    other = article("b", *FIRE[:2], *reversed(RETOLD), *reversed(GRANDMOTHER))
    (lineage,) = lineages(one, other, article("c", *SAME_STORY), article("d", *MATCH))
    assert (lineage.kind, lineage.articles) == ("wire", ("a", "b"))
    assert lineage.evidence.startswith("Exclusive quote: “We had two hours, and we used every")
    (why,) = lineage.why
    assert why.score > 0.5
    assert {why.one.article, why.other.article} == {"a", "b"}


def test_a_quote_that_third_articles_have_as_well_tells_less():
    quoting = [
        article(name, *own, *GRANDMOTHER[:1])
        for name, own in zip("abcd", (FIRE, SAME_STORY, MATCH, VERDICT), strict=True)
    ]
    assert families(*quoting) == []


STATED = "“This was a brutal attack by a son on his own father,” the force said in a statement."
QUOTED = "“This was a brutal attack by a son on his own father,” an officer said."


def test_words_of_one_statement_are_a_release():
    (release,) = lineages(article("a", *FIRE, STATED), article("b", *SAME_STORY, QUOTED))
    assert (release.kind, release.articles, release.source) == ("release", ("a", "b"), None)
    assert not release.inferred
    assert release.evidence == (
        "Words of one statement: “This was a brutal attack by a son on his own father” in a and "
        "in b."
    )
    assert [passage.text for passage in release.passages] == [
        "“This was a brutal attack by a son on his own father,”"
    ] * 2


def test_a_press_release_is_no_report_of_a_line():
    words = ("Media contact: Ana Ruiz", *REPORT[:2], *GRANDMOTHER)
    made = lineages(article("a", *words), article("b", *REWRITE[:2], *MATCH[:1], *GRANDMOTHER))
    assert {(one.kind, one.articles) for one in made} == {("release", ("a", "b"))}


def test_two_articles_of_one_line_share_no_release():
    (lineage,) = lineages(article("a", *REPORT, STATED), article("b", *REWRITE, STATED))
    assert lineage.kind == "wire"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What counting sources asks of a statement."""

    passage: Passage
    attributed_to: EntityId | None = None
    via: OutletId | None = None
    spoken_by: EntityId | None = None
    quoted: bool = False
    asserted_by: Passage | None = None


def counted(*said: tuple[str, str | None, str | None], lines=(), words=(), **told) -> int:
    """Sources of statements, one an article: outlet, who says it, by way of whom."""
    statements = [
        Said(
            passage=Passage(article=ArticleId(f"a{number}"), start=0, end=9, text="It rained"),
            attributed_to=by and EntityId(by), via=via and OutletId(via),
            **{name: rows[number] for name, rows in told.items()},
        )
        for number, (_, by, via) in enumerate(said)
    ]  # fmt: skip
    independence = Independence(
        origins={ArticleId(f"a{number}"): row[0] for number, row in enumerate(said)},
        lines=dict(lines),
        releases={
            ArticleId(name): ((Passage(article=name, start=4, end=30, text=""), "release"),)
            for name in words
        },
    )
    return independence.count(statements)


SOURCES = {
    "three_outlets": ([("x", None, None), ("y", None, None), ("z", None, None)], {}, 3),
    "one_outlet_twice": ([("x", None, None), ("x", None, None), ("z", None, None)], {}, 2),
    "one_person_named_by_two": ([("x", "ruiz", None), ("y", "ruiz", None)], {}, 1),
    "two_people": ([("x", "ruiz", None), ("y", "okoye", None)], {}, 2),
    "two_relay_an_outlet": ([("x", None, "radio"), ("y", None, "radio")], {}, 1),
    "one_relays_the_other": ([("radio", None, None), ("y", None, "radio")], {}, 1),
    "one_relays_the_line_of_the_others": (
        [("line", None, None), ("y", None, "norte")],
        {"lines": {"norte": "line"}},
        1,
    ),
    "words_of_one_release": (
        [("x", None, None), ("y", None, None), ("z", None, None)],
        {"words": ("a0", "a1")},
        2,
    ),
    "joined_through_a_third": (
        [("x", "ruiz", None), ("x", None, None), ("y", "ruiz", None)], {}, 1,
    ),
    "what_one_wants_and_says": (
        [("x", None, None), ("y", "ruiz", None)], {"spoken_by": ("ruiz", None)}, 1,
    ),
    "quoted_and_named_by_one": (
        [("x", None, None), ("y", "ruiz", None)], {"quoted": (True, True)}, 1,
    ),
    "quoted_from_two": (
        [("x", "okoye", None), ("y", "ruiz", None)], {"quoted": (True, True)}, 2,
    ),
    "quoted_in_one_alone": (
        [("x", None, None), ("y", "ruiz", None)], {"quoted": (False, True)}, 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "more", "expected"), SOURCES.values(), ids=SOURCES)
def test_independent_sources(said, more, expected):
    assert counted(*said, **more) == expected


def link(one: str, other: str, probability: float) -> Link:
    passage = Passage(article=ArticleId(one), start=0, end=1, text="x")
    return Link(
        one=ArticleId(one), other=ArticleId(other), probability=probability, quote="",
        count="alike", shared=(), why=Why(one=passage, other=passage, rule="alike"),
    )  # fmt: skip


TWO_AND_TWO = [link("a", "b", 0.95), link("c", "d", 0.95)]
GROUPS = {
    "no_link_no_group": ([], ["a", "b", "c", "d"]),
    "a_weak_link_joins_one_article": ([link("a", "b", 0.6)], ["ab", "c", "d"]),
    "one_weak_link_joins_no_groups": ([*TWO_AND_TWO, link("a", "c", 0.6)], ["ab", "cd"]),
    "two_weak_links_do": ([*TWO_AND_TWO, link("a", "c", 0.6), link("b", "d", 0.6)], ["abcd"]),
    "a_strong_link_does": ([*TWO_AND_TWO, link("a", "c", 0.95)], ["abcd"]),
}


@pytest.mark.parametrize(("links", "expected"), GROUPS.values(), ids=GROUPS)
def test_what_links_make_one_group(links, expected):
    found = families_of([ArticleId(name) for name in "abcd"], links)
    assert ["".join(family.articles) for family in found] == expected


BAD = {
    "no_sentences": (),
    "sentences_of_one_word": ("Yes.", "No.", "Yes."),
    "one_sentence_of_three_thousand_words": (" ".join(f"word{i}x" for i in range(3000)),),
}


@pytest.mark.parametrize("sentences", BAD.values(), ids=BAD)
def test_bad_input_stands_alone(sentences):
    assert families(article("a", *sentences), article("b", *REPORT)) == []


def test_no_articles_no_lineages():
    assert lineages_of((), (), EntityIndex(), Permalinks()) == ()


def test_a_thousand_copies_are_one_lineage_in_linear_time():
    copies = [article(f"{i:04}", *REPORT, f"Issue number {i} of the day.") for i in range(1000)]
    (lineage,) = lineages(*copies)
    assert len(lineage.articles) == 1000
    assert "more pairs of articles run alike" in lineage.evidence
    assert_linear((250, 1000), lambda number: lambda: lineages(*copies[:number]))


def test_ids_stay_when_a_copy_joins():
    permalinks = Permalinks()
    (before,) = lineages(article("a", *REPORT), article("b", *REWRITE), permalinks=permalinks)
    pairs = [article("a", *REPORT), article("b", *REWRITE), article("0", *REPORT)]
    published = Permalinks(json.loads(permalinks.as_json())["ids"])
    (after,) = lineages(*pairs, permalinks=published)
    assert (after.id, after.articles) == (before.id, ("0", "a", "b"))


@pytest.mark.parametrize(
    ("title", "url", "is_release"),
    [
        ("Statement by Acme on the fire", None, True),
        ("Official communiqué: the vessel Alba", None, True),
        ("Club statement: coaching", None, True),
        ("Press release", None, True),
        ("Statement game for Rovers as Ruiz scores", None, False),
        ("Minister’s statement angers fishermen", None, False),
        ("Harbour shut after storm", "https://acme.example/newsroom/harbour", True),
        ("Harbour shut after storm", "https://daily.example/news/press-box/1", False),
        (None, None, False),
    ],
)
def test_a_press_release_shows_by_its_title_or_address(
    title: str | None, url: str | None, *, is_release: bool
):
    made, findings = article("a", *REPORT)
    made = replace(made, metadata=Metadata(title=title, url=url))
    assert telling_of(made, findings, EntityIndex()).is_release is is_release


@pytest.mark.parametrize(
    ("outlet", "worth"),
    [("Radio Alba", 0.25), ("Alba news agency", 1.0)],
    ids=["an_interview_that_a_paper_relays", "an_agency_whose_report_is_printed"],
)
def test_what_words_told_to_another_outlet_are_worth(outlet: str, worth: float):
    said = "“We asked for four planes at three and saw none until almost seven,”"
    told = [
        RawArticle(
            id=ArticleId(name), file=f"{name}.txt", sha256="", metadata=Metadata(outlet=own),
            text=f"{opening}\n\n{said} commander John Bell told {outlet}.",
        )
        for name, own, opening in (("a", outlet, REPORT[0]), ("b", "Post", SAME_STORY[0]))
    ]  # fmt: skip
    (pair,) = annotated(story_of("s", told, {})).pairs
    assert [quote.worth for quote in pair.quotes] == [worth]


@pytest.mark.parametrize(
    ("words", "count"),
    [("The ACDW union", 1), ("the Acme group", 1), ("officials", 2), ("The group", 2)],
)
def test_a_body_that_two_name_alike_is_one_source(words: str, count: int):
    statements = [
        Said(
            passage=Passage(article=ArticleId(name), start=0, end=9, text=""),
            asserted_by=Passage(article=ArticleId(name), start=0, end=len(words), text=words),
        )
        for name in ("a", "b")
    ]  # fmt: skip
    assert Independence(origins={}, lines={}, releases={}).count(statements) == count
