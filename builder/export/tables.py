"""The dossier as tables: quotes, claims, people, events and differences, one row each.

In: a dossier. Out: tables. Names stand for ids, for people read tables; several in one
cell are parted by "; ". Deliberately missed: what `dossier.json` alone has room for, such as every
wording of a claim.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from builder import links
from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Entity
from builder.model.events import Event
from builder.model.ids import ArticleId, EntityId
from builder.model.quotes import Quote
from builder.model.records import ArticleRecord

Row = tuple[str, ...]
_TOLD_IN = ("article", "outlet", "published", "url")
_QUOTES = (
    "id", "text", "kind", "speaker", "speaker_as_written", "addressee", "told_to", "via",
    "confidence", "utterance", *_TOLD_IN, "page",
)  # fmt: skip
_CLAIMS = (
    "id", "text", "independent_sources", "articles", "outlets", "people", "differs_on",
    "first_published", "verdict", "note", "page",
)  # fmt: skip
_PEOPLE = ("id", "name", "aliases", "role", "mentions", "articles", "quotes", "page")
_EVENTS = (
    "id", "date", "bound", "status", "text", "people", "places", "outlets", "other_dates", "page",
)  # fmt: skip
_DIFFERENCES = ("claim", "claim_text", "kind", "value", "passage", *_TOLD_IN, "page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its name, its columns, and its rows, to be taken once."""

    name: str
    columns: Row
    rows: Iterable[Row]


def tables_of(dossier: Dossier) -> Iterator[Table]:
    """The tables of the dossier."""
    story = _story_of(dossier)
    said_by = Counter(quote.speaker for quote in dossier.quotes)
    quotes = (_quote(one, story) for one in dossier.quotes)
    claims = (_claim(one, story) for one in dossier.claims)
    people = (_person(one, said_by[one.id]) for one in dossier.people)
    events = (_event(one, story) for one in dossier.events)
    differences = _differences(dossier.claims, story)
    yield Table(name="quotes", columns=_QUOTES, rows=quotes)
    yield Table(name="claims", columns=_CLAIMS, rows=claims)
    yield Table(name="people", columns=_PEOPLE, rows=people)
    yield Table(name="events", columns=_EVENTS, rows=events)
    yield Table(name="differences", columns=_DIFFERENCES, rows=differences)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    articles: Mapping[ArticleId, ArticleRecord]
    names: Mapping[EntityId, str]

    def named(self, *ids: EntityId | None) -> str:
        return "; ".join(self.names.get(id_, id_) for id_ in ids if id_)

    def outlets(self, passages: Iterable[Passage]) -> str:
        articles = dict.fromkeys(passage.article for passage in passages)
        return self.named(*dict.fromkeys(self.articles[id_].outlet for id_ in articles))

    def told_in(self, passage: Passage) -> Row:
        """What `_TOLD_IN` names, and the passage's place on the article's page."""
        record = self.articles[passage.article]
        page = f"{record.page}#{links.passage_anchor(passage.start, passage.end)}"
        url = links.web_url(record.article.metadata.url)
        return (record.id, self.named(record.outlet), _day(record.published), url or "", page)


def _story_of(dossier: Dossier) -> _Story:
    named = (*dossier.people, *dossier.organisations, *dossier.places)
    outlets: dict[EntityId, str] = {outlet.id: outlet.name for outlet in dossier.outlets}
    return _Story(
        articles={record.id: record for record in dossier.articles},
        names={one.id: one.name for one in named} | outlets,
    )


def _quote(quote: Quote, story: _Story) -> Row:
    return (
        quote.id, quote.passage.text, quote.kind, story.named(quote.speaker),
        quote.speaker_mention.text if quote.speaker_mention else "",
        story.named(quote.addressee), story.named(quote.told_to), story.named(quote.via),
        f"{quote.confidence:.2f}", quote.utterance or "", *story.told_in(quote.passage),
    )  # fmt: skip


def _claim(claim: Claim, story: _Story) -> Row:
    passages = [statement.passage for statement in claim.statements]
    articles = {passage.article for passage in passages}
    days = [day for id_ in articles if (day := story.articles[id_].published)]
    return (
        claim.id, claim.text, str(claim.independent_sources), str(len(articles)),
        story.outlets(passages), story.named(*claim.people),
        "; ".join(dict.fromkeys(difference.kind for difference in claim.differences)),
        _day(min(days, default=None)), claim.verdict.text if claim.verdict else "",
        claim.note or "", claim.page or "",
    )  # fmt: skip


def _person(person: Entity, quotes: int) -> Row:
    role = person.role or (person.roles[0].text if person.roles else "")
    articles = {mention.article for mention in person.mentions}
    return (
        person.id, person.name, "; ".join(person.aliases), role, str(len(person.mentions)),
        str(len(articles)), str(quotes), person.page or "",
    )  # fmt: skip


def _event(event: Event, story: _Story) -> Row:
    others = (conflict.date for conflict in event.conflicts if conflict.date != event.date)
    return (
        event.id, event.point or "", event.bound or "", event.status, event.text,
        story.named(*event.people), story.named(*event.places),
        story.outlets(telling.passage for telling in event.passages), "; ".join(others),
        f"timeline/#{links.anchor('event', event.id)}",
    )  # fmt: skip


def _differences(claims: Iterable[Claim], story: _Story) -> Iterator[Row]:
    """One row for each value and statement that gives it."""
    for claim in claims:
        for difference in claim.differences:
            for given in difference.values:
                for at in given.statements:
                    passage = claim.statements[at].passage
                    told_in = story.told_in(passage)
                    yield (claim.id, claim.text, difference.kind, given.value, passage.text,
                           *told_in[:-1], claim.page or told_in[-1])  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
