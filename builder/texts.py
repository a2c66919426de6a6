"""Texts that are no files of `seeds/`: rows of other programs in, findings or stories out.

What `dossier extract` and `dossier resolve` do, and the library's two functions of these names.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import KW_ONLY, dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from builder.clean import clean
from builder.export import dossier_row, findings_row
from builder.export.findings import FindingsRow
from builder.faults import LEFT_OUT, Fault, FaultError, apart, attempt
from builder.findings import model_and_version, read
from builder.jsonl import Text
from builder.model.article import Article, Metadata, RawArticle
from builder.model.dossier import Dossier
from builder.model.findings import Findings, Read
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.parallel import ALONE, PARALLEL_FROM, Workers
from builder.partitions import Partitions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings

OnFault = Callable[[Fault], None]
Row = dict[str, Any]
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An article, and its findings where they are kept from an earlier run."""

    article: Article
    known: Findings | None = None
    is_new: bool = False
    """Whether the article was read by this run."""

    @property
    def file(self) -> str:
        """What it is called where it ends its worker."""
        return self.article.file


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story, and what it is made of: texts, or articles that are cleaned already."""

    story: str
    members: Sequence[Text | _Asked | Fault]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolved:
    """A story's row, what had to be left out of it, and what was read now."""

    row: Row | None
    """None where nothing of the story can be read."""
    faults: tuple[Fault, ...]
    fresh: tuple[Read, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Extracted:
    """A row, and what it was made of."""

    article: Article
    findings: Findings
    is_new: bool
    """Whether the article was read now."""
    row: FindingsRow


def raise_fault(fault: Fault) -> NoReturn:
    """Raise the fault that a text was met with: what `extract` and `resolve` do unless told."""
    raise FaultError(fault, consequence=LEFT_OUT)


def extract(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    findings: Path | None = None,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[FindingsRow]:
    """What each text holds, as the contract's `extract` lines.

    Holds a batch of texts in memory, not all of them. `findings` is a folder that keeps what is
    found, so that the next run reads only the texts that are not there yet. `workers` as in
    `build`. A text that the builder fails on is left out, after `on_fault` was called with the
    fault. Raises `DossierError` where findings cannot be kept.
    """
    settings = settings or Settings()
    if findings is None:
        rows = workers.share(partial(_extract, settings=settings), texts)
    else:
        kept = _partitions(findings, settings)
        rows = _then_closed(kept, _extract_unkept(texts, kept, settings, workers))
    return _sound(rows, on_fault)


def resolve(
    texts: Iterable[Text],
    *,
    settings: Settings | None = None,
    all_statements: bool = False,
    findings: Path | None = None,
    workers: Workers = ALONE,
    on_fault: OnFault = raise_fault,
) -> Iterator[Row]:
    """Each story of the texts, as the contract's `resolve` lines; a story's texts stand together.

    With `all_statements`, every sentence is a statement. Stories are shared out among `workers`
    whole; of one with many texts the reading is shared out before. Holds a story in memory, or a
    few batches of small ones for each worker. `findings` as in `extract`; `on_fault` as there,
    called too for a story that is left out.
    """
    settings = settings or Settings()
    kept = (
        None if findings is None else _partitions(findings, settings, all_sentences=all_statements)
    )
    shared = _Shared(workers, settings, kept, all_sentences=all_statements)
    rows = _rows_of(texts, shared)
    return _sound(rows if kept is None else _then_closed(kept, rows), on_fault)


def _partitions(folder: Path, settings: Settings, *, all_sentences: bool = False) -> Partitions:
    model = model_and_version(settings.language_model)
    return Partitions(folder, language_model=model, all_sentences=all_sentences)


def _then_closed(kept: Partitions, rows: Iterator[Result]) -> Iterator[Result]:
    """The rows; what was found is kept at the end, however it comes."""
    with closing(kept):
        yield from rows


def _sound(rows: Iterable[Result | Fault], on_fault: OnFault) -> Iterator[Result]:
    for row in rows:
        if isinstance(row, Fault):
            on_fault(row)
        else:
            yield row


@dataclass(frozen=True, slots=True)
class _Shared:
    """Who reads and compares stories, and how."""

    workers: Workers
    settings: Settings
    kept: Partitions | None
    _: KW_ONLY
    all_sentences: bool

    def resolved(self, stories: Iterable[_Story]) -> Iterator[_Resolved | Fault]:
        """What is made of each story, in order."""
        work = partial(_resolve, settings=self.settings, all_sentences=self.all_sentences)
        return self.workers.share(work, stories, weight=_texts_of)

    def read(self, story: _Story) -> _Story:
        """The story with its texts read, shared out one by one."""
        work = partial(_read, settings=self.settings, all_sentences=self.all_sentences)
        return _Story(story=story.story, members=tuple(self.workers.share(work, story.members)))

    def known(self, story: str, texts: Sequence[Text]) -> _Story:
        """The story of these texts, with what is kept of them."""
        kept = self.kept
        if kept is None:
            return _Story(story=story, members=texts)
        articles = map(_article, texts)
        return _Story(
            story=story,
            members=tuple(
                each if isinstance(each, Fault) else _Asked(article=each, known=kept.get(each))
                for each in articles
            ),
        )


def _rows_of(texts: Iterable[Text], shared: _Shared) -> Iterator[Row | Fault]:
    sent: deque[_Story] = deque()

    def stories() -> Iterator[_Story]:
        for name, members in groupby(texts, key=lambda text: text.story):
            story = shared.known(name, list(members))
            sent.append(story)
            yield shared.read(story) if _texts_of(story) >= PARALLEL_FROM else story

    for done in shared.resolved(stories()):
        story, made = sent.popleft(), done
        if isinstance(made, Fault) and made.cause == "lost":  # one of its texts may have ended it
            made = next(shared.resolved([shared.read(story)]))
        if isinstance(made, Fault):
            yield made
            continue
        yield from made.faults
        if shared.kept is not None:
            for read in made.fresh:
                shared.kept.put(*read)
        if made.row is not None:
            yield made.row


def _texts_of(story: _Story) -> int:
    return len(story.members)


def _resolve(
    stories: Sequence[_Story], *, settings: Settings, all_sentences: bool
) -> list[_Resolved | Fault]:
    """What is made of each story, in order; the texts of all of them are read together."""
    every = [member for story in stories for member in story.members]
    read_now = iter(_read(every, settings=settings, all_sentences=all_sentences))
    return [
        attempt(
            partial(_resolved, story, [next(read_now) for _ in story.members], settings),
            stage="resolve",
            item=story.story,
        )
        for story in stories
    ]


def _resolved(story: _Story, members: Sequence[_Asked | Fault], settings: Settings) -> _Resolved:
    asked, faults = apart(members)
    found = [(each.article, each.known) for each in asked if each.known is not None]
    return _Resolved(
        row=_story_row(story.story, found, settings) if found else None,
        faults=tuple(faults),
        fresh=tuple((each.article, each.known) for each in asked if each.is_new and each.known),
    )


def _read(
    members: Sequence[Text | _Asked | Fault], *, settings: Settings, all_sentences: bool
) -> list[_Asked | Fault]:
    """The members with their findings, in order; those are cleaned and read that are not yet."""
    asked = [_asked(member) for member in members]
    unread = [each.article for each in asked if isinstance(each, _Asked) and each.known is None]
    model = settings.language_model
    now = iter(read(unread, language_model=model, all_sentences=all_sentences))
    done: list[_Asked | Fault] = []
    for each in asked:
        if isinstance(each, _Asked) and each.known is None:
            found = next(now)
            fresh = found if isinstance(found, Fault) else _Asked(
                article=found[0], known=found[1], is_new=True
            )  # fmt: skip
            done.append(fresh)
        else:
            done.append(each)
    return done


def _asked(member: Text | _Asked | Fault) -> _Asked | Fault:
    if not isinstance(member, Text):
        return member
    article = _article(member)
    return article if isinstance(article, Fault) else _Asked(article=article)


def _extract(texts: Sequence[Text], *, settings: Settings) -> list[FindingsRow | Fault]:
    articles = map(_article, texts)
    asked = [each if isinstance(each, Fault) else _Asked(article=each) for each in articles]
    found = _extract_asked(asked, settings=settings)
    return [each if isinstance(each, Fault) else each.row for each in found]


def _extract_unkept(
    texts: Iterable[Text], kept: Partitions, settings: Settings, workers: Workers
) -> Iterator[FindingsRow | Fault]:
    articles = map(_article, texts)
    asked = (
        each if isinstance(each, Fault) else _Asked(article=each, known=kept.get(each))
        for each in articles
    )  # fmt: skip
    for each in workers.share(partial(_extract_asked, settings=settings), asked):
        if isinstance(each, Fault):
            yield each
        else:
            if each.is_new:
                kept.put(each.article, each.findings)
            yield each.row


def _extract_asked(
    asked: Sequence[_Asked | Fault], *, settings: Settings
) -> list[_Extracted | Fault]:
    """The row of each article, in order; those are read now whose findings are not there."""
    unread = [each.article for each in asked if isinstance(each, _Asked) and each.known is None]
    now = iter(read(unread, language_model=settings.language_model))
    extracted: list[_Extracted | Fault] = []
    for each in asked:
        if isinstance(each, Fault):
            extracted.append(each)
            continue
        found = next(now) if each.known is None else (each.article, each.known)
        if not isinstance(found, Fault):
            work = partial(_extracted, *found, settings, is_new=each.known is None)
            extracted.append(attempt(work, stage="resolve", item=each.file))
        else:
            extracted.append(found)
    return extracted


def _extracted(
    article: Article, findings: Findings, settings: Settings, *, is_new: bool
) -> _Extracted:
    row = _findings_row(article, findings, settings)
    return _Extracted(article=article, findings=findings, is_new=is_new, row=row)


def _findings_row(article: Article, found: Findings, settings: Settings) -> FindingsRow:
    return findings_row(article, found, _dossier([(article, found)], settings))


def _story_row(story: str, found: Sequence[Read], settings: Settings) -> Row:
    return {"story": story, **dossier_row(_dossier(found, settings))}


def _dossier(found: Sequence[Read], settings: Settings) -> Dossier:
    articles, findings = zip(*found, strict=True)
    return dossier_of(
        articles, findings, settings=settings, decisions=Decisions(), permalinks=Permalinks()
    )


def _article(text: Text) -> Article | Fault:
    data = text.text.encode("utf-8", "surrogatepass")
    raw = RawArticle(
        id=ArticleId(text.doc_id),
        file=text.doc_id,
        text=text.text,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=Metadata(published=text.published, outlet=text.outlet),
    )
    return attempt(partial(clean, raw), stage="clean", item=raw.file)
