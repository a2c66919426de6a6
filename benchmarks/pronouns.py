"""Whom pronouns stand for: scored on annotated articles, and the weights learned from them.

`python -m benchmarks.pronouns FOLDER` prints the figures; `--learn` writes the weights of the
features to `builder/data/pronoun_weights.yml` (scikit-learn's dependency SciPy is needed). The
format of the articles stands in `annotated_pronouns/README.md`.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from scipy.optimize import minimize
from spacy.tokens import Token

from builder.annotate import annotate, load_pipeline
from builder.clean import clean
from builder.extract.article_view import ArticleView, read
from builder.extract.attribution import attributions_in
from builder.extract.coreference import in_order, read_pronouns
from builder.extract.coreference.discourse import Discourse
from builder.extract.coreference.features import (
    Setting,
    candidates,
    features_of,
    features_of_nobody,
)
from builder.extract.coreference.noun_phrases import meant_by
from builder.extract.coreference.pronouns import calls_in, ranked, weights
from builder.extract.coreference.referent import Referent
from builder.extract.coreference.speeches import speeches_in
from builder.knowledge import entries
from builder.model.article import Metadata, RawArticle
from builder.settings import Settings

WEIGHTS = Path(__file__).parent.parent / "builder" / "data" / "pronoun_weights.yml"
ROUNDS = 3  # of learning: after the first, from the memory as the weights so far would fill it
_MARKED = re.compile(r"\{([^={}]+)=([^{}]*)\}")
_BEHIND_NOUN = re.compile(r",| (?:of|for|in|on|at|from|who|whose|with|to|behind|near|under) ")
_PENALTY = 1.0  # of the squared weights: a feature seen a few times stays small
_LEAST = 0.05  # weights nearer to zero are left out
_HEADER = """# What each feature of an antecedent is worth: `extract/coreference/features.py`.
source: learned by `python -m benchmarks.pronouns` from benchmarks/annotated_pronouns/learn
licence: CC0-1.0
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text without its annotations, and whom the pronoun at each character stands for."""

    name: str
    text: str
    meant: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One pronoun: features of nobody and of each candidate; which is right, which was chosen."""

    kind: str
    features: tuple[dict[str, float], ...]
    right: int
    """0 for nobody, else the number of the candidate; -1 where no candidate is right."""
    chosen: int
    confidence: float


def articles_in(folder: Path) -> Iterator[Annotated]:
    """The annotated articles of a folder."""
    for path in sorted(folder.glob("*.txt")):
        marked, text, meant, last = path.read_text(encoding="utf-8"), "", {}, 0
        for found in _MARKED.finditer(marked):
            text += marked[last : found.start()]
            meant[len(text)] = found[2].strip()
            text, last = text + found[1], found.end()
        yield Annotated(name=path.stem, text=text + marked[last:], meant=meant)


def views_of(articles: Iterable[Annotated]) -> Iterator[tuple[Annotated, ArticleView]]:
    """Each article as the extractors read it."""
    nlp = load_pipeline(Settings().language_model)
    for one in articles:
        raw = RawArticle(id=one.name, file=one.name, text=one.text, sha256="", metadata=Metadata())
        ((article, doc),) = annotate([clean(raw)], nlp)
        yield one, read(doc, article)


def choices_in(one: Annotated, view: ArticleView, *, taught: bool = False) -> Iterator[Choice]:
    """Each annotated pronoun of one article; `taught`, the memory takes whom it should."""
    discourse = Discourse(view, speeches_in(attributions_in(view)))
    discourse.begin(calls_in(read_pronouns(discourse)))
    names = {who for who in one.meant.values() if who[:1] != "-" and "+" not in who}
    made: list[Choice] = []

    def choose(pronoun: Token) -> Referent | None:
        if pronoun.pos_ != "PRON":
            return meant_by(discourse, pronoun).entity
        chosen = ranked(discourse, pronoun)
        if pronoun.idx not in one.meant:
            return chosen.entity
        setting = Setting(discourse, pronoun)
        found = candidates(setting)
        right = _right(discourse, found, one.meant[pronoun.idx], names)
        keys = [entity.key for entity in found]
        made.append(
            Choice(
                kind=setting.kind,
                features=(
                    features_of_nobody(setting, found),
                    *(features_of(setting, entity) for entity in found),
                ),
                right=right,
                chosen=0 if chosen.entity is None else keys.index(chosen.entity.key) + 1,
                confidence=chosen.confidence,
            )
        )
        return (found[right - 1] if right > 0 else None) if taught else chosen.entity

    for _ in in_order(discourse, choose):
        yield from made
        made.clear()


