"""Which articles descend from one report: rewrites, copies, credits, and what only looks alike."""

import json
import re

import pytest

from builder.model.article import Article, Metadata
from builder.model.entities import Outlet
from builder.model.findings import Findings, FoundCitation, FoundCredit
from builder.model.ids import ArticleId, OutletId
from builder.permalinks import Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages import lineages_of
from tests.linear import assert_linear

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
    return made, Findings(article=made.id, sentences=tuple(spans))


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
