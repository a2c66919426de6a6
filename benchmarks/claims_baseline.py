"""The plain thing that claims have to beat: sentences of a story clustered by shared words."""

import json
from collections import defaultdict
from collections.abc import Iterable

from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from builder.model.findings import Findings

_BASELINE = 0.7  # distance at which the baseline stops joining


def baseline(story: str, findings: Iterable[Findings]) -> str:
    """The plain thing to beat: sentences that share words, by average linkage of TF-IDF."""
    sentences = [sentence for found in findings for sentence in found.sentences]
    bags = TfidfVectorizer(sublinear_tf=True).fit_transform([one.text for one in sentences])
    far = (1 - (bags @ bags.T).toarray()).clip(0, 2)
    labels = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=_BASELINE
    ).fit_predict(far)
    groups: dict[int, list[dict[str, object]]] = defaultdict(list)
    for one, label in zip(sentences, labels, strict=True):
        place = {"article": one.article, "start": one.start, "end": one.end, "text": one.text}
        groups[label].append({**place, "attributed_to": None})
    keys = ("people", "organisations", "places", "outlets", "quotes", "events", "lineages")
    claims = [
        {"id": str(label), "text": "", "statements": told, "independent_sources": 0,
         "differences": []}
        for label, told in groups.items()
    ]  # fmt: skip
    return json.dumps({"story": story, **{key: [] for key in keys}, "claims": claims})
