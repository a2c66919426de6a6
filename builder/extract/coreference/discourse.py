"""What a reader remembers on the way through an article: who was mentioned, how, and who spoke."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from spacy.tokens import Token

from builder import naming
from builder.extract.article_view import ArticleView
from builder.extract.coreference.referent import Call, Referent
from builder.extract.coreference.speeches import Speech
from builder.extract.mentions.name_phrases import has_article, name_of
from builder.extract.mentions.names import Name, gender_of, names_of
from builder.extract.mentions.nominals import described_by, is_person_noun, is_speaking_person
from builder.extract.subjects import SUBJECTS

MOST_REMEMBERED = 8  # people and bodies that a pronoun may stand for
_FARTHEST = 8  # sentences back
_PLURAL = frozenset({"NNS", "NNPS"})
_MENTIONING = frozenset({"NOUN", "PRON"})
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})  # not "when Ruiz left"
_HEARD = 0.5  # pronouns that have to be understood before they tell a sex
_NESTED = 3  # speeches that may hold one another


class Discourse:
    """The memory, advanced token by token."""

    def __init__(self, view: ArticleView, speeches: Sequence[Speech]) -> None:
        """Index the article; remember nobody yet."""
        self.view = view
        self.names = names_of(view)
        self.speeches = sorted(speeches, key=lambda speech: (speech.start, -speech.end))
        self._starts = [speech.start for speech in self.speeches]
        self._by_speaker: dict[int, list[Speech]] = defaultdict(list)
        for speech in self.speeches:
            if speech.speaker is not None:
                self._by_speaker[speech.speaker.i].append(speech)
        self._name_at = {name.span.start: name for name in self.names}
        self._name_starts = [name.span.start for name in self.names]
        ahead = {speech.start for speech in speeches if speech.is_direct}
        self.stops = tuple(token for token in view.tokens if self._is_stop(token, ahead))
        """The tokens at which something is mentioned, or begins to be said."""
        self.begin(())

    def begin(self, calls: Sequence[Call]) -> None:
        """Forget everybody; `calls` are the pronouns as a reading before has understood them."""
        self._entities: dict[str, Referent] = {}
        self._meant: dict[int, str] = {}
        self._opened = -1
        self._calls = {call.at: call for call in calls}
        self._shares: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for call in calls:
            self._shares[call.key][call.pronoun] += call.share
        self.spoke: tuple[Token, Referent] | None = None
        """Who spoke last, and where that is told."""

    def advance(self, token: Token) -> None:
        """Take in what the token mentions, pronouns excepted."""
        name = self._name_at.get(token.i)
        if name is not None:
            for key in (*sorted(name.others & self._entities.keys()), name.key):
                self._mention(key, token, name)
        elif self._is_person(token) and name_of(self.view, token) is None:
            likely = described_by(self.view, token)
            if likely:
                self._mention(likely[0].key, token, likely[0])
            else:
                self._mention(_key_of_noun(token), token, None)
        if token.pos_ != "PRON":
            self._speak(token)

    def foresee(self, speaker: Token, entity: Referent | None) -> None:
        """Remember who says the words that come before the pronoun that tells it."""
        if entity is not None:
            self._meant[speaker.i] = entity.key

    def take(self, pronoun: Token, entity: Referent | None) -> None:
        """Remember whom the pronoun was found to stand for."""
        if entity is not None:
            entity = self._entities.setdefault(entity.key, entity)
            self._seen(entity, pronoun)
            entity.last_pronoun = entity.sentence
            self._meant[pronoun.i] = entity.key
        self._speak(pronoun, entity)

    def latest(self) -> Iterator[Referent]:
        """Those that are still remembered, the latest mentioned first."""
        return islice(reversed(self._entities.values()), MOST_REMEMBERED)

    def remembered(self, sentence: int) -> Iterator[Referent]:
        """Who may be meant in the sentence of this number, the latest mentioned first."""
        return (entity for entity in self.latest() if sentence - entity.sentence <= _FARTHEST)

    def key_of(self, head: Token) -> str | None:
        """The key of whom the head of a phrase stands for, as far as is known by now."""
        if head.pos_ == "PRON":
            return self._meant.get(head.i)
        named = self.name_at(head)
        if named is None and (span := name_of(self.view, head)) is not None:
            named = self.name_at(span[-1])
        if named is None:
            named = next(iter(described_by(self.view, head)), None)
        return _key_of_noun(head) if named is None else named.key

    def called(self, entity: Referent, pronoun: Token, kind: str) -> float | None:
        """How much of the pronouns for the entity, this one aside, are of the kind: 0 to 1."""
        shares, own = self._shares[entity.key], self._calls.get(pronoun.idx)
        mine = own.share if own is not None and own.key == entity.key else 0.0
        total = sum(shares.values()) - mine
        return None if total < _HEARD else (shares[kind] - mine) / total

    def speaker_ahead(self, token: Token) -> Token | None:
        """The pronoun that tells, behind the words that begin here, who says them."""
        at = bisect_left(self._starts, token.idx)
        for speech in self.speeches[at : at + _NESTED]:
            speaker = speech.speaker
            if speech.start > token.idx + len(token) or speaker is None:
                return None
            if speech.is_direct and speaker.pos_ == "PRON" and speaker.i > token.i:
                return speaker
        return None

    def last_to_speak(self, token: Token) -> Referent | None:
        """Who says the nearest words before that are not the token's own, if that is known."""
        for speech in reversed(self.speeches[: bisect_left(self._starts, token.idx)]):
            speaker = speech.speaker
            if speaker is not None and speaker.i < token.i and not _repeats(speaker, token):
                return self._entities.get(self.key_of(speaker) or "")
        return None

    def everyone(self) -> Iterator[Referent]:
        """All that the article has mentioned so far."""
        return iter(self._entities.values())

    def entity_at(self, token: Token) -> Referent | None:
        """Whom a token in or before this place names, if it is a name."""
        name = self.name_at(token)
        return None if name is None else self.entity_of(name)

    def entity_of(self, name: Name) -> Referent:
        """Whom the name stands for, mentioned yet or not."""
        return self._entities.get(name.key) or self._new(name)

    def name_at(self, token: Token) -> Name | None:
        """The name that the token is part of."""
        at = bisect_right(self._name_starts, token.i) - 1
        held = at >= 0 and token.i < self.names[at].span.end
        return self.names[at] if held else None

    def names_between(self, first: int, end: int) -> Sequence[Name]:
        """The names that begin from one token up to another."""
        return self.names[
            bisect_left(self._name_starts, first) : bisect_left(self._name_starts, end)
        ]

    def speeches_of(self, speaker: Token) -> Sequence[Speech]:
        """What the token is the speaker of."""
        return self._by_speaker.get(speaker.i, ())

    def speeches_around(self, token: Token) -> Iterator[Speech]:
        """The speeches in which the token stands, the innermost first."""
        at = bisect_right(self._starts, token.idx)
        near = reversed(self.speeches[max(0, at - _NESTED) : at])
        return (speech for speech in near if speech.end > token.idx)

    def _is_stop(self, token: Token, begun: Set[int]) -> bool:
        at = token.i
        return (
            token.pos_ in _MENTIONING
            or (token.pos_ == "PROPN" and naming.title(token.text) is not None)
            or at in self._name_at
            or at in self._by_speaker
            or token.idx in begun
        )

    def _is_person(self, token: Token) -> bool:
        """Whether the noun stands for people: by what it means, or because it speaks."""
        if token.pos_ == "PROPN" and self.name_at(token) is None:
            return naming.title(token.text) is not None and has_article(token)  # "the Mayor"
        if token.pos_ != "NOUN":
            return False
        return is_person_noun(token) or (token.i in self._by_speaker and is_speaking_person(token))

    def _new(self, name: Name) -> Referent:
        return Referent(
            key=name.key, kind=name.kind, gender=name.gender,
            given_gender=name.given_gender, is_plural=False, names=[name],
            last=name.span[0], sentence=self.view.sentence_number(name.span[0]),
        )  # fmt: skip

    def _mention(self, key: str, token: Token, name: Name | None) -> None:
        entity = self._entities.get(key)
        if entity is None:
            entity = Referent(
                key=key,
                kind=name.kind if name else "person",
                gender=name.gender if name else gender_of(token),
                given_gender=name.given_gender if name else None,
                is_plural=name is None and token.tag_ in _PLURAL,
                names=[],
                last=token,
                sentence=-1,
                mentions=0,
            )
        if name is None:
            entity.noun = token
        else:
            if name.span.start == token.i:
                entity.names.append(name)
            elif not entity.names:
                entity.names = [name]
            if key == name.key:
                entity.gender = entity.gender or name.gender
                entity.given_gender = entity.given_gender or name.given_gender
            entity.kind = (
                name.kind if entity.kind == "other" or name.kind == "person" else entity.kind
            )
        head = name.span.root if name is not None and name.span.start == token.i else token
        self._entities[key] = entity
        self._seen(entity, head)

    def _seen(self, entity: Referent, head: Token) -> None:
        number = self.view.sentence_number(head)
        entity.opens_sentence = number != self._opened
        self._opened = number
        entity.last, entity.sentence = head, number
        entity.line = self.view.line_number(head.idx)
        entity.is_subject = is_subject(head)
        entity.is_outside = self.view.is_outside(head)
        if entity.is_subject and entity.is_outside and head.head.dep_ in _MAIN:
            entity.subject_in = number
        entity.in_heading = self.view.article.has_heading(head.idx, head.idx + len(head))
        entity.mentions += 1
        self._entities[entity.key] = self._entities.pop(entity.key)  # the latest stands last

    def _speak(self, token: Token, entity: Referent | None = None) -> None:
        speeches = self._by_speaker.get(token.i, ())
        if not any(speech.holds_floor for speech in speeches):
            return
        if entity is None and token.pos_ != "PRON":
            entity = self._entities.get(self.key_of(token) or "")
        if entity is not None:
            if entity.kind == "other":
                entity.kind = "person"  # whoever speaks under a name that is no group's
            self.spoke = (token, entity)


def _key_of_noun(noun: Token) -> str:
    """The key of whom a noun stands for, several apart from one."""
    return f"-{noun.lemma_.lower()}{'+' if noun.tag_ in _PLURAL else ''}"


def _repeats(one: Token, other: Token) -> bool:
    """Whether it is the same pronoun again: "it read. “…,” it read"."""
    return one.pos_ == other.pos_ == "PRON" and one.lower_ == other.lower_


def is_subject(token: Token) -> bool:
    """Whether the token is a subject, or stands beside one: "Ruiz and Roe", "the coach, Roe"."""
    return token.dep_ in SUBJECTS or (
        token.dep_ in {"conj", "appos"} and token.head.dep_ in SUBJECTS
    )
