"""The editor's word on descent: links and credits found by the machine in, as decided out."""

from collections.abc import Mapping, Sequence

from builder.model.article import Passage
from builder.model.findings import Findings
from builder.model.ids import ArticleId, OutletId
from builder.model.why import Why
from builder.overrides import CreditDecision, Decisions, LineageDecision
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages.descent import Link
from builder.resolve.lineages.sources import Source

_WRITE_ARTICLE = "Write the article's id as on its page."


def links_decided(
    links: Sequence[Link], findings: Mapping[ArticleId, Findings], decisions: Decisions
) -> list[Link]:
    """The links without those of articles that stand alone, and with those that are given."""
    kept = list(links)
    known = {article.lower(): article for article in findings}
    for decision in decisions.of(LineageDecision):
        article = known.get(decision.lineage.lower())
        of = None if decision.of is None else known.get(decision.of.lower())
        if article is None or (decision.of is not None and of is None):
            gone = decision.lineage if article is None else decision.of
            what = f"names the article {gone}, which is not there."
            decisions.refused(decision, what, todo=_WRITE_ARTICLE)
        elif of is None:
            kept = [link for link in kept if article not in {link.one, link.other}]
            decisions.matched(decision)
        else:
            kept.append(_link(findings[article], findings[of]))
            decisions.matched(decision)
    return kept


def _link(one: Findings, other: Findings) -> Link:
    return Link(
        one=one.article,
        other=other.article,
        probability=1.0,
        quote="",
        count=f"{one.article} descends from {other.article} by the editor's decision",
        shared=(),
        why=Why(one=_first(one), other=_first(other), rule="the editor's decision"),
    )


def _first(found: Findings) -> Passage:
    """The first sentence, which stands for the article."""
    start = Passage(article=found.article, start=0, end=0, text="")
    return found.sentences[0] if found.sentences else start


def credits_decided(
    credits_: Mapping[ArticleId, Source | None], decisions: Decisions, entities: EntityIndex
) -> dict[ArticleId, Source | None]:
    """The source that each article credits, as the editor says."""
    decided = dict(credits_)
    for article, outlet in credited_to(credits_, decisions, entities).items():
        if outlet is None:
            decided[article] = None
        else:
            evidence = f"{article} credits {entities.name(outlet)} by the editor's decision"
            decided[article] = Source(outlet=outlet, inferred=False, evidence=evidence)
    return decided


def credited_to(
    articles: Sequence[ArticleId] | Mapping[ArticleId, object],
    decisions: Decisions,
    entities: EntityIndex,
) -> dict[ArticleId, OutletId | None]:
    """The outlets that the editor says articles credit; decisions that name none are refused."""
    known = {article.lower(): article for article in articles}
    outlets = {outlet.id: outlet.id for outlet in entities.outlets}
    found: dict[ArticleId, OutletId | None] = {}
    for decision in decisions.of(CreditDecision):
        article = known.get(decision.credit.lower())
        named = None if decision.to is None else entities.called(decision.to)
        outlet = None if named is None else outlets.get(OutletId(named))
        if article is None:
            what = "speaks of an article that is not there."
            decisions.refused(decision, what, todo=_WRITE_ARTICLE)
        elif decision.to is not None and outlet is None:
            what = f'names "{decision.to}", and no outlet in the dossier is called so.'
            decisions.refused(
                decision, what, todo="Write `to` as on the outlet's page, or `null`."
            )
        else:
            decisions.matched(decision)
            found[article] = outlet
    return found
