"""Shares (tỷ lệ) of whole numbers, exact: per cent are whole numbers and nothing is a float.

0.1 × 130 is 13.000000000000002 in floats, and its ceiling 14; the law means 13.
"""

from typing import Any

import numpy as np

Column = np.ndarray[Any, Any]


def share_up(base: Column, per_cent: Any) -> Column:
    """So many per cent of a base, rounded up: «at least»."""
    return -(-_product(base, per_cent) // 100)


def share_down(base: Column, per_cent: Any) -> Column:
    """So many per cent of a base, rounded down: «at most»."""
    return _product(base, per_cent) // 100


def _product(base: Column, per_cent: Any) -> Column:
    """Base × per cent in 64 bits; what does not fit is refused rather than turned over."""
    rate = np.asarray(per_cent, dtype=np.int64)
    most = np.iinfo(np.int64).max // np.maximum(rate, 1)
    if np.any(np.asarray(base) > most):
        raise OverflowError("a base too large for an exact share")
    return np.asarray(base, dtype=np.int64) * rate
