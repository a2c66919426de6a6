"""Outlets cited in an article, and in what capacity: told to, relayed by, wire, photo, other.

Outlets of the register are found by name; others by their cue ("told Radio Alba", "told the
Alban" where nobody is called so, "the daily Alba reported", "the Alba news agency"). Names that
are common words too (Time, People) need a cue.
Deliberately missed: outlets that a possessive or a pronoun stands for ("the paper said").
"""

from spacy.tokens import Doc

from builder.extract.citations.kinds import kind_of
from builder.extract.mentions.outlet_names import named_at
from builder.extract.tokens import tokens_of
from builder.model.article import Article
from builder.model.findings import FoundCitation


def citations_in(doc: Doc, article: Article) -> tuple[FoundCitation, ...]:
    """Every outlet named in the article, in reading order."""
    found: list[FoundCitation] = []
    tokens = tokens_of(doc)
    people = frozenset(ent[-1].text for ent in doc.ents if ent.label_ == "PERSON")
    place = 0
    while place < len(tokens):
        named = named_at(tokens, place, people)
        if named is None:
            place += 1
            continue
        kind = kind_of(tokens, named)
        if kind is not None:
            last = tokens[named.end - 1]
            passage = article.passage(tokens[named.start].idx, last.idx + len(last))
            found.append(FoundCitation(passage=passage, kind=kind))
        place = named.end
    return tuple(found)
