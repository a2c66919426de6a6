"""Settings and decisions: what people write, and what they are told when it cannot be read."""

import json
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from builder.errors import EditorialError, SettingsError
from builder.new import new_folder
from builder.overrides import ClaimDecision, Decisions, Same, Speaker, read_decisions
from builder.schemas import schemas
from builder.settings import Settings, read_settings


def test_an_empty_file_means_the_defaults(tmp_path: Path):
    (tmp_path / "dossier.yml").write_text("# nothing yet\n")
    assert read_settings(tmp_path) == Settings()


def test_settings_are_read(tmp_path: Path):
    (tmp_path / "dossier.yml").write_text("title: Port\npages:\n  person_mentions: 3\n")
    settings = read_settings(tmp_path)
    assert (settings.title, settings.pages.person_mentions) == ("Port", 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: Port\ntilte: x\n", r"dossier\.yml:2: unknown key `tilte`\. Remove it, or write"),
        ("pages:\n  person_mentions: many\n", r"dossier\.yml:2: `pages\.person_mentions` is not"),
        ("outlets:\n  - kind: paper\n", r"dossier\.yml:2: `outlets\.name` is missing\. Add it"),
        ("title: [\n", r"dossier\.yml:2: this is not YAML"),
        ("title: a\ntitle: b\n", r"dossier\.yml:2: `title` stands twice\. Keep one"),
        ("- title\n", r"dossier\.yml:1: expected `key: value` lines, found a list\. Write one"),
        ("Port\n", r"dossier\.yml:1: expected `key: value` lines, found words"),
        ("outlets: [Tribune]\n", r"dossier\.yml:1: `outlets` .* lines: name, aliases, kind"),
        ("outlets:\n  - name: A\n    adress: x\n", r"dossier\.yml:3: .* one of: name, aliases"),
        ("outlets: {name: A}\n", r"dossier\.yml:1: `outlets` is not usable\. Write a list"),
        ("pages: 3\n", r"dossier\.yml:1: `pages` .* lines: person_mentions, claim_articles"),
        ("publish_full_text: maybe\n", r"dossier\.yml:1: .* Write true or false"),
        ("title:\n", r"dossier\.yml:1: `title` .* Write words, or leave the key out"),
        ("pages: {claim_articles: 0}\n", r"dossier\.yml:1: .* It should be greater than or"),
        ('title: ""\n', r"dossier\.yml:1: `title` .* Write words, or leave the key out"),
        ("outlets:\n  - name: A\n    url: a.org\n", r"dossier\.yml:3: `outlets\.url` .* https"),
        ("corrections: Ana Ruiz\n", r"dossier\.yml:1: `corrections` .* Write the whole address"),
        (
            "corrections: https://forms.example/new\n",
            r"dossier\.yml:1: `corrections` .* Put \{address\} where the form takes",
        ),
        ("title: A: B\n", r"dossier\.yml:1: this is not YAML .* a colon .* needs quotes"),
        ("pages:\n\tclaim_articles: 2\n", r"dossier\.yml:2: .* Indent with spaces, not"),
        ('title: "A\nsummary: B\n', r"dossier\.yml:1: .* Close the quotation mark that opens"),
        (
            "outlets: [\ntitle: A\n",
            r"dossier\.yml:1: this is not YAML .*the end of the file.* bracket that is still open",
        ),
        ("title: \x00\n", r"dossier\.yml: this is not YAML"),
        ("a: &a [*a]\n", r"dossier\.yml:1: this is not YAML \(an alias"),
    ],
    ids=[
        "unknown_key", "wrong_type", "missing_name", "broken_yaml", "key_twice", "a_list",
        "words_alone", "an_outlet_that_is_a_word", "unknown_key_of_an_outlet",
        "one_outlet_without_a_list", "a_number_for_keys", "no_truth_value", "no_title", "too_few",
        "an_empty_title", "an_address_without_https",
        "a_name_for_a_mail_address", "a_form_without_a_place_for_the_page",
        "a_colon_in_a_title", "a_tab",
        "a_quotation_never_closed", "a_bracket_never_closed", "a_null_byte", "a_loop",
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, message: str):
    (tmp_path / "dossier.yml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        read_settings(tmp_path)


@pytest.mark.parametrize("title", ["2026-02-31", "1984", "No", "on", "12:30"])
def test_a_title_is_the_words_that_were_written(tmp_path: Path, title: str):
    (tmp_path / "dossier.yml").write_text(f"title: {title}\n")
    assert read_settings(tmp_path).title == title


def test_a_missing_settings_file_says_so(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"dossier\.yml: it is missing\. Name the folder"):
        read_settings(tmp_path)


def test_settings_in_another_encoding_say_so(tmp_path: Path):
    (tmp_path / "dossier.yml").write_bytes("title: Café".encode("utf-16"))
    with pytest.raises(SettingsError, match="not UTF-8"):
        read_settings(tmp_path)


def test_decisions_are_read_with_their_lines(tmp_path: Path):
    (tmp_path / "editorial.yml").write_text(
        "- same: [Ana Ruiz, Anna Ruiz]\n  why: spelling\n  on: 2026-03-04\n"
        "- speaker: q-1\n  to: null\n  why: open\n"
    )
    decisions = read_decisions(tmp_path)
    (same,), (speaker,) = decisions.of(Same), decisions.of(Speaker)
    assert (same.same, speaker.to) == (("Ana Ruiz", "Anna Ruiz"), None)
    assert [error.line for error in decisions.unmatched()] == [1, 4]
    assert same.on == date(2026, 3, 4)


@pytest.mark.parametrize("text", [None, "", "# none\n"], ids=["no_file", "empty", "comments"])
def test_no_decisions_is_fine(tmp_path: Path, text: str | None):
    if text is not None:
        (tmp_path / "editorial.yml").write_text(text)
    assert read_decisions(tmp_path).unmatched() == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same: [a, b]\n", r"editorial\.yml:1: expected a list"),
        ("- why: x\n", r"editorial\.yml:1: a decision needs exactly one"),
        (
            "- same: [a, b]\n  drop: c\n  why: x\n",
            r"editorial\.yml:1: a decision needs exactly one",
        ),
        ("- drop: a\n", r"editorial\.yml:1: `why` is missing"),
        ("- same: [a]\n  why: x\n", r"editorial\.yml:1: `same` is not usable"),
        ("- just text\n", r"editorial\.yml:1: a decision needs exactly one"),
        ("- date: e\n  why: x\n  to: 3 March\n", r"editorial\.yml:3: `to` is not usable"),
        ("- date: e\n  why: x\n  to: '..'\n", r"editorial\.yml:3: `to` is not usable"),
        (
            "- claim: c\n  why: x\n",
            r"editorial\.yml:1: something is missing. Write wording",
        ),
        (
            "- drop: a\n  why: x\n- claim: c\n  why: x\n"
            "  verdict: {text: t, url: 'javascript:1'}\n",
            r"editorial\.yml:5: `verdict\.url` is not usable",
        ),
    ],
    ids=[
        "no_list",
        "no_kind",
        "two_kinds",
        "no_why",
        "one_name",
        "no_mapping",
        "no_edtf",
        "two_points_are_no_edtf",
        "a_claim_without_effect",
        "hostile_link",
    ],
)
def test_a_decision_that_cannot_be_read_is_named(tmp_path: Path, text: str, message: str):
    (tmp_path / "editorial.yml").write_text(text)
    with pytest.raises(EditorialError, match=message):
        read_decisions(tmp_path)


