"""The page of an outlet: what it published, takes from others, has alone, or has its own way."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from builder import links
from builder.model.article import Passage
from builder.model.claims import Claim, Difference
from builder.model.entities import Outlet
from builder.model.ids import OutletId
from builder.render.escape import escape_url
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Evidence, Link, PageLinks
from builder.render.pages.articles import Published, published
from builder.render.pages.claim import value_words
from builder.render.pages.claims import (
    DIFFER_ON,
    ClaimRow,
    articles_of,
    by_reach,
    claim_rows,
    told_near,
)
from builder.render.pages.outlets import facts_of
from builder.render.parts.lineage import lineage_words
from builder.render.parts.wording_rows import SayingView, needs_legend, saying_view
from builder.render.phrases import shortened, titled

LEFT_OUT = 20  # rows: enough to see a pattern; the coverage page has them all
ONLY_HERE = 50
_LONGEST_CLAIM = 90  # characters, in a table
_LEANS = {
    "told to": "what it was told is quoted",
    "relayed by": "its report is passed on",
    "wire": "its reports are printed",
    "photo": "its pictures are shown",
    "other": "is named",
}
_CAPACITY = {
    "told to": "told to it", "relayed by": "passed on from it", "wire": "printed from it",
    "photo": "its pictures", "other": "named",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """An agency or other outlet that an article takes from."""

    outlet: Link
    words: str
    sources: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """Where the outlet's articles give one value and others another."""

    claim: Link
    on: str
    here: str
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """Where the outlet is cited, and in what capacity."""

    capacity: str
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """An outlet's page."""

    name: str
    kind: str
    aliases: tuple[str, ...]
    website: Link | None
    facts: tuple[str, ...]
    published: tuple[Published, ...]
    lines: tuple[str, ...]
    leanings: tuple[Leaning, ...]
    only_here: tuple[ClaimRow, ...]
    left_out: tuple[ClaimRow, ...]
    own_values: tuple[OwnValue, ...]
    citations: tuple[CitationView, ...]
    sayings: tuple[SayingView, ...]
    legend: bool
    """Whether words are struck or added in one of them."""
    claims_by: tuple[ClaimRow, ...]


def outlet_page(outlet: Outlet, ranked: Iterable[Claim], story: DossierIndex) -> Page:
    """The page of one outlet; `ranked` are all claims, the most reported first."""
    here = PageLinks(story=story, address=outlet.page)
    carried = _carried(outlet, story)
    sayings = tuple(saying_view(said, here) for said in story.said_by.get(outlet.id, ()))
    view = OutletView(
        name=outlet.name,
        kind=", ".join(word for word in (outlet.kind, outlet.country) if word)
        or "kind of outlet not stated",
        aliases=outlet.aliases,
        website=_website(outlet),
        facts=facts_of(outlet),
        published=tuple(published(id_, here) for id_ in outlet.articles),
        lines=_lines(outlet, here),
        leanings=_leanings(outlet, here),
        only_here=claim_rows(_only_here(outlet, carried), here),
        left_out=claim_rows(_left_out(outlet, carried, ranked), here),
        own_values=tuple(sorted(_own_values(outlet, carried, here), key=_by_kind)[:ONLY_HERE]),
        citations=tuple(
            CitationView(
                capacity=_CAPACITY[citation.kind],
                text=citation.passage.text,
                evidence=here.evidence(citation.passage),
            )
            for citation in outlet.citations
        ),
        sayings=sayings,
        legend=any(needs_legend(one.variants) for one in sayings),
        claims_by=claim_rows(by_reach(story.claims_by.get(outlet.id, ())), here),
    )
    return Page(
        address=outlet.page, kind="outlet", title=outlet.name, template="outlet", view=view,
        description=f"{outlet.name}: {', '.join(view.facts)}.",
        linked={"@type": "NewsMediaOrganization", "name": outlet.name}
        | ({"url": outlet.url} if view.website else {}),
    )  # fmt: skip


def _website(outlet: Outlet) -> Link | None:
    url = links.web_url(outlet.url)
    return Link(text=urlsplit(url).hostname or url, url=escape_url(url)) if url else None


def _lines(outlet: Outlet, here: PageLinks) -> tuple[str, ...]:
    lineages, releases = here.story.lineages, here.story.releases
    wires = (
        lineage_words(lineages[id_], [id_], here) for id_ in outlet.articles if id_ in lineages
    )
    shared = (
        lineage_words(release, release.articles, here)
        for id_ in outlet.articles
        for release in releases.get(id_, ())
    )
    return tuple(dict.fromkeys((*wires, *shared)))


def _leanings(outlet: Outlet, here: PageLinks) -> tuple[Leaning, ...]:
    """Those that its articles credit or cite."""
    story = here.story
    found: dict[tuple[OutletId, str], list[Passage]] = defaultdict(list)
    for id_ in outlet.articles:
        for credit in story.articles[id_].credits:
            words = "probably credited" if credit.inferred else "credited"
            found[credit.outlet, words].append(credit.passage)
        for other, citation in story.cited_in.get(id_, ()):
            found[other.id, _LEANS[citation.kind]].append(citation.passage)
    return tuple(
        Leaning(
            outlet=here.entity(other),
            words=words,
            sources=here.proofs(passages),
        )
        for (other, words), passages in found.items()
        if other != outlet.id
    )


def _carried(outlet: Outlet, story: DossierIndex) -> dict[str, Claim]:
    return {claim.id: claim for id_ in outlet.articles for claim in story.claims_in.get(id_, ())}


def _only_here(outlet: Outlet, carried: dict[str, Claim]) -> list[Claim]:
    own = set(outlet.articles)
    alone = (claim for claim in carried.values() if own.issuperset(articles_of(claim)))
    return list(islice(alone, ONLY_HERE))


def _left_out(outlet: Outlet, carried: dict[str, Claim], ranked: Iterable[Claim]) -> list[Claim]:
    """What others tell and it does not, nor anything near."""
    own = set(outlet.articles)
    others = (
        claim
        for claim in ranked
        if own
        and claim.id not in carried
        and len(articles_of(claim)) > 1
        and own.isdisjoint(told_near(claim))
    )
    return list(islice(others, LEFT_OUT))


def _own_values(outlet: Outlet, carried: dict[str, Claim], here: PageLinks) -> Iterable[OwnValue]:
    own = set(outlet.articles)
    for claim in carried.values():
        for difference in claim.differences:
            mine: list[str] = []
            others: list[str] = []
            for value in difference.values:
                given = {claim.statements[at].passage.article for at in value.statements}
                (mine if given & own else others).append(value.value)
            if mine and others and _is_told(difference, mine[0], others[0], here):
                yield OwnValue(
                    claim=here.claim(claim, titled(shortened(claim.text, _LONGEST_CLAIM))),
                    on=DIFFER_ON[difference.kind],
                    here=value_words(mine[0], difference.kind),
                    elsewhere=tuple(value_words(value, difference.kind) for value in others),
                )


def _is_told(difference: Difference, mine: str, other: str, here: PageLinks) -> bool:
    return difference.kind != "wording" or here.story.teller.is_news(mine, other)


def _by_kind(row: OwnValue) -> int:
    return list(DIFFER_ON.values()).index(row.on)
