"""Shares are exact, whatever floats would say."""

from fractions import Fraction
from math import ceil, floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.law.reading import LARGEST
from tinhgon.law.shares import share_down, share_up

bases = st.integers(0, LARGEST)
rates = st.integers(0, 100)


@pytest.mark.parametrize(("base", "cut"), [(125, 13), (130, 13), (131, 14), (0, 0)])
def test_ten_per_cent_are_rounded_up(base, cut):
    assert share_up(np.array([base]), 10).tolist() == [cut]


def test_half_of_thirteen_is_rounded_down():
    assert share_down(np.array([13]), 50).tolist() == [6]


def test_a_float_would_have_taken_one_more():
    assert ceil(0.1 * 130 + 1e-15) == 14 or ceil(0.07 * 100) == 8  # 0.07 × 100 = 7.000000000000001
    assert share_up(np.array([100]), 7).tolist() == [7]


@given(bases, rates)
def test_a_share_is_that_of_exact_fractions(base, rate):
    exact = Fraction(base) * rate / 100

    assert share_up(np.array([base]), rate).tolist() == [ceil(exact)]
    assert share_down(np.array([base]), rate).tolist() == [floor(exact)]


def test_what_does_not_fit_is_refused_rather_than_turned_over():
    with pytest.raises(OverflowError):
        share_up(np.array([2**62]), 10)
