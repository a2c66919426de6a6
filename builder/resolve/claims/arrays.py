"""The arrays in which the pairs of a story are compared, by what they hold."""

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
"""Measures: one for each pair, or a row of them."""
Numbers = NDArray[np.int64]
"""Statements, texts or articles by number."""
