"""Awkward texts go the whole way in linear time: nothing in the house takes a square."""

import time

import pytest

from builder import resolve
from builder.jsonl import Text

UNITS = {
    "blanks": " ",
    "commas_without_a_blank": ",",
    "words_in_capitals": "ANA ",
    "names_in_a_row": "Ana ",
    "open_brackets": "(a ",
    "bullets": "• ",
    "days": "May 5, ",
    "marks_without_a_partner": "“a ",
}


@pytest.mark.model
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_awkward_text_takes_linear_time(unit: str) -> None:
    def seconds(length: int) -> float:
        text = f"The mine was closed. {unit * (length // len(unit))} Ana Ruiz closed it."
        began = time.perf_counter()
        assert list(resolve([Text(story="s", doc_id="a", text=text)]))
        return time.perf_counter() - began

    seconds(500)
    small, large = seconds(4_000), seconds(16_000)
    assert large < 10 * small + 0.5  # four times the text; a square would take sixteen
