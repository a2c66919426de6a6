"""Tables for spreadsheets: columns and rows in, CSV out.

UTF-8 with a byte-order mark, by which a spreadsheet knows the encoding. A cell that would be run
as a formula begins with an apostrophe, which shows it as text. Cells stand on one line.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from builder.text.one_line import clean

MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # what a spreadsheet would run


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as CSV, its columns' names first."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(columns)
    table.writerows([_cell(value) for value in row] for row in rows)
    return MARK + out.getvalue()


def columns_of(table: str) -> tuple[str, ...]:
    """The columns' names of a table that `csv_text` made."""
    return tuple(table.removeprefix(MARK).partition("\n")[0].split(","))


def _cell(value: str) -> str:
    text = clean(value).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
