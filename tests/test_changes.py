"""What changed since the last publication: its record and the story now in, sentences out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builder.changes import Changes, changes_since, snapshot_of
from builder.errors import SettingsError
from builder.model.claims import UpdateValue
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, ClaimId, EntityId, EventId, QuoteId
from builder.new import new_folder
from builder.pipeline import resolve_folder
from builder.published import (
    Published,
    PublishedArticle,
    PublishedClaim,
    PublishedDifference,
    PublishedEvent,
    PublishedName,
    PublishedQuote,
    read_published,
    write_published,
)
from builder.render.parts.change_words import change_words, sentences
from builder.settings import Settings
from tests.rendering import pages_of
from tests.story_of_three import HOSTILE, three
from tests.test_render import Read

STORY = three()
NOW = snapshot_of(STORY)
COST = "The harbour will cost 40 million dollars"
NEW = "New: seeds/bay_herald.txt (Bay Herald, 24 May 2023)"


def without(kind: str, *ids: str) -> Published:
    """What is published now, but for the items of these ids."""
    return replace(NOW, **{kind: tuple(one for one in getattr(NOW, kind) if one.id not in ids)})


def with_one(kind: str, id_: str, **other: object) -> Published:
    """What is published now, with one item otherwise."""
    items = getattr(NOW, kind)
    return replace(
        NOW, **{kind: tuple(replace(one, **other) if one.id == id_ else one for one in items)}
    )


def and_one(kind: str, item: object) -> Published:
    """What is published now, and one more."""
    return replace(NOW, **{kind: (*getattr(NOW, kind), item)})


def before_herald(published: Published) -> Published:
    """The same before the Bay Herald's article came."""
    return replace(
        published, articles=tuple(one for one in published.articles if one.id != "bay_herald")
    )


def claim(id_: str, *articles: str) -> PublishedClaim:
    return PublishedClaim(
        id=ClaimId(id_), title="The quay is safe",
        articles=tuple(ArticleId(article) for article in articles),
        outlets=(), sources=1, differences=(), updates=(),
    )  # fmt: skip


def article(id_: str, sha256: str = "1" * 64) -> PublishedArticle:
    return PublishedArticle(
        id=ArticleId(id_), file=f"seeds/{id_}.txt", sha256=sha256, outlet=None, published=None
    )


def toll(*values: str) -> Dossier:
    """The story, with a figure that changed from one value to the next."""
    updates = tuple(
        UpdateValue(value=value, as_of=date(2023, 5, 23 + at), statements=(at,))
        for at, value in enumerate(values)
    )
    first, *others = STORY.claims
    return replace(STORY, claims=(replace(first, updates=updates, differences=()), *others))


def numbers(*values: str) -> tuple[PublishedDifference, ...]:
    return (PublishedDifference(kind="number", values=values),)


EDITED = "Changed: seeds/bay_herald.txt (Bay Herald, 24 May 2023)"


def edited(title: str) -> Published:
    """What was published when the Bay Herald still told of the cost in these words."""
    cost = next(one for one in NOW.claims if one.id == "harbour-cost")
    others = without("claims", "harbour-cost").claims
    herald = ArticleId("bay_herald")
    was = replace(cost, id=ClaimId("c-was"), title=title, articles=(herald,), told={herald: title})
    return replace(with_one("articles", "bay_herald", sha256="1" * 64), claims=(*others, was))


