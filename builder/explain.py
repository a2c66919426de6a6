"""Why the last build took things for one, and whom for a speaker: `dossier explain ID`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from builder.errors import DossierError
from builder.last_build import DATA
from builder.links import passage_anchor
from builder.overrides.addresses import id_of

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
    """What the id stands for, and every join that made it, in lines; of a quote, who said it.

    An address or a permalink, as the site shows it, stands for the id at its end.
    Raises `ExplainError` where the folder has not been built, or has nothing of that id.
    """
    path = folder / DATA
    if not path.exists():
        raise ExplainError(
            "there is nothing to explain yet.", todo="Build the dossier first.", file=str(DATA)
        )
    dossier = json.loads(path.read_text(encoding="utf-8"))
    id_ = id_of(id_)
    quotes = [row for row in dossier["quotes"] if id_ in {row["id"], _place(row)}]
    for quote in quotes:
        yield f"{quote['id']}, quote: {_placed(quote)}"
        yield from _said(quote, dossier)
    if quotes:
        return
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


def _place(quote: dict[str, Any]) -> str:
    return f"{quote['article']}#{passage_anchor(quote['start'], quote['end'])}"


def _said(quote: dict[str, Any], dossier: dict[str, Any]) -> Iterator[str]:
    """Who said it, what names them, how sure that is, and who else it may be."""
    kinds = ("people", "organisations", "places", "outlets")
    names = {row["id"]: row["name"] for kind in kinds for row in dossier[kind]}
    speaker, mention, cue = quote["speaker"], quote["speaker_mention"], quote["cue"]
    who = f"Said by {names[speaker]} ({speaker})" if speaker else "Nobody is known to have said it"
    if quote["confidence"] == 1:
        yield f"  {who}: the editor's decision."
        return
    named = f"the article says “{mention['text']}”" if mention else "the article names nobody"
    beside = f" beside “{cue['text']}”" if cue else ""
    yield f"  {who}: {named}{beside}."
    if quote["speaker_inferred"]:
        yield "  Inferred: it has no verb of saying of its own, and whoever spoke last is taken."
    share = (
        f"about {quote['confidence'] * 100:.0f} of a hundred quotes found in this way are right"
    )
    yield f"  Confidence {quote['confidence']:.2f}: {share}."
    if quote["speaker_candidates"]:
        yield f"  It may be {' or '.join(names[one] for one in quote['speaker_candidates'])}."
    yield f"  To correct it: - {{speaker: {quote['id']}, to: …, why: …}}"


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
