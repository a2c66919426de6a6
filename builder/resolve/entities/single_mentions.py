"""The maintainer's word on one name of one article: whom it stands for, and no other name moves.

Carried out after what is said of whole names (same, different, kind), against which it holds.
Deliberately missed: words that the machine took for no name, and names of outlets.
"""

from collections.abc import Mapping, Sequence

from builder.model.article import Article
from builder.overrides import Decisions, MentionDecision
from builder.resolve.entities.canonical import spelled
from builder.resolve.entities.decisions import Edition, called
from builder.resolve.entities.mentions import Group, Mention
from builder.text.places import places_of


def decide_mentions(decisions: Decisions, edition: Edition, articles: Sequence[Article]) -> None:
    """Give each name that a `mention` decision speaks of to whom it says, or to nobody."""
    texts = {article.id.lower(): article.text for article in articles}
    meant = [
        (one, _meant(one, decisions, edition, texts)) for one in decisions.of(MentionDecision)
    ]
    for decision, mentions in meant:
        to = _whom(decision, decisions, edition) if mentions and decision.to is not None else None
        if not mentions or (to is None and decision.to is not None):
            continue
        for mention in mentions:
            edition.give(mention, to)
        decisions.matched(decision)


def _meant(
    decision: MentionDecision, decisions: Decisions, edition: Edition, texts: Mapping[str, str]
) -> list[Mention]:
    """The mentions that the decision speaks of; where there are none, it is refused."""
    article = decision.place[0] if decision.place else decision.mention
    text = texts.get(article.lower())
    if text is None:
        what = "speaks of an article that is not there."
        decisions.refused(decision, what, todo="Write the article's id as on its page.")
        return []
    places = _places(decision, text)
    found = [
        mention
        for mention in edition.in_article(article)
        if (decision.name is None or called([mention], decision.name))
        and any(a <= mention.passage.start and mention.passage.end <= b for a, b in places)
    ]
    if not found and decision.within and not places:
        what = f'has words that do not stand in the article: "{decision.within}".'
        decisions.refused(decision, what, todo="Copy them from the article's file.")
    elif not found:
        what = "speaks of words that are no person's, organisation's or place's name there."
        decisions.refused(decision, what, todo="Write `name` as it stands in the article.")
    return found


def _places(decision: MentionDecision, text: str) -> Sequence[tuple[int, int]]:
    if decision.place:
        _, *place = decision.place
        return [(place[0], place[1])]
    return places_of(decision.within, text) if decision.within else [(0, len(text))]


def _whom(decision: MentionDecision, decisions: Decisions, edition: Edition) -> Group | None:
    """The one group that `to` means; where there are none or several, the decision is refused."""
    name = decision.to or ""
    groups = edition.standing(name)
    for fits in (groups, [group for group in groups if spelled(group).name == name]):
        if len(fits) == 1:
            return fits[0]
    if groups:
        several = " and ".join(f'"{spelled(group).name}"' for group in groups)
        what = f'names "{name}", which is also a name of {several}.'
        decisions.refused(decision, what, todo="Write the full name or the page's id.")
    else:
        what = f'names "{name}", and nobody and nothing in the dossier is called so.'
        decisions.refused(decision, what, todo="Write `to` as on their page, or `null`.")
    return None
