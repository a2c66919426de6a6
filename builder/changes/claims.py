"""Claims: which are new, confirmed, contradicted, updated, withdrawn, settled or weaker."""

from collections.abc import Iterator, Mapping

from builder.changes.articles import Arrivals
from builder.changes.corrections import Correction
from builder.changes.news import ClaimUpdate, Contradiction, Merged, Weakened
from builder.changes.snapshot import differences_of
from builder.model.claims import Claim, Difference
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId, ClaimId
from builder.published import Published, PublishedClaim


def claim_news(
    before: Published,
    dossier: Dossier,
    arrivals: Arrivals,
    corrected: Mapping[ClaimId, Correction],
) -> None:
    """Put what is new about claims down to the articles that brought it."""
    known = {claim.id: claim for claim in before.claims}
    for claim in dossier.claims:
        was, told = known.get(claim.id), {"wording"}
        if correction := corrected.get(claim.id):
            was = correction.was
            told |= {difference.kind for difference in was.differences}  # it only has moved
            update = ClaimUpdate(claim=claim.id, before=correction.before, now=correction.now)
            arrivals.news[correction.article].updated.append(update)
        _new_or_confirmed(claim, was, arrivals)
        for difference in claim.differences:
            if difference.kind not in told:
                _contradicted(claim, difference, was, arrivals)
        _updated(claim, was, arrivals)


def withdrawn(
    before: Published,
    dossier: Dossier,
    arrivals: Arrivals,
    corrected: Mapping[ClaimId, Correction],
) -> tuple[Merged, ...]:
    """Put claims that are gone down to the article that went or changed.

    Those that live on in another claim are returned.
    """
    now = {claim.id for claim in dossier.claims}
    now |= {correction.was.id for correction in corrected.values()}
    moved = dict(dossier.redirects)
    merged = []
    for claim in before.claims:
        if claim.id in now:
            continue
        heir = ClaimId(moved.get(f"claims/{claim.id}/", "").strip("/").rpartition("/")[2])
        if heir in now:
            merged.append(Merged(was=claim.title, into=heir))
        else:
            arrivals.news[_withdrew(claim, arrivals)].withdrawn.append(claim.title)
    return tuple(merged)


def weakened(before: Published, dossier: Dossier) -> Iterator[Weakened]:
    """Claims that have fewer independent sources than they had."""
    for was, claim in _both(before, dossier):
        if claim.independent_sources < was.sources:
            yield Weakened(claim=claim.id, before=was.sources, now=claim.independent_sources)


def settled(before: Published, dossier: Dossier) -> Iterator[ClaimId]:
    """Claims on which articles differed in more than words, and do not any more."""
    for was, claim in _both(before, dossier):
        if was.differences and not differences_of(claim):
            yield claim.id


def _both(before: Published, dossier: Dossier) -> Iterator[tuple[PublishedClaim, Claim]]:
    now: Mapping[ClaimId, Claim] = {claim.id: claim for claim in dossier.claims}
    for was in before.claims:
        if was.id in now:
            yield was, now[was.id]


def _new_or_confirmed(claim: Claim, was: PublishedClaim | None, arrivals: Arrivals) -> None:
    articles = {found.passage.article for found in claim.statements}
    told = {arrivals.names.get(id_, id_) for id_ in was.articles} if was else set()
    if was is None:  # one article alone may have told it, without a page
        told = {id_ for id_ in articles if not arrivals.is_fresh(id_)}
    news = arrivals.news[arrivals.first(articles - told)]
    sources = was.sources if was else 1
    if was is None and (not told or told == articles):
        if claim.page:
            news.claims.append(claim.id)
    elif claim.independent_sources > sources:
        news.confirmed.append(claim.id)


def _contradicted(
    claim: Claim, difference: Difference, was: PublishedClaim | None, arrivals: Arrivals
) -> None:
    """Of the values that are told, those that were not; what was told first stands against them.

    A claim that was published without a difference told the value of the articles known then.
    """
    told = {
        value
        for found in (was.differences if was else ())
        if found.kind == difference.kind
        for value in found.values
    }
    articles = {
        value.value: [claim.statements[at].passage.article for at in value.statements]
        for value in difference.values
        if value.statements
    }

    def age(value: str) -> tuple[bool, bool, int]:
        firsts = [(arrivals.is_fresh(id_), arrivals.rank[id_]) for id_ in articles[value]]
        return (value not in told, *min(firsts))

    first, *others = sorted(articles, key=age) or [""]
    for value in others:
        if value not in told:
            news = arrivals.news[arrivals.first(articles[value])]
            news.contradicted.append(
                Contradiction(claim=claim.id, kind=difference.kind, before=first, now=value)
            )


def _updated(claim: Claim, was: PublishedClaim | None, arrivals: Arrivals) -> None:
    if len(claim.updates) < 2:  # noqa: PLR2004 - one value is no series
        return
    *_, last, newest = claim.updates
    if was is None or newest.value not in was.updates:
        articles = [claim.statements[at].passage.article for at in newest.statements]
        update = ClaimUpdate(claim=claim.id, before=last.value, now=newest.value)
        arrivals.news[arrivals.first(articles)].updated.append(update)


def _withdrew(claim: PublishedClaim, arrivals: Arrivals) -> ArticleId | None:
    """The article that told it and is gone, else the one that told it and changed."""
    gone = [id_ for id_ in claim.articles if arrivals.is_gone(id_)]
    changed = [id_ for id_ in claim.articles if id_ in arrivals.now and arrivals.is_fresh(id_)]
    return next(iter([*gone, *changed]), None)
