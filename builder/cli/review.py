"""`dossier review`: the open questions of a dossier, one after the other, worst first.

On a terminal one key answers, and the decision stands in `editorial.yml` at once. Elsewhere, and
with `--list` or `--json`, the questions are printed and nothing is written.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any

import click
import typer

from builder.cli.console import CORES, HERE, Folder, Verbose, say, tell
from builder.errors import EditorialError, printable
from builder.model.article import Article, Passage
from builder.model.dossier import Dossier
from builder.model.ids import ArticleId
from builder.overrides import FILE
from builder.parallel import Processes
from builder.pipeline import resolve_folder
from builder.questions import Answer, Question, names_in, questions_of
from builder.questions.question import OPEN
from builder.render.phrases import counted

_AROUND = 120  # characters shown before and after a passage

Articles = Mapping[ArticleId, Article]


def review(
    folder: Folder = HERE,
    *,
    list_: Annotated[
        bool, typer.Option("--list", help="Print the questions, and ask nothing.")
    ] = False,
    json_: Annotated[
        bool, typer.Option("--json", help="The same, one JSON object a line.")
    ] = False,
    most: Annotated[
        int | None, typer.Option("--most", help="No more questions than this.", min=1)
    ] = None,
    verbose: Verbose = False,
) -> None:
    """Ask what the machine is unsure of, the most harmful first, and write down the answers."""
    resolved = resolve_folder(folder, report=say, workers=Processes(CORES))
    for problem in resolved.problems:
        tell(problem, verbose=verbose)
    questions = questions_of(resolved.dossier)
    articles = {record.id: record.article for record in resolved.dossier.articles}
    asked = questions[:most]
    if json_:
        for question in asked:
            typer.echo(json.dumps(_row(question, articles), ensure_ascii=False))
    elif list_ or not (sys.stdin.isatty() and sys.stdout.isatty()):
        for number, question in enumerate(asked, start=1):
            typer.echo("\n".join((*_told(question, number, len(questions), articles), "")))
    else:
        _ask(asked, resolved.dossier, articles, lambda decisions: _write(folder, decisions))
        return
    say(f"{counted(len(questions), 'question')}, {len(asked)} shown.")


Write = Callable[[Sequence[Mapping[str, Any]]], bool]


def _ask(
    questions: Sequence[Question], dossier: Dossier, articles: Articles, write: Write
) -> None:
    """Ask until all is answered, or until the maintainer stops."""
    written = 0
    open_ = [question for question in questions if question.accept or question.reject]
    for number, question in enumerate(open_, start=1):
        typer.echo("\n".join(_told(question, number, len(open_), articles)))
        answer = _answered(question, dossier)
        if answer is None:
            break
        if answer.decisions and write(answer.decisions):
            typer.echo(f"  Written: {answer.words}.\n")
            written += len(answer.decisions)
    say(f"{counted(written, 'decision')} written to {FILE}.")
    if more := len(questions) - len(open_):
        say(f"{counted(more, 'question')} no key can answer: dossier review --list shows them.")
    if written:
        say("Build again to see what they change: dossier build")


def _answered(question: Question, dossier: Dossier) -> Answer | None:
    """What the maintainer decides by a key; no decisions to skip, `None` to stop."""
    keys = {"a": question.accept, "o": question.other, "r": question.reject}
    words = [f"{key} {answer.words}" for key, answer in keys.items() if answer]
    named = any(decision.get("to") == OPEN for decision in question.template)
    choices = " · ".join((*words, *(["n another name"] * named), "s skip", "q stop"))
    while True:
        typer.echo(f"  {printable(choices)} ", nl=False)
        key = _key()
        typer.echo(key)
        chosen = keys.get(key)
        if chosen:
            return chosen
        if key == "n" and named and (other := _named(question, dossier)):
            return other
        if key == "s":
            return Answer(words="", decisions=())
        if key == "q":
            return None


def _key() -> str:
    """The key that is pressed; Ctrl-C and the end of the input stop, as `q` does."""
    try:
        return click.getchar().lower()
    except (KeyboardInterrupt, EOFError):
        return "q"


def _named(question: Question, dossier: Dossier) -> Answer | None:
    name = typer.prompt("  Who", default="", show_default=False).strip()
    known = names_in(dossier).get(name.casefold(), ())
    if len(known) != 1:
        many = "Several in the dossier are" if known else "Nobody in the dossier is"
        typer.echo(f"  {many} called “{name}”. Write a name or an id as on its page.")
        return None
    decisions = tuple({**decision, "to": known[0]} for decision in question.template)
    return Answer(words=name, decisions=decisions)


def _write(folder: Folder, decisions: Sequence[Mapping[str, Any]]) -> bool:
    """Whether they could be written; if not, why is said."""
    from builder.overrides.writing import (  # noqa: PLC0415 - ruamel.yaml, for answers alone
        write_decisions,
    )

    today = datetime.now().astimezone().date()
    try:
        write_decisions(folder, [{**one, "why": "reviewed", "on": today} for one in decisions])
    except EditorialError as problem:
        say(f"  Not written. {problem}")
        return False
    return True


def _told(question: Question, number: int, total: int, articles: Articles) -> Iterator[str]:
    yield f"[{number} of {total}] {printable(question.asks)}"
    for passage in question.passages:
        before, words, after = _context(passage, articles)
        yield printable(f"  {passage.article}: {before}»{words}«{after}")
    yield from (f"  {printable(line)}" for line in question.lines)


def _context(passage: Passage, articles: Articles) -> tuple[str, str, str]:
    """The words of the passage, with those before and after it in its paragraph."""
    article = articles[passage.article]
    before = article.text[: passage.start].rpartition("\n")[2]
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:].partition(' ')[2]}"
    after = article.text[passage.end :].partition("\n")[0]
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]}…"
    return before, article.wording(passage.start, passage.end), after


def _row(question: Question, articles: Articles) -> dict[str, Any]:
    def decisions(answer: Answer | None) -> list[Mapping[str, Any]] | None:
        return None if answer is None else list(answer.decisions)

    return {
        "id": question.id,
        "kind": question.kind,
        "asks": question.asks,
        "passages": [
            {
                "article": passage.article, "start": passage.start, "end": passage.end,
                "text": passage.text, "before": before, "after": after,
            }
            for passage in question.passages
            for before, _, after in (_context(passage, articles),)
        ],
        "accept": decisions(question.accept),
        "other": decisions(question.other),
        "reject": decisions(question.reject),
        "lines": list(question.lines),
    }  # fmt: skip
