"""Which articles are one report: scored story by story, and the weights learned from stories.

`python -m benchmarks.lineages FOLDER…` prints, for the stories in the folders (each a folder with
`gold.yml` and its articles in `seeds/` or `articles/`, or a YAML file as in `lineage_stories/`),
how many pairs are found when the weights are learned from all the other stories; `--learn` writes
the weights learned from all to `builder/data/lineage_weights.yml`. The stories of
`tests/stories`, `invented_stories` and `lineage_stories` are always among them.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.stories import HERE, OWN, Story, stories_in
from builder.model.ids import ArticleId
from builder.overrides import Decisions
from builder.permalinks import Permalinks
from builder.resolve.entities import entities_of
from builder.resolve.entities.index import EntityIndex
from builder.resolve.lineages import lineages_of, pairs_of
from builder.resolve.lineages.features import PairFeatures
from builder.settings import Settings

SHORT = HERE / "lineage_stories"
_SHORT = 4  # articles of a story of `lineage_stories`
WEIGHTS = HERE.parent / "builder" / "data" / "lineage_weights.yml"
_LOOSE = 3.0  # inverse of the penalty; 1 loses a rewrite of `lineage_stories` without a quote
_HEADER = """# What each feature of a pair of articles speaks for their being one report:
# `resolve/lineages/features.py`. A logistic regression; `intercept` stands for sharing nothing.
source: learned by `python -m benchmarks.lineages` from {stories} invented stories, {pairs} pairs
  of articles of which {one} are one report
licence: CC0-1.0
"""

Pair = frozenset[ArticleId]


@dataclass(frozen=True, kw_only=True)
class Annotated:
    """A story, and which of its articles are one report or share a statement."""

    story: Story
    entities: EntityIndex
    lineages: frozenset[Pair]
    releases: frozenset[Pair]

    @cached_property
    def alone(self) -> tuple[PairFeatures, ...]:
        """The same for each pair of a short story as if there were no third article."""
        if len(self.story.articles) > _SHORT:
            return ()
        read = list(zip(self.story.articles, self.story.findings, strict=True))
        found = (
            pairs_of((one, other), (of_one, of_other), self.entities)
            for (one, of_one), (other, of_other) in combinations(read, 2)
        )
        return tuple(pair for pairs in found for pair in pairs if not pair.has_release)

    @cached_property
    def pairs(self) -> tuple[PairFeatures, ...]:
        """The features of all pairs that are compared, those of a press release left out."""
        found = pairs_of(self.story.articles, self.story.findings, self.entities)
        return tuple(pair for pair in found if not pair.has_release)


def annotated(story: Story) -> Annotated:
    """The story with its entities and its lineages as pairs."""
    gold = story.gold
    return Annotated(
        story=story,
        entities=entities_of(
            story.articles, story.findings, Decisions(), Settings(), Permalinks()
        ),
        lineages=_pairs(gold.get("lineages")),
        releases=_pairs(gold.get("releases") or gold.get("shared_releases")),
    )


def _pairs(groups: Iterable[Any] | None) -> frozenset[Pair]:
    listed = (group["articles"] if isinstance(group, dict) else group for group in groups or ())
    return frozenset(frozenset(pair) for group in listed for pair in combinations(group, 2))


def learned(stories: Sequence[Annotated]) -> dict[str, float]:
    """The weights of the features, and the intercept."""
    pairs = [
        (pair, {pair.one, pair.other} in story.lineages)
        for story in stories
        for pair in (*story.pairs, *story.alone)
    ]
    names = sorted(pairs[0][0].values)
    table = [[pair.values[name] for name in names] for pair, _ in pairs]
    model = LogisticRegression(C=_LOOSE, max_iter=1000).fit(table, [is_one for _, is_one in pairs])
    told = {
        name: round(float(weight), 2) for name, weight in zip(names, model.coef_[0], strict=True)
    }
    return {"intercept": round(float(model.intercept_[0]), 2), **told}


def scored(told: Annotated, weights: Mapping[str, float]) -> Counter[str]:
    """Pairs found, wanted and told for the two kinds of lineage."""
    found: dict[str, set[Pair]] = defaultdict(set)
    story = told.story
    for lineage in lineages_of(
        story.articles, story.findings, told.entities, Permalinks(), weights
    ):
        found[lineage.kind] |= {frozenset(pair) for pair in combinations(lineage.articles, 2)}
    counts: Counter[str] = Counter()
    for kind, wanted in (("wire", told.lineages), ("release", told.releases)):
        counts[f"{kind} found"] = len(found[kind] & wanted)
        counts[f"{kind} wanted"] = len(wanted)
        counts[f"{kind} told"] = len(found[kind])
    return counts


def figures(stories: Sequence[Annotated]) -> Iterator[str]:
    """Each story by the weights of the others, then the sum."""
    total: Counter[str] = Counter()
    for story in stories:
        counts = scored(story, learned([other for other in stories if other is not story]))
        total += counts
        yield f"{story.story.name}: {_told(counts)}"
    yield f"all: {_told(total)}"


def _told(counts: Counter[str]) -> str:
    return "; ".join(
        f"{kind}: {counts[f'{kind} found']} of {counts[f'{kind} wanted']} pairs found, "
        f"{counts[f'{kind} found']} of {counts[f'{kind} told']} right"
        for kind in ("wire", "release")
    )


def learn(stories: Sequence[Annotated]) -> None:
    """Write the weights anew."""
    pairs = [{pair.one, pair.other} in story.lineages for story in stories for pair in story.pairs]
    header = _HEADER.format(stories=len(stories), pairs=len(pairs), one=sum(pairs))
    told = yaml.safe_dump({"entries": learned(stories)})
    WEIGHTS.write_text(header + told, encoding="utf-8")


def main() -> None:
    """Print figures, and learn where asked to."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--learn", action="store_true")
    told = parser.parse_args()
    stories = list(map(annotated, stories_in((*told.folders, *OWN, SHORT))))
    for line in figures(stories):
        print(line)
    if told.learn:
        learn(stories)


if __name__ == "__main__":
    main()
