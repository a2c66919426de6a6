"""Utterances: the same saying of several articles grouped, different ones kept apart."""

import pytest

from builder.model.article import Passage
from builder.model.findings import QuoteKind
from builder.model.ids import ArticleId, EntityId, QuoteId
from builder.model.quotes import Piece, Quote
from builder.permalinks import Permalinks
from builder.resolve.quotes.clustering import utterances_of


def passage(article: str, text: str, start: int = 0) -> Passage:
    return Passage(article=ArticleId(article), start=start, end=start + len(text), text=text)


def quote(
    id_: str, article: str, text: str, *, who: str | None = "ruiz", kind: QuoteKind = "direct",
    pieces: tuple[str, ...] = (),
) -> Quote:  # fmt: skip
    return Quote(
        id=QuoteId(id_),
        passage=passage(article, text),
        kind=kind,
        group=None,
        pieces=tuple(
            Piece(passage=passage(article, piece, text.index(piece)), utterance=None)
            for piece in pieces
        ),
        cue=None,
        speaker=None if who is None else EntityId(who),
        speaker_mention=None,
        speaker_inferred=False,
        addressee=None,
        told_to=None,
        via=None,
        utterance=None,
        confidence=0.9,
    )


ONE = "“The harbour needs new cranes, deeper water and a railway before winter,”"
TWO = "“Our port requires new cranes, deeper water and one railway before the winter,”"

TOGETHER = [
    pytest.param(quote("1", "a", ONE), quote("2", "b", TWO), id="another_translation"),
    pytest.param(quote("1", "a", ONE), quote("2", "b", "“deeper water and a railway”"), id="cut"),
    pytest.param(
        quote("1", "a", ONE),
        quote(
            "2", "b", "the harbour needed new cranes and a railway before winter", kind="indirect"
        ),
        id="indirect_speech",
    ),
    pytest.param(
        quote("1", "a", ONE), quote("2", "b", ONE, who=None), id="no_speaker_but_the_same"
    ),
    pytest.param(quote("1", "a", ONE), quote("2", "a", ONE), id="twice_in_one_article"),
]
APART = [
    pytest.param(quote("1", "a", ONE), quote("2", "b", ONE, who="roe"), id="two_known_speakers"),
    pytest.param(
        quote("1", "a", ONE), quote("2", "b", "“The city needs new schools before long,”"),
        id="different_quotes_of_one_speaker",
    ),
    pytest.param(
        quote("1", "a", "“Turnout reached 40 percent in the northern districts,”"),
        quote("2", "b", "“Turnout reached 60 percent in the southern districts,”"),
        id="other_figures",
    ),
    pytest.param(
        quote("1", "a", "“The harbour will get new cranes and a railway,”"),
        quote("2", "b", "“The harbour will not get new cranes and a railway,”"),
        id="the_opposite",
    ),
    pytest.param(
        quote("1", "a", ONE),
        quote("2", "b", "“The harbour needs cranes and many other costly things,”", who=None),
        id="no_speaker_and_little_alike",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), TOGETHER)
def test_the_same_saying_is_one_utterance(first: Quote, second: Quote) -> None:
    utterances, named = utterances_of([first, second], Permalinks())
    assert [utterance.quotes for utterance in utterances] == [("1", "2")]
    assert {one.utterance for one in named} == {utterances[0].id}


@pytest.mark.parametrize(("first", "second"), APART)
def test_different_sayings_stay_apart(first: Quote, second: Quote) -> None:
    utterances, _ = utterances_of([first, second], Permalinks())
    assert [utterance.quotes for utterance in utterances] == [("1",), ("2",)]


def test_quote_without_speaker_keeps_none() -> None:
    utterances, (_, open_) = utterances_of(
        [quote("1", "a", ONE), quote("2", "b", ONE, who=None)], Permalinks()
    )
    assert utterances[0].speaker == "ruiz"
    assert open_.speaker is None


def test_an_open_quote_does_not_join_two_speakers() -> None:
    rows = [quote("1", "a", ONE), quote("2", "b", ONE, who=None), quote("3", "c", ONE, who="roe")]
    utterances, _ = utterances_of(rows, Permalinks())
    assert len(utterances) == 2


def test_a_summary_does_not_join_two_different_quotes() -> None:
    other = "“Taxes on foreign fishing fleets must double within three years,”"
    both = (
        "the harbour needs new cranes, deeper water and a railway before winter and taxes on "
        "foreign fishing fleets must double within three years"
    )
    rows = [quote("1", "a", ONE), quote("2", "a", other), quote("3", "b", both, kind="indirect")]
    utterances, _ = utterances_of(rows, Permalinks())
    assert len(utterances) == 2


def test_piece_of_a_mixed_quote_joins_its_own_utterance() -> None:
    piece = "“deeper water and a railway before winter”"
    mixed = quote(
        "1", "a", f"all depends on the will of parliament, and on {piece}", kind="mixed",
        pieces=(piece,),
    )  # fmt: skip
    utterances, (first, second) = utterances_of([mixed, quote("2", "b", ONE)], Permalinks())
    assert first.pieces[0].utterance == second.utterance
    assert {u.id: u.quotes for u in utterances}[second.utterance] == ("1", "2")


def test_a_fragment_belongs_to_no_utterance() -> None:
    utterances, (fragment,) = utterances_of([quote("1", "a", "“a mistake”")], Permalinks())
    assert utterances == ()
    assert fragment.utterance is None


def test_every_other_quote_has_one_also_alone() -> None:
    utterances, (alone,) = utterances_of([quote("1", "a", ONE)], Permalinks())
    assert alone.utterance == utterances[0].id


def test_many_articles_with_one_quote_are_one_utterance() -> None:
    rows = [quote(str(n), f"a{n}", ONE if n % 2 else TWO) for n in range(300)]
    utterances, _ = utterances_of(rows, Permalinks())
    assert len(utterances) == 1


def test_nothing_gives_nothing() -> None:
    assert utterances_of([], Permalinks()) == ((), ())
