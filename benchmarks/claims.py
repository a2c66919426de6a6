"""Which statements tell one fact: scored on whole stories, and the weights learned from them.

`python -m benchmarks.claims --gold FOLDER` scores each story of the annotations with weights that
were learned without it, beside the plain baseline: sentences clustered by the words they share.
`--learn` writes the weights learned from all of them to `builder/data/claim_weights.yml`. The
invented stories of `tests/stories` and `invented_stories` and pairs of headlines are learned from
too, never scored here.
Read with it: `claims.md`, what goes wrong and why.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from benchmarks.claims_baseline import baseline
from benchmarks.stories import OWN, Story, stories_in, story_of
from builder.export import dossier_row
from builder.model.article import Metadata, RawArticle
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve import dossier_of
from builder.resolve.claims import matching
from builder.resolve.claims.arrays import Table
from builder.resolve.claims.comparable import ComparableStatement, tellings_of
from builder.resolve.claims.features import FEATURES
from builder.resolve.entities import entities_of
from builder.resolve.times import timexes_of
from builder.settings import Settings

WEIGHTS = Path(__file__).parent.parent / "builder" / "data" / "claim_weights.yml"
_UNKNOWN = 0.01  # weight of a pair of which one side tells nothing annotated: mostly another fact
# A pair of headlines: no story stands around it. What is the same counts more, since recall counts
# as much as precision there.
_SAME_HEADLINES, _OTHER_HEADLINES = 5.0, 0.6
_PENALTY = 0.3  # scikit-learn's C; 0.03 to 1 give the same figures within a point
_HEADER = """# What each feature of a pair of statements is worth: `resolve/claims/features.py`.
source: learned by `python -m benchmarks.claims --learn` from {stories} invented stories (those of
  `tests/stories` and `benchmarks/invented_stories` among them) and {headlines} pairs of headlines
  (SemEval STS)
licence: CC0-1.0
"""
Model = tuple[Table, float]
"""The weights by feature, and the base."""


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Pairs to learn from: their features, whether both tell one fact, how much each counts."""

    table: Table
    same: Table
    worth: Table


def main() -> None:
    """Score, and learn if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--learn", action="store_true")
    asked = parser.parse_args()
    scored = list(stories_in([asked.gold / "stories-dev"]))
    own = list(stories_in(OWN))
    pairs = {story.name: pairs_of(story) for story in (*scored, *own)}
    headlines = headline_pairs(asked.gold / "claims-dev" / "sts-headlines-dev.jsonl")
    rows, guesses = [], []
    for story in scored:
        others = [found for name, found in pairs.items() if name != story.name]
        model = learned([*others, headlines])
        guesses.append(probabilities(model, pairs[story.name].table))
        with mock.patch.object(matching, "_weights", return_value=model):
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
        write(learned([*pairs.values(), headlines]), len(pairs), len(headlines.same))


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


def learned(pairs: Sequence[Pairs]) -> Model:
    """The weights of a logistic regression."""
    table = np.concatenate([one.table for one in pairs])
    scale = StandardScaler().fit(table)
    model = LogisticRegression(C=_PENALTY, max_iter=3000).fit(
        scale.transform(table),
        np.concatenate([one.same for one in pairs]),
        sample_weight=np.concatenate([one.worth for one in pairs]),
    )
    weights = model.coef_[0] / scale.scale_
    return weights, float(model.intercept_[0] - weights @ scale.mean_)


def probabilities(model: Model, table: Table) -> Table:
    """What the product would say with these weights."""
    with mock.patch.object(matching, "_weights", return_value=model):
        return matching.probabilities(table)


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


def write(model: Model, stories: int, headlines: int) -> None:
    """Put the weights where the product reads them."""
    weights, base = model
    told = {name: round(float(weight), 3) for name, weight in zip(FEATURES, weights, strict=True)}
    known = {"entries": {"base": round(base, 3), "features": told}}
    head = _HEADER.format(stories=stories, headlines=headlines)
    body = yaml.safe_dump(known, sort_keys=False, allow_unicode=True)
    WEIGHTS.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
