"""Which rules earn their keep: each is taken away in turn, and what changes is printed.

A rule is a function of `builder.extract` or `builder.resolve` that answers yes or no. First it is
counted how often each is asked, and answers yes, on the whole stories of the annotations; then
each that ever does always answers no. `python -m benchmarks.ablate --gold FOLDER --only quotes`
asks those alone whose dotted name holds "quotes"; all of them take two hours. `--count FILE` only
counts, on the JSON lines of `FILE` (`text`, and `story` where texts belong together).
"""

import argparse
import importlib
import inspect
import json
import pkgutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from builder.annotate import annotate, load_pipeline
from builder.clean import clean
from builder.export import dossier_row
from builder.extract import findings_of
from builder.model.article import Article, Metadata, RawArticle
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.settings import Settings

PACKAGES = ("builder.extract", "builder.resolve")
Rule = Callable[..., bool]
Stories = Mapping[str, Sequence[tuple[Article, Doc]]]
Figures = Mapping[str, float | None]


def rules() -> dict[str, Rule]:
    """Every function that answers yes or no, by its dotted name."""
    found: dict[str, Rule] = {}
    for package in map(importlib.import_module, PACKAGES):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(info.name)
            for name, value in vars(module).items():
                plain = inspect.unwrap(value) if callable(value) else None
                own = inspect.isfunction(plain) and plain.__module__ == info.name
                if own and plain.__annotations__.get("return") is bool:
                    found[f"{info.name}.{name}"] = value
    return found


@contextmanager
def instead_of(rule: Rule, other: Rule) -> Iterator[None]:
    """Every module asks the other function as long as the context lasts."""
    places = [
        (module, name)
        for key, module in tuple(sys.modules.items())
        if key.startswith("builder")
        for name, value in tuple(vars(module).items())
        if value is rule
    ]
    for module, name in places:
        setattr(module, name, other)
    try:
        yield
    finally:
        for module, name in places:
            setattr(module, name, rule)


def counted(found: Mapping[str, Rule], stories: Stories) -> dict[str, Counter[bool]]:
    """How often each rule answers no and yes."""
    answers: dict[str, Counter[bool]] = {name: Counter() for name in found}

    def counting(name: str, rule: Rule) -> Rule:
        def asked(*words: object, **named: object) -> bool:
            answer = rule(*words, **named)
            answers[name][bool(answer)] += 1
            return answer

        return asked

    with ExitStack() as patched:
        for name, rule in found.items():
            patched.enter_context(instead_of(rule, counting(name, rule)))
        resolved(stories)
    return answers


def resolved(stories: Stories) -> list[str]:
    """The dossiers of the stories, as JSON lines."""
    lines = []
    for story, read in stories.items():
        articles = [article for article, _ in read]
        findings = [findings_of(doc, article) for article, doc in read]
        dossier = dossier_of(
            articles, findings, settings=Settings(), decisions=Decisions(), permalinks=Permalinks()
        )
        lines.append(json.dumps({"story": story, **dossier_row(dossier)}, ensure_ascii=False))
    return lines


def scored(gold: Path, stories: Stories) -> Figures:
    """What the scorer of whole stories says, by figure: how many of how many."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("\n".join(resolved(stories)))
        out.flush()
        folders = sorted(str(path.parent) for path in gold.glob("stories-dev/*/gold.yml"))
        script = str(gold / "score_stories.py")
        command = [sys.executable, script, "--gold", *folders, "--pred", out.name, "--json"]
        told = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    figures: Figures = json.loads(told)
    return figures


def stories_in(gold: Path) -> Stories:
    """The stories of the annotations, read by the language model once."""
    folders = sorted(str(path.parent) for path in gold.glob("stories-dev/*/gold.yml"))
    command = [sys.executable, str(gold / "score_stories.py"), "--prepare", *folders]
    rows = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return _read(rows.splitlines())


def texts_in(file: Path) -> Stories:
    """The texts of a file of JSON lines; one without a story is a story of its own."""
    return _read(file.read_text(encoding="utf-8").splitlines())


def _read(rows: Iterable[str]) -> Stories:
    found: dict[str, list[Article]] = {}
    for row in map(json.loads, rows):
        day = row.get("published") or row.get("dct") or row.get("date")
        published = date.fromisoformat(day) if day else None
        metadata = Metadata(published=published, outlet=row.get("outlet"))
        id_ = ArticleId(row["doc_id"])
        raw = RawArticle(id=id_, file=id_, text=row["text"], sha256="", metadata=metadata)
        found.setdefault(row.get("story", id_), []).append(clean(raw))
    nlp = load_pipeline(Settings().language_model)
    return {story: list(annotate(articles, nlp)) for story, articles in found.items()}


def _no(*_words: object, **_named: object) -> bool:
    return False


def main() -> None:
    """Print one line for each rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--only", default="", help="part of the dotted name")
    parser.add_argument("--count", type=Path, help="JSON lines of texts: count alone, on these")
    told = parser.parse_args()
    if told.count:
        for name, answers in counted(rules(), texts_in(told.count)).items():
            print(f"{name}: asked {sum(answers.values())}, yes {answers[True]}")
        return
    stories, found = stories_in(told.gold), rules()
    answers, base = counted(found, stories), scored(told.gold, stories)
    for name, rule in found.items():
        asked = f"{name}: asked {sum(answers[name].values())}, yes {answers[name][True]}"
        if not answers[name][True]:
            print(asked, flush=True)
        elif told.only in name:
            with instead_of(rule, _no):
                without = scored(told.gold, stories)
            moved = [
                f"{figure} {base[figure]} -> {without[figure]}"
                for figure in base
                if base[figure] != without[figure]
            ]
            print(f"{asked}; without it: {', '.join(moved) or 'nothing moves'}", flush=True)


if __name__ == "__main__":
    main()
