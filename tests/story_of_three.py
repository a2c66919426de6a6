"""A small invented story, resolved by hand: what the pages' tests are made from.

Three articles: two of them descend from one wire report, the third states neither outlet, day nor
address. Two people share a surname, one utterance stands in two translations, one claim has two
numbers, and hostile strings stand wherever a text can.
"""

from dataclasses import replace
from datetime import date

from builder.links import page_address
from builder.model.article import Article, Metadata, Passage
from builder.model.claims import Claim, Difference, DifferenceValue, Statement, Verdict
from builder.model.dossier import Dossier, Relation
from builder.model.entities import Ambiguous, Citation, Entity, Outlet
from builder.model.events import Conflict, Event, EventPassage, Timex
from builder.model.ids import (
    ArticleId,
    ClaimId,
    EntityId,
    EventId,
    LineageId,
    OutletId,
    QuoteId,
    UtteranceId,
)
from builder.model.quotes import Quote, Utterance
from builder.model.records import ArticleRecord, Credit, Lineage

HOSTILE = (
    "<script>alert(1)</script> **bold** _em_ `code` [link](javascript:alert(2)) "
    '{: onmouseover="alert(3)" #id } {{ config }} {% raw %} ![x](y) --8<-- "mkdocs.yml" \\* '
    "&amp; &#60;b&#62; | a | b | ~~del~~ ==mark== ^sup^ $x$ :smile: @user <user@example.org> "
    "http://evil.example/ ++ins++ --- *[HTML]: x"
)
TEXTS = {
    "bay_herald": (
        "Harbour deal signed in Port Alba\n\n"
        "Transport Minister Ana Ruiz signed the harbour deal on Tuesday. "
        "“The harbour will bring illegitimate burdens to nobody,” Ruiz told Tom Okoro. "
        "The harbour will cost 40 million dollars, Coast Wire reported.\n\n"
        "Carla Ruiz is due to visit the site on Friday.\n"
    ),
    "daily_alba": (
        "Minister signs\n\n"
        "Ana Ruiz signed the harbour deal on Wednesday. "
        "“The harbour will bring sensational burdens to nobody,” Ms Ruiz said. "
        "The harbour will cost 45 million dollars. "
        f"A reader wrote: {HOSTILE}.\n"
    ),
    "003_unsigned": (
        "The harbour deal was signed by ministers. "
        "Okoro said that the harbour would bring burdens. Ruiz left early. "
        "Work on the harbour began in February 2022.\n"
    ),
}
METADATA = {
    "bay_herald": Metadata(
        title="Harbour deal signed in Port Alba",
        outlet="Bay Herald",
        url="https://bay-herald.example/harbour?id=1&x=a_b",
        published=date(2023, 5, 24),
        authors=("Lee Stone",),
        added=date(2023, 6, 1),
    ),
    "daily_alba": Metadata(
        title=f"Minister signs {HOSTILE}",
        outlet="Daily Alba",
        url="javascript:alert(9)",
        published=date(2023, 5, 25),
        rights=HOSTILE,
        notes=HOSTILE,
    ),
    "003_unsigned": Metadata(),
}
ANA, CARLA, TOM = EntityId("ana-ruiz"), EntityId("carla-ruiz"), EntityId("tom-okoro")
ALBA, PORT = EntityId("port-alba"), EntityId("harbour-board")
HERALD, DAILY, WIRE = OutletId("bay-herald"), OutletId("daily-alba"), OutletId("coast-wire")
BAY, DAY, UNSIGNED = ArticleId("bay_herald"), ArticleId("daily_alba"), ArticleId("003_unsigned")


def article(id_: ArticleId) -> Article:
    return Article(
        id=id_, file=f"seeds/{id_}.txt", text=TEXTS[id_], sha256="0" * 64, metadata=METADATA[id_]
    )


def find(id_: ArticleId, text: str, *, nth: int = 0) -> Passage:
    """The nth place in the article where the text stands."""
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[id_].index(text, start + 1)
    return article(id_).passage(start, start + len(text))


def person(
    id_: EntityId, name: str, *mentions: Passage, roles: tuple[Passage, ...] = ()
) -> Entity:
    return Entity(
        id=id_,
        kind="person",
        name=name,
        aliases=(),
        roles=roles,
        mentions=mentions,
        page=page_address("people", id_),
    )


