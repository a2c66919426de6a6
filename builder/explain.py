"""Why the last build took things for one: `dossier explain ID`, read from its data."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.errors import DossierError

DATA = Path("docs", "data", "dossier.json")
_KINDS = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "utterances": "quote of several articles",
    "claims": "claim",
    "events": "event",
    "lineages": "reports of one origin",
}
_SHARED = "articles that share a statement"
_ALONE = "Nothing was joined: it stands in one wording, or by one name."


class ExplainError(DossierError):
    """Nothing of that id, or no data to look it up in."""


def explained(folder: Path, id_: str) -> Iterator[str]:
    """What the id stands for, and every join that made it, in lines.

    Raises `ExplainError` where the folder has not been built, or has nothing of that id.
    """
    path = folder / DATA
    if not path.exists():
        raise ExplainError(
            "there is nothing to explain yet.", todo="Build the dossier first.", file=str(DATA)
        )
    dossier = json.loads(path.read_text(encoding="utf-8"))
    found = [(kind, row) for kind in _KINDS for row in dossier[kind] if row["id"] == id_]
    if not found:
        raise ExplainError(
            f"it holds nothing with the id `{id_}`.",
            todo="Copy the id from the data or from the end of a page's address.",
            file=str(DATA),
        )
    for kind, row in found:
        called = _SHARED if row.get("kind") == "release" else _KINDS[kind]
        yield f"{id_}, {called}: {_words(row)}"
        yield from _reasons(row)


def _words(row: dict[str, Any]) -> str:
    if "articles" in row:
        return ", ".join(row["articles"])
    return str(row.get("name") or row.get("text") or ", ".join(row["quotes"]))


def _reasons(row: dict[str, Any]) -> Iterator[str]:
    if "evidence" in row:
        yield f"  {row['evidence']}"
    elif not row["why"]:
        yield f"  {_ALONE}"
    for why in row["why"]:
        score = "" if why["score"] is None else f" ({why['score']:.2f})"
        yield f"  {_placed(why['one'])} and {_placed(why['other'])}: {why['rule']}{score}"


def _placed(passage: dict[str, Any]) -> str:
    return f"“{' '.join(passage['text'].split())}” ({passage['article']})"
