"""What is known of days, as known on a day; working days added, subtracted and counted."""

from datetime import date

import pytest

from tinhgon.domain.jurisdiction_file import Words
from tinhgon.domain.worktime.calendars import OutsideCalendar, Week, differing
from tinhgon.domain.worktime.entries import Because, Entry, Source
from tinhgon.domain.worktime.tests.vietnam import ALL_KNOWN, ALMANAC, day

EVE, ANNOUNCED = day("Wed 24/12/2025"), day("Thu 25/12/2025")
NEW_YEAR_FRIDAY, MADE_UP_SATURDAY = day("Fri 02/01/2026"), day("Sat 10/01/2026")
CITY = Source(title=Words({"vi": ("Thông báo của thành phố",) * 2}), mark="O")


@pytest.mark.parametrize(
    ("written", "works", "because"),
    [
        ("Fri 30/10/2026", True, Because.WEEK),
        ("Sat 31/10/2026", False, Because.WEEK),
        ("Tue 17/02/2026", False, Because.HOLIDAY),
        ("Sun 26/04/2026", False, Because.HOLIDAY),
        ("Mon 27/04/2026", False, Because.IN_LIEU),
        ("Mon 31/08/2026", False, Because.SWAPPED),
        ("Sat 22/08/2026", True, Because.MADE_UP),
        ("Mon 23/11/2026", True, Because.WEEK),
        ("Tue 24/11/2026", False, Because.HOLIDAY),
        ("Sat 28/11/2026", False, Because.WEEK),
        ("Mon 24/11/2025", True, Because.WEEK),
        ("Wed 24/11/2027", False, Because.HOLIDAY),
    ],
)
def test_a_day_is_worked_or_off_for_a_reason(written: str, works: bool, because: Because) -> None:
    said = ALL_KNOWN.on(day(written))

    assert (said.works, said.because) == (works, because)
    assert ALL_KNOWN.is_working(day(written)) is works


@pytest.mark.parametrize(("known_at", "off"), [(EVE, False), (ANNOUNCED, True), (None, True)])
def test_a_late_notice_is_known_from_its_day(known_at: date | None, off: bool) -> None:
    calendar = ALMANAC.known_at(known_at)

    assert calendar.is_working(NEW_YEAR_FRIDAY) is not off
    assert calendar.is_working(MADE_UP_SATURDAY) is off


def test_a_late_notice_changes_the_two_days_it_swaps() -> None:
    changed = differing(ALMANAC.known_at(EVE), ALMANAC.known_at(ANNOUNCED))

    assert changed == (NEW_YEAR_FRIDAY, MADE_UP_SATURDAY)


def test_a_day_swapped_names_the_other() -> None:
    assert ALL_KNOWN.on(NEW_YEAR_FRIDAY).other == MADE_UP_SATURDAY
    assert ALL_KNOWN.on(MADE_UP_SATURDAY).other == NEW_YEAR_FRIDAY
    assert ALL_KNOWN.on(MADE_UP_SATURDAY).source.number == "12729/VPCP-KGVX"


@pytest.mark.parametrize(("known_at", "mark"), [("Thu 01/10/2026", "K"), ("Fri 02/10/2026", "R")])
def test_what_was_expected_is_known_once_it_is_announced(known_at: str, mark: str) -> None:
    said = ALMANAC.known_at(day(known_at)).on(day("Thu 04/02/2027"))

    assert (said.works, said.source.mark) == (False, mark)


@pytest.mark.parametrize(
    ("known_at", "works"), [("Thu 23/04/2026", True), ("Fri 24/04/2026", False)]
)
def test_the_day_of_culture_is_known_from_its_resolution(known_at: str, works: bool) -> None:
    assert ALMANAC.known_at(day(known_at)).is_working(day("Tue 24/11/2026")) is works


