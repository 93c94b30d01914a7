"""The end of a term is a sum; pauses may overlap, come in any order, or have no end."""

from datetime import date, datetime

import pytest

from tinhgon.domain.worktime.counting import EveryDay, EverySecond, Stretch, end_of


@pytest.mark.parametrize(
    ("pauses", "end"),
    [
        ([], 110),
        ([(102, 105)], 113),
        ([(90, 100)], 110),
        ([(90, 103)], 113),
        ([(100, 103)], 113),
        ([(109, 112)], 113),
        ([(110, 115)], 110),
        ([(102, 102)], 110),
        ([(102, 105), (104, 106)], 114),
        ([(102, 106), (103, 104)], 114),
        ([(108, 112), (101, 104)], 117),
        ([(108, 111), (111, 113)], 115),
        ([(110, None)], 110),
        ([(109, None)], None),
        ([(90, None)], None),
        ([(107, 111), (113, None)], None),
        ([(107, 111), (114, None)], 114),
    ],
)
def test_a_pause_adds_what_of_it_lies_within_the_term(
    pauses: list[Stretch], end: int | None
) -> None:
    assert end_of(100, 10, pauses) == end


def test_days_and_seconds_are_found_again_at_their_position() -> None:
    days, seconds = EveryDay(), EverySecond()
    leap_day, moment = date(2024, 2, 29), datetime(2026, 11, 3, 15, 0, 1)

    assert days.at(days.position(leap_day) + 1) == date(2024, 3, 1)
    assert seconds.at(seconds.position(moment) + 59) == datetime(2026, 11, 3, 15, 1)
