"""YAML that people write: what is read as it was meant, and what is named with file and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from builder import yamlfile
from builder.errors import DossierError, SeedError
from builder.load import load_seeds
from builder.overrides import read_decisions
from builder.settings import read_settings

HALVES = r"\ud83d\ude00"
READ = {
    "an_emoji_in_two_halves": (f'a: "x {HALVES} y"', {"a": "x \U0001f600 y"}),
    "in_a_key": (f'"{HALVES}": b', {"\U0001f600": "b"}),
    "in_a_list": (f'a: ["{HALVES}", b]', {"a": ["\U0001f600", "b"]}),
    "beside_another": (f'a: "{HALVES}{HALVES}"', {"a": "\U0001f600\U0001f600"}),
    "in_one_piece": (r'a: "\U0001F600"', {"a": "\U0001f600"}),
    "the_letters_without_quotes": (f"a: {HALVES}", {"a": HALVES}),
}
NAMED = {
    "half_a_character": ('a: b\nc: "\\ud83d"', r"f\.yml:2: .*half a character, `\\ud83d`.*Write"),
    "the_other_half": ('- a\n- "x\\ude00"', r"f\.yml:2: .*half a character, `\\ude00`"),
    "halves_the_wrong_way_round": ('a: "\\ude00\\ud83d"', r"f\.yml:1: .*half a character"),
    "half_a_key": ('a: b\n"\\ud83d": c', r"f\.yml:2: .*half a character"),
    "beyond_the_last_character": ('a: b\nc: "\\U00110000"', r"f\.yml:2: .*no character"),
    "far_beyond_it": ('a: b\nc: "\\UFFFFFFFF"', r"f\.yml:2: .*no character"),
    "a_tag": ("a: b\nc: !!timestamp x", r"f\.yml:2: .*a tag"),
    "a_tag_for_bytes": ("a: !!binary gIGC", r"f\.yml:1: .*a tag"),
    "a_number_of_five_thousand_figures": (f"a: !!int {'9' * 5000}", r"f\.yml:1: .*a tag"),
}


@pytest.mark.parametrize(("text", "data"), READ.values(), ids=READ.keys())
def test_an_escaped_character_is_that_character(text: str, data: object) -> None:
    assert yamlfile.parse(text, file="f.yml", error=SeedError).data == data


@pytest.mark.parametrize(("text", "message"), NAMED.values(), ids=NAMED.keys())
def test_what_stands_for_no_character_is_named(text: str, message: str) -> None:
    with pytest.raises(SeedError, match=message):
        yamlfile.parse(text, file="f.yml", error=SeedError)


def title_of_front_matter(folder: Path, title: str) -> str | None:
    (folder / "seeds/a.md").write_text(f"---\noutlet: B\ntitle: {title}\n---\nIt rained.")
    return title_of_the_only_article(folder)


def title_of_side_file(folder: Path, title: str) -> str | None:
    (folder / "seeds/a.txt").write_text("It rained.")
    (folder / "seeds/a.yml").write_text(f"outlet: B\ntitle: {title}\n")
    return title_of_the_only_article(folder)


def title_of_settings(folder: Path, title: str) -> str | None:
    (folder / "dossier.yml").write_text(f"summary: s\ntitle: {title}\n")
    return read_settings(folder).title


def reason_of_decision(folder: Path, title: str) -> str | None:
    (folder / "editorial.yml").write_text(f"- drop: a\n  why: {title}\n")
    (error,) = read_decisions(folder).unmatched()
    return title_of_settings(folder, title) if error.line == 1 else None


def title_of_the_only_article(folder: Path) -> str | None:
    seeds = load_seeds(folder)
    for problem in seeds.problems:
        raise problem
    return seeds.articles[0].metadata.title


PLACES = [title_of_front_matter, title_of_side_file, title_of_settings, reason_of_decision]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    return tmp_path


@pytest.mark.parametrize("title_in", PLACES, ids=lambda place: place.__name__)
def test_an_emoji_in_two_halves_is_read_wherever_people_write(
    dossier: Path, title_in: Callable[[Path, str], str | None]
) -> None:
    assert title_in(dossier, f'"Quay {HALVES}"') == "Quay \U0001f600"


@pytest.mark.parametrize("title_in", PLACES, ids=lambda place: place.__name__)
def test_half_an_emoji_is_named_wherever_people_write(
    dossier: Path, title_in: Callable[[Path, str], str | None]
) -> None:
    with pytest.raises(DossierError, match=r":\d: .*half a character"):
        title_in(dossier, r'"Quay \ud83d"')


PRIVATE = {
    "front_matter": ("seeds/a.md", "---\nurl: https://ana:pw@n.example/\n---\nIt rained.", 2),
    "side_file": ("seeds/a.yml", "title: A\nurl: https://ana@n.example/\n", 2),
    "settings": (
        "dossier.yml",
        "title: A\noutlets:\n- name: B\n  url: https://a:b@n.example\n",
        4,
    ),
    "decision": (
        "editorial.yml",
        "- claim: c\n  why: w\n  verdict: {text: t, url: 'https://a:b@n.example'}\n",
        3,
    ),
}


@pytest.mark.parametrize(("name", "content", "line"), PRIVATE.values(), ids=PRIVATE.keys())
def test_an_address_with_a_password_is_named(
    dossier: Path, name: str, content: str, line: int
) -> None:
    (dossier / "seeds/a.txt").write_text("It rained.")
    if name.endswith(".md"):
        (dossier / "seeds/a.txt").unlink()
    (dossier / name).write_text(content)
    readers = {"dossier.yml": read_settings, "editorial.yml": read_decisions}
    read = readers.get(name, title_of_the_only_article)
    with pytest.raises(DossierError, match="without the user and password") as raised:
        read(dossier)
    assert (raised.value.file, raised.value.line) == (name, line)
