"""When a work is due and how it stands: the examples of the reference, and each side of a day."""

from dataclasses import replace
from datetime import date

import pytest

from tinhgon.domain.periods import Period
from tinhgon.domain.work.clarities import JudgedBy
from tinhgon.domain.work.deadlines import Deadline
from tinhgon.domain.work.status import Standing, status
from tinhgon.domain.worktime.calendars import Almanac, Calendar
from tinhgon.domain.worktime.entries import Because, Entry, Source
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.domain.worktime.tests.vietnam import ALL_KNOWN, ALMANAC, day

NOVEMBER = {number: date(2026, 11, number) for number in range(1, 31)}
EXTENDED = Deadline(day=NOVEMBER[10], granted=(NOVEMBER[15],))
FIFTEEN = Deadline(term=Term(15, Measure.WORKING_DAYS), since=day("Tue 03/11/2026"))


def due(
    deadline: Deadline, calendar: Calendar = ALL_KNOWN, almanac: Almanac = ALMANAC
) -> date | None:
    return deadline.due(calendar, almanac)


def test_reported_a_day_after_the_last_approved_deadline_it_is_done_one_day_late() -> None:
    found = status(due(EXTENDED), on=NOVEMBER[30], reported=NOVEMBER[16], confirmed=NOVEMBER[20])

    assert (found.standing, found.days_late) == (Standing.DONE_LATE, 1)


@pytest.mark.parametrize(
    ("judged_by", "standing"),
    [(JudgedBy.REPORT, Standing.DONE_IN_TIME), (JudgedBy.CONFIRMATION, Standing.DONE_LATE)],
)
def test_which_day_judges_is_configured(judged_by: JudgedBy, standing: Standing) -> None:
    found = status(
        due(EXTENDED),
        on=NOVEMBER[30],
        reported=NOVEMBER[15],
        confirmed=NOVEMBER[20],
        judged_by=judged_by,
    )

    assert found.standing is standing


def test_without_the_extension_the_same_report_is_six_days_late() -> None:
    found = status(due(replace(EXTENDED, granted=())), on=NOVEMBER[16], reported=NOVEMBER[16])

    assert (found.standing, found.days_late) == (Standing.OPEN_LATE, 6)


def test_a_report_that_waits_to_be_confirmed_does_not_become_late() -> None:
    found = status(NOVEMBER[15], on=NOVEMBER[30], reported=NOVEMBER[15])

    assert found.standing is Standing.OPEN_IN_TIME


@pytest.mark.parametrize(
    ("on", "expected"),
    [(10, (False, False)), (12, (True, False)), (15, (True, False)), (16, (False, True))],
)
def test_a_work_is_at_risk_near_its_day_and_late_after_it(
    on: int, expected: tuple[bool, bool]
) -> None:
    soon = ALL_KNOWN.add(NOVEMBER[on], 3)

    found = status(NOVEMBER[15], on=NOVEMBER[on], at_risk_until=soon)

    assert (found.at_risk, found.is_late) == expected


def test_fifteen_working_days_pass_over_the_day_of_culture() -> None:
    assert due(FIFTEEN) == day("Wed 25/11/2026")


def test_a_day_off_announced_late_moves_what_is_counted_and_not_a_day_that_was_named() -> None:
    said = Source(number="1/TB", known=NOVEMBER[10], mark="K")
    off = Entry(day=NOVEMBER[12], works=False, because=Because.HOLIDAY, source=said)
    amended = ALMANAC.amended(off)
    calendar = amended.known_at()

    assert due(FIFTEEN, calendar, amended) == day("Thu 26/11/2026")
    assert due(Deadline(day=NOVEMBER[12]), calendar, amended) == NOVEMBER[12]


def test_suspended_days_do_not_count_and_while_it_is_suspended_nothing_is_due() -> None:
    for_two_days = replace(FIFTEEN, pauses=(Period(NOVEMBER[9], NOVEMBER[11]),))
    still = replace(FIFTEEN, pauses=(Period(NOVEMBER[9], None),))

    assert due(for_two_days) == day("Fri 27/11/2026")
    assert due(still) is None


def test_a_suspension_after_the_deadline_makes_nothing_good() -> None:
    late = Deadline(day=NOVEMBER[10], pauses=(Period(NOVEMBER[12], None),))

    assert status(due(late), on=NOVEMBER[13]).is_late


def test_a_month_that_ends_on_a_day_off_moves_on() -> None:
    month = Deadline(term=Term(1, Measure.MONTHS), since=day("Thu 15/10/2026"))

    assert due(month) == day("Mon 16/11/2026")
