"""What the clauses of a sentence leave over: short clauses, roles, ages, in runs of text.

"She sobbed in the dock", "Ana Ruiz, the managing director of Acme, said": too little to be looked
up alone, but another article may tell the same. They are compared, and published only where one
does. Left out: conditions, what nobody said, and what only says who speaks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from builder.extract.attribution.reporting import only_reports
from builder.extract.statements.clause_edges import without_edges
from builder.extract.statements.clauses import Clause, is_order
from builder.extract.statements.sentences import Sentence
from builder.extract.subjects import RELATIVES, SUBJECTS
from builder.extract.unsaid import is_left_unsaid

_OPENING = frozenset({
    "ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "parataxis", "csubj", "pcomp",
})  # fmt: skip
_PART_OF_NOUN = frozenset({"of", "from", "for"})  # "accused of taking it"
_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "than", "though"})
_FEWEST = 3  # words of content: with 2 the pairs joined at equal precision fall from 42 to 40 %
_SHORTEST = 2  # words of content of a clause with its own subject
_APPOSITION = 3  # words: "Ana Ruiz, the mayor"


@dataclass(slots=True, kw_only=True)
class _Run:
    head: Token
    tokens: list[Token]
    weight: int = 0
    """Its words of content."""

    def take(self, token: Token) -> None:
        """Go on with the token."""
        self.tokens.append(token)
        self.weight += token.pos_ in _CONTENT

    def joined(self, after: "_Run", head: Token) -> "_Run":
        """One run of this one and the next."""
        self.tokens.extend(after.tokens)
        return _Run(head=head, tokens=self.tokens, weight=self.weight + after.weight)

    @property
    def holds_head(self) -> bool:
        return self.tokens[0].i <= self.head.i <= self.tokens[-1].i

    @property
    def is_whole(self) -> bool:
        """Whether it tells something of a subject of its own: "the trains had been stopped"."""
        return self.weight >= _SHORTEST and any(
            child.dep_ in SUBJECTS
            and child.lower_ not in RELATIVES
            and self.tokens[0].i <= child.i < self.head.i <= self.tokens[-1].i
            for child in self.head.lefts
        )

    @property
    def only_says(self) -> bool:
        """Whether it tells who speaks, and nothing else: "the mayor told reporters"."""
        return self.holds_head and only_reports(self.head)


def leftovers_in(sentence: Sentence, clauses: Sequence[Clause]) -> Iterator[Clause]:
    """Runs of the sentence of which no clause holds half."""
    taken = {token.i for clause in clauses for token in clause.span}
    runs = _merged(_runs(sentence))
    for run in runs:
        if is_order(run.head) or is_left_unsaid(run.head) or _is_condition(run.head):
            continue
        if len(runs) > 1 and run.only_says:
            continue
        own = without_edges(run.head, run.tokens)
        if not any(token.pos_ in _CONTENT and not token.like_num for token in own):
            continue
        span = run.head.doc[own[0].i : own[-1].i + 1]
        free = sum(token.i not in taken for token in span)
        if 2 * free > len(span):
            head = run.head if span.start <= run.head.i < span.end else span.root
            yield Clause(head=head, span=span, own=tuple(own), sentence=sentence)


def _runs(sentence: Sentence) -> list[_Run]:
    """The sentence cut wherever the clause changes that a word belongs to."""
    owners: dict[int, Token] = {}
    stack = [(sentence.root, sentence.root)]
    while stack:
        token, above = stack.pop()
        own = token if token is sentence.root or _opens(token) else above
        owners[token.i] = own
        stack.extend([(child, own) for child in sentence.children.get(token.i, ())])
    runs: list[_Run] = []
    for token in sentence.tokens:
        if token.is_space or token.i not in owners:
            continue
        if not runs or runs[-1].head != owners[token.i]:
            runs.append(_Run(head=owners[token.i], tokens=[]))
        runs[-1].take(token)
    return runs


def _opens(token: Token) -> bool:
    if token.dep_ == "appos":
        return token.pos_ in _NOUNS and token.right_edge.i - token.left_edge.i >= _APPOSITION - 1
    if token.dep_ not in _OPENING or token.pos_ not in _VERBS:
        return False
    if token.dep_ == "pcomp":
        return token.head.lower_ not in _PART_OF_NOUN
    return token.dep_ != "conj" or token.head.pos_ in _VERBS


def _merged(runs: list[_Run]) -> list[_Run]:
    """Runs that say too little join the one before, or the one on the way to their head."""
    place = 0
    while place < len(runs):
        run, other = runs[place], _beside(runs, place)
        enough = run.is_whole or run.weight >= _FEWEST + (not run.holds_head)
        if other is None or run.only_says or enough:
            place += 1
            continue
        first, second = sorted((place, other))
        leads = run.holds_head and runs[other].weight < _FEWEST
        head = run.head if leads else runs[other].head
        runs[first : second + 1] = [runs[first].joined(runs[second], head)]
        place = max(0, first - 1)
    return runs


def _beside(runs: Sequence[_Run], place: int) -> int | None:
    """The run that this one may join: not one that only says who speaks."""
    run = runs[place]
    ahead = not run.holds_head and run.head.i > run.tokens[-1].i
    order = (place + 1, place - 1) if ahead or place == 0 else (place - 1, place + 1)
    return next((at for at in order if 0 <= at < len(runs) and not runs[at].only_says), None)


def _is_condition(head: Token) -> bool:
    return any(
        child.dep_ in {"mark", "advmod"} and child.lower_ in _CONDITIONS for child in head.lefts
    )
