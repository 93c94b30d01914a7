"""When something is due: terms in every measure, cut-offs, pauses, last days that are off."""

from dataclasses import replace
from datetime import UTC, date

import pytest

from tinhgon.domain.hours import read_hours
from tinhgon.domain.periods import Period
from tinhgon.domain.worktime.calendars import Calendar
from tinhgon.domain.worktime.counting import EveryDay
from tinhgon.domain.worktime.cut_offs import CutOff
from tinhgon.domain.worktime.last_days import LastDay
from tinhgon.domain.worktime.office_time import OfficeTime
from tinhgon.domain.worktime.reckoning import Reckoning, due_day
from tinhgon.domain.worktime.terms import Measure, Pause, Term
from tinhgon.domain.worktime.tests.vietnam import (
    ALL_KNOWN,
    ALMANAC,
    day,
    moment,
    rule_for_last_days,
    transfer_cut_off,
)

OFFICE = OfficeTime(ALL_KNOWN, read_hours("Mo-Fr 08:00-11:30,13:30-17:00"))
AT_THREE = transfer_cut_off(date(2026, 11, 3))
MOVES_ON = rule_for_last_days(date(2026, 11, 3))
WAITING = Pause(moment("Thu 04/06/2026 09:00"), moment("Tue 09/06/2026 10:00"))


def reckoning(
    received: str,
    number: int,
    measure: str = "working-days",
    *,
    calendar: Calendar = ALL_KNOWN,
    cut_off: CutOff | None = None,
    last_day: LastDay | None = None,
    pauses: tuple[Pause, ...] = (),
) -> Reckoning:
    return Reckoning(
        term=Term(number, Measure(measure)),
        received=moment(received),
        calendar=calendar,
        cut_off=cut_off,
        last_day=last_day,
        pauses=pauses,
        office=OFFICE,
    )


@pytest.mark.parametrize(
    ("received", "number", "due"),
    [
        ("Tue 03/11/2026 09:00", 15, "Wed 25/11/2026"),
        ("Mon 02/11/2026 09:00", 15, "Mon 23/11/2026"),
        ("Mon 03/11/2025 09:00", 15, "Mon 24/11/2025"),
        ("Sat 31/10/2026 09:00", 1, "Mon 02/11/2026"),
        ("Tue 03/11/2026 09:00", 0, "Tue 03/11/2026"),
        ("Sat 31/10/2026 09:00", 0, "Mon 02/11/2026"),
    ],
)
def test_the_day_after_receipt_is_the_first_of_a_term(received: str, number: int, due: str) -> None:
    assert reckoning(received, number).due == day(due)


@pytest.mark.parametrize(
    ("received", "number", "due"),
    [
        ("Thu 05/11/2026 14:50", 0, "Thu 05/11/2026"),
        ("Thu 05/11/2026 15:05", 0, "Fri 06/11/2026"),
        ("Thu 05/11/2026 15:00", 3, "Tue 10/11/2026"),
        ("Thu 05/11/2026 15:01", 3, "Wed 11/11/2026"),
        ("Sat 31/10/2026 09:00", 1, "Tue 03/11/2026"),
    ],
)
def test_with_a_cut_off_what_comes_late_is_counted_as_of_the_next_working_day(
    received: str, number: int, due: str
) -> None:
    found = reckoning(received, number, cut_off=AT_THREE)

    assert found.due == day(due)


def test_a_dossier_made_complete_starts_anew_and_one_that_waited_goes_on() -> None:
    waited = Pause(moment("Thu 06/12/2018 09:00"), moment("Mon 10/12/2018 09:00"))

    assert reckoning("Mon 10/12/2018 09:00", 10).due == day("Mon 24/12/2018")
    assert reckoning("Mon 03/12/2018 09:00", 10, pauses=(waited,)).due == day("Wed 19/12/2018")
    assert reckoning("Mon 03/12/2018 09:00", 10).due == day("Mon 17/12/2018")


@pytest.mark.parametrize(("number", "measure"), [(7, "working-days"), (9, "days")])
def test_waiting_for_a_supplement_is_added(number: int, measure: str) -> None:
    plain = reckoning("Mon 01/06/2026 09:00", number, measure)
    paused = reckoning("Mon 01/06/2026 09:00", number, measure, pauses=(WAITING,))

    assert (plain.due, paused.due) == (day("Wed 10/06/2026"), day("Mon 15/06/2026"))


def test_while_the_clock_stands_nothing_is_due() -> None:
    standing = (Pause(moment("Thu 05/11/2026 09:00")),)

    assert reckoning("Tue 03/11/2026 09:00", 2, pauses=standing).due is None
    assert reckoning("Tue 03/11/2026 09:00", 1, pauses=standing).due == day("Wed 04/11/2026")
    assert reckoning("Tue 03/11/2026 09:00", 3, "hours", pauses=standing).due is not None
    assert reckoning("Thu 05/11/2026 08:00", 3, "hours", pauses=standing).due is None


