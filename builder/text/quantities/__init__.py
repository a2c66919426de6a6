"""Quantities of news English: text in, numbers with their units, nouns, hedges and bounds out.

`quantities_in` reads them and `agree` compares two; no parse is needed. Deliberately missed:
"twice", "tenfold", "both", rates ("a day"), and clock times and dates, which others read.
"""

from builder.text.quantities.agreement import Agreement, agree
from builder.text.quantities.quantity import Bound, Kind, Quantity
from builder.text.quantities.reader import quantities_in

__all__ = ["Agreement", "Bound", "Kind", "Quantity", "agree", "quantities_in"]