def quote(id_: str, passage: Passage, speaker: EntityId | None, **more: object) -> Quote:
    plain = Quote(
        id=QuoteId(id_),
        passage=passage,
        kind="direct",
        group=None,
        pieces=(),
        cue=None,
        speaker=speaker,
        speaker_mention=None,
        speaker_inferred=False,
        addressee=None,
        told_to=None,
        via=None,
        utterance=None,
        confidence=0.9,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def statement(
    passage: Passage, by: EntityId | None = None, via: OutletId | None = None
) -> Statement:
    return Statement(passage=passage, attributed_to=by, via=via, score=0.8, reasons=("number",))


def record(id_: ArticleId, outlet: OutletId | None, *credits_: Credit) -> ArticleRecord:
    metadata = METADATA[id_]
    return ArticleRecord(
        article=article(id_),
        title=metadata.title,
        outlet=outlet,
        published=metadata.published,
        authors=metadata.authors,
        credits=credits_,
        lineage=None,
        words=len(TEXTS[id_].split()),
        page=page_address("articles", id_),
    )


def outlet(
    id_: OutletId, name: str, *articles: ArticleId, cited: tuple[Citation, ...] = ()
) -> Outlet:
    return Outlet(
        id=id_,
        name=name,
        aliases=(),
        kind="newspaper" if articles else "news agency",
        country=None,
        url="https://example.org/",
        articles=articles,
        citations=cited,
        page=page_address("outlets", id_),
    )


def event(id_: str, day: str | None, *passages: Passage, **more: object) -> Event:
    plain = Event(
        id=EventId(id_),
        date=day,
        status="past",
        text=passages[0].text,
        people=(),
        places=(),
        claims=(),
        passages=tuple(EventPassage(passage=found, timex=None) for found in passages),
        conflicts=(),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def _people() -> tuple[Entity, ...]:
    role = find(BAY, "Transport Minister")
    return (
        person(
            ANA,
            "Ana Ruiz",
            find(BAY, "Ana Ruiz"),
            find(BAY, "Ruiz", nth=1),
            find(DAY, "Ana Ruiz"),
            find(DAY, "Ruiz", nth=1),
            roles=(role,),
        ),
        person(CARLA, "Carla Ruiz", find(BAY, "Carla Ruiz")),
        replace(
            person(TOM, "Tom Okoro", find(BAY, "Tom Okoro"), find(UNSIGNED, "Okoro")),
            aliases=("T. <b>Okoro</b>",),
        ),
        replace(
            person(EntityId("mallory"), HOSTILE, find(DAY, "A reader")),
            page=None,
            note=HOSTILE,
            roles=(find(DAY, HOSTILE),),
        ),
    )


def _quotes() -> tuple[Quote, ...]:
    shared = UtteranceId("the-harbour-will-bring")
    return (
        quote(
            "q-herald",
            find(BAY, "“The harbour will bring illegitimate burdens to nobody,”"),
            ANA,
            addressee=TOM,
            via=WIRE,
            utterance=shared,
        ),
        quote(
            "q-daily",
            find(DAY, "“The harbour will bring sensational burdens to nobody,”"),
            ANA,
            utterance=shared,
            speaker_inferred=True,
            confidence=0.4,
        ),
        quote(
            "q-okoro",
            find(UNSIGNED, "that the harbour would bring burdens"),
            TOM,
            kind="indirect",
            confidence=0.3,
        ),
        quote(
            "q-reader",
            find(DAY, HOSTILE),
            None,
            speaker_mention=find(DAY, "A reader"),
            speaker_candidates=(ANA, CARLA),
        ),
    )


def _claims() -> tuple[Claim, ...]:
    cost = (
        find(BAY, "The harbour will cost 40 million dollars"),
        find(DAY, "The harbour will cost 45 million dollars"),
    )
    signed = (
        find(BAY, "Transport Minister Ana Ruiz signed the harbour deal on Tuesday"),
        find(DAY, "Ana Ruiz signed the harbour deal on Wednesday"),
        find(UNSIGNED, "The harbour deal was signed by ministers"),
    )
    return (
        Claim(
            id=ClaimId("harbour-cost"),
            text=cost[0].text,
            statements=(statement(cost[0], via=WIRE), statement(cost[1])),
            outlets=(HERALD, DAILY),
            sources=((BAY, DAY),),
            differences=(_difference("number", "40 million dollars", "45 million dollars"),),
            people=(),
            page=page_address("claims", "harbour-cost"),
            note=HOSTILE,
            verdict=Verdict(text=f"False {HOSTILE}", url="https://check.example/harbour"),
        ),
        Claim(
            id=ClaimId("harbour-signed"),
            text="The harbour deal was signed",
            statements=tuple(statement(found) for found in signed),
            outlets=(HERALD, DAILY),
            sources=((BAY, DAY), (UNSIGNED,)),
            differences=(
                _difference("date", "2023-05-23", "2023-05-24"),
                _difference("who", "Ana Ruiz", "ministers", second=2),
            ),
            people=(ANA,),
            page=page_address("claims", "harbour-signed"),
        ),
        Claim(
            id=ClaimId("hostile"),
            text=HOSTILE,
            statements=(statement(find(DAY, HOSTILE), TOM),),
            outlets=(DAILY,),
            sources=((DAY,),),
            differences=(),
            people=(),
            page=page_address("claims", "hostile"),
        ),
        Claim(
            id=ClaimId("left-early"),
            text="Ruiz left early",
            statements=(statement(find(UNSIGNED, "Ruiz left early")),),
            outlets=(),
            sources=((UNSIGNED,),),
            differences=(),
            people=(),
            page=None,
        ),
    )


def _difference(kind: str, first: str, other: str, *, second: int = 1) -> Difference:
    return Difference(
        kind=kind,  # type: ignore[arg-type]
        values=(
            DifferenceValue(value=first, statements=(0,)),
            DifferenceValue(value=other, statements=(second,)),
        ),
    )


def _events() -> tuple[Event, ...]:
    visit = find(BAY, "Carla Ruiz is due to visit the site on Friday")
    friday = Timex(passage=find(BAY, "Friday"), type="DATE", value="2023-05-26")
    return (
        event(
            "works-begin", "2022-02", find(UNSIGNED, "Work on the harbour began in February 2022")
        ),
        event(
            "signing",
            "2023-05-23",
            find(BAY, "Ana Ruiz signed the harbour deal on Tuesday"),
            find(DAY, "Ana Ruiz signed the harbour deal on Wednesday"),
            people=(ANA,),
            places=(ALBA,),
            claims=(ClaimId("harbour-signed"),),
            conflicts=(Conflict(date="2023-05-24", passages=(1,)),),
        ),
        event(
            "visit",
            "2023-05-26",
            visit,
            people=(CARLA,),
            status="planned",
            passages=(EventPassage(passage=visit, timex=friday),),
        ),
        event("early", None, find(UNSIGNED, "Ruiz left early")),
        event("hostile-event", "2023-05-15/2023-05-21", find(DAY, HOSTILE)),
    )


def three() -> Dossier:
    """The dossier of the whole story."""
    wire = find(BAY, "Coast Wire")
    line = LineageId("line-coast-wire")
    records = (
        replace(record(UNSIGNED, None)),
        replace(
            record(BAY, HERALD, Credit(outlet=WIRE, passage=wire, inferred=True)), lineage=line
        ),
        replace(record(DAY, DAILY), lineage=line),
    )
    shared = UtteranceId("the-harbour-will-bring")
    return Dossier(
        title=f"The harbour of Port Alba {HOSTILE}",
        summary=None,
        articles=records,
        lineages=(
            Lineage(
                id=line,
                articles=(BAY, DAY),
                source=WIRE,
                inferred=True,
                evidence=f"3 of 4 sentences in order {HOSTILE}",
            ),
        ),
        people=_people(),
        organisations=(
            Entity(
                id=PORT,
                kind="organisation",
                name="Harbour Board",
                aliases=(),
                roles=(),
                mentions=(find(UNSIGNED, "The harbour"),),
                page=page_address("organisations", PORT),
            ),
        ),
        places=(
            Entity(
                id=ALBA,
                kind="place",
                name="Port Alba",
                aliases=(),
                roles=(),
                mentions=(find(BAY, "Port Alba"),),
                page=page_address("places", ALBA),
                note="a port",
            ),
        ),
        outlets=(
            outlet(HERALD, "Bay Herald", BAY),
            outlet(WIRE, "Coast Wire", cited=(Citation(passage=wire, kind="relayed by"),)),
            outlet(DAILY, "Daily Alba", DAY),
        ),
        ambiguous=(
            Ambiguous(passage=find(UNSIGNED, "Ruiz"), candidates=(ANA, CARLA)),
            Ambiguous(passage=find(DAY, "A reader"), candidates=()),
        ),
        quotes=_quotes(),
        utterances=(
            Utterance(id=shared, quotes=(QuoteId("q-herald"), QuoteId("q-daily")), speaker=ANA),
        ),
        claims=_claims(),
        events=_events(),
        relations=(
            Relation(
                source=ANA,
                target=TOM,
                kind="spoke to",
                passages=(find(BAY, "Ruiz told Tom Okoro"),),
            ),
            Relation(source=TOM, target=ANA, kind="met", passages=(find(UNSIGNED, "Okoro said"),)),
        ),
        times=(),
        redirects=(
            ("people/old-ruiz/", "people/ana-ruiz/"),
            ("claims/gone/", "claims/"),
            ("people/ana-ruiz/", "people/carla-ruiz/"),
        ),
    )


def empty() -> Dossier:
    """A dossier of nothing at all."""
    return Dossier(
        title="Nothing yet",
        summary=None,
        articles=(),
        lineages=(),
        people=(),
        organisations=(),
        places=(),
        outlets=(),
        ambiguous=(),
        quotes=(),
        utterances=(),
        claims=(),
        events=(),
        relations=(),
        times=(),
    )