def test_of_two_that_speak_of_a_day_the_one_known_later_is_right() -> None:
    typhoon = day("Mon 07/09/2026")
    closed = Entry(day=typhoon, works=False, because=Because.HOLIDAY, source=CITY)
    after_all = Entry(
        day=typhoon,
        works=True,
        because=Because.WORKED_AFTER_ALL,
        source=Source(known=date(2026, 9, 6), mark="O"),
    )
    almanac = ALMANAC.amended(after_all, closed)

    assert almanac.known_at(date(2026, 9, 5)).on(typhoon) == closed
    assert almanac.known_at(date(2026, 9, 6)).on(typhoon) == after_all


def test_an_office_may_work_another_week() -> None:
    six_days = ALMANAC.with_week(Week(days=frozenset(range(6)), source=CITY)).known_at()

    assert six_days.add(day("Fri 30/10/2026"), 1) == day("Sat 31/10/2026")
    assert ALL_KNOWN.add(day("Fri 30/10/2026"), 1) == day("Mon 02/11/2026")


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        ("Tue 03/11/2026", 15, "Wed 25/11/2026"),
        ("Mon 02/11/2026", 15, "Mon 23/11/2026"),
        ("Mon 23/11/2026", 2, "Thu 26/11/2026"),
        ("Mon 03/11/2025", 15, "Mon 24/11/2025"),
        ("Mon 03/12/2018", 3, "Thu 06/12/2018"),
        ("Mon 10/12/2018", 10, "Mon 24/12/2018"),
        ("Fri 28/12/2018", 2, "Thu 03/01/2019"),
        ("Thu 03/01/2019", 2, "Sat 05/01/2019"),
        ("Fri 13/02/2026", 1, "Mon 23/02/2026"),
        ("Wed 03/02/2027", 1, "Thu 11/02/2027"),
    ],
)
def test_working_days_are_added_and_subtracted(received: str, days: int, due: str) -> None:
    assert ALL_KNOWN.add(day(received), days) == day(due)
    assert ALL_KNOWN.subtract(day(due), days) == day(received)
    assert ALL_KNOWN.elapsed(day(received), day(due)) == days


def test_the_day_before_a_due_date_is_in_effect_the_working_day_before_it() -> None:
    assert ALL_KNOWN.on_or_before(day("Sun 23/12/2018")) == day("Fri 21/12/2018")
    assert ALL_KNOWN.on_or_after(day("Sun 23/12/2018")) == day("Mon 24/12/2018")
    assert ALL_KNOWN.on_or_after(day("Mon 24/12/2018")) == day("Mon 24/12/2018")


@pytest.mark.parametrize("written", ["Mon 01/01/2018", "Fri 31/12/2027"])
def test_the_first_and_the_last_day_are_in_the_calendar(written: str) -> None:
    assert ALL_KNOWN.on(day(written)).day == day(written)


@pytest.mark.parametrize("written", ["Sun 31/12/2017", "Sat 01/01/2028"])
def test_a_day_of_which_nothing_is_known_is_not_guessed(written: str) -> None:
    with pytest.raises(OutsideCalendar) as refused:
        ALL_KNOWN.is_working(day(written))

    assert (refused.value.first, refused.value.end) == (date(2018, 1, 1), date(2028, 1, 1))


def test_a_count_that_leaves_the_calendar_is_refused() -> None:
    with pytest.raises(OutsideCalendar):
        ALL_KNOWN.add(day("Fri 31/12/2027"), 1)
    with pytest.raises(OutsideCalendar):
        ALL_KNOWN.subtract(day("Tue 02/01/2018"), 1)


@pytest.mark.parametrize("days", [0, -1])
def test_a_count_is_of_at_least_one_day(days: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        ALL_KNOWN.add(day("Tue 03/11/2026"), days)


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2018, 250),
        (2019, 252),
        (2020, 252),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 250),
        (2026, 249),
        (2027, 249),
    ],
)
def test_a_year_has_so_many_working_days(year: int, days: int) -> None:
    counted = ALL_KNOWN.elapsed(date(year, 1, 1), date(year, 12, 31))

    assert counted == days
