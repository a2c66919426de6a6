"""What a rule's pattern accepts, its reading knows: every table, with its own words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from builder import Text, extract, knowledge
from builder.export.passages import TIMEX3
from builder.extract.times import _RULES as TIME_RULES
from builder.extract.times.token_patterns import matches
from builder.model.article import Passage
from builder.model.findings import FoundTime
from builder.model.ids import ArticleId
from builder.resolve.times import _of_article as timexes
from tests.fuzz.wordings import wordings_of

DAYS = (date(2026, 3, 4), date(1, 1, 1), date(9999, 12, 31), None)
FRAMES = (
    "{}",
    "{} it closed.",
    "1979-{} it closed.",
    "It closed {} and Ana Ruiz left.",
    "It closed {}",
    "It grew: {},",
)
MOST_WORDS = 60  # of a table, by regular steps; `make fuzz` takes all of them
ARTICLE = ArticleId("a")


def test_patterns_are_read_as_the_texts_that_they_match():
    pattern = re.compile(r"(?:the )?(?P<which>last|next) (?:week|\d{4}-[A-C]?)(?= of)")
    wordings = wordings_of(pattern)
    assert "the last week of" in wordings
    assert "next 0000- of" in wordings
    assert all(pattern.match(wording) for wording in wordings)


@pytest.mark.parametrize("number", range(len(TIME_RULES)))
def test_every_wording_of_a_time_rule_is_read(number: int) -> None:
    rule = TIME_RULES[number]
    wordings = wordings_of(rule.pattern)
    read = [wording for wording in wordings if rule.pattern.search(f"1979-{wording}")]
    assert 4 * len(read) > len(wordings)  # a rule whose wordings are not met is not tested
    for text in _framed(wordings):
        found = list(matches(text, (rule,)))
        assert all(0 <= match.start < match.end <= len(text) for match in found)
        for day in DAYS:
            values = [
                timex.value for timex in timexes([_time(match, text) for match in found], day)
            ]
            assert [value for value in values if value and not re.fullmatch(TIMEX3, value)] == []


def test_every_wording_of_the_time_rules_together_is_read():
    for rule in TIME_RULES:
        for wording in wordings_of(rule.pattern)[::7]:
            list(matches(f"It closed {wording} and {wording.upper()}", TIME_RULES))


@pytest.mark.model
@pytest.mark.parametrize(
    "table", ["titles", "honorifics", "nicknames", "outlets", "demonyms", "gendered_nouns",
              "reporting_verbs", "reporting_nouns", "encounters", "event_words", "numbers"],
)  # fmt: skip
def test_a_text_may_begin_and_end_with_any_word_of_a_table(
    table: str, request: pytest.FixtureRequest
) -> None:
    every = sorted(set(_words(knowledge.entries(table))))
    words = every[:: 1 if request.config.getoption("--long") else len(every) // MOST_WORDS + 1]
    assert words
    texts = [text for number, word in enumerate(words) for text in _cut_off(word, number)]
    rows = extract(Text(doc_id="a", text=text, published=DAYS[0]) for text in texts)
    for text, row in zip(texts, rows, strict=True):
        assert all(text[part["start"] : part["end"]] == part["text"] for part in row["mentions"])


def _framed(wordings: Iterable[str]) -> Iterator[str]:
    for number, wording in enumerate(wordings):
        form = (str.upper, str.title, str)[number % 3](wording)
        yield FRAMES[number % len(FRAMES)].format(form)
        yield FRAMES[(number + 1) % len(FRAMES)].format(wording)


def _cut_off(word: str, number: int) -> tuple[str, ...]:
    """Texts as a paywall leaves them: they begin or end with the word, in small letters or not."""
    forms = (word, word.title())
    one, other = forms[number % 2], forms[1 - number % 2]
    return (
        f"Tom Fenn is a {one}",
        f"“It is closed,” said Ana Ruiz, 81, a {other}",
        f"{other} Tom Fenn said that {one}",
    )


def _words(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for key, value in found.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(found, list):
        for value in found:
            yield from _words(value)


def _time(match, text: str) -> FoundTime:
    passage = Passage(
        article=ARTICLE, start=match.start, end=match.end, text=text[match.start : match.end]
    )
    return FoundTime(
        passage=passage,
        type=match.reading.type,
        expression=match.reading.expression,
        tense="past",
    )
