"""What parts of a year are called: one table for claims and pages."""

import calendar

MONTHS = tuple(calendar.month_name)
"""By number, January at 1."""
PARTS = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of",
    "Q4": "fourth quarter of", "H1": "first half of", "H2": "second half of",
}  # fmt: skip
"""By their TIMEX3 code, as they stand before the year."""
EDTF_PARTS = {
    "SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40,
    "H2": 41,
}  # fmt: skip
"""Their numbers in EDTF, which stand in the month's place."""