def test_a_decision_that_matches_nothing_is_an_error_with_line_and_advice():
    gone = ClaimDecision(claim="c-gone", note="n", why="w")
    kept = Same(same=("a", "b"), why="w")
    decisions = Decisions((gone, kept), (7, 9))
    decisions.matched(kept)
    (error,) = decisions.unmatched()
    assert str(error) == (
        "editorial.yml:7: `claim: c-gone` matches nothing in the dossier. "
        "Remove the decision, or write the name or id as on its page."
    )


@pytest.mark.parametrize(
    ("kind", "written", "fits"),
    [
        ("dossier", "title: Port\npages: {person_mentions: 3}", True),
        ("dossier", "tilte: Port", False),
        ("editorial", "- {same: [Ana Ruiz, Anna Ruiz], why: hers}", True),
        ("editorial", "- {drop: Sunday}", False),
        ("editorial", "- {speaker: q-we-stay, to: null, why: unsure}", True),
        ("article", "{title: Port shut, published: '2026-03-04', authors: [Jon Pell]}", True),
        ("article", "{titel: Port shut}", False),
    ],
)
def test_the_schemas_for_editors_say_what_the_reader_says(kind: str, written: str, *, fits: bool):
    validator = Draft202012Validator(schemas()[kind])
    assert validator.is_valid(yaml.safe_load(written)) is fits


def test_a_new_folder_has_the_schemas_that_its_files_name(tmp_path: Path):
    new_folder(tmp_path / "story")
    for name in ("dossier", "editorial"):
        first = (tmp_path / "story" / f"{name}.yml").read_text().splitlines()[0]
        assert first == f"# yaml-language-server: $schema=.schemas/{name}.json"
        assert json.loads((tmp_path / "story" / ".schemas" / f"{name}.json").read_text())
