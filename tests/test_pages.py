"""What a saved page states of its article, and which of its text is the report."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from builder.load.saved_page import Page, read_page
from tests.linear import assert_linear

OPENING = (
    "<p>The old quay at Stellwick was shut on Monday after a crack was found, the harbour office "
    "said. Engineers will look at it on Friday.</p>"
)
SECOND = (
    "<p>Harbour head Nora Quist said that no ship would land there before the summer. She met the "
    "mayor, Gil Tamm, on Sunday evening.</p>"
)
REPORT = OPENING + SECOND


def page(head: str = "", *, body: str = "", beside: str = "") -> Page:
    """A page with `head`, `body` between headline and report, and `beside` behind the report."""
    return read_page(
        f"<html><head><title>Quay shut</title>{head}</head><body><article><h1>Quay shut</h1>"
        f"{body}{REPORT}</article>{beside}</body></html>"
    )


def linked(*objects: str) -> str:
    return "".join(f'<script type="application/ld+json">{text}</script>' for text in objects)


DAYS_IN_THE_HEAD = {
    "published_time": '<meta property="article:published_time" content="2025-03-04T08:00Z">',
    "publication_date_in_one_word":
        '<meta name="article:publicationdate" content="Tue Mar 04 21:30:09 CET 2025">',
    "pubdate_with_two_names":
        '<meta name="pubdate" itemprop="datePublished" content="2025-03-04T08:00:00Z">',
    "itemprop_alone": '<meta itemprop="datePublished" content="2025-03-04">',
    "as_mail_writes_it": '<meta name="publish-date" content="Tue, 04 Mar 2025 21:30:09 GMT">',
    "as_a_script_writes_it":
        '<meta name="parsely-pub-date" content="Tue Mar 04 2025 21:30:09 GMT+0100 (CET)">',
    "without_marks": '<meta name="DC.date.issued" content="20250304">',
    "in_words": '<meta name="publication_date" content="March 4, 2025, 8 a.m.">',
    "the_original_one": '<meta name="article_date_original" content="Tuesday, March 4, 2025">',
    "a_plain_date": '<meta name="date" content="2025/03/04">',
    "the_day_that_is_no_month": '<meta name="publishdate" content="04/03/2025">'
        '<meta name="date" content="2025-03-04">',
    "published_before_a_plain_date":
        '<meta name="date" content="2025-03-09"><meta name="publishdate" content="2025-03-04">',
    "the_page_of_the_article": linked('{"@type": "WebPage", "datePublished": "2025-03-04"}'),
    "inside_the_page": linked(
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished":'
        ' "2025-03-04"}}'
    ),
    "the_article_of_this_headline": linked(
        '[{"@type": "NewsArticle", "headline": "Bridge open", "datePublished": "2025-01-09"},'
        ' {"@type": "NewsArticle", "headline": "Quay shut", "datePublished": "2025-03-04"}]'
    ),
    "the_article_of_this_address":
        '<link rel="canonical" href="https://n.example/quay">' + linked(
            '{"@type": "Article", "url": "https://n.example/b", "datePublished": "2025-01-09"}',
            '{"@type": "OpinionNewsArticle", "mainEntityOfPage": {"@id":'
            ' "https://n.example/quay/"}, "datePublished": "2025-03-04"}',
        ),
}  # fmt: skip
DAYS_BESIDE_THE_HEADLINE = {
    "a_time": '<time datetime="2025-03-04">4 March</time>',
    "a_time_without_an_attribute": "<p>By Ella Roth</p><time>4 March 2025</time>",
    "published_and_updated": '<p>Published <time datetime="2025-03-04">4 March</time>, updated '
        '<time datetime="2025-03-06">6 March</time></p>',
    "labels_of_their_own": '<div>First published</div><div><time datetime="2025-03-04">x</time>'
        '</div><div>Last updated:</div><div><time datetime="2025-03-06">y</time></div>',
    "classes": '<time class="entry-date published" datetime="2025-03-04">a</time>'
        '<time class="updated" datetime="2025-03-06">b</time>',
    "the_class_around_it": '<span class="modified"><time datetime="2025-03-06">b</time></span>'
        '<span class="byline"><time datetime="2025-03-04">a</time></span>',
    "an_itemprop_with_content": '<span itemprop="datePublished" content="2025-03-04">Tue</span>',
    "an_itemprop_in_words": '<span itemprop="datePublished">4 March 2025</span>',
    "pubdate": '<time pubdate datetime="2025-03-04T10:00">Tuesday</time>',
    "below_a_summary": "<p>A crack in the old quay will keep the ships out until the summer.</p>"
        '<p>By Ella Roth | <time datetime="2025-03-04">4 March</time></p>',
    "a_class_of_a_line": '<div class="article-date">Posted Mar 4, 2025 8:30 AM</div>',
    "a_line_that_begins_with_it": "<p>on March 4, 2025 at 8:30 AM | North</p>",
    "a_line_that_says_so": "<p>Published on March 4, 2025</p>",
    "an_abbreviation": '<abbr class="published" title="2025-03-04T08:00">Tuesday</abbr>',
    "by_an_editor": '<b>Ella Roth, editor</b> — <span class="entry-date">4 March 2025</span>',
    "an_icon_that_says_so": '<div><i class="clock" title="Published"></i> '
        '<time datetime="2025-03-04">4 March</time> <time datetime="2025-03-06">b</time></div>',
    "an_attribute_that_nobody_reads": '<time datetime="04.25">4 March 2025</time>',
    "an_element_of_its_own": '<local-time datetime="2025-03-04T08:00">Tuesday</local-time>',
    "at_the_end_of_a_line": "<p>By Ella Roth, Coast Daily, March 4, 2025 at 8:30 p.m.</p>",
    "in_numbers": "<p>4.3.2025 | North</p>",
    "says_updated_itself": '<time datetime="2025-03-04">4 March</time>'
        '<time datetime="2025-03-06">Updated 6 March</time>',
}  # fmt: skip
NO_DAY = {
    "modified": '<meta property="article:modified_time" content="2025-03-06">',
    "last_published": '<meta name="lastPublishedDate" content="2025-03-06">',
    "no_day": '<meta name="pubdate" content="soon">',
    "day_or_month": '<meta name="pubdate" content="03/04/2025">',
    "a_clock_that_was_never_set":
        '<meta property="article:published_time" content="0001-01-01T00:00:00">'
        '<meta name="pubdate" content="1970-01-01T00:00:00Z">',
    "no_such_day": '<meta name="pubdate" content="2025-02-30">',
    "of_another_story": linked(
        '{"@type": "NewsArticle", "headline": "Quay shut"}',
        '{"@type": "NewsArticle", "headline": "Bridge open", "datePublished": "2025-01-09"}',
    ),
    "of_a_list": linked(
        '{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished":'
        ' "2025-01-09"}]}'
    ),
}  # fmt: skip
NO_DAY_IN_THE_BODY = {
    "the_day_of_saving": '<div class="current-date">Tuesday, March 4, 2025</div>',
    "a_line_that_says_updated": '<div class="date">Updated March 4, 2025</div>',
    "a_comment": '<div class="comment-date"><time datetime="2025-03-04">4 March</time></div>',
    "only_updated": '<p>Updated <time datetime="2025-03-06">6 March</time></p>',
    "date_modified": '<time itemprop="dateModified" datetime="2025-03-06">6 March</time>',
    "an_event": '<time itemprop="startDate" datetime="2025-03-09">9 March</time>',
    "in_a_sentence": '<p>It was built on <time datetime="1899-03-04">4 March 1899</time> by a '
        "crew of nine.</p>",
    "in_an_aside": '<aside><time datetime="2025-01-09">9 January</time></aside>',
    "in_a_box_of_related_stories": '<div class="related"><h4>Bridge open</h4>'
        '<time class="published" datetime="2025-01-09">9 January</time></div>',
    "in_a_caption": "<figure><figcaption>The quay on March 4, 2025</figcaption></figure>",
    "two_that_differ": '<time datetime="2025-03-04">a</time><time datetime="2025-03-06">b</time>',
}  # fmt: skip


@pytest.mark.parametrize("head", DAYS_IN_THE_HEAD.values(), ids=DAYS_IN_THE_HEAD.keys())
def test_the_day_that_the_head_states(head: str) -> None:
    assert page(head).facts.get("published") == date(2025, 3, 4)


@pytest.mark.parametrize(
    "body", DAYS_BESIDE_THE_HEADLINE.values(), ids=DAYS_BESIDE_THE_HEADLINE.keys()
)
def test_the_day_beside_the_headline(body: str) -> None:
    assert page(body=body).facts.get("published") == date(2025, 3, 4)


@pytest.mark.parametrize("head", NO_DAY.values(), ids=NO_DAY.keys())
def test_no_day_is_taken_from_the_head(head: str) -> None:
    assert "published" not in page(head).facts


@pytest.mark.parametrize("body", NO_DAY_IN_THE_BODY.values(), ids=NO_DAY_IN_THE_BODY.keys())
def test_no_day_is_taken_from_the_body(body: str) -> None:
    assert "published" not in page(body=body).facts


DAYS_IN_DATA = {
    "of_a_forum": linked('{"@type": "DiscussionForumPosting", "datePublished": "2025-03-04"}'),
    "of_another_work": linked('{"@type": "HowTo", "datePublished": "2025-03-04T08:00"}'),
    "that_is_damaged": linked('{"@type": "Article", "datePublished": "2025-03-04", "name": }'),
    "of_a_script": '<script>var page = {"publishedAt": "2025-03-04T08:00:00Z"}</script>',
    "of_a_script_in_a_script":
        r'<script>show("{\"first_published_at\":\"2025-03-04\"}")</script>',
    "in_utc_beside_the_own_hour":
        '<meta property="article:published_time" content="2025-03-05T04:30:00Z">'
        '<meta name="sailthru.date" content="2025-03-04 20:30:00">',
}  # fmt: skip


@pytest.mark.parametrize("head", DAYS_IN_DATA.values(), ids=DAYS_IN_DATA.keys())
def test_the_day_in_the_data_of_a_page(head: str) -> None:
    assert page(head).facts.get("published") == date(2025, 3, 4)


def test_data_of_several_days_tell_no_day() -> None:
    data = '{"publishedAt": "2025-03-04", "more": [{"publishedAt": "2025-01-09"}]}'
    assert "published" not in page(f"<script>var page = {data}</script>").facts


def test_a_day_that_is_said_below_the_report_counts() -> None:
    said = "<div>This entry was posted on March 4, 2025</div>"
    assert page(beside=said).facts.get("published") == date(2025, 3, 4)


def test_a_day_behind_the_report_is_not_beside_the_headline() -> None:
    teaser = '<div><h4>Bridge</h4><time class="published" datetime="2025-01-09">x</time></div>'
    assert "published" not in page(beside=teaser).facts
    assert "published" not in page(beside='<time datetime="2025-01-09">x</time>').facts


ADDRESSES = {
    "the_address_alone": ("https://n.example/2025/03/04/quay", "", date(2025, 3, 4)),
    "a_month_in_letters": ("https://n.example/world/2025/mar/04/quay", "", date(2025, 3, 4)),
    "with_hyphens": ("https://n.example/news/2025-3-4-quay", "", date(2025, 3, 4)),
    "in_one_number": ("https://n.example/news/20250304/quay", "", date(2025, 3, 4)),
    "at_the_end": ("https://n.example/news/quay-20250304", "", date(2025, 3, 4)),
    "a_month": ("https://n.example/2025/03/quay", "", None),
    "a_number": ("https://n.example/quay-2025-1234567", "", None),
    "its_own_day_of_an_hour_in_utc":
        ("https://n.example/2025/03/04/quay", "2025-03-05T02:00:00Z", date(2025, 3, 4)),
    "a_field_of_another_week":
        ("https://n.example/2025/03/04/quay", "2025-03-15T02:00:00Z", date(2025, 3, 15)),
}  # fmt: skip


@pytest.mark.parametrize(("address", "stated", "day"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_the_day_in_the_address(address: str, stated: str, day: date | None) -> None:
    field = f'<meta name="pubdate" content="{stated}">'
    found = page(f'<link rel="canonical" href="{address}">{field}')
    assert found.facts.get("published") == day


TITLES = {
    "Quay shut | Stellwick News": "Quay shut",
    "Quay shut - Stellwick News - North": "Quay shut",
    "Quay shut: what we know – Stellwick News": "Quay shut: what we know",
    "Quay shut-down looms": "Quay shut-down looms",
    "Stellwick News": "Stellwick News",
}


@pytest.mark.parametrize(("stated", "title"), TITLES.items())
def test_a_title_is_told_without_the_site(stated: str, title: str) -> None:
    head = f'<meta property="og:title" content="{stated}">'
    head += '<meta property="og:site_name" content="Stellwick News">'
    assert page(head).facts["title"] == title


BYLINES = {
    "a_link": ('<a rel="author" href="/e">Ella Roth</a>', "Ella Roth"),
    "a_class": ('<p class="byline">By Ella Roth and Bo Trant</p>', "Ella Roth|Bo Trant"),
    "an_itemprop": ('<span itemprop="author"><span itemprop="name">Ella Roth</span></span>',
                    "Ella Roth"),
    "a_line": ("<h4>By Ella Roth and Bo Trant | 12/10/2025</h4>", "Ella Roth|Bo Trant"),
    "a_line_with_a_day": ("<p>Written by: Ella Roth March 4, 2025</p>", "Ella Roth"),
    "a_line_without_a_name": ("<p>By Monday</p>", ""),
    "a_line_that_is_a_sentence": ("<p>By Ella Roth's account it fell.</p>", ""),
    "a_desk": ('<p class="byline">By Coast News Desk</p>', ""),
    "a_comment": ('<div class="comment"><b class="author">Ella Roth</b></div>', ""),
    "a_photo": ('<figure><p class="byline">Ella Roth</p></figure>', ""),
    "a_note": ('<div class="author-bio"><b class="author">Ella Roth</b></div>', ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "names"), BYLINES.values(), ids=BYLINES.keys())
def test_the_byline_of_a_page(body: str, names: str) -> None:
    assert "|".join(page(body=body).facts.get("authors", ())) == names


OUTLETS = {
    "of_an_object_elsewhere": (
        linked(
            '{"@type":"NewsArticle","headline":"Quay shut","publisher":{"@id":"https://n.example/"}}',
            '{"@id":"https://n.example/","@type":"Organization","name":"Stellwick News"}',
        ),
        "Stellwick News",
    ),
    "of_an_object_in_the_graph": (
        linked(
            '{"@graph": [{"@id": "#org", "@type": ["Organization"], "name": "Stellwick News"},'
            ' {"@type": "Article", "headline": "Quay shut", "publisher": [{"@id": "#org"}]}]}'
        ),
        "Stellwick News",
    ),
    "by_its_id_alone": (
        linked(
            '{"@type": "Article", "headline": "Quay shut", "publisher": "https://n.example/#org"}',
            '[{"@id": "https://n.example/#org", "@type": "NewsMediaOrganization",'
            ' "name": "Stellwick News"}]',
        ),
        "Stellwick News",
    ),
    "an_address_that_leads_to_nothing": (
        linked('{"@type": "Article", "publisher": {"@id": "https://n.example/"}}'),
        None,
    ),
    "an_address_and_a_site_name": (
        linked('{"@type": "Article", "publisher": "https://n.example/"}')
        + '<meta property="og:site_name" content="Stellwick News">',
        "Stellwick News",
    ),
    "a_page_of_a_network_is_no_name": (
        '<meta property="article:publisher" content="https://social.example/stellwick">',
        None,
    ),
    "a_field_for_the_publisher": (
        '<meta name="DC.publisher" content="Stellwick News">',
        "Stellwick News",
    ),
    "half_a_character_in_a_script": (
        linked('{"@type": "Article", "publisher": {"name": "Stellwick \\ud83d News"}}'),
        "Stellwick \ufffd News",
    ),
    "an_emoji_in_a_script": (
        linked('{"@type": "Article", "publisher": {"name": "Stellwick \\ud83d\\ude00"}}'),
        "Stellwick \U0001f600",
    ),
}


@pytest.mark.parametrize(("head", "outlet"), OUTLETS.values(), ids=OUTLETS.keys())
def test_the_outlet_of_a_page(head: str, outlet: str | None) -> None:
    assert page(head).facts.get("outlet") == outlet


def by(author: str) -> str:
    return linked(f'{{"@type": "NewsArticle", "headline": "Quay shut", "author": {author}}}')


def named(content: str, name: str = "author") -> str:
    return f'<meta name="{name}" content="{content}">'


AUTHORS = {
    "three_and_their_outlet": (
        named("Ella Roth, Tom S. Vale and Jin Park, CNN"), "Ella Roth|Tom S. Vale|Jin Park"
    ),
    "a_string_in_a_script": (
        by('"Nora Quill, Bo Trant and Ida Rask"'), "Nora Quill|Bo Trant|Ida Rask"
    ),
    "by_and_a_name": (by('[{"@type": "Person", "name": "By Nora Quill"}]'), "Nora Quill"),
    "an_organisation": (by('{"@type": "Organization", "name": "Coast Daily"}'), ""),
    "an_outlet_as_a_person": (by('{"@type": "Person", "name": "Coast Daily"}'), ""),
    "given_and_family_name": (by('{"givenName": "Willa", "familyName": "Tetch"}'), "Willa Tetch"),
    "a_byline": (named("By Nora Quill", "byl"), "Nora Quill"),
    "an_object_elsewhere": (
        by('{"@id": "#w"}') + linked('{"@id": "#w", "@type": "Person", "name": "Willa Tetch"}'),
        "Willa Tetch",
    ),
    "semicolons_and_ampersands": (named("Ella Roth; Bo Lee &amp; Ida Rask"),
                                  "Ella Roth|Bo Lee|Ida Rask"),
    "where_they_are": (named("Ella Roth in Stellwick and Tom Vale in Tarvik"),
                       "Ella Roth|Tom Vale"),
    "what_they_are": (named("Ella Roth, Harbour Correspondent"), "Ella Roth"),
    "for_whom": (named("Ella Roth for Coast Daily"), "Ella Roth"),
    "behind_the_house": (named("CNN's Ella Roth"), "Ella Roth"),
    "in_capitals": (named("ELLA ROTH AND BO TRANT"), "ELLA ROTH|BO TRANT"),
    "the_family_name_first": (named("Roth, Ella", "dc.creator"), "Ella Roth"),
    "a_son_of_the_same_name": (named("Ella Roth and Bo Trant, Jr."), "Ella Roth|Bo Trant, Jr"),
    "a_mail_address": (named("ella@coast.example"), ""),
    "a_mail_address_and_a_name": (named("ella@coast.example (Ella Roth)"), "Ella Roth"),
    "a_web_address": (named("https://coast.example/ella", "article:author"), ""),
    "an_agency": (named("By The Associated Press"), ""),
    "a_desk": (named("Coast News Desk"), ""),
    "a_system": (named("admin"), ""),
    "an_office": (named("Staff Writer"), ""),
    "a_surname_like_a_newspaper": (named("Emily Post"), "Emily Post"),
    "two_fields": (named("Ella Roth") + named("Bo Trant"), "Ella Roth|Bo Trant"),
    "a_field_of_no_use_before_one": (named("Coast Daily") + named("By Ella Roth", "byl"),
                                     "Ella Roth"),
    "an_outlet_of_two_names": (
        named("Jobs & Quays") + '<meta property="og:site_name" content="Jobs & Quays">', ""
    ),
    "for_whom_in_capitals": (named("Ella Roth And Bo Trant For The Coast On Sunday"),
                             "Ella Roth|Bo Trant"),
    "the_page_s_own_outlet": (
        named("Quayside") + '<meta property="og:site_name" content="Quayside">', ""
    ),
    "a_biography": (named("Ella Roth has covered the harbour for years, and " * 20), ""),
}  # fmt: skip


@pytest.mark.parametrize(("head", "names"), AUTHORS.values(), ids=AUTHORS.keys())
def test_the_authors_of_a_page(head: str, names: str) -> None:
    assert "|".join(page(head).facts.get("authors", ())) == names


TEASERS = (
    "<div class='item'><a href='/x'><h4>Senator Ivo Lenz says the plan will fail</h4></a>"
    "<p>By Rita Sorm 5 January 2025 The senator told the chamber on Tuesday that the plan would "
    "cost nine million crowns and that nobody in the north had been asked about it.</p></div>"
    "<div class='item'><a href='/y'><h4>Governor Paula Wick shuts the bridge</h4></a>"
    "<p>By Hal Grove 6 January 2025 Governor Paula Wick told the council that the bridge must "
    "close for forty days, and that ferries would run each hour in the meantime.</p></div>"
)
CARDS = (
    "<section><article><span>Politics</span><h3><a href='/x'>Senator says the plan will fail</a>"
    "</h3><p>The senator told the chamber on Tuesday that the plan would cost nine million.</p>"
    "</article><article><span>North</span><h3><a href='/y'>Governor shuts the bridge</a></h3>"
    "<p>Governor Paula Wick told the council that the bridge must close for forty days.</p>"
    "</article></section>"
)
LINKS = (
    "<ul><li><a href='/x'>Senator Ivo Lenz says the plan will fail in the north</a></li>"
    "<li><a href='/y'>Governor Paula Wick shuts the bridge for forty days</a></li></ul>"
)
WHOLE = (
    "<div><a href='/x'><h4>Senator says the plan will fail</h4><p>The senator told the chamber on "
    "Tuesday that the plan would cost nine million.</p></a><a href='/y'><h4>Governor shuts the "
    "bridge</h4><p>Governor Paula Wick told the council that the bridge must close.</p></a></div>"
)
BESIDE = {
    "a_stream_of_items": f"<div id='stream'>{TEASERS * 2}</div>",
    "cards_below_a_section_s_name": CARDS,
    "a_list_of_links": LINKS,
    "boxes_that_are_links": WHOLE,
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE.keys())
@pytest.mark.parametrize("inside", [False, True], ids=["beside_it", "below_it"])
def test_teasers_of_other_stories_are_no_part_of_the_report(beside: str, inside: bool) -> None:  # noqa: FBT001 - rows
    around = f"{beside}</div>" if inside else f"</div>{beside}"
    html = f"<html><body><div id='content'><h1>Quay shut</h1>{REPORT}{around}</body></html>"
    blocks = read_page(html).text.split("\n\n")
    assert blocks[0] == "Quay shut"
    assert len(blocks) == 3


KEPT = {
    "links_in_sentences": "<p><a href='/a'>Nora Quist</a> said that she would go on Friday.</p>"
        "<p><a href='/b'>Gil Tamm</a> said that he would not go there at all.</p>",
    "headings_with_anchors": "<section><h2><a href='#one'>What is known</a></h2><p>The crack is "
        "as wide as a hand and as long as a ship.</p></section><section><h2><a href='#two'>What "
        "is not</a></h2><p>Nobody knows how long the repairs will take.</p></section>",
}  # fmt: skip


@pytest.mark.parametrize("more", KEPT.values(), ids=KEPT.keys())
def test_links_of_the_report_stay(more: str) -> None:
    text = read_page(f"<body><article><h1>Quay shut</h1>{REPORT}{more}</article></body>").text
    shown = [part.split("<")[0] for part in more.split(">") if part.split("<")[0]]
    assert all(words.strip() in text for words in shown)


def test_what_is_hidden_is_not_read() -> None:
    hidden = "<p hidden>One hidden line.</p><p style='display: none'>Another hidden line.</p>"
    assert "hidden" not in page(body=hidden).text


def test_cards_of_other_stories_beside_the_article_are_left_out() -> None:
    card = (
        "<article><h3>Bridge</h3><p>Governor Paula Wick said the bridge must close.</p></article>"
    )
    assert "Paula Wick" not in page(beside=card).text


def test_a_list_of_products_keeps_the_boxes_that_it_is_made_of() -> None:
    boxes = "".join(
        f"<section><h2><a href='/shop/{n}'>Oar number {n}</a></h2><p>This oar is as long as a man "
        f"and costs {n} crowns in the shop by the quay.</p></section>"
        for n in range(20)
    )
    text = read_page(f"<body><article><h1>Twenty oars</h1>{OPENING}{boxes}</article></body>").text
    assert text.count("crowns") == 20


MALFORMED = {
    "a_condition_of_an_old_browser": ("<p>One<![ endif]> two", "One two"),
    "a_section_without_a_name": ("<p>One<![> two", "One two"),
    "a_section_that_never_ends": ("<p>One</p><![x", "One"),
    "half_a_declaration": ("<p>One</p><!", "One"),
    "a_doctype_that_opens_a_bracket": ("<!doctype [<p>One<p>Two", "One\n\nTwo"),
    "an_instruction": ("<?xml version='1.0'?><p>One</p><?", "One"),
    "an_empty_comment": ("<p>One<!--> two", "One two"),
    "a_comment_closed_with_a_bang": ("<p>One<!-- x --!> two", "One two"),
    "half_an_entity": ("<p>One &#x &# & &amp two", "One &#x &# & & two"),
    "an_entity_of_no_character": ("<p>One &#xD83D; &#99999999; two", "One � � two"),
    "an_entity_of_five_thousand_figures": (f"<p>One &#{'9' * 5000}; two", "One � two"),
    "a_null_in_a_tag": ("<\x00p>One<p\x00> two", "<p>One two"),
    "half_a_tag_at_the_end": ("<p>One</p><p class='x", "One"),
    "half_a_closing_tag": ("<p>One</p", "One"),
    "a_quote_that_never_closes": ("<p class=\"x>One</p><p>Two", "One\n\nTwo"),
    "a_comment_s_mark_in_a_script": ("<script>if (a) '<!--'</script><p>One", "One"),
    "a_tag_in_a_script": ("<script>'</p><p>no'</script><p>One", "One"),
    "a_tag_in_an_attribute": ("<p title='<b> > </p>'>One", "One"),
    "the_slash_of_an_address": ("<div><a href=/sea/>One</a> two</div>", "One two"),
    "an_empty_title_in_a_picture": ("<svg><title/></svg><p>One", "One"),
    "less_than": ("<p>1 < 2 <3 </4> five", "1 < 2 <3 five"),
}  # fmt: skip


@pytest.mark.parametrize(("html", "text"), MALFORMED.values(), ids=MALFORMED.keys())
def test_no_markup_is_an_error(html: str, text: str) -> None:
    assert read_page(html).text == text


PIECES = [
    "<![ endif]>", "<![", "<!", "<?", "<!--", "-->", "]]>", "<![CDATA[", "&#", "&#x", "&", "\x00",
    "<", "</", "<a href='", '<a href="', "</script>", "<script type='application/ld+json'>", "<p",
    "'", '"', "=", "/>", "{", "[", "}", "\\ud83d", "<h1>", "</h1>", "<time datetime='", "<title>",
    "<svg><title/>", "<textarea>", "<meta name=author content='", "&#" + "9" * 5000, "\u2028",
]  # fmt: skip


def test_a_thousand_damaged_pages_are_read() -> None:
    chance = random.Random(3)  # noqa: S311 - the same damage each time
    dates = DAYS_BESIDE_THE_HEADLINE["classes"]
    whole = f"{by('[{}]')}<article><h1>Quay</h1>{dates}{REPORT}{CARDS}"
    for _ in range(1000):
        html = whole
        for _ in range(chance.randint(1, 5)):
            at = chance.randrange(len(html) + 1)
            cut = at + chance.choice([0, 0, 1, 20, len(html)])
            html = html[:at] + chance.choice(PIECES) + html[cut:]
        found = read_page(html)
        f"{found.text}{found.facts}".encode()


SHAPES = {
    "nested": ("<div>", "</div>"), "nested_with_text": ("<div>a ", "</div>"),
    "nested_with_classes": ('<b class="x y">', ""), "never_closed": ("<span>a", ""),
    "paragraphs": ("<p>a</p>", ""), "items": ("<li>a", ""), "headings": ("<h1>a b", ""),
    "articles": ("<article>a", ""), "tables": ("<table><tr><td>a", ""), "breaks": ("<br>a", ""),
    "signs": ("<", ""), "closing_signs": ("</", ""), "half_tags": ("<a ", ""),
    "open_quotes": ("<a href='", ""), "comments": ("<!--", ""), "declarations": ("<![x", ""),
    "entities": ("&amp", ""), "signs_of_entities": ("&", ""), "numbers": ("&#", ""),
    "attributes": (" a=b", ""), "equal_signs": ("=", ""), "slashes": ("/", ""),
    "wrong_ends": ("</i>", ""), "scripts": ("<script>", ""), "dates": ("<time>4 May</time>", ""),
    "teasers": ("<div><a href=/x><h4>a b</h4></a><p>a</p></div>", ""),
    "linked_data": ('<script type="application/ld+json">{"@type":"Article"}</script>', ""),
    "fields": ("<meta name=author content='Bo Lee'>", ""),
}  # fmt: skip


@pytest.mark.parametrize(("unit", "end"), SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("inside", ["", "<p "], ids=["as_text", "in_a_tag"])
def test_any_shape_of_page_takes_linear_time(
    unit: str, end: str, inside: str, sizes: tuple[int, ...]
) -> None:
    if unit == SHAPES["teasers"][0]:
        sizes = tuple(4 * size for size in sizes)  # trafilatura reads such pages twice from 10 kB

    def reading(size: int) -> Callable[[], Page]:
        number = size // len(unit + end)
        page = f"<h1>a</h1>{inside}{unit * number}{REPORT}{end * number}"
        return lambda: read_page(page)

    assert_linear(sizes, reading)


def test_a_page_of_a_megabyte_of_open_tags_is_read() -> None:
    assert read_page("<div>" * 200_000 + REPORT).text.count("\n\n") == 1
