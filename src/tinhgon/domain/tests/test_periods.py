"""Periods hold their start and not their end."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinhgon.domain.periods import Period, first_gap, stretches

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


def test_no_period_ends_before_the_calendar_begins() -> None:
    with pytest.raises(ValueError, match="none before the calendar"):
        Period(None, date.min)


def test_people_write_the_day_before_the_end() -> None:
    assert FIRST_HALF.last_day == EVE
    assert SECOND_HALF.last_day is None


def test_periods_that_touch_do_not_overlap() -> None:
    assert not FIRST_HALF.overlaps(SECOND_HALF)
    assert FIRST_HALF.overlaps(Period(EVE, None))
    assert Period().overlaps(FIRST_HALF)


def test_periods_laid_end_to_end_cover_a_longer_one() -> None:
    assert first_gap(Period(JANUARY), [SECOND_HALF, FIRST_HALF]) is None
    assert first_gap(Period(JANUARY, DECEMBER), [FIRST_HALF]) == Period(JULY, DECEMBER)
    assert first_gap(Period(JANUARY), [SECOND_HALF]) == FIRST_HALF
    assert first_gap(Period(), [Period(JANUARY)]) == Period(None, JANUARY)
    assert first_gap(FIRST_HALF, []) == FIRST_HALF


@given(periods, periods)
def test_periods_overlap_if_they_share_a_day(one: Period, other: Period) -> None:
    shared = [day for day in ALL_DAYS if day in one and day in other]

    assert one.overlaps(other) == bool(shared)
    assert other.overlaps(one) == bool(shared)


@given(periods, st.lists(periods, max_size=5))
def test_the_first_gap_begins_on_the_first_day_that_none_covers(
    wanted: Period, some: list[Period]
) -> None:
    open_days = [d for d in ALL_DAYS if d in wanted and not any(d in period for period in some)]
    gap = first_gap(wanted, some)

    assert (gap is None) == (open_days == [])
    assert gap is None or all(day in wanted for day in ALL_DAYS if day in gap)
    assert gap is None or open_days[0] in gap


def test_stretches_are_cut_on_every_day_on_which_something_begins_or_ends() -> None:
    whole = Period(JANUARY, DECEMBER)

    assert stretches([whole, SECOND_HALF]) == [
        Period(JANUARY, JULY),
        Period(JULY, DECEMBER),
        Period(DECEMBER, None),
    ]


def test_stretches_are_open_where_a_period_is() -> None:
    assert stretches([Period()]) == [Period()]
    assert stretches([Period(None, JULY)]) == [Period(None, JULY)]
    assert stretches([]) == []


def test_the_days_in_both_of_two_periods() -> None:
    assert FIRST_HALF.shared_with(Period(None, DECEMBER)) == FIRST_HALF
    assert SECOND_HALF.shared_with(Period(None, DECEMBER)) == Period(JULY, DECEMBER)


def test_periods_that_touch_have_no_day_in_common() -> None:
    assert FIRST_HALF.shared_with(SECOND_HALF) is None


@given(periods, periods)
def test_a_day_is_in_both_periods_if_it_is_in_what_they_share(one: Period, other: Period) -> None:
    shared = one.shared_with(other)

    assert [day for day in ALL_DAYS if day in one and day in other] == [
        day for day in ALL_DAYS if shared and day in shared
    ]
