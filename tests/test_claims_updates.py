"""Figures that change because the facts do: a series in time, no contradiction."""

from datetime import date

import pytest

from builder.model.claims import Claim
from builder.model.findings import Core, Findings, FoundStatement
from builder.model.ids import ArticleId, OutletId
from builder.model.records import ArticleRecord
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.claims import claims_of
from builder.resolve.entities.index import EntityIndex
from tests.conftest import article_of

KILLED = Core(subject=("flood",), predicate=("kill",), object=("people",))
PRICED = Core(subject=("acme",), predicate=("offer",), object=("share",))
Telling = tuple[str, int, str]
"""The words, the day of May on which they were published, and the outlet."""


def claim_of(core: Core, *tellings: Telling) -> Claim:
    """The one claim of articles that each tell one statement."""
    findings, records = [], []
    for name, (text, day, outlet) in zip("abcdef", tellings, strict=False):
        article = article_of(text, id_=ArticleId(name))
        passage = article.passage(0, len(text))
        statement = FoundStatement(passage=passage, score=0.5, reasons=("number",), core=core)
        findings.append(Findings(article=article.id, statements=(statement,)))
        records.append(
            ArticleRecord(
                article=article, title=None, outlet=OutletId(outlet), published=date(2026, 5, day),
                authors=(), credits=(), lineage=None, words=0, page="",
            )
        )  # fmt: skip
    (claim,) = claims_of(findings, records, EntityIndex(), (), Decisions(), Permalinks())
    return claim


def numbers(claim: Claim) -> list[list[str]]:
    return [[v.value for v in d.values] for d in claim.differences if d.kind == "number"]


def test_a_tally_that_grew_is_a_series_and_the_newest_words_the_claim():
    claim = claim_of(
        KILLED,
        ("The flood killed 9 people", 4, "norte"),
        ("The flood has killed 52 people", 9, "sur"),
        ("The flood killed 23 people", 6, "este"),
    )
    assert [(one.value, one.as_of.day, one.statements) for one in claim.updates] == [
        ("9", 4, (0,)), ("23", 6, (2,)), ("52", 9, (1,)),
    ]  # fmt: skip
    assert numbers(claim) == []
    assert claim.text.rstrip(".") == "The flood has killed 52 people"


CONTRADICTIONS = {
    "two_values_on_one_day": (
        ("The flood killed 9 people", 4, "norte"),
        ("The flood has killed 23 people", 4, "sur"),
    ),
    "the_old_value_told_again": (
        ("The flood killed 9 people", 4, "norte"),
        ("The flood has killed 23 people", 5, "sur"),
        ("The flood killed 9 people in all", 6, "este"),
    ),
}


SERIES = {
    "a_paper_with_the_figure_of_the_night_before": (
        KILLED,
        (("The flood killed 9 people", 4, "norte"), ("The flood has killed 23 people", 5, "sur"),
         ("The flood killed 9 people in all", 5, "este")),
        [("9", 4), ("23", 5)],
    ),
    "the_old_value_told_with_the_new": (
        PRICED,
        (("Acme offered 345 pence a share, up from 318 pence", 4, "norte"),
         ("Acme offered 318 pence a share", 4, "sur")),
        [("318 pence", 4), ("345 pence", 4)],
    ),
    "both_ends_of_a_range": (
        PRICED,
        (("Acme offered 30 days of grace", 4, "norte"),
         ("Acme extended its offer from 30 to 90 days of grace", 6, "sur")),
        [("30 days", 4), ("90 days", 6)],
    ),
    "two_outlets_give_each": (
        PRICED,
        (("Acme offered 318 pence a share", 4, "norte"),
         ("Acme offers 318 pence a share", 5, "sur"),
         ("Acme offered 345 pence a share", 6, "este"),
         ("Acme offers 345 pence a share", 7, "oeste")),
        [("318 pence", 4), ("345 pence", 6)],
    ),
    "three_values_in_order": (
        PRICED,
        (("Acme offered 318 pence a share", 4, "norte"),
         ("Acme offers 331 pence a share", 5, "sur"),
         ("Acme offered 345 pence a share", 6, "este")),
        [("318 pence", 4), ("331 pence", 5), ("345 pence", 6)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("core", "tellings", "values"), SERIES.values(), ids=SERIES)
def test_values_that_follow_each_other(core, tellings, values):
    claim = claim_of(core, *tellings)
    assert [(one.value, one.as_of.day) for one in claim.updates] == values
    assert numbers(claim) == []


@pytest.mark.parametrize("tellings", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_outlets_that_differ_at_the_same_time_contradict_each_other(tellings):
    claim = claim_of(KILLED, *tellings)
    assert claim.updates == ()
    assert len(numbers(claim)) == 1


def test_a_number_that_is_not_so_is_no_value():
    claim = claim_of(
        KILLED,
        ("The flood killed 43 people and not 31", 4, "norte"),
        ("The flood killed 31 people", 4, "sur"),
        ("The flood killed 43 people in all", 4, "este"),
    )
    assert numbers(claim) == [["43", "31"]]


CHANGED = {
    "nothing_says_that_it_changes": ("Acme offered 345 pence a share", "sur", False),
    "a_word_of_change": ("Acme offered 345 pence a share, up from 318", "sur", True),
    "the_same_outlet_later": ("Acme offered 345 pence a share", "norte", True),
}


@pytest.mark.parametrize(("later", "outlet", "updates"), CHANGED.values(), ids=CHANGED)
def test_a_price_is_a_series_only_where_something_says_so(later, outlet, updates):
    claim = claim_of(PRICED, ("Acme offered 318 pence a share", 4, "norte"), (later, 6, outlet))
    assert bool(claim.updates) == updates
    assert bool(numbers(claim)) != updates
