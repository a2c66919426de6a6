"""What the last build knew, read from its data: enough to say what a change will take away."""

import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path("docs", "data", "dossier.json")
Held = tuple[str, frozenset[str]]
"""How an item is called, and the ids of the articles that it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBuild:
    """Articles by id with the addresses of their pages; people and claims that have a page."""

    articles: dict[str, str]
    people: tuple[Held, ...]
    claims: tuple[Held, ...]


def read_last_build(folder: Path) -> LastBuild | None:
    """What the last build of the dossier in `folder` knew; none where it was not built yet."""
    try:
        data = json.loads((folder / DATA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    people = [(row["name"], row["mentions"]) for row in data["people"] if row["page"]]
    claims = [(row["text"], row["statements"]) for row in data["claims"] if row["page"]]
    return LastBuild(
        articles={row["id"]: row["page"] for row in data["articles"]},
        people=tuple((name, _articles(mentions)) for name, mentions in people),
        claims=tuple((text, _articles(statements)) for text, statements in claims),
    )


def _articles(rows: list[dict[str, str]]) -> frozenset[str]:
    return frozenset(row["article"] for row in rows)
