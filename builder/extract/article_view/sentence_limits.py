"""Sentences that never end, cut: a `Doc` in, the same or one with shorter parse trees out.

spaCy looks for a token's children through all the words between the ends of its subtree. In 100 kB
without a full stop that is the whole text for every token, and time grows with its square. No one
speaks a sentence of so many words: such a parse is cut into pieces, and every arc between two of
them with it.
"""

from spacy.tokens import Doc

LONGEST = 400  # tokens; the longest sentence of 528 annotated articles has 105


def with_short_sentences(doc: Doc) -> Doc:
    """The `Doc` itself, or a copy with the same tokens whose trees span `LONGEST` at most."""
    if all(len(sent) <= LONGEST for sent in doc.sents):
        return doc
    piece_of = [0] * len(doc)
    number = 0
    for sent in doc.sents:
        for token in range(sent.start, sent.end):
            piece_of[token] = number + (token - sent.start) // LONGEST
        number = piece_of[sent.end - 1] + 1
    heads = [token.head.i for token in doc]
    kept = [piece_of[head] == piece_of[token] for token, head in enumerate(heads)]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        lemmas=[token.lemma_ for token in doc],
        heads=[head if kept[token] else token for token, head in enumerate(heads)],
        deps=[token.dep_ if kept[token.i] else "ROOT" for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )
