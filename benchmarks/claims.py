"""Which statements tell one fact: scored on whole stories, and the weights learned from them.

`python -m benchmarks.claims --gold FOLDER` scores each story of the annotations with weights that
were learned without it, beside the plain baseline: sentences clustered by the words they share.
`--learn` writes the weights learned from all of them to `builder/data/claim_weights.yml` and, for
figures that differ, to `rival_weights.yml`. The
invented stories of `tests/stories` and `invented_stories` and pairs of headlines are learned from
too, never scored here.
Read with it: `claims.md`, what goes wrong and why.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest import mock

import numpy as np
from sklearn.metrics import average_precision_score

from benchmarks import events
from benchmarks.claims_baseline import baseline
from benchmarks.learning import Pairs, learned, without, write
from benchmarks.stories import OWN, Story, stories_in, story_of
from builder.export import dossier_row
from builder.model.article import Metadata, Passage, RawArticle
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.resolve.claims import matching, rivals
from builder.resolve.claims.comparable import ComparableStatement, tellings_of
from builder.resolve.claims.features import FEATURES
from builder.resolve.claims.figures import Figures, figures_of
from builder.resolve.entities import entities_of
from builder.resolve.regression import Model
from builder.resolve.times import timexes_of
from builder.settings import Settings

_UNKNOWN_FIGURE = 0.3  # the same of figures, of which few are annotated
_BESIDE = 3  # characters: a hedge before the figure, "per cent" behind it
_UNKNOWN = 0.01  # weight of a pair of which one side tells nothing annotated: mostly another fact
# A pair of headlines: no story stands around it. What is the same counts more, since recall counts
# as much as precision there.
_SAME_HEADLINES, _OTHER_HEADLINES = 5.0, 0.6
_HEADS = {
    "claim_weights": """\
# What each feature of a pair of statements is worth (`resolve/claims/features.py`).
source: learned by `python -m benchmarks.claims --learn` from {stories} invented stories (those of
  `tests/stories` and `benchmarks/invented_stories` among them) and {headlines} pairs of headlines
  (SemEval STS)
licence: CC0-1.0
""",
    "rival_weights": """\
# What each feature of two figures that differ is worth: `resolve/claims/rivals.py`.
source: learned by `python -m benchmarks.claims --learn` from the differences and updates of the
  same {stories} invented stories
licence: CC0-1.0
""",
}


def main() -> None:
    """Score, and learn if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--learn", action="store_true")
    asked = parser.parse_args()
    scored = list(stories_in([asked.gold / "stories-dev"]))
    stories = [*scored, *stories_in(OWN)]
    pairs = {story.name: pairs_of(story) for story in stories}
    headlines = headline_pairs(asked.gold / "claims-dev" / "sts-headlines-dev.jsonl")
    models = {name: learned([*without(name, pairs), headlines]) for name in pairs}
    figures = {}
    for story in stories:
        with weighed(models[story.name]):
            figures[story.name] = figure_pairs_of(story)
    rows, guesses, happened = [], [], events.models_of(stories)
    for story in scored:
        rival = learned(without(story.name, figures))
        with weighed(models[story.name], rival), events.weighed(happened[story.name]):
            guesses.append(matching.probabilities(pairs[story.name].table))
            rows.append(dossier_line(story))
    kept = np.concatenate([pairs[story.name].worth for story in scored]) == 1
    same = np.concatenate([pairs[story.name].same for story in scored])[kept]
    print(f"average precision {average_precision_score(same, np.concatenate(guesses)[kept]):.3f}")
    print("== each story with weights learned without it", score(asked.gold, rows), sep="\n")
    print(
        "== sentences by shared words",
        score(asked.gold, (baseline(story.name, story.findings) for story in scored)),
        sep="\n",
    )
    if asked.learn:
        told = {"stories": len(stories), "headlines": len(headlines.same)}
        claims, rival = learned([*pairs.values(), headlines]), learned(list(figures.values()))
        write("claim_weights", _HEADS["claim_weights"].format(**told), FEATURES, claims)
        write("rival_weights", _HEADS["rival_weights"].format(**told), rivals.FEATURES, rival)


def statements_of(story: Story) -> tuple[ComparableStatement, ...]:
    """The statements as they are compared."""
    entities = entities_of(story.articles, story.findings, Decisions(), Settings(), Permalinks())
    published = {article.id: article.metadata.published for article in story.articles}
    timexes = timexes_of(published, story.findings)
    dated = {article: day for article, day in published.items() if day}
    return tellings_of(story.findings, entities, timexes, dated)


