"""Quotes of a story: ids that last, speakers by the cast, the editor's decisions kept."""

from dataclasses import dataclass, replace

import pytest

from builder.model.article import Passage
from builder.model.entities import Entity, Outlet
from builder.model.findings import Findings, Form, FoundQuote, Reference
from builder.model.ids import ArticleId, EntityId, OutletId
from builder.overrides import Decision, Decisions, Drop, Speaker
from builder.permalinks import Permalinks
from builder.resolve.entities.index import EntityIndex
from builder.resolve.quotes.attribution import quotes_of

RUIZ = EntityId("ana-ruiz")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntities(EntityIndex):
    """A cast that answers from two tables, so that only the quotes are tested here."""

    def at(self, passage: Passage) -> EntityId | None:
        return {"AFP": EntityId("afp"), "Lima": EntityId("lima")}.get(passage.text)

    def who(self, reference: Reference, least: float = 0.55) -> EntityId | None:
        return {"Ruiz": RUIZ, "she": RUIZ}.get(reference.passage.text)


def entity(id_: str, name: str, *aliases: str) -> Entity:
    return Entity(
        id=EntityId(id_),
        kind="person",
        name=name,
        aliases=aliases,
        roles=(),
        mentions=(),
        page=None,
    )


def entities() -> KnownEntities:
    afp = Outlet(
        id=OutletId(EntityId("afp")), name="AFP", aliases=(), kind=None, country=None, url=None,
        articles=(), citations=(), page="outlets/afp/",
    )  # fmt: skip
    return KnownEntities(
        people=(entity("ana-ruiz", "Ana Ruiz", "Ruiz"), entity("roe", "Roe")), outlets=(afp,)
    )


def passage(text: str, start: int = 0) -> Passage:
    return Passage(article=ArticleId("a"), start=start, end=start + len(text), text=text)


def named(text: str) -> Reference:
    return Reference(passage=passage(text), form="name")


def found(text: str, start: int = 0, *, who: str = "Ruiz", group: int | None = None) -> FoundQuote:
    return FoundQuote(
        passage=passage(text, start),
        kind="direct",
        group=group,
        speaker=named(who),
        confidence=0.9,
    )


def resolved(*quotes: FoundQuote, decisions: tuple[Decision, ...] = ()):
    findings = Findings(article=ArticleId("a"), quotes=quotes)
    return quotes_of([findings], entities(), Decisions(decisions), Permalinks())


def test_speaker_is_whom_the_cast_knows() -> None:
    (quote,) = resolved(found("“It is late and we must go,”"))
    assert quote.speaker == RUIZ
    assert quote.id == "q-it-is-late-and-we-must"


@pytest.mark.parametrize(
    ("who", "form", "by", "inferred", "expected"),
    [
        ("Ruiz", "name", 0.75, False, 0.95),
        ("she", "pronoun", 0.95, False, 0.95),
        ("Ruiz", "nominal", 0.95, False, 0.75),
        ("Ruiz", "name", 0.65, False, 0.75),
        ("she", "pronoun", 0.85, True, 0.75),
        ("he", "pronoun", 0.95, False, 0.1),
        ("officials", "nominal", 0.75, False, 0.4),
    ],
)
def test_how_sure_a_speaker_is_depends_on_what_names_them(
    who: str, form: Form, by: float, *, inferred: bool, expected: float
) -> None:
    speaker = Reference(passage=passage(who, 20), form=form)
    (quote,) = resolved(
        replace(found("“It is late,”"), speaker=speaker, confidence=by, speaker_inferred=inferred)
    )
    assert quote.confidence == expected


def test_words_that_nobody_is_said_to_speak_stay_as_unsure_as_they_were() -> None:
    (quote,) = resolved(replace(found("“It is late,”"), speaker=None, confidence=0.1))
    assert quote.confidence == 0.1


def test_speaker_nobody_knows_stays_open_and_is_shown_as_written() -> None:
    (quote,) = resolved(found("“It is late,”", who="a spokesman"))
    assert quote.speaker is None
    assert quote.speaker_mention is not None
    assert quote.speaker_mention.text == "a spokesman"


def test_parts_of_a_split_quote_share_an_id_made_from_the_first() -> None:
    first, second, third = resolved(
        found("“It is late,”", group=0), found("“We go.”", 40, group=0), found("“No.”", 80)
    )
    assert first.group == second.group == f"{first.id}-parts"
    assert third.group is None


def test_outlets_are_told_to_and_relay_but_places_do_not() -> None:
    told = FoundQuote(
        passage=passage("“It is late,”"), kind="direct", told_to=passage("AFP", 30),
        via=passage("Lima", 50), addressee=named("she"), confidence=0.9,
    )  # fmt: skip
    (quote,) = resolved(told)
    assert (quote.told_to, quote.via, quote.addressee) == ("afp", None, RUIZ)


def test_dropped_quote_does_not_appear() -> None:
    drop = Drop(drop="q-it-is-late", why="no quote")
    decisions = Decisions((drop,))
    findings = Findings(article=ArticleId("a"), quotes=(found("“It is late,”"),))
    assert quotes_of([findings], entities(), decisions, Permalinks()) == ()
    assert decisions.unmatched() == ()


@pytest.mark.parametrize(
    "decision",
    [
        Drop(drop="q-we-go", why="no quote"),
        Speaker(speaker="q-we-go", to="Roe", why="heard the tape"),
    ],
    ids=["dropped", "given_another"],
)
def test_a_quote_whose_other_part_is_gone_is_split_no_more(decision: Decision) -> None:
    parts = found("“It is late,”", group=0), found("“We go.”", 40, group=0)
    assert [q.group for q in resolved(*parts, decisions=(decision,)) if q.group] == []


@pytest.mark.parametrize(
    ("to", "expected"),
    [("Roe", "roe"), ("ana-ruiz", "ana-ruiz"), ("Ruiz", "ana-ruiz"), (None, None)],
)
def test_editor_says_who_speaks(to: str | None, expected: str | None) -> None:
    decision = Speaker(speaker="q-it-is-late", to=to, why="heard the tape")
    (quote,) = resolved(found("“It is late,”", who="she"), decisions=(decision,))
    assert quote.speaker == expected
    assert quote.confidence == 1.0


def test_editor_s_unknown_speaker_is_reported_not_guessed() -> None:
    decisions = Decisions((Speaker(speaker="q-it-is-late", to="Nobody Known", why="a slip"),))
    findings = Findings(article=ArticleId("a"), quotes=(found("“It is late,”"),))
    (quote,) = quotes_of([findings], entities(), decisions, Permalinks())
    assert quote.speaker == RUIZ
    assert len(decisions.unmatched()) == 1


def test_ids_survive_a_new_article() -> None:
    first = Permalinks()
    late, go = found("“It is late,”"), found("“We must go now,”", 40)
    before = quotes_of(
        [Findings(article=ArticleId("a"), quotes=(late, go))], entities(), Decisions(), first
    )
    anchors = {
        "quotes": {
            q.id: [f"a: {t}"]
            for q, t in zip(before, ("it is late", "we must go now"), strict=True)
        }
    }
    after = quotes_of(
        [Findings(article=ArticleId("a"), quotes=(found("“Yes,”", 90), late, go))],
        entities(), Decisions(), Permalinks(anchors),
    )  # fmt: skip
    assert [q.id for q in after[1:]] == [q.id for q in before]
