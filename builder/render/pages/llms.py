"""`llms.txt`: the dossier in one short text for language models (https://llmstxt.org/).

In: the story. Out: Markdown that says what the dossier is and where its pages and data stand.
Links are relative to the site's root; the site makes them whole where it knows its address.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from builder.model.claims import Claim
from builder.render.index import DossierIndex
from builder.render.pages.claims import DIFFER_ON, claim_reach
from builder.render.pages.data import FILES
from builder.render.pages.entities import by_prominence
from builder.render.phrases import listed, shortened, titled
from builder.text.one_line import clean

FILE = "llms.txt"
_MOST = 40  # claims and people; the lists have all
_LONGEST = 200  # characters of a claim
_LIVE = re.compile(r"[\\`*_\[\]<>#|!]")
_PAGES = {
    "claims/": "what the articles state, who says it, from how many independent sources",
    "people/": "who is named, and what they said",
    "timeline/": "what happened when",
    "coverage/": "which article carries which claim",
    "articles/": "what was taken from each article, with a link to the original",
}
_WORDS = """\
A story dossier: what articles say about one story, who said what, who reported it, when it
happened and where the reports differ. A program made it from the articles; every fact leads to the
passage it was taken from. Independent sources are counted, not articles. Cite a claim by its page,
with the outlets that it names; the words of the articles belong to their publishers."""


def llms_txt(story: DossierIndex, ranked: Sequence[Claim], names: Iterable[str]) -> str:
    """The text; `ranked` are all claims, the most reported first, `names` those of data files."""
    dossier = story.dossier
    parts = [f"# {_plain(dossier.title)}"]
    if story.settings.summary:
        parts.append(f"> {_plain(story.settings.summary)}")
    parts.append(_WORDS)
    paged = [claim for claim in ranked if claim.page][:_MOST]
    people = [person for person in by_prominence(dossier.people, story) if person.page][:_MOST]
    sections = {
        "Pages": (f"- [{to.strip('/')}]({to}): {words}" for to, words in _PAGES.items()),
        "Claims": _claims(paged),
        "People": (f"- [{_plain(one.name)}]({one.page})" for one in people),
        "Data": (f"- [{name}]({name}): {FILES.get(name, '')}" for name in names),
    }
    for heading, lines in sections.items():
        if text := "\n".join(lines):
            parts.append(f"## {heading}\n\n{text}")
    return "\n\n".join(parts) + "\n"


def _claims(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        kinds = dict.fromkeys(DIFFER_ON[each.kind] for each in claim.differences)
        differ = f"; they differ on {listed(list(kinds))}" if kinds else ""
        text = _plain(titled(shortened(claim.text, _LONGEST)))
        yield f"- [{text}]({claim.page}): {claim_reach(claim)}{differ}"


def _plain(text: str) -> str:
    """The text on one line, with what Markdown gives a meaning escaped."""
    return _LIVE.sub(lambda mark: f"\\{mark[0]}", clean(text).strip())
