"""Every kind of decision on the invented story: carried out, told if it cannot be, reversible."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder.errors import EditorialError
from builder.model.dossier import Dossier
from builder.overrides import read_decisions
from builder.overrides.addresses import id_of
from builder.overrides.decisions import Decision, subjects_of
from builder.pipeline import Resolution, resolve_folder
from tests.conftest import GOLDEN, copy_story
from tests.rendering import pages_of

pytestmark = pytest.mark.model
CRANE, TOPPLED = "c-a-crane-hurt-14-workers", "c-a-crane-toppled-onto-the-main-quay-of"
PAY = "q-the-government-would-pay-for-the"
RUST = "q-they-knew-about-the-rust-since"
INSPECTED = "e-2026-01-the-crane-passed-an-inspection-in-january"
MET = "e-2026-03-03-okafor-met-ana-ruiz-in-the-town-hall"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_story(GOLDEN, tmp_path_factory.mktemp("decided"))


def decided(folder: Path, *decisions: str) -> Resolution:
    text = "".join(f"- {{{decision}, why: w}}\n" for decision in decisions)
    (folder / "editorial.yml").write_text(text)
    return resolve_folder(folder)


def pages(resolved: Resolution) -> dict[str, str]:
    return pages_of(resolved.dossier, resolved.settings)


def speaker(dossier: Dossier, id_: str) -> str | None:
    return next((quote.speaker for quote in dossier.quotes if quote.id == id_), None)


def articles_of(dossier: Dossier, claim: str) -> list[str]:
    found = next((one for one in dossier.claims if one.id == claim), None)
    return [statement.passage.article for statement in found.statements] if found else []


def events(dossier: Dossier) -> dict[str, list[str]]:
    return {one.id: [told.passage.article for told in one.passages] for one in dossier.events}


def said(dossier: Dossier) -> dict[str, tuple[str, ...]]:
    return {one.id: one.quotes for one in dossier.utterances}


def line(dossier: Dossier, article: str) -> tuple[str, ...]:
    return next((one.articles for one in dossier.lineages if article in one.articles), ())


DONE: dict[str, tuple[str, Callable[[Dossier], bool]]] = {
    "a_place_that_is_a_body": (
        "kind: harbour of veldhaven, to: organisation",
        lambda d: "harbour-of-veldhaven" in {one.id for one in d.organisations},
    ),
    "what_is_no_name": (
        'kind: "https://quay.example/dossier/places/veldhaven/", to: nothing',
        lambda d: "veldhaven" not in {one.id for one in d.places},
    ),
    "to_whom_it_was_said": (
        'addressee: "they KNEW about the rust", to: Ana Ruiz',
        lambda d: (
            ("piet-de-vries", "ana-ruiz", "spoke to")
            in {(one.source, one.target, one.kind) for one in d.relations}
        ),
    ),
    "the_outlet_that_it_was_told_to": (
        f'told_to: "#{RUST.upper()}", to: AFP',
        lambda d: next(q.told_to for q in d.quotes if q.id == RUST) == "afp",
    ),
    "all_quotes_of_an_utterance": (
        'speaker: "people/ana-ruiz/#said-u-we-shall-not-open-the-port", to: people/marta-ruiz/',
        lambda d: (
            {speaker(d, quote) for quote in said(d)["u-we-shall-not-open-the-port"]}
            == {"marta-ruiz"}
        ),
    ),
    "two_utterances_are_one": (
        "utterance: u-i-was-elected-to-stand-on, merge: [u-they-knew-about-the-rust-since]",
        lambda d: said(d)["u-i-was-elected-to-stand-on"] == ("q-i-was-elected-to-stand-on", RUST),
    ),
    "one_utterance_is_two": (
        f"utterance: u-the-government-would-pay-for-the, split: [{PAY}-2]",
        lambda d: {(PAY,), (f"{PAY}-2",)} <= set(said(d).values()),
    ),
    "two_events_are_one": (
        f'event: "timeline/#event-{MET}", merge: [{INSPECTED}]',
        lambda d: events(d)[MET] == ["coast", "gazette", "gazette"],
    ),
    "one_event_is_two": (
        f"event: {INSPECTED}, split: [gazette]",
        lambda d: events(d)[INSPECTED] == ["coast"],
    ),
    "two_claims_are_one": (
        f"claim: {CRANE}, merge: [{TOPPLED}]",
        lambda d: len(articles_of(d, CRANE)) == 6,
    ),
    "two_claims_are_no_longer_near": (
        f"apart: [{CRANE}, {TOPPLED}]",
        lambda d: not any(one.related for one in d.claims if one.id in {CRANE, TOPPLED}),
    ),
    "what_is_no_article_text": (
        'mask: articles/gazette/, text: "Our thoughts are with the families"',
        lambda d: (
            not any(
                "thoughts" in found.passage.text
                for found in d.quotes
                if found.passage.article == "gazette"
            )
        ),
    ),
    "a_missed_quote": (
        "quote: seeds/ledger.txt, text: saving money on  maintenance, speaker: piet de vries",
        lambda d: speaker(d, "q-saving-money-on-maintenance") == "piet-de-vries",
    ),
    "a_report_of_its_own": (
        "lineage: Gazette, of: null",
        lambda d: line(d, "gazette") == ("gazette",),
    ),
    "a_report_that_descends": (
        "lineage: ledger, of: coast",
        lambda d: line(d, "ledger") == ("coast", "gazette", "ledger"),
    ),
    "what_an_article_credits": (
        "credit: gazette, to: Coast Radio",
        lambda d: (
            {one.source for one in d.lineages} == {"coast-radio"}
            and [c.outlet for r in d.articles for c in r.credits] == ["coast-radio"]
        ),
    ),
    "an_article_that_credits_nobody": (
        "credit: gazette, to: null",
        lambda d: not any(record.credits for record in d.articles),
    ),
    "a_dropped_quote_takes_what_rests_on_it": (
        f"drop: {PAY}",
        lambda d: (
            articles_of(d, "c-the-government-would-pay-for-the-repairs") == ["gazette"]
            and PAY not in {quote.id for quote in d.quotes}
        ),
    ),
    "a_dropped_utterance_too": (
        "drop: U-THE-government-would-pay-for-the",
        lambda d: (
            not articles_of(d, "c-the-government-would-pay-for-the-repairs")
            and not any("government" in one.text for one in d.events)
        ),
    ),
    "a_claim_by_its_address": (
        f"drop: claims/{CRANE}/",
        lambda d: CRANE not in {claim.id for claim in d.claims},
    ),
    "a_claim_by_the_place_of_a_statement": (
        'drop: "https://quay.example/articles/gazette/#p-134-152"',
        lambda d: CRANE not in {claim.id for claim in d.claims},
    ),
}


@pytest.mark.parametrize("name", DONE)
def test_a_decision_is_carried_out_and_gone_without_it(folder: Path, name: str) -> None:
    decision, holds = DONE[name]
    before = pages(decided(folder))
    after = decided(folder, decision)
    assert after.problems == ()
    assert holds(after.dossier)
    again = decided(folder)
    assert not holds(again.dossier)
    assert pages(again) == before


@pytest.mark.parametrize("name", DONE)
def test_a_decision_holds_on_the_next_build(folder: Path, name: str) -> None:
    decision, holds = DONE[name]
    published = folder / "permalinks.json"
    try:
        for _ in range(2):
            resolved = decided(folder, decision)
            assert resolved.problems == ()
            assert holds(resolved.dossier)
            published.write_text(resolved.permalinks.as_json())
    finally:
        published.unlink(missing_ok=True)


TOLD = {
    "kind: AFP, to: person": "speaks of an outlet, which is of no other kind.",
    "kind: Ruiz, to: place": "is too short a name",
    "kind: Nobody Here, to: place": "matches nothing",
    "speaker: our thoughts are with the families, to: Ana Ruiz": "fits 2 quotes: "
    "q-our-thoughts-are-with-the-families, q-our-thoughts-are-with-the-families-2.",
    "drop: our thoughts are with the families": "fits 2 quotes: ",
    "speaker: our thoughts are, to: Ana Ruiz": "matches nothing",
    f"addressee: {RUST}, to: Eva Nobody": 'names "Eva Nobody", and nobody in the dossier',
    f"told_to: {RUST}, to: Ana Ruiz": 'names "Ana Ruiz", and no outlet in the dossier',
    "utterance: u-none, merge: [u-nobody]": "matches nothing",
    f"event: {MET}, merge: [e-nothing]": "names e-nothing, which is not there.",
    f"event: {INSPECTED}, split: [ledger]": "names the article ledger, which does not belong to",
    f"apart: [{CRANE}, c-nothing]": "names the claim c-nothing, which is not there.",
    "mask: nowhere, text: x": "speaks of an article that is not there.",
    "mask: coast, text: no such words": "has words that do not stand in the article.",
    "quote: coast, text: no such words, speaker: null": "speaks of words that it lacks.",
    "quote: nowhere, text: x, speaker: null": "speaks of an article that is not there.",
    "quote: ledger, text: knew about the rust, speaker: null": "part of a quote already.",
    "lineage: ledger, of: nowhere": "names the article nowhere, which is not there.",
    "credit: nowhere, to: null": "speaks of an article that is not there.",
    "credit: ledger, to: Nobody": 'names "Nobody", and no outlet in the dossier is called so.',
}


@pytest.mark.parametrize("decision", TOLD)
def test_what_cannot_be_done_is_told(folder: Path, decision: str) -> None:
    (problem,) = decided(folder, decision).problems
    assert str(problem).startswith("editorial.yml:1: ")
    assert TOLD[decision] in str(problem)


def test_a_name_that_a_quote_holds_drops_the_name_alone(folder: Path) -> None:
    quotes = decided(folder).dossier.quotes
    assert decided(folder, "drop: Ana Ruiz").dossier.quotes != ()
    assert len(decided(folder, "drop: port authority").dossier.quotes) == len(quotes)


def test_the_id_of_a_quote_holds_against_its_utterance(folder: Path) -> None:
    of_all = "speaker: u-we-shall-not-open-the-port, to: Marta Ruiz"
    of_one = "speaker: q-we-will-not-reopen-the-harbour, to: Piet de Vries"
    for decisions in ((of_all, of_one), (of_one, of_all)):
        resolved = decided(folder, *decisions)
        assert resolved.problems == ()
        assert speaker(resolved.dossier, "q-we-will-not-reopen-the-harbour") == "piet-de-vries"
        assert speaker(resolved.dossier, "q-we-shall-not-open-the-port") == "marta-ruiz"


TOLD_TO_LENA = "Mira Holt told Lena Brandt that the quay would close in May.\n"


@pytest.mark.parametrize(
    "decision",
    ["addressee: the quay would close in May, to: null", "drop: the quay would close in May"],
)
def test_a_talk_goes_with_the_quote_that_it_rests_on(tmp_path: Path, decision: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "quay.txt").write_text(f"The quay.\n\n{TOLD_TO_LENA}")
    (tmp_path / "dossier.yml").write_text("title: Quay\n")
    assert [one.kind for one in decided(tmp_path).dossier.relations] == ["spoke to"]
    resolved = decided(tmp_path, decision)
    assert resolved.problems == ()
    assert resolved.dossier.relations == ()


ADDRESSES = {
    "https://quay.example/people/Ana-Ruiz/": "ana-ruiz",
    "../people/ana-ruiz/": "ana-ruiz",
    "people/ana-ruiz/index.html": "ana-ruiz",
    "people/ana-ruiz/list/2/": "ana-ruiz",
    "claims/port-shut/?utm=1": "port-shut",
    "claims/port-shut.md": "port-shut",
    "articles/The_Quay/": "The_Quay",
    "seeds/The_Quay.txt": "The_Quay",
    "#q-we-will": "q-we-will",
    "articles/x/#q-we-will": "q-we-will",
    "articles/x/#p-3-40": "x#p-3-40",
    "https://quay.example/timeline/#event-e-2026-03-it-fell": "e-2026-03-it-fell",
    "people/#name-ana-ruiz": "ana-ruiz",
    "people/ana-ruiz/#words": "ana-ruiz",
    "Q-We-Will": "q-we-will",
    "ANA-RUIZ": "ana-ruiz",
    "Ana Ruiz": "Ana Ruiz",
    "People of C#": "People of C#",
    "Reporters/Editors": "Reporters/Editors",
}


@pytest.mark.parametrize("words", ADDRESSES)
def test_an_address_is_the_id_at_its_end(words: str) -> None:
    assert id_of(words) == ADDRESSES[words]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "editorial.yml").write_text(
        "- {speaker: q-x, why: w}\n- {drop: x}\n- {same: [a, b], why: w}\n"
        "- {different: [b, a], why: w}\n- {event: e-x, why: w}\n- {colour: red}\n"
        "- {kind: A B, to: ship}\n"
    )
    with pytest.raises(EditorialError) as told:
        read_decisions(tmp_path)
    lines = [line.split(": ", 1) for line in str(told.value).splitlines()]
    assert [place for place, _ in lines] == [f"editorial.yml:{n}" for n in (1, 2, 4, 5, 6, 7, 7)]
    assert told.value.line == 1


CONTRADICTIONS = {
    "claims_joined_and_apart": f"- {{claim: {CRANE}, merge: [{TOPPLED}], why: w}}\n"
    f"- {{apart: [{TOPPLED}, {CRANE}], why: w}}\n",
    "two_origins": "- {lineage: a, of: b, why: w}\n- {lineage: A, of: null, why: w}\n",
    "two_credits": "- {credit: a, to: X, why: w}\n- {credit: a, to: Y, why: w}\n",
    "two_kinds": "- {kind: Sea Star, to: place, why: w}\n- {kind: sea-star, to: person, why: w}\n",
    "nothing_has_no_role": "- {kind: Sea Star, to: nothing, why: w}\n"
    "- {role: Sea Star, to: mate, why: w}\n",
    "two_addressees": "- {addressee: q-x, to: A, why: w}\n- {addressee: q-x, to: null, why: w}\n",
}


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_contradictions_are_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "editorial.yml").write_text(CONTRADICTIONS[name])
    with pytest.raises(EditorialError, match="contradicts"):
        read_decisions(tmp_path)


@pytest.mark.parametrize(
    "written",
    [
        "- speaker: #q-we-will\n  to: null\n  why: unsure",
        "- why: none\n  drop: #event-e-2026-it-fell\r\n",
    ],
    ids=["a_quote", "an_event"],
)
def test_a_permalink_without_quotes_is_no_comment(tmp_path: Path, written: str) -> None:
    (tmp_path / "editorial.yml").write_bytes(written.encode())
    (decision,) = read_decisions(tmp_path).of(Decision)
    assert subjects_of(decision) in {("q-we-will",), ("e-2026-it-fell",)}


def test_a_comment_after_a_key_stays_one(tmp_path: Path) -> None:
    (tmp_path / "editorial.yml").write_text("- drop: # Sunday\n  why: none\n")
    with pytest.raises(EditorialError, match="`drop` is not usable"):
        read_decisions(tmp_path)
