"""Opening hours are read, put into runs of weekdays, and written as short as they can be."""

from datetime import time

import pytest

from tinhgon.domain.hours import (
    Opening,
    Unreadable,
    by_weekday,
    read_days,
    read_hours,
    write_hours,
)

MORNING = (time(8), time(11, 30))
OFFICE = "Mo-Fr 08:00-11:30,13:30-17:00; Sa 08:00-11:30"


def test_a_group_of_days_opens_on_each_of_them() -> None:
    assert read_hours("Mo,We 08:00-11:30") == (Opening(0, *MORNING), Opening(2, *MORNING))


@pytest.mark.parametrize(
    "written",
    ["Mo", "Xx 08:00-11:30", "Fr-Mo 08:00-11:30", "Mo 11:30-08:00", "Mo 25:00-26:00", "Mo 8-11"],
)
def test_what_cannot_be_read_is_named(written: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_hours(f"Sa 08:00-11:30; {written}")

    assert refused.value.part == written


def test_weekdays_with_the_same_hours_make_one_run() -> None:
    runs = by_weekday(read_hours(OFFICE))

    assert [[*days] for days, _openings in runs] == [[0, 1, 2, 3, 4], [5], [6]]


def test_a_day_without_hours_is_closed() -> None:
    *_others, (sunday, openings) = by_weekday(read_hours(OFFICE))

    assert ([*sunday], openings) == ([6], ())


@pytest.mark.parametrize("written", [OFFICE, "Su 08:00-11:30", "Mo-Su 00:00-23:59", ""])
def test_what_is_read_is_written_the_same(written: str) -> None:
    assert write_hours(read_hours(written)) == written


def test_groups_are_written_as_short_as_they_can_be() -> None:
    assert write_hours(read_hours("Tu 08:00-11:30; Mo 08:00-11:30")) == "Mo-Tu 08:00-11:30"


def test_weekdays_are_read_alone() -> None:
    assert read_days("Sa,Mo-We") == (0, 1, 2, 5)
    with pytest.raises(Unreadable):
        read_days("Mo-Fr 08:00-11:30")
