"""What nobody sees at the edge of a passage is no part of it."""

import re

import pytest

from builder import Text, extract
from builder.clean import characters
from builder.model.blanks import bare, is_blank

BLANKS = {
    "tab": "\t", "no_break_space": "\u00a0", "thin_space": "\u2009", "narrow_space": "\u202f",
    "ideographic_space": "\u3000", "zero_width_space": "\u200b", "zero_width_joiner": "\u200d",
    "byte_order_mark": "\ufeff", "soft_hyphen": "\u00ad", "left_to_right_mark": "\u200e",
    "control": "\x01",
}  # fmt: skip
LINE_ENDS = {"line_separator": "\u2028", "next_line": "\x85", "line_feed": "\n"}
TEXTS = [
    "{b}“We will stay,{b}”{b} Ana Ruiz{b} said.{b}\n{b}“We go.{b}\n{b}She left.",
    "Ana Ruiz said{b} that{b} the port was shut{b}.{b}\nThe mayor{b}, Ana Roe,{b} said: “Go”{b}",
    "{b}Ana Ruiz:{b} Are we late?{b}\nTom Okoro:{b} We are.{b}\nAna Ruiz:{b} And then?{b}\n"
    "Tom Okoro:{b} We went.{b}\n{b}We slept.{b}\nAna Ruiz: Thanks.{b}",
    "“The bridge is unsafe.{b}\n{b}Jane Roe, engineer.{b}”",
    "According to{b} Ana Ruiz{b}, it was “{b}a new level{b}”{b}, and “trust{b}”.",
    "“We will{b}\n\n“stay here until the end of the day and go{b}\n\nHe left.",
    "It was{b} late,{b} the{b} minister{b} told{b} Tom{b} Okoro{b} at a{b} forum{b} in Ghent{b}.",
    "“Go{b}” — {b}Jane{b} Roe{b}\n\n‘Bridge is shut’:{b} Ruiz{b}\n",
]  # fmt: skip


@pytest.mark.parametrize("blank", [*BLANKS.values(), *LINE_ENDS.values()])
def test_a_blank_at_the_edge_is_dropped(blank: str):
    text = f"{blank}a{blank}b{blank}"
    start, end = bare(text, 0, len(text))
    assert text[start:end] == f"a{blank}b"


def test_marks_go_with_the_blanks_only_where_asked():
    assert bare(" ,a, ", 0, 5) == (1, 4)
    assert bare(" ,a, ", 0, 5, marks=",") == (2, 3)
    assert bare(" \u200b", 0, 2) == (2, 2)


def test_what_the_cleaning_takes_for_invisible_is_blank():
    invisible = re.compile(f"[{characters._INVISIBLE}]")
    assert all(is_blank(chr(each)) for each in range(0x10000) if invisible.match(chr(each)))


@pytest.mark.model
@pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)
def test_quotes_and_speakers_have_no_blanks_at_their_edges(blank: str):
    texts = [Text(doc_id=f"{n}", text=text.format(b=blank)) for n, text in enumerate(TEXTS)]
    quotes = [quote for row in extract(texts) for quote in row["quotes"]]
    assert quotes
    for quote in quotes:
        for part in (quote, quote["cue"], quote["speaker"]):
            assert part is None or not {True} & {is_blank(part["text"][at]) for at in (0, -1)}
