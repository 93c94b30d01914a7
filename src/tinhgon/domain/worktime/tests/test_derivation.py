"""Why something is due on a day: each day, what it counted for, and who says so."""

import pytest

from tinhgon.domain.hours import read_hours
from tinhgon.domain.worktime.derivation import Derivation, What, derive
from tinhgon.domain.worktime.entries import Because
from tinhgon.domain.worktime.office_time import OfficeTime
from tinhgon.domain.worktime.reckoning import Reckoning
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


def feedback(received: str = "Tue 03/11/2026 09:00", number: int = 15) -> Reckoning:
    return Reckoning(
        term=Term(number, Measure.WORKING_DAYS), received=moment(received), calendar=ALL_KNOWN
    )


def told(derivation: Derivation) -> list[tuple[str, str, int | None]]:
    return [(f"{s.day:%d/%m}", s.what.value, s.number) for s in derivation.steps]


def test_every_day_from_receipt_to_the_last_is_told() -> None:
    derivation = derive(feedback(number=4))

    assert told(derivation) == [
        ("03/11", "received", None),
        ("04/11", "counted", 1),
        ("05/11", "counted", 2),
        ("06/11", "counted", 3),
        ("07/11", "off", None),
        ("08/11", "off", None),
        ("09/11", "counted", 4),
    ]
    assert derivation.due == day("Mon 09/11/2026")


def test_the_day_off_that_moved_the_date_is_named_with_who_says_so() -> None:
    derivation = derive(feedback())
    (culture_day,) = [
        step.entry
        for step in derivation.skipped
        if step.entry and step.entry.because is not Because.WEEK
    ]

    assert derivation.due == day("Wed 25/11/2026")
    assert culture_day.day == day("Tue 24/11/2026")
    assert (culture_day.source.number, culture_day.source.article) == ("28/2026/QH16", "2")
    assert culture_day.occasion is not None
    assert culture_day.occasion.in_("vi") == "Ngày Văn hóa Việt Nam"


@pytest.mark.parametrize(("known_at", "mark"), [("Thu 01/10/2026", "K"), ("Fri 02/10/2026", "R")])
def test_a_date_is_as_sure_as_the_least_sure_of_what_had_a_say(known_at: str, mark: str) -> None:
    reckoning = Reckoning(
        term=Term(1, Measure.WORKING_DAYS),
        received=moment("Wed 03/02/2027 09:00"),
        calendar=ALMANAC.known_at(day(known_at)),
    )

    assert derive(reckoning).mark == mark


def test_the_cut_off_is_told_and_has_a_say_in_how_sure_it_is() -> None:
    reckoning = Reckoning(
        term=Term(1, Measure.WORKING_DAYS),
        received=moment("Mon 23/11/2026 15:30"),
        calendar=ALL_KNOWN,
        cut_off=transfer_cut_off(day("Mon 23/11/2026")),
    )
    derivation = derive(reckoning)

    assert told(derivation) == [
        ("23/11", "received", None),
        ("24/11", "off", None),
        ("25/11", "moved", None),
        ("26/11", "counted", 1),
    ]
    assert derivation.mark == "K"
    assert derive(feedback("Mon 23/11/2026 15:30", 1)).mark == "R"


def test_a_pause_is_told_day_by_day() -> None:
    reckoning = Reckoning(
        term=Term(3, Measure.WORKING_DAYS),
        received=moment("Wed 03/06/2026 09:00"),
        calendar=ALL_KNOWN,
        pauses=(Pause(moment("Fri 05/06/2026 09:00"), moment("Tue 09/06/2026 09:00")),),
    )

    assert told(derive(reckoning)) == [
        ("03/06", "received", None),
        ("04/06", "counted", 1),
        ("05/06", "still", None),
        ("06/06", "off", None),
        ("07/06", "off", None),
        ("08/06", "still", None),
        ("09/06", "counted", 2),
        ("10/06", "counted", 3),
    ]


def test_while_the_clock_stands_it_is_told_until_it_stopped() -> None:
    reckoning = Reckoning(
        term=Term(3, Measure.WORKING_DAYS),
        received=moment("Wed 03/06/2026 09:00"),
        calendar=ALL_KNOWN,
        pauses=(Pause(moment("Fri 05/06/2026 09:00")),),
    )
    derivation = derive(reckoning)

    assert derivation.due is None
    assert told(derivation)[-2:] == [("04/06", "counted", 1), ("05/06", "still", None)]


def test_within_the_day_is_told_over_days_off() -> None:
    assert told(derive(feedback("Sat 31/10/2026 09:00", 0))) == [
        ("31/10", "received", None),
        ("31/10", "off", None),
        ("01/11", "off", None),
        ("02/11", "counted", 0),
    ]


def test_plain_days_count_days_off_too_and_rest_on_nothing() -> None:
    reckoning = Reckoning(
        term=Term(10, Measure.DAYS), received=moment("Tue 03/11/2026 09:00"), calendar=ALL_KNOWN
    )
    derivation = derive(reckoning)

    assert [step.what for step in derivation.steps[1:]] == [What.COUNTED] * 10
    assert derivation.mark is None


def test_a_last_day_that_moves_on_is_told_with_the_rule() -> None:
    reckoning = Reckoning(
        term=Term(10, Measure.DAYS),
        received=moment("Sat 14/11/2026 09:00"),
        calendar=ALL_KNOWN,
        last_day=rule_for_last_days(day("Sat 14/11/2026")),
    )
    derivation = derive(reckoning)

    assert told(derivation)[-3:] == [
        ("24/11", "counted", 10),
        ("24/11", "off", None),
        ("25/11", "moved-on", None),
    ]
    assert [source.number for source in derivation.steps[-1].sources][-1] == "91/2015/QH13"
    assert derivation.mark == "K"


def test_hours_are_told_by_what_of_each_day_counted() -> None:
    reckoning = Reckoning(
        term=Term(8, Measure.WORKING_HOURS),
        received=moment("Fri 06/11/2026 16:00"),
        calendar=ALL_KNOWN,
        pauses=(Pause(moment("Mon 09/11/2026 07:00"), moment("Tue 10/11/2026 09:00")),),
        office=OFFICE,
    )
    derivation = derive(reckoning)

    assert told(derivation) == [
        ("06/11", "received", None),
        ("06/11", "counted", 3600),
        ("07/11", "off", None),
        ("08/11", "off", None),
        ("09/11", "still", None),
        ("10/11", "counted", 6 * 3600),
        ("11/11", "counted", 3600),
    ]
    assert derivation.due_at == moment("Wed 11/11/2026 09:00")


def test_hours_that_stand_still_are_told_until_they_stopped() -> None:
    reckoning = Reckoning(
        term=Term(8, Measure.HOURS),
        received=moment("Fri 06/11/2026 16:00"),
        calendar=ALL_KNOWN,
        pauses=(Pause(moment("Fri 06/11/2026 18:00")),),
    )

    assert told(derive(reckoning)) == [("06/11", "received", None), ("06/11", "counted", 7200)]