def _right(discourse: Discourse, found: Sequence[Referent], who: str, names: Set[str]) -> int:
    """Nobody is right too where whoever is meant has not been mentioned yet."""
    if who == "-" or "+" in who:
        return 0
    for number, entity in enumerate(found, 1):
        if _fits(entity, who, names):
            return number
    return -1 if any(_fits(entity, who, names) for entity in discourse.everyone()) else 0


def _fits(entity: Referent, who: str, names: Set[str]) -> bool:
    if who.startswith("-"):
        last = re.findall(r"\w+", _BEHIND_NOUN.split(who)[0])[-1:]
        noun = last[0].lower() if last else ""
        return entity.key in {f"-{noun}", f"-{noun.rstrip('s')}+"}
    return any(_is(name.span.text, who, names) for name in entity.names[-3:])


def _is(name: str, who: str, names: Set[str]) -> bool:
    """Whether a name in the text is that of whom the annotation names in full."""
    words, full = _words(name), _words(who)
    if not words or words[-1] not in full:
        return False
    alike = [other for other in names if words[-1] in _words(other)]
    return len(alike) == 1 or words[0] in full


def _words(name: str) -> list[str]:
    return re.sub(r"[^\w\s'’.-]", " ", name.casefold()).split()


def learned(choices: Sequence[Choice]) -> dict[str, dict[str, float]]:
    """The weights of the features for each kind of pronoun: a conditional logit, penalised.

    Men and women are spoken of alike: their pronouns share what is learned.
    """
    found = {}
    for kinds in ({"he", "she"}, {"it"}, {"they"}):
        own = [choice for choice in choices if choice.kind in kinds and choice.right >= 0]
        names = sorted({name for choice in own for told in choice.features for name in told})
        tables = [(_table(choice.features, names), choice.right) for choice in own]
        best = minimize(_loss, np.zeros(len(names)), args=(tables,), jac=True, method="L-BFGS-B").x
        told = {
            name: round(float(weight), 2)
            for name, weight in zip(names, best, strict=True)
            if abs(weight) >= _LEAST
        }
        found.update({kind: dict(told) for kind in sorted(kinds)})
    return found


def _table(features: Sequence[dict[str, float]], names: Sequence[str]) -> np.ndarray:
    return np.array([[told.get(name, 0.0) for name in names] for told in features])


def _loss(
    weights: np.ndarray, tables: Sequence[tuple[np.ndarray, int]]
) -> tuple[float, np.ndarray]:
    total, slope = _PENALTY * weights @ weights, 2 * _PENALTY * weights
    for table, right in tables:
        scores = table @ weights
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        total -= np.log(shares[right] + 1e-12)
        slope = slope - table[right] + shares @ table
    return total, slope


def figures(folder: Path) -> Iterator[str]:
    """The share of pronouns that go to whom they mean, and how sure right and wrong ones are."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sure: Counter[tuple[float, bool]] = Counter()
    for one, view in views_of(articles_in(folder)):
        for choice in choices_in(one, view):
            right = choice.chosen == choice.right
            counts[choice.kind]["all"] += 1
            counts[choice.kind]["right"] += right
            counts[choice.kind]["given"] += choice.chosen > 0
            counts[choice.kind]["given right"] += right and choice.chosen > 0
            if choice.chosen and choice.kind in {"he", "she"}:
                sure[round(choice.confidence, 1), right] += 1
    for kind, found in sorted(counts.items()):
        yield (
            f"{kind}: {100 * found['right'] / found['all']:.1f} % of {found['all']} right; "
            f"{100 * found['given right'] / max(1, found['given']):.1f} % of {found['given']} "
            "that were given to somebody"
        )
    for step in sorted({step for step, _ in sure}):
        yield f"he and she, confidence {step}: {sure[step, True]} right, {sure[step, False]} wrong"


def learn(folder: Path) -> None:
    """Write the weights anew, round by round."""
    for number in range(ROUNDS):
        choices = [
            choice
            for one, view in views_of(articles_in(folder))
            for taught in ((True, False) if number else (True,))
            for choice in choices_in(one, view, taught=taught)
        ]
        told = yaml.safe_dump({"entries": learned(choices)}, allow_unicode=True)
        WEIGHTS.write_text(_HEADER + told, encoding="utf-8")
        entries.cache_clear()
        weights.cache_clear()


def main() -> None:
    """Print figures, or learn first."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--learn", action="store_true")
    told = parser.parse_args()
    if told.learn:
        learn(told.folder)
    for line in figures(told.folder):
        print(line)


if __name__ == "__main__":
    main()
