"""Periods hold their start and not their end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.periods import Period, first_overlap

JANUARY, JULY, DECEMBER = date(2025, 1, 1), date(2025, 7, 1), date(2025, 12, 1)
EVE = date(2025, 6, 30)
FIRST_HALF, SECOND_HALF = Period(JANUARY, JULY), Period(JULY, None)

ALL_DAYS = [date(2024, 12, 1), *(date(2025, 1, day) for day in range(1, 32))]

days = st.dates(date(2025, 1, 1), date(2025, 1, 20))


def in_order(ends: tuple[date | None, date | None]) -> bool:
    start, end = ends
    return start is None or end is None or start < end


periods = (
    st.tuples(days | st.none(), days | st.none()).filter(in_order).map(lambda ends: Period(*ends))
)


@pytest.mark.parametrize(
    ("period", "day", "within"),
    [
        (FIRST_HALF, date(2024, 12, 31), False),
        (FIRST_HALF, JANUARY, True),
        (FIRST_HALF, EVE, True),
        (FIRST_HALF, JULY, False),
        (SECOND_HALF, EVE, False),
        (SECOND_HALF, JULY, True),
        (SECOND_HALF, date.max, True),
        (Period(None, JULY), date.min, True),
        (Period(None, JULY), JULY, False),
        (Period(), JULY, True),
    ],
)
def test_the_first_day_is_within_and_the_last_is_the_day_before_the_end(
    period: Period, day: date, within: bool
) -> None:
    assert (day in period) is within


@pytest.mark.parametrize("end", [JANUARY, date(2024, 12, 31)])
def test_a_period_ends_after_it_starts(end: date) -> None:
    with pytest.raises(ValueError, match="must end after it starts"):
        Period(JANUARY, end)


def test_people_write_the_day_before_the_end() -> None:
    assert FIRST_HALF.last_day == EVE
    assert SECOND_HALF.last_day is None


def test_periods_that_touch_do_not_overlap() -> None:
    assert not FIRST_HALF.overlaps(SECOND_HALF)
    assert FIRST_HALF.overlaps(Period(EVE, None))
    assert Period().overlaps(FIRST_HALF)


def test_the_first_overlap_is_told_in_the_order_of_time() -> None:
    year = Period(JANUARY, DECEMBER)

    assert first_overlap([SECOND_HALF, year]) == (year, SECOND_HALF)
    assert first_overlap([SECOND_HALF, FIRST_HALF]) is None
    assert first_overlap([]) is None


def test_of_periods_since_ever_the_first_overlaps_with_what_follows() -> None:
    since_ever = Period(None, JULY)

    assert first_overlap([FIRST_HALF, since_ever]) == (since_ever, FIRST_HALF)


@given(periods, periods)
def test_periods_overlap_if_they_share_a_day(one: Period, other: Period) -> None:
    shared = [day for day in ALL_DAYS if day in one and day in other]

    assert one.overlaps(other) == bool(shared)
    assert other.overlaps(one) == bool(shared)


@given(st.lists(periods, max_size=5))
def test_an_overlap_is_found_if_there_is_one(some: list[Period]) -> None:
    days_within = [day for period in some for day in ALL_DAYS if day in period]

    assert (first_overlap(some) is None) == (len(days_within) == len(set(days_within)))
