"""Pages of a small story: what stands on them, and that every link and anchor holds."""

import csv
import io
import json
import posixpath
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from html.parser import HTMLParser

import markdown
import pytest
import yaml

from builder.model.article import Metadata
from builder.model.claims import Difference, DifferenceValue, Near
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, LineageId, QuoteId
from builder.model.quotes import LIKELY
from builder.model.records import Credit, Lineage
from builder.render.pages.data import DataFile
from builder.render.search import SEARCH
from builder.settings import Settings
from tests.linear import assert_linear
from tests.rendering import pages_of
from tests.story_of_three import BAY, DAY, article, empty, find, three

EXTENSIONS = ["attr_list", "tables", "toc"]
VOID = {"br", "input", "meta", "link", "img", "hr"}
ATOM = "{http://www.w3.org/2005/Atom}"


@dataclass
class Read(HTMLParser):
    """A page as a browser has it."""

    source: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        _, self.head, body = re.split(r"^---\n", self.source, maxsplit=2, flags=re.MULTILINE)
        self.html = markdown.markdown(body, extensions=EXTENSIONS)
        self.feed(self.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.ids += [value or ""] if name == "id" else []
            self.links += [value or ""] if name in {"href", "src", "xlink:href"} else []
            self.handlers += [name] if name.startswith("on") else []
        if tag == "script":
            self.scripts.append(dict(attrs).get("type") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["script"]:
            self.text += data

    @property
    def words(self) -> str:
        return " ".join(self.text.split())

    @property
    def title(self) -> str:
        return str(yaml.safe_load(self.head)["title"])


@cache
def files(*, full_text: bool = False) -> dict[str, str]:
    return pages_of(three(), Settings(publish_full_text=full_text))


@cache
def page(name: str) -> Read:
    return Read(source=files()[name])


def address(name: str) -> str:
    stem = name.removesuffix(".md")
    return "" if stem == "index" else f"{stem.removesuffix('index').rstrip('/')}/"


PAGES = sorted(name for name in files() if name.endswith(".md"))


def test_every_kind_of_page_is_there() -> None:
    assert set(files()) == {
        "index.md", "timeline.md", "coverage.md", "network.md", "changes.md", "about.md",
        "coverage/sources.md", "review.md",
        "changes.xml", "llms.txt", "data/index.md", "data/coverage.csv", "data/search_index.json",
        "people/index.md", "people/ana-ruiz.md", "people/carla-ruiz.md", "people/tom-okoro.md",
        "organisations/index.md", "organisations/harbour-board.md",
        "places/index.md", "places/port-alba.md",
        "outlets/index.md", "outlets/bay-herald.md", "outlets/daily-alba.md",
        "outlets/coast-wire.md",
        "claims/index.md", "claims/harbour-cost.md", "claims/harbour-signed.md",
        "claims/hostile.md",
        "articles/index.md", "articles/bay_herald.md", "articles/daily_alba.md",
        "articles/003_unsigned.md",
        "people/old-ruiz/index.html", "claims/gone/index.html",
    }  # fmt: skip


def test_the_same_dossier_gives_the_same_pages() -> None:
    assert pages_of(three(), Settings()) == pages_of(three(), Settings())


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_anchor_leads_somewhere(name: str) -> None:
    there = {address(other): other for other in PAGES}
    for link in page(name).links:
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = posixpath.normpath(posixpath.join("/" + address(name), path)).strip("/")
        if target in files() or target == "data/dossier.json":
            continue
        found = there.get(f"{target}/" if target else "")
        assert found, f"{link} leads nowhere"
        assert not anchor or anchor in page(found).ids, f"{link} has no anchor"


@pytest.mark.parametrize("name", PAGES)
def test_hostile_text_is_live_nowhere(name: str) -> None:
    found = page(name)
    assert found.open == [], "an element is not closed"
    assert set(found.scripts) <= {"application/ld+json"}
    assert found.handlers == []
    assert not [link for link in found.links if re.match(r"(?!https?:)[a-z]+:", link)]
    assert len(found.ids) == len(set(found.ids))


@pytest.mark.parametrize("name", PAGES)
def test_linked_data_is_json(name: str) -> None:
    for block in re.findall(r"<script[^>]*>(.*?)</script>", page(name).html):
        assert json.loads(block)["@context"] == "https://schema.org"


LINKED = {
    "index.md": "WebSite",
    "people/index.md": "CollectionPage",
    "people/ana-ruiz.md": "Person",
    "organisations/harbour-board.md": "Organization",
    "places/port-alba.md": "Place",
    "outlets/bay-herald.md": "NewsMediaOrganization",
    "articles/bay_herald.md": "NewsArticle",
    "claims/harbour-signed.md": "Claim",
    "timeline.md": "ItemList",
    "coverage.md": "CollectionPage",
    "network.md": "CollectionPage",
    "changes.md": "CollectionPage",
    "about.md": "AboutPage",
    "data/index.md": "Dataset",
}


def graph(name: str) -> list[dict[str, object]]:
    (block,) = re.findall(r"<script[^>]*>(.*?)</script>", page(name).html)
    return list(json.loads(block)["@graph"])


@pytest.mark.parametrize(("name", "kind"), LINKED.items(), ids=LINKED)
def test_every_kind_of_page_says_what_it_is(name: str, kind: str) -> None:
    own, *way = graph(name)
    assert own["@type"] == kind
    assert [each["@type"] for each in way] == ([] if name == "index.md" else ["BreadcrumbList"])


def test_a_claim_is_reviewed_only_where_the_editor_gave_a_verdict() -> None:
    judged = {claim.id: bool(claim.verdict) for claim in three().claims if claim.page}
    assert set(judged.values()) == {True, False}
    for id_, is_judged in judged.items():
        kind = graph(f"claims/{id_}.md")[0]["@type"]
        assert kind == ("ClaimReview" if is_judged else "Claim")


def test_the_way_to_a_page_leads_over_its_list() -> None:
    _, way = graph("people/ana-ruiz.md")
    crumbs = [(each["name"], each["item"]) for each in way["itemListElement"]]
    assert [name for name, _ in crumbs[1:]] == ["People", "Ana Ruiz"]
    assert [to for _, to in crumbs] == ["../../", "../../people/", "../../people/ana-ruiz/"]


def test_the_data_page_says_how_large_each_file_is_and_what_its_columns_are() -> None:
    exports = {"data/quotes.csv": DataFile(size=6_017, columns=("id", "text"))}
    words = Read(source=pages_of(three(), Settings(), exports)["data/index.md"]).words
    assert "quotes.csv 6 kB Every quote with its speaker and its article." in words
    assert "Columns: id, text" in words
    assert "coverage.csv" in words
    assert "changes.xml" in words


def test_titles_are_unique() -> None:
    titles = [page(name).title.casefold() for name in PAGES]
    assert len(titles) == len(set(titles))


def test_an_inferred_day_says_so_with_its_evidence() -> None:
    first, *others = three().articles
    found = replace(
        first,
        published=None,
        published_inferred=date(2026, 3, 4),
        published_evidence=f"the date of {others[0].id}, from the same report",
    )
    made = pages_of(replace(three(), articles=(found, *others)), Settings())
    words = Read(source=made[f"articles/{first.id}.md"]).words
    assert "The day of publication is not stated; it was probably 4 March 2026" in words
    assert others[0].id not in words.partition("it was probably")[2].partition("report.")[0]


def test_two_pages_of_one_title_say_which_they_are() -> None:
    dossier = three()
    twins = tuple(replace(found, name="Alba") for found in (*dossier.people[:2], *dossier.places))
    made = pages_of(replace(dossier, people=twins[:2], places=twins[2:]), Settings())
    assert Read(source=made["people/ana-ruiz.md"]).title == "Alba"
    assert Read(source=made["people/carla-ruiz.md"]).title == "Alba (person)"
    assert Read(source=made["places/port-alba.md"]).title == "Alba (place)"


def test_pages_leave_search_to_the_index() -> None:
    names = ("people/index.md", "people/ana-ruiz.md", "claims/harbour-cost.md", "timeline.md")
    assert [yaml.safe_load(page(name).head)["search"] for name in names] == 4 * [{"exclude": True}]
    found = {entry["location"]: entry for entry in json.loads(files()[SEARCH])["docs"]}
    assert found["people/ana-ruiz/"]["kind"] == "Person"
    assert found["claims/harbour-cost/"]["kind"] == "Claim"
    assert found["timeline/"]["kind"] == "Page"


# The front page


def test_the_front_page_counts_in_sentences_when_no_summary_is_given() -> None:
    assert (
        "Three articles report this story, from two independent sources; on 2 claims they differ."
        in page("index.md").words
    )


def test_the_editors_summary_stands_first() -> None:
    made = pages_of(three(), Settings(summary="A harbour & a quarrel."))
    assert "A harbour & a quarrel." in Read(source=made["index.md"]).words


def test_the_cards_show_two_values_side_by_side() -> None:
    words = page("index.md").words
    assert "One quote, two wordings Ana Ruiz on “harbour will bring”" in words
    assert "illegitimate Bay Herald sensational Daily Alba" in words
    assert "40 million dollars Bay Herald 45 million dollars Daily Alba" in words


def test_dates_on_cards_are_in_words() -> None:
    assert "Tuesday 23 May 2023 Bay Herald" in page("index.md").words


def test_independent_sources_are_counted_by_lineage() -> None:
    words = page("claims/index.md").words
    assert "2 articles probably from Coast Wire" in words
    assert "1 independent source 2 articles" in words


# A person


def test_a_person_has_roles_spellings_and_relations() -> None:
    words = page("people/ana-ruiz.md").words
    assert "Transport Minister" in words
    assert "Ruiz ×2" in words
    assert "spoke to Tom Okoro" in words


def test_wordings_differ_in_words_for_eyes_and_ears() -> None:
    assert (
        '<del><span class="vh" data-search-exclude>removed: </span>illegitimate</del>'
        in page("people/ana-ruiz.md").html
    )
    assert "speaker worked out from the text" in page("people/ana-ruiz.md").words


def test_indirect_and_unsure_words_say_so() -> None:
    words = page("people/tom-okoro.md").words
    assert "not word for word" in words
    assert "speaker unsure" in words


def test_words_are_shown_and_sought_as_they_are_meant() -> None:
    dossier = three()
    said = find(BAY, "illegitimate")
    meant = replace(article(BAY), substitutes=((said.start, said.end, "unlawful    "),))
    records = tuple(
        replace(record, article=meant) if record.id == BAY else record
        for record in dossier.articles
    )
    pages = pages_of(replace(dossier, articles=records), Settings())
    for name in ("people/ana-ruiz.md", "articles/bay_herald.md"):
        assert "unlawful" in pages[name]
        assert "illegitimate" not in pages[name]


def test_what_to_check_lists_the_least_sure_quotes_first() -> None:
    words = page("review.md").words
    unsure = sorted(
        (quote for quote in three().quotes if quote.speaker is None or quote.confidence < LIKELY),
        key=lambda quote: quote.confidence,
    )
    assert [words.index(quote.id) for quote in unsure] == sorted(
        words.index(quote.id) for quote in unsure
    )
    assert "Whom does “Ruiz” name: is it Ana Ruiz or Carla Ruiz?" in words
    assert "Ana Ruiz speaker worked out from the text 0.40" in words
    assert "Ana Ruiz or Carla Ruiz may have said it (the article says “A reader”)" in words
    assert "what to check" in page("about.md").words


def with_related() -> Dossier:
    """The story with its first claim beside one that another report tells."""
    dossier = three()
    one, *rest, other = dossier.claims
    own = one.statements[0].passage
    near = tuple(Near(own=own, other=each.passage, likely=0.6) for each in other.statements)
    back = (Near(own=near[0].other, other=own, likely=0.6),)
    beside = (
        replace(one, related=(other.id,), near=near),
        replace(other, related=(one.id,), near=back),
    )
    return replace(dossier, claims=(*beside, *rest))


def test_what_may_be_one_claim_stands_with_the_decision_that_makes_it_one() -> None:
    one, other = with_related().claims[:2]
    words = Read(source=pages_of(with_related(), Settings())["review.md"]).words
    assert f"- {{claim: {one.id}, merge: [{other.id}], why: …}}" in words
    assert f"- {{claim: {other.id}, merge" not in words
    assert f"- {{apart: [{one.id}, {other.id}], why: …}}" in words


def test_people_who_may_be_one_stand_with_the_decision_that_makes_them_one() -> None:
    dossier = three()
    (ana, carla), (claim, *rest) = dossier.people[:2], dossier.claims
    values = (
        DifferenceValue(value=ana.name, statements=(0,)),
        DifferenceValue(value=carla.name, statements=(1,)),
    )
    named = replace(
        claim,
        people=(ana.id, carla.id),
        differences=(Difference(kind="name", values=values),),
    )
    told = replace(dossier, claims=(named, *rest))
    words = Read(source=pages_of(told, Settings())["review.md"]).words
    decision = f"- {{same: [{ana.id}, {carla.id}], why: …}}"
    assert decision in words
    assert decision not in page("review.md").words


def test_an_article_that_tells_something_near_is_not_said_to_be_silent() -> None:
    cost, signed, *_ = with_related().claims
    near = {found.passage.article for found in signed.statements} - {
        found.passage.article for found in cost.statements
    }
    made = pages_of(with_related(), Settings())
    told = Read(source=made["coverage.md"]).words
    assert near
    assert told.count("not found; something near it is told") == len(near)
    assert "not found; something near" not in page("coverage.md").words


def test_where_nobody_met_the_network_says_so_once() -> None:
    words = Read(source=pages_of(empty(), Settings())["network.md"]).words
    assert words.count("No article tells of a meeting") == 1
    assert "0 relations" not in words


@pytest.mark.parametrize(("cited", "words"), [(1, "1 outlet is"), (2, "2 outlets are")])
def test_how_many_outlets_are_cited_is_a_sentence(cited: int, words: str) -> None:
    agency = next(outlet for outlet in three().outlets if not outlet.articles)
    agencies = tuple(
        replace(agency, id=f"{agency.id}-{number}", citations=()) for number in range(cited)
    )
    made = pages_of(replace(empty(), outlets=agencies), Settings())
    assert f"{words} cited in them." in Read(source=made["outlets/index.md"]).words


def test_where_all_is_sure_there_is_nothing_to_check() -> None:
    assert "Nothing is unsure." in pages_of(empty(), Settings())["review.md"]


def test_an_unknown_role_says_so() -> None:
    assert "Role not stated" in page("people/carla-ruiz.md").words


def test_two_of_one_surname_stay_apart_and_the_bare_name_stays_open() -> None:
    words = page("people/index.md").words
    assert "“Ruiz” may be Ana Ruiz, Carla Ruiz unsure" in words
    assert "“A reader” fits no one here" in words


def test_who_has_no_page_stands_in_the_list() -> None:
    assert "name-mallory" in page("people/index.md").ids


# Claims


def test_a_claim_shows_its_wordings_differences_and_lineage() -> None:
    words = page("claims/harbour-cost.md").words
    assert (
        "Why one, not two? Bay Herald, Daily Alba. All probably come from one Coast Wire report"
        in words
    )
    assert "They differ on the number" in words
    assert "removed: 40 added: 45" in words
    assert "as Coast Wire reported" in words


def test_a_shared_statement_is_told_on_the_pages_of_its_articles_and_claims() -> None:
    claim = three().claims[0]
    passages = tuple(found.passage for found in claim.statements)
    release = Lineage(
        id=LineageId("release-bay"), kind="release", articles=(BAY, DAY), source=None,
        inferred=False, evidence=f"Statement of Ana Ruiz: “{BAY} shuts” in {BAY} and in {DAY}.",
        passages=passages,
    )  # fmt: skip
    records = tuple(replace(record, lineage=None) for record in three().articles)
    claim = replace(claim, differences=())
    made = pages_of(
        replace(three(), articles=records, lineages=(release,), claims=(claim,), events=()),
        Settings(),
    )
    told = f"Bay Herald and Daily Alba draw on one statement: statement of Ana Ruiz: “{BAY} shuts”"
    for address in (f"articles/{BAY}.md", "outlets/bay-herald.md"):
        assert told in Read(source=made[address]).words
    counted = Read(source=made["claims/harbour-cost.md"]).words
    assert "Bay Herald, Daily Alba. All draw on one statement (how that is known)" in counted


def test_articles_that_differ_are_not_counted_as_saying_the_same() -> None:
    odd = replace(three().claims[1], sources=((BAY,),))
    made = pages_of(replace(three(), claims=(odd,), events=()), Settings())
    assert (
        "Not counted: Daily Alba and Unnamed outlet, which differ on the date and who did it."
        in Read(source=made["claims/harbour-signed.md"]).words
    )


def test_the_editors_note_and_verdict_are_shown() -> None:
    words = page("claims/harbour-cost.md").words
    assert "The editor’s verdict: False" in words
    assert "https://check.example/harbour" in page("claims/harbour-cost.md").links
    assert "ClaimReview" in page("claims/harbour-cost.md").html


def test_only_a_verdict_makes_a_review() -> None:
    assert "ClaimReview" not in page("claims/harbour-signed.md").html


def test_what_was_said_and_when_stand_with_the_claim() -> None:
    assert "event-signing" in page("claims/harbour-signed.md").ids
    assert "Tom Okoro" in page("claims/hostile.md").words


def test_a_citation_can_be_copied() -> None:
    assert "data-copy=" in page("claims/harbour-cost.md").html
    assert "from 2 articles published up to 25 May 2023" in page("claims/harbour-cost.md").words


# Articles and outlets


def test_an_article_without_metadata_says_what_is_not_stated() -> None:
    words = page("articles/003_unsigned.md").words
    assert "outlet not stated, date not stated" in words
    assert "authors not stated" in words
    assert "The address of the original is not stated" in words
    assert page("articles/003_unsigned.md").title == "Unnamed outlet"
    assert "headline" not in page("articles/003_unsigned.md").html


def test_an_address_that_cannot_be_followed_is_no_link() -> None:
    assert not [link for link in page("articles/daily_alba.md").links if "javascript" in link]


def test_full_text_stands_only_where_it_may() -> None:
    assert "Full text" not in page("articles/bay_herald.md").words
    full = Read(source=files(full_text=True)["articles/bay_herald.md"])
    assert "Full text" in full.words


def test_the_passages_of_an_article_stand_in_reading_order() -> None:
    starts = [
        int(id_.split("-")[1]) for id_ in page("articles/bay_herald.md").ids if id_[:2] == "p-"
    ]
    assert starts[:5] == sorted(starts[:5])


def test_a_name_is_found_in_the_original_by_the_words_around_it() -> None:
    links = page("people/ana-ruiz.md").links
    assert any(",Ruiz,-told%20Tom%20Okoro" in link for link in links)


def test_an_outlet_shows_whom_it_leans_on_and_what_it_leaves_out() -> None:
    words = page("outlets/bay-herald.md").words
    assert "Coast Wire probably credited" in words
    assert "Coast Wire its report is passed on" in words
    assert "40 million dollars 45 million dollars" in words
    assert "named by no article" not in words
    assert "Only here" in page("outlets/daily-alba.md").words


def test_silence_is_not_denial() -> None:
    everything = " ".join(page(name).words for name in PAGES)
    assert "does not mention it" in everything
    assert "denied" not in everything


# Timeline, coverage, network, changes


def test_the_timeline_marks_what_is_planned_about_conflicting_and_undated() -> None:
    found = page("timeline.md")
    assert {"year-2022", "year-2023", "undated", "event-early"} <= set(found.ids)
    assert '<li id="event-visit" class="due"' in found.html
    assert '<li id="event-hostile-event" class="about"' in found.html
    assert (
        '<time datetime="2022-02">February 2022</time> <span class="prec">month</span>'
        in found.html
    )
    assert "Dated Wednesday 24 May 2023 by others: Daily Alba" in found.words
    assert 'data-people="ana-ruiz"' in found.html


def test_the_timeline_has_a_strip_that_says_what_it_shows() -> None:
    assert "Events by month, Feb 2022 to May 2023; most in May 2023" in page("timeline.md").html


def test_coverage_tells_by_outlet_who_carries_what() -> None:
    html = page("coverage.md").html
    assert '<i class="diff">differs on the number</i>' in html
    assert '<td data-of="Bay Herald"><i class="on">yes</i></td>' in html
    assert 'href="../coverage/sources/">by independent source' in html


def test_coverage_by_source_has_one_column_for_the_copies_of_one_report() -> None:
    words = page("coverage/sources.md").words
    assert "probably from Coast Wire, 2 articles" in words
    assert "Bay Herald" not in words


@pytest.mark.parametrize("mark", ["=", "＝", "+", "＋", "-", "－", "@", "＠"])
def test_the_table_for_download_holds_no_formula(mark: str) -> None:
    odd = replace(three().claims[0], text=f"{mark}HYPERLINK(1)")
    made = pages_of(replace(three(), claims=(odd,)), Settings())["data/coverage.csv"]
    rows = list(csv.DictReader(io.StringIO(made)))
    assert [row["text"] for row in rows] == [f"'{mark}HYPERLINK(1)"] * 2
    assert [row["differs"] for row in rows] == ["", "the number"]


def test_the_table_for_download_names_no_outlet_that_nobody_stated() -> None:
    rows = list(csv.DictReader(io.StringIO(files()["data/coverage.csv"])))
    outlets = {row["article"]: row["outlet"] for row in rows}
    assert outlets["bay_herald"] == "Bay Herald"
    assert outlets["003_unsigned"] == ""


def test_the_network_is_a_drawing_with_links_and_a_table() -> None:
    found = page("network.md")
    assert "../people/ana-ruiz/" in found.links
    assert "Ana Ruiz spoke to Tom Okoro Bay Herald" in found.words


def test_changes_tell_what_each_article_brought() -> None:
    words = page("changes.md").words
    assert "1 contradiction" in words
    assert words.index("Harbour deal signed in Port Alba") < words.index("Minister signs")


def test_the_feed_takes_its_days_from_the_metadata() -> None:
    feed = ET.fromstring(files()["changes.xml"])  # noqa: S314 - our own feed
    assert feed.findtext(f"{ATOM}updated") == "2023-06-01T00:00:00Z"
    days = [entry.findtext(f"{ATOM}updated") for entry in feed.findall(f"{ATOM}entry")]
    assert days == ["2023-06-01T00:00:00Z", "2023-05-25T00:00:00Z"]


def test_without_a_day_there_is_no_feed() -> None:
    assert "changes.xml" not in pages_of(without_metadata(three()), Settings())


# Redirects


def test_an_old_address_leads_to_the_new_one() -> None:
    html = files()["people/old-ruiz/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../people/ana-ruiz/">' in html
    assert '<link rel="canonical" href="../../people/ana-ruiz/">' in html


def test_what_is_gone_says_so() -> None:
    html = files()["claims/gone/index.html"]
    assert "no longer part of the dossier" in html
    assert '<meta http-equiv="refresh" content="0; url=../../claims/">' in html
    assert "<script>" not in html


def test_an_address_that_is_in_use_again_is_not_redirected() -> None:
    assert "people/ana-ruiz/index.html" not in files()


# Little or nothing


def without_metadata(dossier: Dossier) -> Dossier:
    """The story as it stands when nobody stated anything."""
    records = tuple(
        replace(
            record,
            article=replace(record.article, metadata=Metadata()),
            title=None, outlet=None, published=None, authors=(), credits=(), lineage=None,
        )
        for record in dossier.articles
    )  # fmt: skip
    return replace(dossier, articles=records, lineages=(), outlets=())


def test_nothing_at_all_still_makes_pages() -> None:
    made = pages_of(empty(), Settings())
    for name, source in made.items():
        if name.endswith(".md"):
            assert Read(source=source).open == []
    assert "No article reports this story yet." in made["index.md"]
    assert "No article carries a claim yet." in made["coverage.md"]


def test_articles_without_any_metadata_are_counted() -> None:
    bare = replace(without_metadata(three()), quotes=(), utterances=(), claims=())
    made = pages_of(bare, Settings())
    words = Read(source=made["articles/index.md"]).words
    for name in ("Unnamed outlet", "Unnamed outlet (2)", "Unnamed outlet (3)"):
        assert f"{name} (title not stated)" in words


def test_an_article_goes_by_the_agency_that_it_credits() -> None:
    first = next(found for found in three().articles if found.id == "daily_alba")
    credit = Credit(
        outlet=three().outlets[1].id, passage=first.article.passage(0, 5), inferred=False
    )
    record = replace(first, outlet=None, credits=(credit,), lineage=None)
    others = [found for found in three().articles if found.id != first.id]
    made = pages_of(replace(three(), articles=(*others, record)), Settings())
    assert f"{three().outlets[1].name} report" in made["changes.md"]


def test_an_article_without_an_outlet_goes_by_its_title() -> None:
    first = three().articles[0]
    record = replace(first, outlet=None, credits=(), title="A harbour deal")
    made = pages_of(replace(empty(), articles=(record,)), Settings())
    assert "“A harbour deal”" in made["coverage.md"] + made["outlets/index.md"]


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    records = tuple(
        replace(record, outlet=three().articles[1].outlet) for record in three().articles
    )
    made = pages_of(replace(three(), articles=records), Settings())
    words = Read(source=made["claims/harbour-cost.md"]).words
    assert {"Bay Herald, 24 May 2023", "Bay Herald, 25 May 2023"} <= set(
        re.findall(r"Bay Herald, \d+ May 2023", words)
    )


def test_a_thousand_copies_of_a_saying_are_compared_in_linear_time() -> None:
    made = pages_of(_copies(1000), Settings())
    assert made["people/ana-ruiz.md"].count('class="variant"') == 24
    assert "And 976 articles more." in made["people/ana-ruiz.md"]
    assert_linear((250, 1000), lambda number: partial(pages_of, _copies(number), Settings()))


def _copies(number: int) -> Dossier:
    dossier = three()
    first, quote = replace(dossier.articles[1], credits=()), dossier.quotes[0]
    ids = [ArticleId(f"copy-{copy}") for copy in range(number)]
    records = [
        replace(first, article=replace(first.article, id=id_, file=f"seeds/{id_}.txt"))
        for id_ in ids
    ]
    quotes = [
        replace(quote, id=QuoteId(f"q-{id_}"), passage=replace(quote.passage, article=id_))
        for id_ in ids
    ]
    said = replace(dossier.utterances[0], quotes=tuple(found.id for found in quotes))
    return replace(
        empty(),
        articles=tuple(records),
        lineages=(replace(dossier.lineages[0], articles=tuple(ids)),),
        people=(replace(dossier.people[0], mentions=(), roles=()),),
        quotes=tuple(quotes),
        utterances=(said,),
    )
