"""Tables for spreadsheets: what each holds, and that nothing in them runs."""

import csv
import io
from dataclasses import replace

import pytest

from builder.tables import MARK, csv_lines
from tests.rendering import exports_of
from tests.story_of_three import empty, three

TABLES = ("quotes", "claims", "people", "events", "differences")


def rows_of(dossier, name):
    text = exports_of(dossier)[f"data/{name}.csv"]
    return list(csv.DictReader(io.StringIO(text.removeprefix(MARK))))


CELLS = [
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1+1", "'=1+1"),
    ("\r=1+1", "'=1+1"),
    ("\u202e=1+1", "'=1+1"),
    ("＝1+1", "'＝1+1"),
    ("1+1=2", "1+1=2"),
    ("two\nlines", "two lines"),
    ("“no”, “never”", "“no”, “never”"),
]


@pytest.mark.parametrize(("written", "read"), CELLS, ids=[repr(row[0]) for row in CELLS])
def test_no_cell_is_run_as_a_formula(written, read):
    text = "".join(csv_lines(("a", "b"), [(written, "x")]))
    assert list(csv.reader(io.StringIO(text.removeprefix(MARK)))) == [["a", "b"], [read, "x"]]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_begins_with_the_mark_that_spreadsheets_ask_for(name):
    text = exports_of(empty())[f"data/{name}.csv"]
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == 1
    assert exports_of(three())[f"data/{name}.csv"].startswith(text)


def test_a_row_stands_for_each_item():
    dossier = three()
    assert [row["id"] for row in rows_of(dossier, "quotes")] == [q.id for q in dossier.quotes]
    assert [row["id"] for row in rows_of(dossier, "claims")] == [c.id for c in dossier.claims]
    assert [row["id"] for row in rows_of(dossier, "people")] == [p.id for p in dossier.people]
    assert [row["id"] for row in rows_of(dossier, "events")] == [e.id for e in dossier.events]


def test_a_quote_has_its_words_its_speaker_and_where_it_stands():
    (quote, *_) = rows_of(three(), "quotes")
    assert quote["text"] == "“The harbour will bring illegitimate burdens to nobody,”"
    assert (quote["speaker"], quote["addressee"]) == ("Ana Ruiz", "Tom Okoro")
    assert (quote["article"], quote["outlet"]) == ("bay_herald", "Bay Herald")
    assert quote["page"].startswith("articles/bay_herald/#p-")


def test_each_value_that_articles_differ_in_has_a_row_with_who_gives_it():
    rows = rows_of(three(), "differences")
    assert len({row["value"] for row in rows}) > 1
    assert {row["kind"] for row in rows} == {"number", "date", "who"}
    assert all(row["article"] and row["passage"] and row["claim_text"] for row in rows)


def test_an_address_that_no_link_may_lead_to_is_no_cell():
    dossier = three()
    records = tuple(
        replace(
            record,
            article=replace(
                record.article,
                metadata=replace(record.article.metadata, url="javascript:alert(1)"),
            ),
        )
        for record in dossier.articles
    )
    assert {row["url"] for row in rows_of(replace(dossier, articles=records), "quotes")} == {""}
