"""What stands beside a marked passage in its sentence: the words from which its cue is read."""

from spacy.tokens import Token

from builder.extract.article_view import OUTSIDE, ArticleView

SENTENCE_ENDS = frozenset({".", "!", "?", "..", "...", "…"})
_LABEL_WORDS = 3
LONGEST = 60  # tokens: a speaker with appositions and relative clauses


def region_after(reading: ArticleView, number: int, *, over_marks: bool = False) -> list[Token]:
    """The tokens after a marked passage to the next one, or to the end of the sentence.

    With `over_marks` it goes on over a badge or a nickname: "Roe, wearing a “No” badge, said".
    """
    tokens: list[Token] = []
    first = reading.spans[number][1]
    for token in reading.tokens[first : first + 2 * LONGEST]:
        if "\n" in token.text or len(tokens) > LONGEST:
            break
        if not reading.is_outside(token):
            if tokens and over_marks and _is_label(reading, reading.mark_of[token.i]):
                continue
            break
        if not token.is_space:
            tokens.append(token)
        if token.text in SENTENCE_ENDS:
            break
    return tokens


def _is_label(reading: ArticleView, number: int) -> bool:
    """Whether the marks hold a word or two that end no sentence."""
    inner = reading.inner(number)
    return len(inner.split()) <= _LABEL_WORDS and inner[-1:] not in {".", "!", "?"}


def region_before(reading: ArticleView, number: int) -> list[Token]:
    """The tokens before a marked passage back to the one before, or the start of the sentence.

    A passage that opens a line belongs to the line before if that ends with a colon.
    """
    tokens: list[Token] = []
    for at in range(reading.spans[number][0] - 1, -1, -1):
        token = reading.tokens[at]
        if not reading.is_outside(token) or len(tokens) > LONGEST:
            break
        if "\n" in token.text:
            if tokens or at == 0 or reading.tokens[at - 1].text != ":":
                break
        elif token.text in SENTENCE_ENDS:
            break
        elif not token.is_space:
            tokens.append(token)
    return tokens[::-1]


def sentence_before(reading: ArticleView, number: int) -> int:
    """The first token of the sentence that leads up to a marked passage, over marks inside it."""
    first = at = reading.spans[number][0]
    while at > 0 and first - at < LONGEST:
        at -= 1
        token = reading.tokens[at]
        mark = reading.mark_of[at]
        if "\n" in token.text or (mark == OUTSIDE and token.text in SENTENCE_ENDS):
            return at + 1
        if mark != OUTSIDE:
            if reading.inner(mark)[-1:] in {".", "!", "?"}:
                return at + 1
            at = reading.spans[mark][0]
    return at
