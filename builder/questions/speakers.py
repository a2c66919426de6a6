"""Who said it: quotes whose speaker is doubtful, inferred or not known, damaging ones first.

Deliberately not asked: whom an article means that does not say ("experts", "a person familiar with
the talks"): no reader is told more than the article does, and its passage holds no answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from builder.knowledge import entries
from builder.model.dossier import Dossier
from builder.model.ids import EntityId
from builder.model.quotes import Quote
from builder.questions.question import OPEN, Answer, Question
from builder.text.diff import words
from builder.text.terms import stem

DECIDED = 1.0
"""The confidence of a quote whose speaker the editor named or left open."""


_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
"""How a noun phrase begins that stands for somebody whom the article has told of."""


def speaker_questions(dossier: Dossier, names: Mapping[EntityId, str]) -> Iterator[Question]:
    """One question for each quote: by harm, then the least sure first.

    A split quote is asked about once, and so are quotes that an article gives to "the railway".
    Those of a name that is left open are not: whom it names is asked for the name.
    """
    left_open = {one.passage for one in dossier.ambiguous if one.candidates}
    parts: dict[tuple[str, str], list[Quote]] = {}
    for quote in dossier.quotes:
        named_there = quote.speaker_mention in left_open and not is_damaging([quote])
        if is_open(quote) and not named_there and (of := _asked_with(quote)):
            parts.setdefault((quote.passage.article, of), []).append(quote)
    unsure = list(parts.values())
    unsure.sort(key=lambda quotes: (quotes[0].confidence, quotes[0].passage))
    unsure.sort(key=lambda quotes: not is_damaging(quotes))
    for quotes in unsure:
        yield _question(quotes, names)


def is_open(quote: Quote) -> bool:
    """Whether the speaker is doubtful or not known, and the editor has not decided."""
    return quote.confidence < DECIDED and (quote.speaker is None or quote.is_unsure)


def _asked_with(quote: Quote) -> str | None:
    """What quotes share that one answer settles; `None`: the article does not tell who it was."""
    said = quote.speaker_mention
    if (
        quote.speaker
        or quote.speaker_candidates
        or said is None
        or quote.speaker_form == "pronoun"
    ):
        return quote.group or quote.id
    words_for = " ".join(said.text.casefold().split())
    if quote.speaker_form == "nominal" and words_for.split()[0] not in _DEFINITE:
        return None
    return f"“{words_for}”"


def is_damaging(quotes: Sequence[Quote]) -> bool:
    """Whether a word of the quote, or the verb that reports it, may do harm."""
    texts = [quote.passage.text for quote in quotes]
    return does_harm([*texts, *(quote.cue.text for quote in quotes if quote.cue)])


def does_harm(texts: Sequence[str]) -> bool:
    """Whether a word of the texts may do harm to somebody: "fraud", "denied"."""
    return any(stem(word) in _damaging() for text in texts for word in words(text))


@cache
def _damaging() -> frozenset[str]:
    return frozenset(stem(word) for word in entries("damaging_words"))


def _question(quotes: Sequence[Quote], names: Mapping[EntityId, str]) -> Question:
    first = quotes[0]
    likely = [first.speaker] if first.speaker else list(first.speaker_candidates)
    answers = [_answer(quotes, names.get(who, who), who) for who in likely]
    return Question(
        id=f"speaker/{first.id}",
        kind="damaging" if is_damaging(quotes) else "speaker",
        asks=_asks(first, [names.get(who, who) for who in likely]),
        passages=tuple(quote.passage for quote in quotes),
        accept=answers[0] if answers else None,
        other=answers[1] if len(answers) > 1 else None,
        reject=_answer(quotes, "nobody: leave it open", None),
        template=_answer(quotes, "", OPEN).decisions,
    )


def _answer(quotes: Sequence[Quote], said: str, to: str | None) -> Answer:
    return Answer(words=said, decisions=tuple({"speaker": q.id, "to": to} for q in quotes))


def _asks(quote: Quote, likely: Sequence[str]) -> str:
    mention = quote.speaker_mention
    words_for = f" The article says “{' '.join(mention.text.split())}”." if mention else ""
    how = "worked out, " if quote.speaker_inferred else ""
    sure = f" ({how}confidence {quote.confidence:.2f})" if quote.speaker else ""
    who = f": {' or '.join(likely)}{sure}?" if likely else "?"
    return f"Who said this{who}{words_for}"
