"""Changes in words: counted, each with what it speaks of and where that stands.

In: what changed, as ids, and the dossier. Out: words and addresses for the page, and lines of
plain text for the feed and the command. A line from an article cannot move the terminal: control
characters are taken out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder import links
from builder.changes import ArticleChange, ArticleChangeKind, Changes, Doubt, Merged, News, Redated
from builder.changes.wording import words_of
from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.dossier import Dossier
from builder.model.entities import Entity, Outlet
from builder.model.events import Event
from builder.model.ids import ArticleId, ClaimId, EntityId, EventId, QuoteId
from builder.model.quotes import Quote
from builder.render.page_links import address_of
from builder.render.pages.claim import value_words
from builder.render.pages.claims import DIFFER_ON
from builder.render.parts.dates import day_words, when
from builder.render.phrases import counted, listed, shortened, titled
from builder.text.one_line import clean

_LONGEST = 90  # characters of a claim or quote
_NAMED = 3  # items named in a line of text; the page has the rest
CAME: Mapping[ArticleChangeKind, str] = {
    "added": "New", "changed": "Changed", "renamed": "Renamed", "removed": "Removed",
}  # fmt: skip
_MOST_ARTICLES = 20
_NO_NEWS = "nothing that was not told before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What changed, and where it stands; nowhere, where it is gone."""

    text: str
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Changes of one kind: how many, and which."""

    words: str
    items: tuple[Item, ...]
    is_news: bool = False
    """Whether a line of text names what it is, not only how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """What the ids of changes stand for."""

    entities: Mapping[EntityId, Entity | Outlet]
    claims: Mapping[ClaimId, Claim]
    quotes: Mapping[QuoteId, Quote]
    events: Mapping[EventId, Event]
    pages: Mapping[ArticleId, str]
    texts: Mapping[ArticleId, str]

    def brought(self, news: News) -> Iterator[Told]:
        """New people, claims and contradictions: what an article was the first to have."""
        yield from _told("new person", (self._entity(id_) for id_ in news.people))
        yield from _told("new claim", (self._claim(id_) for id_ in news.claims))
        yield from _told("contradiction", self._contradictions(news), is_news=True)

    def all_of(self, news: News) -> Iterator[Told]:
        """All that an article brought, and what went with it."""
        yield from _told("new person", (self._entity(id_) for id_ in news.people))
        yield from _told("new organisation", (self._entity(id_) for id_ in news.organisations))
        yield from _told("new claim", (self._claim(id_) for id_ in news.claims))
        confirmed = (self._claim(id_) for id_ in news.confirmed)
        yield from _told("claim", confirmed, "confirmed")
        contradictions = self._contradictions(news)
        yield from _told("contradiction", contradictions, is_news=True)
        updated = (self._claim(one.claim, f"{one.before} → {one.now}") for one in news.updated)
        yield from _told("claim", updated, "updated", is_news=True)
        yield from _told("new event", (self._event(id_) for id_ in news.events))
        gone = (Item(text=titled(title)) for title in news.withdrawn)
        yield from _told("claim", gone, "withdrawn", is_news=True)

    def apart(self, changes: Changes) -> Iterator[Told]:
        """What changed in people, claims and quotes that were published."""
        renamed = (self._entity(one.id, f"was {one.was}") for one in changes.renamed)
        yield from _told("name", renamed, "changed", is_news=True)
        names = (self._joined(one) for one in changes.merged if one.into not in self.claims)
        yield from _told("name", names, "taken for another", is_news=True)
        claims = (self._joined(one) for one in changes.merged if one.into in self.claims)
        yield from _told("claim", claims, "joined with another", is_news=True)
        gone = (Item(text=name) for name in changes.gone)
        yield from _told("name", gone, "in no article any more", is_news=True)
        moved = (self._doubt(doubt) for doubt in changes.doubts if doubt.speaker_was)
        yield from _told("quote", moved, "with another speaker", is_news=True)
        doubts = (self._doubt(doubt) for doubt in changes.doubts if not doubt.speaker_was)
        yield from _told("quote", doubts, "less sure than before", is_news=True)
        weakened = (
            self._claim(one.claim, f"{one.before} before, {one.now} now")
            for one in changes.weakened
        )
        yield from _told("claim", weakened, "with fewer independent sources", is_news=True)
        settled = (self._claim(id_) for id_ in changes.settled)
        yield from _told("claim", settled, "no longer told in two ways", is_news=True)
        redated = (self._redated(one) for one in changes.redated)
        yield from _told("event", redated, "with another date", is_news=True)
        ended = (Item(text=title) for title in changes.ended)
        yield from _told("event", ended, "not on the timeline any more", is_news=True)

    def lines(self, changes: Changes, most: int, *, files: bool) -> Iterator[str]:
        """All changes as lines of text; of articles not more than `most`.

        `files` are named for maintainers; for readers an article is its outlet and day.
        """
        for change in changes.articles[:most]:
            yield _sentence(self._line(change, files=files))
        more = len(changes.articles) - most
        if more > 0:
            yield f"And {counted(more, 'more article')}."
        if changes.elsewhere:
            news = _in_words(self.all_of(changes.elsewhere))
            yield _sentence(f"In articles that did not change: {news}")
        for told in self.apart(changes):
            yield _sentence(_in_words([told]))

    def _line(self, change: ArticleChange, *, files: bool) -> str:
        where = [change.outlet, day_words(change.published) if change.published else None]
        known = ", ".join(word for word in where if word)
        article = change.file + (f" ({known})" if known else "")
        line = f"{CAME[change.kind]}: {article if files or not known else known}"
        line += f", was {change.was}" if change.was else ""
        news = _in_words(self.all_of(change.news))
        return line if change.kind == "renamed" else f"{line}: {news or _NO_NEWS}"

    def _contradictions(self, news: News) -> Iterator[Item]:
        for one in news.contradicted:
            values = " against ".join(value_words(it, one.kind) for it in (one.before, one.now))
            yield self._claim(one.claim, f"{DIFFER_ON[one.kind]}: {values}")

    def _entity(self, id_: EntityId, note: str = "") -> Item:
        found = self.entities[id_]
        return Item(text=_noted(found.name, note), address=address_of(found))

    def _claim(self, id_: ClaimId, note: str = "") -> Item:
        claim = self.claims[id_]
        address = claim.page or self._address(claim.statements[0].passage)
        return Item(
            text=_noted(titled(shortened(words_of(claim, self.texts), _LONGEST)), note),
            address=address,
        )

    def _event(self, id_: EventId, note: str = "") -> Item:
        text = _noted(shortened(self.events[id_].text, _LONGEST), note)
        return Item(text=text, address=f"timeline/#{links.anchor('event', id_)}")

    def _redated(self, one: Redated) -> Item:
        dates = when(one.was), when(self.events[one.event].date)
        was, now = (found.words if found else "no date" for found in dates)
        return self._event(one.event, f"{now}, was {was}")

    def _joined(self, one: Merged) -> Item:
        is_claim = one.into in self.claims
        into = self._claim(ClaimId(one.into)) if is_claim else self._entity(EntityId(one.into))
        return Item(text=f"{one.was}: now {into.text}", address=into.address)

    def _doubt(self, doubt: Doubt) -> Item:
        quote = self.quotes[doubt.quote]
        now = self.entities[quote.speaker].name if quote.speaker else "nobody"
        note = f"{now}: {quote.confidence:.2f}, was {doubt.confidence_was:.2f}"
        if doubt.speaker_was is not None:
            note = f"said by {now}, before by {doubt.speaker_was}"
        text = _noted(shortened(quote.passage.text, _LONGEST), note)
        return Item(text=text, address=self._address(quote.passage))

    def _address(self, passage: Passage) -> str:
        anchor = links.passage_anchor(passage.start, passage.end)
        return f"{self.pages[passage.article]}#{anchor}"


