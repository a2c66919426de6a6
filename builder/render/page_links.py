"""One page's view of the others: links, evidence and linked names, as seen from its address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from builder import links
from builder.model.article import Passage
from builder.model.claims import Claim
from builder.model.entities import Entity, Outlet
from builder.model.events import Event
from builder.model.ids import ArticleId, EntityId
from builder.render.escape import escape_url
from builder.render.index import DossierIndex
from builder.render.parts.article_labels import UNNAMED
from builder.render.parts.dates import When, day
from builder.render.parts.quote_groups import Saying
from builder.render.phrases import counted, listed, shortened, titled

SECTION_OF = {"person": "people", "organisation": "organisations", "place": "places"}
_NAMES = 2  # articles named on a chip; more are counted
_CHIPS = 8  # sources named under a claim in a list; its page has all
_LONGEST_NAME = 40  # characters of a name on a chip
CONTEXT = 80  # characters: more than the few words around a name that a fragment takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; without `url` they are words."""

    text: str
    url: Markup | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The line under a fact: outlet, day, the sentence."""

    label: str
    """The article's name: its outlet where one is stated."""
    title: str
    """The article's headline; empty where none is stated."""
    outlet: str
    """The outlet's name; empty where none is stated."""
    stated: bool
    """Whether the article's outlet is known, or the label says that it is not."""
    day: When | None
    dated: bool
    """Whether the label tells the day already."""
    passage: Markup
    """The passage on our article page."""
    original: Markup | None
    """The sentence in the original; `None` where the article has no address to follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """An independent source: the outlet, or how many of the articles come from one report."""

    text: str
    is_line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLinks:
    """The other pages as seen from the page at `address`."""

    story: DossierIndex
    address: str

    def to(self, address: str) -> Markup:
        """The link to an address of the site."""
        return escape_url(self.path(address))

    def path(self, address: str) -> str:
        """The same, unescaped, for data."""
        return links.relative(self.address, address)

    def entity(self, id_: EntityId, text: str | None = None) -> Link:
        """A person, organisation, place or outlet; one without a page leads to its list."""
        found = self.story.entities.get(id_) or self.story.outlets.get(id_)
        if found is None:
            return Link(text=text or id_)
        return Link(text=text or found.name, url=self.to(address_of(found)))

    def article(self, id_: ArticleId, text: str | None = None) -> Link:
        """An article, under its label."""
        page = self.story.articles[id_].page
        return Link(text=text or self.story.labels[id_], url=self.to(page))

    def passage(self, passage: Passage) -> Markup:
        """A passage on our article page."""
        return self.to(self.passage_address(passage))

    def passage_address(self, passage: Passage) -> str:
        """The address of a passage."""
        page = self.story.articles[passage.article].page
        return f"{page}#{links.passage_anchor(passage.start, passage.end)}"

    def claim(self, claim: Claim, text: str | None = None) -> Link:
        """A claim; one without a page leads to its first statement."""
        passage = claim.statements[0].passage
        address = claim.page or self.passage_address(passage)
        return Link(text=text or titled(claim.text), url=self.to(address))

    def event(self, event: Event) -> Markup:
        """An event on the timeline."""
        return self.to(f"timeline/#{links.anchor('event', event.id)}")

    def saying(self, saying: Saying) -> Markup:
        """The place where all wordings of a saying stand."""
        return self.to(self.saying_address(saying))

    def saying_address(self, saying: Saying) -> str:
        """The address of a saying: on its speaker's page, else on its central article's."""
        owner = self.story.entities.get(saying.speaker) if saying.speaker else None
        outlet = self.story.outlets.get(saying.speaker) if saying.speaker else None
        page = (owner.page if owner else None) or (outlet.page if outlet else None)
        if page:
            return f"{page}#{links.anchor('said', saying.id)}"
        return self.passage_address(saying.central.passages[0])

    def evidence(self, passage: Passage) -> Evidence:
        """The line that leads from a fact to its sentence."""
        record = self.story.articles[passage.article]
        label, published = self.story.labels[record.id], day(record.published)
        outlet = self.story.outlets.get(record.outlet) if record.outlet else None
        return Evidence(
            label=label,
            title=record.title or "",
            outlet=outlet.name if outlet else "",
            stated=record.outlet is not None or label.startswith(UNNAMED),
            day=published,
            dated=published is not None and f", {published.short}" in label,
            passage=self.passage(passage),
            original=self.original(passage),
        )

    def proofs(self, passages: Iterable[Passage]) -> tuple[Evidence, ...]:
        """One line for each article, to the first of its passages."""
        first: dict[ArticleId, Passage] = {}
        for passage in sorted(passages):
            first.setdefault(passage.article, passage)
        return tuple(self.evidence(passage) for passage in first.values())

    def original(self, passage: Passage) -> Markup | None:
        """The passage in the original, where its address is known and can be followed."""
        article = self.story.articles[passage.article].article
        url = links.web_url(article.metadata.url)
        if url is None:
            return None
        before = article.meant(max(passage.start - CONTEXT, 0), passage.start)
        after = article.meant(passage.end, passage.end + CONTEXT)
        fragment = links.text_fragment(
            url,
            self.wording(passage),
            before=before.rpartition("\n")[2],
            after=after.partition("\n")[0],
        )
        return escape_url(fragment)

    def runs(self, passage: Passage) -> tuple[Link, ...]:
        """The passage as it is meant to be read, with the names in it as links."""
        names = self.story.names.get(passage.article)
        runs, at = [], passage.start
        for mention, named in names.inside(passage) if names else ():
            name = self._meant(passage, mention.start, mention.end)
            runs += [Link(text=self._meant(passage, at, mention.start)), self.entity(named, name)]
            at = mention.end
        runs.append(Link(text=self._meant(passage, at, passage.end)))
        return tuple(run for run in runs if run.text)

    def _meant(self, passage: Passage, start: int, end: int) -> str:
        """A part of the passage; as it is where it was given another capital to begin with."""
        article = self.story.articles[passage.article].article
        part = passage.text[start - passage.start : end - passage.start]
        return article.meant(start, end) if part == article.text[start:end] else part

    def wording(self, passage: Passage) -> str:
        """The words of a passage as they are meant: "&amp;" is "&", Markdown signs are nothing."""
        return self.story.articles[passage.article].article.wording(passage.start, passage.end)

    def line(self, article: ArticleId) -> str:
        """The report that an article comes from, in words; empty where it stands alone."""
        lineage = self.story.lineages.get(article)
        if lineage is None:
            return ""
        source = self.story.outlets.get(lineage.source) if lineage.source else None
        report = f"from {source.name}" if source else "from a shared report"
        return f"probably {report}" if lineage.inferred else report

    def chips(self, sources: Iterable[Sequence[ArticleId]]) -> tuple[Chip, ...]:
        """A chip for each independent source that is counted; of many, the first few."""
        found = tuple(self._chip(articles) for articles in sources)
        more = len(found) - _CHIPS
        return found if more < 2 else (*found[:_CHIPS], Chip(text=f"{more} more", is_line=False))  # noqa: PLR2004

    def _chip(self, articles: Sequence[ArticleId]) -> Chip:
        """`Daily Alba`, `3 articles from Coast Wire`, `2 articles in Daily Alba`."""
        story, number = self.story, counted(len(articles), "article")
        line = self.line(articles[0])
        publishers = list(dict.fromkeys(self._publisher(article) for article in articles))
        if len({story.line_of(article) for article in articles}) > 1:
            more = len(publishers) - _NAMES
            named = [shortened(name, _LONGEST_NAME) for name in publishers[:_NAMES]]
            named += [f"{more} more"] if more > 0 else []
            return Chip(text=f"as one: {listed(named)}", is_line=True)
        if len(articles) > 1:
            return Chip(text=f"{number} {line or f'in {publishers[0]}'}", is_line=True)
        return Chip(text=shortened(publishers[0], _LONGEST_NAME), is_line=False)

    def _publisher(self, article: ArticleId) -> str:
        """Who published an article; what it is called, where nobody stated that."""
        name = self.story.publishers[article]
        return self.story.labels[article] if name == UNNAMED else name

    def reach(self, articles: Sequence[ArticleId]) -> str:
        """How many articles have a quote: `4 articles, 2 independent reports`."""
        reports = self.story.sources(articles)
        return f"{counted(len(articles), 'article')}, {counted(reports, 'independent report')}"


def address_of(found: Entity | Outlet) -> str:
    """Where an entity stands: its page, else its line in the list of its kind."""
    if found.page:
        return found.page
    section = SECTION_OF[found.kind] if isinstance(found, Entity) else "outlets"
    return f"{section}/#{links.anchor('name', found.id)}"