CASES: dict[str, tuple[Published, list[str]]] = {
    "nothing": (NOW, []),
    "an_article_that_tells_nothing_new": (
        before_herald(NOW), [f"{NEW}: nothing that was not told before."],
    ),
    "new_people_come_with_the_article_that_names_them_first": (
        before_herald(without("people", "carla-ruiz", "tom-okoro")), [f"{NEW}: 2 new people."],
    ),
    "new_people_in_old_articles": (
        without("people", "tom-okoro"), ["In articles that did not change: 1 new person."],
    ),
    "a_new_event": (before_herald(without("events", "visit")), [f"{NEW}: 1 new event."]),
    "a_new_claim_of_articles_that_did_not_change": (
        without("claims", "harbour-cost"),
        ["In articles that did not change: 1 new claim; 1 contradiction: "
         f"{COST} (the number: 45 million dollars against 40 million dollars)."],
    ),
    "one_more_independent_source_confirms": (
        before_herald(with_one("claims", "harbour-signed", sources=1, articles=("daily_alba",))),
        [f"{NEW}: 1 claim confirmed."],
    ),
    "a_claim_that_had_no_page_is_confirmed_too": (
        before_herald(without("claims", "harbour-signed")),
        [f"{NEW}: 1 claim confirmed; 2 contradictions: The harbour deal was signed "
         "(the date: Wednesday 24 May 2023 against Tuesday 23 May 2023), The harbour deal was "
         "signed (who did it: ministers against Ana Ruiz)."],
    ),
    "what_the_new_article_tells_stands_against_what_was_told": (
        before_herald(
            with_one("claims", "harbour-cost", differences=(), articles=("daily_alba",))
        ),
        [f"{NEW}: 1 contradiction: {COST} "
         "(the number: 45 million dollars against 40 million dollars)."],
    ),
    "a_third_value_stands_against_the_first": (
        with_one("claims", "harbour-cost", differences=numbers("30", "40 million dollars")),
        ["In articles that did not change: 1 contradiction: "
         f"{COST} (the number: 40 million dollars against 45 million dollars)."],
    ),
    "a_source_less": (
        with_one("claims", "harbour-signed", sources=3),
        ["1 claim with fewer independent sources: The harbour deal was signed (3 before, 2 now)."],
    ),
    "a_file_of_the_same_bytes_is_renamed": (
        with_one("articles", "bay_herald", id="old", file="seeds/old.txt"),
        ["Renamed: seeds/bay_herald.txt (Bay Herald, 24 May 2023), was seeds/old.txt."],
    ),
    "another_ending_is_a_new_name": (
        with_one("articles", "bay_herald", file="seeds/bay_herald.md"),
        ["Renamed: seeds/bay_herald.txt (Bay Herald, 24 May 2023), was seeds/bay_herald.md."],
    ),
    "other_bytes_are_a_change": (
        with_one("articles", "bay_herald", sha256="1" * 64),
        ["Changed: seeds/bay_herald.txt (Bay Herald, 24 May 2023): "
         "nothing that was not told before."],
    ),
    "another_outlet_is_a_change": (
        with_one("articles", "bay_herald", outlet=None),
        ["Changed: seeds/bay_herald.txt (Bay Herald, 24 May 2023): "
         "nothing that was not told before."],
    ),
    "a_removed_article_takes_its_claims_with_it": (
        replace(and_one("articles", article("gone")), claims=(*NOW.claims, claim("c-x", "gone"))),
        ["Removed: seeds/gone.txt: 1 claim withdrawn: The quay is safe."],
    ),
    "a_claim_that_its_changed_article_does_not_tell_any_more": (
        replace(
            with_one("articles", "bay_herald", sha256="1" * 64),
            claims=(*NOW.claims, claim("c-x", "bay_herald")),
        ),
        ["Changed: seeds/bay_herald.txt (Bay Herald, 24 May 2023): "
         "1 claim withdrawn: The quay is safe."],
    ),
    "a_figure_that_one_of_two_articles_corrects": (
        replace(
            with_one("articles", "daily_alba", sha256="1" * 64),
            claims=with_one(
                "claims", "harbour-cost", differences=numbers("40 million dollars", "44 million"),
                told={
                    ArticleId("bay_herald"): "The harbour will cost 40 million dollars",
                    ArticleId("daily_alba"): "The harbour will cost 44 million dollars",
                },
            ).claims,
        ),
        [
            "Changed: seeds/daily_alba.txt (Daily Alba, 25 May 2023): 1 claim updated: "
            "The harbour will cost 40 million dollars (44 → 45).",
        ],
    ),
    "a_figure_that_its_article_corrects_is_an_update": (
        edited("The harbour will cost 38 million dollars"),
        [f"{EDITED}: 1 claim updated: {COST} (38 → 40)."],
    ),
    "a_claim_that_its_article_words_otherwise_in_two_places_is_another": (
        edited("The quay will cost 38 million dollars"),
        [f"{EDITED}: 1 contradiction: {COST} (the number: 45 million dollars against "
         "40 million dollars); 1 claim withdrawn: The quay will cost 38 million dollars."],
    ),
    "a_claim_dropped_by_a_decision": (
        and_one("claims", claim("gone", "bay_herald")),
        ["In articles that did not change: 1 claim withdrawn: The quay is safe."],
    ),
    "a_person_of_another_name": (
        with_one("people", "ana-ruiz", name="Anna Ruiz"),
        ["1 name changed: Ana Ruiz (was Anna Ruiz)."],
    ),
    "two_people_are_one_by_a_name": (
        and_one("people", PublishedName(id=EntityId("o"), name="T. <b>Okoro</b>", quotes=0)),
        ["1 name taken for another: T. <b>Okoro</b>: now Tom Okoro."],
    ),
    "two_people_are_one_by_the_id_of_the_one_and_the_name_of_the_other": (
        replace(
            NOW,
            people=(
                *(replace(one, name="A. Lund") if one.id == "ana-ruiz" else one
                  for one in NOW.people),
                PublishedName(id=EntityId("x"), name="Ana Ruiz", quotes=3),
            ),
        ),
        ["1 name taken for another: A. Lund: now Ana Ruiz."],
    ),
    "two_people_are_one_by_where_the_page_leads": (
        and_one("people", PublishedName(id=EntityId("old-ruiz"), name="A. R.", quotes=0)),
        ["1 name taken for another: A. R.: now Ana Ruiz."],
    ),
    "somebody_whom_no_article_names": (
        and_one("people", PublishedName(id=EntityId("x"), name="Eva Lind", quotes=0)),
        ["1 name in no article any more: Eva Lind."],
    ),
    "a_confidence_that_fell": (
        with_one("quotes", "q-okoro", confidence=0.8),
        ["1 quote less sure than before: that the harbour would bring burdens "
         "(Tom Okoro: 0.30, was 0.80)."],
    ),
    "a_confidence_that_hardly_fell": (with_one("quotes", "q-okoro", confidence=0.33), []),
    "a_confidence_that_rose": (with_one("quotes", "q-okoro", confidence=0.1), []),
    "another_speaker": (
        with_one("quotes", "q-okoro", speaker="ana-ruiz"),
        ["1 quote with another speaker: that the harbour would bring burdens "
         "(said by Tom Okoro, before by Ana Ruiz)."],
    ),
    "no_speaker_before": (
        with_one("quotes", "q-okoro", speaker=None),
        ["1 quote with another speaker: that the harbour would bring burdens "
         "(said by Tom Okoro, before by nobody)."],
    ),
    "a_quote_that_is_gone_says_nothing_by_itself": (
        and_one("quotes", PublishedQuote(id=QuoteId("q"), speaker=None, confidence=1)), [],
    ),
    "an_event_that_is_gone": (
        and_one("events", PublishedEvent(id=EventId("e"), date=None, title="The quay opens…")),
        ["1 event not on the timeline any more: The quay opens…"],
    ),
    "an_event_of_another_day": (
        with_one("events", "visit", date="2023-05-27"),
        ["1 event with another date: Carla Ruiz is due to visit the site on Friday "
         "(Friday 26 May 2023, was Saturday 27 May 2023)."],
    ),
    "an_event_that_had_no_day": (
        with_one("events", "visit", date=None),
        ["1 event with another date: Carla Ruiz is due to visit the site on Friday "
         "(Friday 26 May 2023, was no date)."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_changed(name: str):
    published, said = CASES[name]
    changes = changes_since(published, STORY)
    assert list(change_words(STORY).lines(changes, 20, files=True)) == said
    assert bool(changes) == bool(said)


def test_readers_are_told_of_outlets_and_days_not_of_files():
    (said,) = sentences(changes_since(CASES["an_article_that_tells_nothing_new"][0], STORY), STORY)
    assert said == "New: Bay Herald, 24 May 2023: nothing that was not told before."


def test_a_speaker_who_was_joined_with_another_is_no_other_speaker():
    published = replace(
        with_one("quotes", "q-okoro", speaker="old-okoro"),
        people=(
            *NOW.people,
            PublishedName(id=EntityId("old-okoro"), name="T. <b>Okoro</b>", quotes=1),
        ),
    )
    changes = changes_since(published, STORY)
    assert (changes.doubts, len(changes.merged)) == ((), 1)


@pytest.mark.parametrize(
    ("told", "said"),
    [(("9",), "1 claim updated: " + COST + " (9 → 10)"), (("9", "10"), "")],
    ids=["a_newer_value", "the_value_is_known"],
)
def test_a_figure_that_changed(told: tuple[str, ...], said: str):
    story = toll("9", "10")
    published = with_one("claims", "harbour-cost", updates=told, differences=())
    lines = sentences(changes_since(published, story), story)
    assert " ".join(lines) == (f"In articles that did not change: {said}." if said else "")


def test_where_articles_differ_no_more():
    story = toll()
    said = sentences(changes_since(NOW, story), story)
    assert said == (f"1 claim no longer told in two ways: {COST}.",)


def test_before_the_first_publication_all_is_new():
    changes = changes_since(None, STORY)
    assert changes.is_first
    assert [change.kind for change in changes.articles] == ["added"] * 3
    assert not changes.elsewhere


def test_long_lists_are_cut():
    published = replace(NOW, articles=tuple(article(f"a{at}", str(at)) for at in range(30)))
    said = sentences(changes_since(published, STORY), STORY)
    assert said[20] == "And 13 more articles."


def test_the_page_and_the_feed_tell_the_same_until_something_changes():
    published, (line,) = CASES["two_people_are_one_by_where_the_page_leads"]
    pages = pages_of(STORY, Settings(), changes=changes_since(published, STORY))
    assert "## Since it was last published" in pages["changes.md"]
    assert "now Ana Ruiz</a>" in pages["changes.md"]
    later = changes_since(replace(NOW, brought=(line,)), STORY)
    after = pages_of(STORY, Settings(), changes=later)
    assert "## With the last publication" in after["changes.md"]
    assert f"<summary>{line}</summary>" in pages["changes.xml"]
    assert pages["changes.xml"] == after["changes.xml"]


def test_nothing_published_shows_the_days_alone():
    page = pages_of(STORY, Settings())["changes.md"]
    assert "last publi" not in page
    assert page == pages_of(STORY, Settings(), changes=Changes(is_first=False))["changes.md"]


def test_the_file_is_read_as_it_was_written(tmp_path: Path):
    assert read_published(tmp_path) is None
    write_published(tmp_path, replace(NOW, brought=("One.", "Two.")))
    assert read_published(tmp_path) == replace(NOW, brought=("One.", "Two."))
    lines = (tmp_path / "published.json").read_text().splitlines()
    assert sum('"id"' in line for line in lines) == sum(
        len(kind) for kind in (NOW.articles, NOW.people, NOW.organisations, NOW.claims)
    ) + len(NOW.quotes) + len(NOW.events)


BROKEN = ["", "{", "[]", '{"schema": 2}', '{"schema": 1, "articles": [{"id": "a"}]}', "\xff"]


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_that_cannot_be_read_says_what_to_do(tmp_path: Path, text: str):
    (tmp_path / "published.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(SettingsError, match=r"^published\.json: it cannot be read .* remove it"):
        read_published(tmp_path)


def test_hostile_titles_move_no_terminal_and_no_page():
    published = and_one(
        "people", PublishedName(id=EntityId("x"), name=f"\x1b[2J{HOSTILE}", quotes=0)
    )
    changes = changes_since(published, STORY)
    assert not any("\x1b" in line for line in sentences(changes, STORY))
    assert "<script>alert" not in pages_of(STORY, Settings(), changes=changes)["changes.md"]


def test_a_claim_whose_page_leads_to_another_is_joined_with_it():
    story = replace(STORY, redirects=(("claims/old/", "claims/harbour-signed/"),))
    changes = changes_since(and_one("claims", claim("old", "bay_herald")), story)
    assert sentences(changes, story) == (
        "1 claim joined with another: The quay is safe: now The harbour deal was signed.",
    )


PAGE_SAYS = {
    "a_file_of_the_same_bytes_is_renamed": "Renamed: Harbour deal signed in Port Alba Bay Herald, "
    "24 May 2023 Before, its file was seeds/old.txt.",
    "a_removed_article_takes_its_claims_with_it": "Removed: Unnamed outlet "
    "date not stated 1 claim withdrawn The quay is safe",
    "an_article_that_tells_nothing_new": "New: Harbour deal signed in Port Alba Bay Herald, "
    "24 May 2023 Nothing that was not told before.",
    "new_people_in_old_articles": "In articles that did not change 1 new person Tom Okoro",
    "another_speaker": "In what was published before 1 quote with another speaker that the",
}


@pytest.mark.parametrize("name", PAGE_SAYS)
def test_the_page_says_it_with_links(name: str):
    made = pages_of(STORY, Settings(), changes=changes_since(CASES[name][0], STORY))
    assert PAGE_SAYS[name] in Read(source=made["changes.md"]).words


MOVED = [
    pytest.param("[It] moved to Friday", "It was due on Monday and moved to Friday", id="it"),
    pytest.param("[Ana Ruiz] moved it to Friday", "[Ana Ruiz] moved it to Friday", id="a_name"),
]


@pytest.mark.parametrize(("text", "told"), MOVED)
def test_a_claim_about_it_is_told_by_its_sentence(text: str, told: str) -> None:
    first, *others = STORY.claims
    words = "Mr. Okoro left. It was due on Monday and moved to Friday. It rained."
    at = words.index("moved")
    passage = replace(first.statements[0].passage, start=at, end=at + 15, text="moved to Friday")
    records = tuple(
        replace(one, article=replace(one.article, text=words)) if one.id == "bay_herald" else one
        for one in STORY.articles
    )
    statements = (replace(first.statements[0], passage=passage),)
    moved = replace(first, text=text, statements=statements, differences=())
    dossier = replace(STORY, claims=(moved, *others), articles=records)
    kept = next(one for one in snapshot_of(dossier).claims if one.id == first.id)
    assert kept.title == told


@pytest.mark.model
def test_an_event_whose_figure_is_corrected_is_neither_new_nor_gone(tmp_path: Path) -> None:
    new_folder(tmp_path / "story")
    seed = tmp_path / "story" / "seeds" / "a.txt"
    text = "Nine people were injured on 3 March 2025 when a crane fell at the port.\n"
    seed.write_text(text)
    first = resolve_folder(tmp_path / "story")
    write_published(tmp_path / "story", snapshot_of(first.dossier))
    seed.write_text(text.replace("Nine", "Twelve"))
    changes = resolve_folder(tmp_path / "story").changes
    (article,) = changes.articles
    assert [(update.before, update.now) for update in article.news.updated] == [("Nine", "Twelve")]
    assert (article.news.events, changes.ended) == ([], ())