def sentences(changes: Changes, dossier: Dossier) -> tuple[str, ...]:
    """All that changed, for the feed; of the last publication where nothing did since."""
    if not changes:
        return changes.last
    return tuple(change_words(dossier).lines(changes, _MOST_ARTICLES, files=False))


def change_words(dossier: Dossier) -> ChangeWords:
    """The words for changes of this dossier."""
    entities: list[Entity | Outlet] = [*dossier.people, *dossier.organisations]
    entities += [*dossier.places, *dossier.outlets]
    return ChangeWords(
        entities={found.id: found for found in entities},
        claims={claim.id: claim for claim in dossier.claims},
        quotes={quote.id: quote for quote in dossier.quotes},
        events={event.id: event for event in dossier.events},
        pages={record.id: record.page for record in dossier.articles},
        texts={record.id: record.article.text for record in dossier.articles},
    )


def _sentence(text: str) -> str:
    text = clean(text)
    return text if text.endswith((".", "…")) else f"{text}."


def _noted(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


def _told(noun: str, items: Iterable[Item], how: str = "", *, is_news: bool = False) -> list[Told]:
    found = tuple(items)
    words = " ".join(word for word in (counted(len(found), noun), how) if word)
    return [Told(words=words, items=found, is_news=is_news)] if found else []


def _in_words(all_: Iterable[Told]) -> str:
    """`3 new people, 1 contradiction: Fourteen were hurt (the number: 14 against 17)`."""
    told = list(all_)
    plain = [one.words for one in told if not one.is_news]
    news = [f"{one.words}: {_first_of(one.items)}" for one in told if one.is_news]
    parts = [listed(plain), *news] if plain else news
    return "; ".join(parts)


def _first_of(items: Sequence[Item]) -> str:
    names = [item.text for item in items[:_NAMED]]
    more = len(items) - _NAMED
    return ", ".join([*names, f"and {more} more"] if more > 0 else names)
