"""Fields that take no words: each string is refused with a sentence, or is what it must be."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from builder.clean import clean
from builder.errors import DossierError, EditorialError, SeedError, SettingsError
from builder.links import web_url
from builder.load import Seeds, load_seeds
from builder.overrides import read_decisions
from builder.settings import read_settings
from tests.hostile.stories import write, written
from tests.hostile.strings import Hostile, all_strings

FLOOR = 320  # strings; more may come, none may go
STRINGS = all_strings()
TEXT = "The quay stays shut, Ana Ruiz said.\n"


def test_there_are_enough_strings_and_each_is_a_string_of_its_own() -> None:
    assert len(STRINGS) >= FLOOR
    assert len({string.text for string in STRINGS}) == len(STRINGS)
    assert [string.number for string in STRINGS] == list(range(1, len(STRINGS) + 1))


@pytest.mark.parametrize("key", ["url", "published", "language", "retrieved", "added"])
def test_metadata_that_is_no_words(tmp_path: Path, key: str) -> None:
    loaded = seeds(tmp_path, lambda string: written({key: string.text}))
    stated = {getattr(article.metadata, key) for article in loaded.articles}

    assert_sentences(loaded.problems, SeedError)
    assert len(loaded.problems) > len(STRINGS) * 3 // 4
    if key == "url":
        assert [url for url in stated if url is not None and not web_url(url)] == []
    if key == "language":
        assert [code for code in stated if not code.replace("-", "").isalnum()] == []


def test_yaml_as_it_is_pasted(tmp_path: Path) -> None:
    loaded = seeds(tmp_path, lambda string: f"title: {string.text}\noutlet: {string.text}\n")
    stated = [article.metadata for article in loaded.articles]

    assert_sentences(loaded.problems, SeedError)
    assert len(loaded.articles) + len(loaded.problems) == len(STRINGS)
    assert {type(found.title) for found in stated} <= {str, type(None)}


def test_addresses_of_outlets(tmp_path: Path) -> None:
    for string in STRINGS:
        settings = {"outlets": [{"name": "Gazette", "url": string.text}]}
        write(tmp_path, {"dossier.yml": written(settings)})
        try:
            (outlet,) = read_settings(tmp_path).outlets
        except DossierError as problem:
            assert_sentences([problem], SettingsError)
        else:
            assert web_url(outlet.url), string


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param({"date": "e-x", "to": "§"}, id="date"),
        pytest.param({"drop": "x", "on": "§"}, id="day_of_a_decision"),
        pytest.param({"claim": "c", "verdict": {"text": "x", "url": "§"}}, id="verdict"),
        pytest.param({"§": "x", "to": "x"}, id="kind"),
    ],
)
def test_decisions_that_are_no_words(tmp_path: Path, decision: dict[str, object]) -> None:
    for string in STRINGS:
        write(tmp_path, {"editorial.yml": written([filled({**decision, "why": "x"}, string)])})
        try:
            read_decisions(tmp_path)
        except DossierError as problem:
            assert_sentences([problem], EditorialError)


@pytest.mark.parametrize("blank", ["\u200b", " \u200b\u2060 \ufeff", "\x07", "\u202e\u202c"])
def test_a_title_of_which_nothing_is_seen_is_none(tmp_path: Path, blank: str) -> None:
    head = written({"title": blank})
    page = f"<title>{blank}</title><meta property='og:title' content='{blank}'>{page_of(TEXT)}"
    write(
        tmp_path,
        {
            "seeds/side.txt": TEXT, "seeds/side.yml": head, "seeds/page.html": page,
            "seeds/front.md": f"---\n{head}---\n{TEXT}",
            "seeds/line.txt": f"{blank} {blank} {blank} {blank}\n\n{TEXT}\n{TEXT}",
        },
    )  # fmt: skip

    found = titles(load_seeds(tmp_path))
    assert {"side", "page", "front"} <= set(found)  # controls alone on a line: the file is no text
    assert set(found.values()) == {None}


def test_a_message_shows_what_a_terminal_would_obey() -> None:
    what = "no\u00a0\x1b[31mred\u202e\u2028."
    problem = SeedError(what, todo="Mend it.", file="a\x1b\n.txt", line=3)

    shown = "no\u00a0\\x1b[31mred\\u202e\\u2028."
    assert str(problem) == f"a\\x1b\\n.txt:3: {shown} Mend it."


def seeds(folder: Path, side: Callable[[Hostile], str]) -> Seeds:
    """An article for each string, beside a side file with it."""
    for string in STRINGS:
        stem = f"seeds/{string.number}"
        write(folder, {f"{stem}.txt": TEXT, f"{stem}.yml": side(string)})
    return load_seeds(folder)


def filled(data: dict[str, object], string: Hostile) -> dict[str, object]:
    """The data with the string for its sign."""
    return {
        (string.text if key == "§" else key): string.text
        if value == "§"
        else filled(value, string)
        if isinstance(value, dict)
        else value
        for key, value in data.items()
    }


def assert_sentences(problems: Sequence[DossierError], kind: type[DossierError]) -> None:
    assert {type(problem) for problem in problems} <= {kind}
    assert [problem for problem in problems if not (problem.file and problem.todo)] == []
    assert [str(problem) for problem in problems if not str(problem).endswith(".")] == []


def page_of(text: str) -> str:
    return f"<article><p>{text}</p></article>"


def titles(loaded: Seeds) -> dict[str, str | None]:
    return {raw.id: clean(raw).title for raw in loaded.articles}
