"""Tables for spreadsheets: columns and rows in, the lines of a CSV file out.

UTF-8 with a byte-order mark, by which a spreadsheet knows the encoding. A cell that would be run
as a formula begins with an apostrophe, which shows it as text. Cells stand on one line.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from builder.text.one_line import clean

MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # what a spreadsheet would run


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The table as CSV, line by line, its columns' names first."""
    yield MARK + _line(columns)
    for row in rows:
        yield _line([_cell(value) for value in row])


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _cell(value: str) -> str:
    text = clean(value).strip()
    return f"'{text}" if text.startswith(_FORMULA) else text
