"""Terms say what they are counted in; pauses which days do not count."""

from datetime import UTC, date, datetime

import pytest

from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.terms import Measure, Pause, Term, months_after

MORNING, LATER_THAT_DAY = datetime(2026, 6, 4, 8), datetime(2026, 6, 4, 16)


@pytest.mark.parametrize("measure", [Measure.DAYS, Measure.MONTHS, Measure.HOURS])
def test_a_term_is_of_one_or_more(measure: Measure) -> None:
    with pytest.raises(ValueError, match="1 or more"):
        Term(0, measure)


def test_a_term_of_no_working_days_is_within_the_day() -> None:
    assert Term(0, Measure.WORKING_DAYS).number == 0
    with pytest.raises(ValueError, match="0 or more"):
        Term(-1, Measure.WORKING_DAYS)


@pytest.mark.parametrize(
    ("pause", "days"),
    [
        (Pause(MORNING, datetime(2026, 6, 9, 14)), Period(date(2026, 6, 4), date(2026, 6, 9))),
        (Pause(MORNING), Period(date(2026, 6, 4))),
        (Pause(MORNING, LATER_THAT_DAY), None),
    ],
)
def test_the_day_of_the_end_of_a_pause_counts_again(pause: Pause, days: Period | None) -> None:
    assert pause.days == days


def test_a_pause_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="must not end before"):
        Pause(LATER_THAT_DAY, MORNING)


def test_a_pause_is_of_the_local_clock() -> None:
    with pytest.raises(ValueError, match="local clock"):
        Pause(MORNING.replace(tzinfo=UTC))
    with pytest.raises(ValueError, match="local clock"):
        Pause(MORNING, LATER_THAT_DAY.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 3), 2, date(2027, 1, 3)),
        (date(2026, 12, 3), 12, date(2027, 12, 3)),
        (date(2026, 10, 31), 2, date(2026, 12, 31)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last(start: date, months: int, end: date) -> None:
    assert months_after(start, months) == end
