"""Texts that nobody wrote, from texts that somebody could have: cut off, torn, doubled, marked.

Whatever a page, a paywall or a copy did to an article: no exception, every passage where it says
that it is, and a dossier that keeps its contract.
"""

import json
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import Text, extract, knowledge, resolve
from builder.load import load_seeds
from tests.conftest import REPOSITORY
from tests.contract import faults, schema_faults

pytestmark = pytest.mark.model
ARTICLES = sorted(
    path.read_text(encoding="utf-8")
    for folder in ("tests/golden/harbour/seeds", "tests/dumps", "tests/stories/*/seeds")
    for path in REPOSITORY.glob(f"{folder}/*.txt")
)
LONGEST = 1_500  # characters: what goes wrong goes wrong in a paragraph
DAYS = (None, date(2026, 3, 4), date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29))
WORDS = sorted(
    {
        word
        for table in ("titles", "honorifics", "reporting_verbs", "calendar_names", "event_words")
        for word in chain.from_iterable(
            value if isinstance(value, list) else [key]
            for key, value in knowledge.entries(table).items()
        )
        if isinstance(word, str)
    }
)
TEARS = (
    "", " ", "\n", "\n\n", "\t", "\r\n", "\u2028", "\u00a0", "\u200b", "\u202e", "\ufeff", "\x00",
    "“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", "[", "]", "—", "–", "-", "…", ",", ".", ";",
    ":", "?", "!", "&amp;", "&#8220;", "<p>", "</p>", "<!--", "• ", "> ", "# ", "* ", "1. ", "@",
    "%", "$", "€", "0", "1,5", "2,000,000", "12/13/14", "01/01/0001", "٢٣", "ſ", "İ", "ß", "ﬁ",
    "e\u0301", "😀", "\ud83d", "王小明", "Ана", "Jr.", "No.", "a.m.", "said", "not", "if",
)  # fmt: skip


@st.composite
def torn_texts(draw: st.DrawFn) -> str:
    """Part of an invented article with a few accidents."""
    text = draw(st.sampled_from(ARTICLES))
    start = draw(st.integers(0, max(0, len(text) - LONGEST)))
    text = text[start : start + draw(st.integers(1, LONGEST))]
    for _ in range(draw(st.integers(0, 6))):
        text = _torn(draw, text)
    return text


def _torn(draw: st.DrawFn, text: str) -> str:
    one, other = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    match draw(st.sampled_from(["insert", "cut", "double", "move", "shout", "end"])):
        case "insert":
            piece = draw(st.sampled_from(TEARS) | st.sampled_from(WORDS))
            return f"{text[:one]}{piece * draw(st.integers(1, 3))}{text[one:]}"
        case "cut":
            return text[:one] + text[other:][-LONGEST:]
        case "double":
            return text[:other] + text[one:other][:200] + text[other:]
        case "move":
            return text[other:] + text[one:other] + text[:one]
        case "shout":
            return text[:one] + text[one:other].upper() + text[other:]
    return text[:other]


@given(text=torn_texts(), published=st.sampled_from(DAYS))
def test_a_torn_text_is_read(text: str, published: date | None) -> None:
    row = next(extract([Text(doc_id="a", text=text, published=published)]))
    json.dumps(row).encode()
    assert list(schema_faults(row, "FindingsRow")) == []
    for part in chain(row["quotes"], row["times"], row["mentions"], row["statements"]):
        assert text[part["start"] : part["end"]] == part["text"]


@given(texts=st.lists(torn_texts(), min_size=2, max_size=4), published=st.sampled_from(DAYS))
def test_a_story_of_torn_texts_keeps_the_contract(
    texts: list[str], published: date | None
) -> None:
    story = [
        Text(story="s", doc_id=str(number), text=text, published=published)
        for number, text in enumerate(texts)
    ]
    row = next(resolve(story))
    json.dumps(row).encode()
    assert faults(row, {text.doc_id: text.text for text in story}) == []


@given(texts=st.lists(torn_texts() | st.binary(max_size=400), min_size=1, max_size=3))
def test_any_file_is_loaded_or_named(
    texts: list[str | bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("load")
    (folder / "seeds").mkdir()
    for number, text in enumerate(texts):
        data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
        for ending in ("txt", "md", "html"):
            (folder / "seeds" / f"{number}.{ending}").write_bytes(data)
            loaded = load_seeds(folder)
            assert loaded.faults == ()
            assert len(loaded.articles) + len(loaded.problems) >= 1
            assert len(loaded.articles) <= 1
            (folder / "seeds" / f"{number}.{ending}").unlink()


@pytest.mark.parametrize("number", range(len(ARTICLES)))
def test_an_article_cut_off_after_a_word_is_read(
    number: int, request: pytest.FixtureRequest
) -> None:
    words = ARTICLES[number].split(" ")
    step = 1 if request.config.getoption("--long") else len(words) // 3 + number % 7
    texts = [" ".join(words[:end]) for end in range(1 + number % 5, len(words), step)]
    for text, row in zip(texts, extract(_numbered(texts)), strict=True):
        assert list(schema_faults(row, "FindingsRow")) == []
        assert all(text[part["start"] : part["end"]] == part["text"] for part in row["quotes"])


def _numbered(texts: list[str]) -> list[Text]:
    return [
        Text(doc_id=str(number), text=text, published=DAYS[1]) for number, text in enumerate(texts)
    ]
