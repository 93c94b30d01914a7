"""Hours are counted while the office is open."""

import pytest

from tinhgon.domain.hours import read_hours
from tinhgon.domain.worktime.calendars import OutsideCalendar
from tinhgon.domain.worktime.office_time import OfficeTime
from tinhgon.domain.worktime.tests.vietnam import ALL_KNOWN, day, moment

WEEK = "Mo-Th 08:00-11:30,13:30-17:00; Fr 08:00-11:30,13:30-16:00"
OFFICE = OfficeTime(ALL_KNOWN, read_hours(WEEK))
WITH_SATURDAY = OfficeTime(ALL_KNOWN, read_hours(f"{WEEK}; Sa 08:00-11:30"))
HOUR = 3600


def after(office: OfficeTime, start: str, hours: int) -> str:
    return f"{office.at(office.position(moment(start)) + hours * HOUR):%a %d/%m/%Y %H:%M}"


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("Tue 03/11/2026 08:00", 1, "Tue 03/11/2026 09:00"),
        ("Tue 03/11/2026 11:00", 1, "Tue 03/11/2026 14:00"),
        ("Tue 03/11/2026 12:00", 1, "Tue 03/11/2026 14:30"),
        ("Tue 03/11/2026 16:00", 1, "Tue 03/11/2026 17:00"),
        ("Tue 03/11/2026 16:30", 1, "Wed 04/11/2026 08:30"),
        ("Tue 03/11/2026 18:00", 8, "Thu 05/11/2026 09:00"),
        ("Fri 06/11/2026 15:00", 2, "Mon 09/11/2026 09:00"),
        ("Mon 23/11/2026 16:00", 2, "Wed 25/11/2026 09:00"),
        ("Sat 07/11/2026 09:00", 1, "Mon 09/11/2026 09:00"),
    ],
)
def test_hours_are_added_over_breaks_nights_and_days_off(start: str, hours: int, end: str) -> None:
    assert after(OFFICE, start, hours) == end


def test_what_an_office_opens_on_a_saturday_of_its_own_counts() -> None:
    assert after(WITH_SATURDAY, "Fri 06/11/2026 15:00", 2) == "Sat 07/11/2026 09:00"
    assert after(WITH_SATURDAY, "Sat 07/11/2026 11:00", 1) == "Mon 09/11/2026 08:30"


def test_a_day_off_has_no_hours_even_where_the_office_opens_on_that_weekday() -> None:
    assert WITH_SATURDAY.open_on(day("Sat 01/05/2027")) == ()
    assert WITH_SATURDAY.open_on(day("Sat 08/05/2027")) == ((8 * HOUR, 11 * HOUR + HOUR // 2),)


def test_a_day_worked_in_anothers_stead_has_the_hours_of_that_day() -> None:
    assert WITH_SATURDAY.open_on(day("Sat 10/01/2026")) == OFFICE.open_on(day("Fri 09/01/2026"))
    assert OFFICE.open_on(day("Sat 22/08/2026")) == OFFICE.open_on(day("Mon 24/08/2026"))


def test_hours_that_overlap_count_once() -> None:
    office = OfficeTime(ALL_KNOWN, read_hours("Mo 08:00-10:00,09:00-11:00,11:00-12:00"))

    assert office.open_on(day("Mon 02/11/2026")) == ((8 * HOUR, 12 * HOUR),)


def test_what_leaves_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendar):
        after(OFFICE, "Fri 31/12/2027 15:30", 1)
    assert after(OFFICE, "Fri 31/12/2027 15:00", 1) == "Fri 31/12/2027 16:00"
    assert OFFICE.position(moment("Sat 01/01/2028 00:00")) > 0
    with pytest.raises(OutsideCalendar):
        OFFICE.position(moment("Sat 01/01/2028 08:00"))


def test_an_office_that_never_opens_finishes_nothing() -> None:
    with pytest.raises(OutsideCalendar):
        after(OfficeTime(ALL_KNOWN, ()), "Tue 03/11/2026 08:00", 1)