def test_a_pause_before_receipt_adds_nothing() -> None:
    paused = reckoning("Mon 15/06/2026 09:00", 5, pauses=(WAITING,))

    assert paused.due == reckoning("Mon 15/06/2026 09:00", 5).due == day("Mon 22/06/2026")


@pytest.mark.parametrize(
    ("received", "number", "measure", "stays", "moves_on"),
    [
        ("Tue 03/11/2026 09:00", 10, "days", "Fri 13/11/2026", "Fri 13/11/2026"),
        ("Wed 04/11/2026 09:00", 10, "days", "Sat 14/11/2026", "Mon 16/11/2026"),
        ("Sat 14/11/2026 09:00", 10, "days", "Tue 24/11/2026", "Wed 25/11/2026"),
        ("Fri 14/11/2025 09:00", 10, "days", "Mon 24/11/2025", "Mon 24/11/2025"),
        ("Thu 31/12/2026 09:00", 2, "months", "Sun 28/02/2027", "Mon 01/03/2027"),
        ("Tue 03/11/2026 09:00", 1, "months", "Thu 03/12/2026", "Thu 03/12/2026"),
    ],
)
def test_a_last_day_that_is_off_stays_or_moves_on_as_the_rule_says(
    received: str, number: int, measure: str, stays: str, moves_on: str
) -> None:
    assert reckoning(received, number, measure).due == day(stays)
    assert reckoning(received, number, measure, last_day=MOVES_ON).due == day(moves_on)


@pytest.mark.parametrize(
    ("received", "number", "measure", "due_at"),
    [
        ("Fri 06/11/2026 16:00", 9, "working-hours", "Tue 10/11/2026 09:00"),
        ("Fri 06/11/2026 16:00", 8, "working-hours", "Mon 09/11/2026 17:00"),
        ("Fri 06/11/2026 16:00", 24, "hours", "Sat 07/11/2026 16:00"),
    ],
)
def test_a_term_in_hours_ends_at_a_moment(
    received: str, number: int, measure: str, due_at: str
) -> None:
    found = reckoning(received, number, measure)

    assert found.due_at is not None
    assert found.due == found.due_at.date()
    assert f"{found.due_at:%a %d/%m/%Y %H:%M}" == due_at


def test_hours_of_a_pause_in_office_time_are_added() -> None:
    waited = Pause(moment("Mon 09/11/2026 09:00"), moment("Mon 09/11/2026 14:30"))
    found = reckoning("Mon 09/11/2026 08:00", 2, "working-hours", pauses=(waited,))

    assert found.due_at == moment("Mon 09/11/2026 15:30")


def test_after_the_cut_off_hours_count_from_the_next_morning() -> None:
    found = reckoning("Fri 06/11/2026 15:30", 1, "working-hours", cut_off=AT_THREE)

    assert found.due_at == moment("Mon 09/11/2026 09:00")


def test_working_hours_are_those_of_an_office_of_the_same_calendar() -> None:
    with pytest.raises(ValueError, match="needs an office"):
        reckoning("Fri 06/11/2026 16:00", 8, "working-hours", calendar=ALMANAC.known_at())


def test_what_comes_is_told_by_the_local_clock() -> None:
    late_in_greenwich = moment("Tue 03/11/2026 20:00").replace(tzinfo=UTC)

    with pytest.raises(ValueError, match="local clock"):
        replace(reckoning("Tue 03/11/2026 09:00", 1), received=late_in_greenwich)


@pytest.mark.parametrize(
    ("known_at", "due"),
    [("Wed 24/12/2025", "Fri 02/01/2026"), ("Thu 25/12/2025", "Mon 05/01/2026")],
)
def test_a_late_notice_moves_what_was_due(known_at: str, due: str) -> None:
    calendar = ALMANAC.known_at(day(known_at))

    assert reckoning("Tue 30/12/2025 09:00", 2, calendar=calendar).due == day(due)


def test_the_sum_alone_gives_the_same_day() -> None:
    pause = Period(day("Thu 04/06/2026"), day("Tue 09/06/2026"))
    received = day("Mon 01/06/2026")

    assert due_day(ALL_KNOWN, received, 7, [pause]) == day("Mon 15/06/2026")
    assert due_day(EveryDay(), received, 9, [pause]) == day("Mon 15/06/2026")
    assert due_day(ALL_KNOWN, received, 7, [Period(day("Thu 04/06/2026"))]) is None

    since_ever = Period(None, day("Wed 03/06/2026"))
    assert due_day(ALL_KNOWN, received, 7, [since_ever]) == day("Thu 11/06/2026")
