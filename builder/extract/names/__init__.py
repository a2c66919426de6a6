"""Names in one article: a `Doc` in, every capitalised run that may name someone out.

The model's labels are a hint among others: registers, titles and honorifics beat them, and what
nothing speaks for keeps `label=None`, for resolution to claim ("Ruiz" after "Ana Ruiz"). Names of
a credit line are found here too; resolution leaves them out, because it sees the credits.
Deliberately missed: names in small letters, and names in headlines that nothing else in the
article confirms.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from builder import naming
from builder.extract.names.candidates import headlines_in, runs_in
from builder.extract.names.headlines import names_in_headlines
from builder.extract.names.labels import label_of, speaks
from builder.extract.names.roles import role_of
from builder.extract.names.segmentation import Part, parts_of
from builder.extract.tokens import text_of, tokens_of
from builder.model.article import Article, Passage
from builder.model.findings import FoundName

JOINED = 4  # steps from a name in a list to the first of it; the parser chains them
SHOUT = 2  # words; shorter runs in capitals are names ("BANK OF")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def names_in(doc: Doc, article: Article) -> tuple[FoundName, ...]:
    """Every name of the article, in reading order."""
    tokens = tokens_of(doc)
    headlines = tuple(headlines_in(tokens))
    skipped = frozenset(i for start, end in headlines for i in range(start, end))
    parts: list[Part] = []
    for start, end, guessed in runs_in(tokens, skipped):
        if guessed or _shouted(tokens, start, end):
            guesses = (
                token for token in tokens[start:end] if token.is_alpha and not token.is_stop
            )
            parts.extend(Part(token.i, token.i + 1, guessed=True) for token in guesses)
        else:
            parts.extend(
                part for part in parts_of(tokens, start, end) if not _is_letters(tokens, part)
            )
    parts.extend(names_in_headlines(tokens, headlines, parts))
    common = _common_words(tokens, parts)
    found = (_found(tokens, article, part) for part in sorted(parts, key=lambda part: part.start))
    return tuple(
        name for name in found if name.label or name.passage.text.casefold() not in common
    )


def _shouted(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the run is a sentence in capitals: "RUIZ DID NOT SLEEP"."""
    words = [token for token in tokens[start:end] if token.is_alpha]
    return len(words) > SHOUT and all(t.is_upper for t in words) and any(t.is_stop for t in words)


def _common_words(tokens: Sequence[Token], parts: Iterable[Part]) -> frozenset[str]:
    """Words that the article also writes small: a capital at a sentence's start names nothing.

    Except the surnames of those that it names in full: "Ana Young … Young died".
    """
    surnames = {tokens[part.end - 1].lower_ for part in parts if part.end - part.start > 1}
    return frozenset(filter(str.islower, [token.text for token in tokens])) - surnames


def _found(tokens: Sequence[Token], article: Article, part: Part) -> FoundName:
    words = tokens[part.start : _without_letters(tokens, part)]
    start, last = words[0].idx, words[-1].text
    end = words[-1].idx + len(last)
    while end > start and article.text[end - 1] in "’'.,-":
        if article.text[end - 1] == "." and _is_short(last):
            break
        end -= 1
    if naming.generation(last) and article.text[end : end + 1] == ".":
        end += 1
    role = None if part.guessed else role_of(tokens, part.start, part.end, part.titled)
    label = label_of(tokens, part, role=role)
    return FoundName(
        passage=article.passage(start, end),
        label=label,
        role=_passage(article, tokens, role) if role and label in {"PERSON", None} else None,
        honorific=part.honorific,
        is_subject=any(_is_subject(token) for token in words),
        says=speaks(tokens, part.end - 1),
    )


def _passage(article: Article, tokens: Sequence[Token], role: tuple[int, int]) -> Passage:
    last = tokens[role[1] - 1]
    return article.passage(tokens[role[0]].idx, last.idx + len(last))


def _is_letters(tokens: Sequence[Token], part: Part) -> bool:
    """Whether nothing but letters stand there: "Al Roe , Sr .", marks set apart; "R-Calif."."""
    if part.end - part.start == 1 and naming.is_suffix(tokens[part.start].text):
        return True
    party, _, state = text_of(tokens[part.start : part.end]).partition("-")
    return len(party) == 1 and naming.is_state_short(state)


def _without_letters(tokens: Sequence[Token], part: Part) -> int:
    """The end of the name without letters that stand for a degree or an honour: "Ana Ruiz KC"."""
    end = part.end
    while end - part.start > 1 and naming.is_suffix(tokens[end - 1].text):
        if naming.generation(tokens[end - 1].text) or end - part.start == 2:  # noqa: PLR2004
            break  # "Al Roe Jr", "Alba MP"
        end -= 1
    return end


def _is_subject(token: Token) -> bool:
    """Whether it is a subject, or joined to one: "Ana, Bo and Cy sang"."""
    for _ in range(JOINED):
        if token.dep_ != "conj":
            break
        token = token.head
    return token.dep_ in _SUBJECTS


def _is_short(word: str) -> bool:
    # the stop of "U.S.", "J.", "Jr.", "Calif." belongs to the name, not that of a sentence's end
    cut = word.count(".") > 1 or len(word) == len("J.")
    return cut or naming.is_suffix(word) or naming.is_state_short(word)