def pairs_of(story: Story) -> Pairs:
    """The pairs of a story: the same where both stand for a telling of one annotated fact."""
    statements = statements_of(story)
    facts = [facts_told(story, one) for one in statements]
    ones, others, tables = matching.compared(statements)
    pairs = list(zip(ones.tolist(), others.tolist(), strict=True))
    known = [bool(facts[one]) and bool(facts[other]) for one, other in pairs]
    return Pairs(
        table=np.concatenate(list(tables)),
        same=np.array([not facts[one].isdisjoint(facts[other]) for one, other in pairs], float),
        worth=np.where(known, 1.0, _UNKNOWN),
    )


def figure_pairs_of(story: Story) -> Pairs:
    """The pairs of figures that differ: rivals where they stand in two values of one fact."""
    statements = statements_of(story)
    meetings, table = rivals.compared_figures(statements, matching.matched(statements))
    told = {
        (at, place): _values_told(story, statements[at].passage, figures_of(statements[at]), place)
        for at, place in {place for met in meetings for place in (met.one, met.other)}
    }
    changing = {
        fact["id"]
        for fact in story.gold["facts"]
        if fact["differs"] in {"number", "date"} or fact.get("update")
    }
    same, worth = [], []
    for mine, yours in ((told[met.one], told[met.other]) for met in meetings):
        both = mine.keys() & yours.keys()
        apart = any(mine[fact] != yours[fact] for fact in both & changing)
        known = 1.0 if mine and yours else _UNKNOWN_FIGURE
        same.append(float(apart))
        worth.append(0.0 if both and not apart else known)
    return Pairs(table=table, same=np.array(same), worth=np.array(worth))


def _values_told(story: Story, own: Passage, figures: Figures, place: int) -> dict[str, str]:
    """The annotated facts in whose tellings the figure stands, each with the value there."""
    text = next(article.text for article in story.articles if article.id == own.article)
    quantity, found = figures.quantities[place], {}
    for fact in story.gold["facts"]:
        for told in fact["told"]:
            if told["article"] == own.article and told["text"] in text:
                start = text.index(told["text"])
                end = start + len(told["text"])
                begins = own.start + quantity.start >= start - _BESIDE
                if begins and own.start + quantity.end <= end + _BESIDE:
                    found[fact["id"]] = str(told.get("value"))
    return found


def facts_told(story: Story, statement: ComparableStatement) -> frozenset[str]:
    """The annotated facts that it stands for: they share half of the shorter one's characters."""
    texts = {article.id: article.text for article in story.articles}
    own, found = statement.passage, set()
    for fact in story.gold["facts"]:
        for told in fact["told"]:
            if told["article"] != own.article or told["text"] not in texts[own.article]:
                continue
            start = texts[own.article].index(told["text"])
            length, size = own.end - own.start, len(told["text"])
            both = min(own.end, start + size) - max(own.start, start)
            if length <= 2 * size + 120 and both >= 0.5 * min(length, size):
                found.add(fact["id"])
    return frozenset(found)


def headline_pairs(file: Path) -> Pairs:
    """Pairs of headlines that people judged the same or another."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    tables, same = [], []
    for row in rows:
        if row["label"] is None:
            continue
        raws = [
            RawArticle(id=side, file=side, text=row[side], sha256="", metadata=Metadata())
            for side in ("a", "b")
        ]
        ones, _, found = matching.compared(
            statements_of(story_of("", raws, {}, all_sentences=True))
        )
        if len(ones) == 1:
            tables.extend(found)
            same.append(float(row["label"]))
    told = np.array(same)
    worth = np.where(told == 1, _SAME_HEADLINES, _OTHER_HEADLINES)
    return Pairs(table=np.concatenate(tables), same=told, worth=worth)


@contextmanager
def weighed(claims: Model, rival: Model | None = None) -> Iterator[None]:
    """The product with these weights."""
    with ExitStack() as stack:
        for module, model in ((matching, claims), (rivals, rival)):
            if model is not None:
                stack.enter_context(mock.patch.object(module, "_weights", return_value=model))
        yield


def dossier_line(story: Story) -> str:
    """The resolved story, as the scorer reads it."""
    dossier = dossier_of(
        story.articles, story.findings, settings=Settings(), decisions=Decisions(),
        permalinks=Permalinks(),
    )  # fmt: skip
    return json.dumps({"story": story.name, **dossier_row(dossier)}, ensure_ascii=False)


def score(gold: Path, lines: Iterable[str]) -> str:
    """What the scorer of whole stories prints."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.write("\n".join(lines))
        out.flush()
        folders = sorted(str(path.parent) for path in gold.glob("stories-dev/*/gold.yml"))
        script = str(gold / "score_stories.py")
        command = [sys.executable, script, "--gold", *folders, "--pred", out.name]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout


if __name__ == "__main__":
    main()
