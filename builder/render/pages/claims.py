"""Claims in lists: each as a row with who says it, and the page that lists them all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from builder.model.claims import Claim, DifferenceKind, Statement
from builder.model.ids import ArticleId
from builder.render.index import DossierIndex
from builder.render.page import Page
from builder.render.page_links import Chip, Link, PageLinks
from builder.render.phrases import counted, listed, sentence, shortened, spelled

DIFFER_ON: Mapping[DifferenceKind, str] = {
    "number": "the number",
    "date": "the date",
    "name": "the name",
    "who": "who did it",
    "whether": "whether it is so",
    "wording": "the words",
}
"""On what articles differ, what tells most first."""
UNTOLD = "Who says it is not stated"
_POINTING = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "that"})
_LONGEST = 60  # characters of the words for who says it
_FEW_CHIPS = 8  # sources named under a claim; its page has all
_FEW = 4  # names in a line; all stand beside the wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim in a list."""

    title: Link
    voice: str
    """Who says it, in a sentence."""
    chips: tuple[Chip, ...]
    differs: str
    """On what articles differ; empty where in words alone."""
    sources: int
    articles: int
    reckoning: Markup | None
    """Where it stands how the sources are counted; `None` where one article is one source."""

    @property
    def marks(self) -> str:
        """What the filters ask for: `differs`, `several`."""
        return " ".join(["differs"] * bool(self.differs) + ["several"] * (self.sources > 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsView:
    """The list of claims."""

    summary: str
    shared: tuple[ClaimRow, ...]
    single: tuple[ClaimRow, ...]


def claims_page(story: DossierIndex) -> Page:
    """All claims that have a page, the most reported first."""
    here = PageLinks(story=story, address="claims/")
    paged = [claim for claim in by_reach(story.dossier.claims) if claim.page]
    shared = [claim for claim in paged if len(articles_of(claim)) > 1]
    single = [claim for claim in paged if len(articles_of(claim)) == 1]
    others = len(story.dossier.claims) - len(paged)
    summary = "No claim is told by more than one article"
    if shared:
        summary = f"{counted(len(shared), 'claim')} told by more than one article"
    summary += f", {spelled(len(single))} by one alone." if single else "."
    if others:
        stand = "stands" if others == 1 else "stand"
        summary += f" {counted(others, 'other claim')} {stand} on the pages of their articles."
    view = ClaimsView(
        summary=summary, shared=claim_rows(shared, here), single=claim_rows(single, here)
    )
    return Page(
        address=here.address, kind="list", title="Claims", template="claims", view=view,
        description=summary,
    )  # fmt: skip


def by_reach(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by independent sources, then by articles; those that need brackets come later.

    Those with nothing to check come last: whose office somebody holds, a few words of a sentence.
    """
    return sorted(
        claims,
        key=lambda claim: (
            not any(found.reasons for found in claim.statements),
            -claim.independent_sources,
            -len(articles_of(claim)),
            claim.text.startswith("["),
            claim.id,
        ),
    )


def articles_of(claim: Claim) -> tuple[ArticleId, ...]:
    """The articles that have the claim, each once."""
    return tuple(dict.fromkeys(statement.passage.article for statement in claim.statements))


def differing_on(claim: Claim) -> list[str]:
    """On what the articles differ, other words for the same left out."""
    kinds = (found.kind for found in claim.differences if found.kind != "wording")
    return list(dict.fromkeys(DIFFER_ON[kind] for kind in kinds))


def claim_rows(claims: Iterable[Claim], here: PageLinks) -> tuple[ClaimRow, ...]:
    """Claims as a list, in the order given."""
    return tuple(claim_row(claim, here) for claim in claims)


def claim_reach(claim: Claim) -> str:
    """How many articles and independent sources have it: `3 articles, 1 independent source`."""
    sources = counted(claim.independent_sources, "independent source")
    return f"{counted(len(articles_of(claim)), 'article')}, {sources}"


def claim_row(claim: Claim, here: PageLinks) -> ClaimRow:
    """A claim as one entry of a list."""
    on = differing_on(claim)
    is_reckoned = claim.page and len(articles_of(claim)) > 1
    return ClaimRow(
        title=here.claim(claim),
        voice=_voice(claim, here),
        chips=_fewer_chips(here.chips(claim.sources)),
        differs=f"they differ on {listed(on)}" if on else "",
        sources=claim.independent_sources,
        articles=len(articles_of(claim)),
        reckoning=here.to(f"{claim.page}#sources") if is_reckoned else None,
    )


def _fewer_chips(chips: tuple[Chip, ...]) -> tuple[Chip, ...]:
    more = len(chips) - _FEW_CHIPS
    return chips if more < 2 else (*chips[:_FEW_CHIPS], Chip(text=f"{more} more", is_line=False))  # noqa: PLR2004


def _voice(claim: Claim, here: PageLinks) -> str:
    who = [link.text for link in fewer(asserters(claim, here))]
    via = [link.text for link in relays(claim, here)]
    relayed = f", as {listed(via)} reported" if via else ""
    if who:
        return f"According to {listed(who)}{relayed}."
    if via:
        return f"As {listed(via)} reported."
    return f"{own_voice(claim) or UNTOLD}."


def told_near(claim: Claim) -> frozenset[ArticleId]:
    """The articles that tell what is probably the same, or more or less of it."""
    return frozenset(one.other.article for one in claim.near)


def own_voice(claim: Claim) -> str:
    """How many articles say it without naming a source; empty where none does."""
    own = own_articles(claim)
    if not own:
        return ""
    articles = len(articles_of(claim))
    if len(own) < articles:
        some = f"{sentence(spelled(len(own)))} of the {spelled(articles)} articles"
        return f"{some} {'names' if len(own) == 1 else 'name'} no source"
    return "The article names no source" if articles == 1 else "The articles name no source"


def own_articles(claim: Claim) -> frozenset[ArticleId]:
    """The articles that say it without naming a source."""
    return frozenset(
        found.passage.article
        for found in claim.statements
        if not (found.attributed_to or found.via or found.asserted_by)
    )


def asserters(claim: Claim, here: PageLinks) -> tuple[Link, ...]:
    """Everyone to whom the articles attribute the claim, without repeats."""
    ids = dict.fromkeys(found.attributed_to for found in claim.statements if found.attributed_to)
    told = dict.fromkeys(asserter_in_words(found, here) for found in claim.statements)
    return (*(here.entity(id_) for id_ in ids), *(Link(text=text) for text in told if text))


def asserter_in_words(statement: Statement, here: PageLinks) -> str:
    """The article's words for who asserts it, where the story does not tell who that is."""
    said = statement.asserted_by
    if said is None or statement.attributed_to or said.text.casefold() in _POINTING:
        return ""
    return f"“{shortened(here.wording(said), _LONGEST)}”"


def fewer(all_: tuple[Link, ...]) -> tuple[Link, ...]:
    """The first few, and how many others there are."""
    more = len(all_) - _FEW
    return all_ if more < 2 else (*all_[:_FEW], Link(text=f"{more} others"))  # noqa: PLR2004


def relays(claim: Claim, here: PageLinks) -> tuple[Link, ...]:
    """The outlets that articles have it from, each once."""
    ids = dict.fromkeys(found.via for found in claim.statements if found.via)
    return tuple(here.entity(id_) for id_ in ids)
