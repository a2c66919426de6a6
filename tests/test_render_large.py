"""Pages of more than a page holds: lists in parts, words in folds, a drawing of what needs one."""

from dataclasses import replace

import pytest

from builder.links import anchor, page_address
from builder.model.dossier import Dossier, Relation
from builder.model.ids import ClaimId, EntityId
from builder.render.index import story_of
from builder.render.page_links import PageLinks
from builder.render.pages.coverage import MOST_CLAIMS
from builder.render.pages.network import MOST_EDGES
from builder.render.paging import LARGEST_PAGE
from builder.render.parts.folds import MOST_WHOLE, words_of
from builder.settings import Settings
from tests.rendering import pages_of
from tests.story_of_three import ANA, BAY, find, quote, statement, three

SAID = find(BAY, "The harbour will cost 40 million dollars")


def with_claims(number: int) -> Dossier:
    """Claims without end, each with its page."""
    one = three().claims[2]
    claims = tuple(
        replace(one, id=ClaimId(f"c{at:03}"), page=page_address("claims", f"c{at:03}"))
        for at in range(number)
    )
    return replace(three(), claims=claims)


def test_a_long_list_of_claims_stands_on_several_pages_that_lead_to_each_other() -> None:
    made = pages_of(with_claims(150), Settings())
    first, second = made["claims/index.md"], made["claims/list/2.md"]
    assert first.count('class="claim"') + second.count('class="claim"') == 150
    assert 'href="../claims/list/2/">2' in first
    assert 'href="../../../claims/">1<' in second
    assert 'data-noun="claims on this page"' in second
    assert "Part 2 of 2:" in second
    assert "claims/list/3.md" not in made


def test_coverage_says_what_it_leaves_out() -> None:
    made = pages_of(with_claims(MOST_CLAIMS + 2), Settings())["coverage.md"]
    assert made.count('<th scope="row">') == MOST_CLAIMS
    assert "2 claims more are in the table for download" in made


@pytest.mark.parametrize(
    ("number", "whole"), [(MOST_WHOLE + 9, MOST_WHOLE + 9), (MOST_WHOLE + 10, MOST_WHOLE)]
)
def test_many_quotes_of_one_person_are_folded_by_claim(number: int, whole: int) -> None:
    quotes = tuple(quote(f"q{at:03}", SAID, ANA) for at in range(number))
    other = find(BAY, "Coast Wire")
    claims = (replace(three().claims[0], statements=(statement(SAID), statement(other))),)
    story = story_of(replace(three(), quotes=quotes, utterances=(), claims=claims), Settings())
    words = words_of(story.said_by[ANA], PageLinks(story=story, address="people/ana-ruiz/"))
    assert len(words.whole) == whole
    folded = [said.anchor for fold in words.folds for said in fold.sayings]
    assert [said.anchor for said in words.whole] + folded == [
        anchor("said", one.id) for one in quotes
    ]
    assert [fold.title for fold in words.folds] == [SAID.text] * bool(number > whole)


def met(*pairs: tuple[str, str]) -> str:
    """The network of people who met or, where the first name is in capitals, spoke to another."""
    names = dict.fromkeys(name.casefold() for pair in pairs for name in pair)
    people = tuple(replace(three().people[0], id=EntityId(name), name=name) for name in names)
    relations = tuple(
        Relation(
            source=EntityId(one.casefold()),
            target=EntityId(other),
            kind="spoke to" if one.isupper() else "met",
            passages=(SAID,),
        )
        for one, other in pairs
    )
    story = replace(three(), people=people, relations=relations, claims=(), quotes=(), events=())
    return pages_of(replace(story, utterances=(), ambiguous=()), Settings())["network.md"]


def test_pairs_that_nothing_joins_are_a_table_without_a_drawing() -> None:
    html = met(("ida", "jon"), ("kim", "lev"), ("max", "nia"), ("oda", "pol"))
    assert "<svg" not in html
    assert html.count('<th scope="row">') == 4


def test_an_arrow_leads_to_whom_one_spoke_and_a_meeting_has_none() -> None:
    html = met(("ida", "jon"), ("jon", "kim"), ("kim", "lev"), ("LEV", "max"))
    assert html.count('marker-end="url(#arrow)"') == 1
    assert "<title>lev spoke to max</title>" in html
    assert html.count("marker-start") == 0
    assert '<option value="spoke-to">spoke to (1)</option>' in html


def test_a_dense_network_draws_the_ties_that_are_told_most() -> None:
    names = [f"n{at:02}" for at in range(36)]
    html = met(*((one, other) for one in names for other in names if one < other))
    assert html.count("<path") - 1 == MOST_EDGES  # and one for the arrow
    assert f"So do {630 - MOST_EDGES} pairs of those drawn" in html
    assert len(html.encode()) < LARGEST_PAGE
