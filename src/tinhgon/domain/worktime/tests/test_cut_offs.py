"""What comes after the cut-off counts as received on the next working day."""

from datetime import date

import pytest

from tinhgon.domain.worktime.cut_offs import received_on
from tinhgon.domain.worktime.tests.vietnam import ALL_KNOWN, ALMANAC, day, moment, transfer_cut_off

IN_2026 = transfer_cut_off(date(2026, 11, 3))


@pytest.mark.parametrize(
    ("came", "counts"),
    [
        ("Thu 05/11/2026 14:50", "Thu 05/11/2026"),
        ("Thu 05/11/2026 15:00:00", "Thu 05/11/2026"),
        ("Thu 05/11/2026 15:00:01", "Fri 06/11/2026"),
        ("Thu 05/11/2026 15:05", "Fri 06/11/2026"),
        ("Fri 06/11/2026 15:30", "Mon 09/11/2026"),
        ("Sat 07/11/2026 09:00", "Mon 09/11/2026"),
        ("Sat 07/11/2026 15:30", "Mon 09/11/2026"),
        ("Mon 23/11/2026 15:30", "Wed 25/11/2026"),
        ("Sat 22/08/2026 14:50", "Sat 22/08/2026"),
        ("Fri 21/08/2026 15:30", "Sat 22/08/2026"),
    ],
)
def test_what_comes_late_counts_from_the_next_working_day(came: str, counts: str) -> None:
    assert received_on(moment(came), ALL_KNOWN, IN_2026) == day(counts)


def test_without_a_cut_off_all_of_a_working_day_is_as_good() -> None:
    assert received_on(moment("Thu 05/11/2026 23:59"), ALL_KNOWN) == day("Thu 05/11/2026")
    assert received_on(moment("Sat 07/11/2026 09:00"), ALL_KNOWN) == day("Mon 09/11/2026")


def test_there_is_no_cut_off_before_the_decree_that_says_so() -> None:
    assert ALMANAC.cut_off("transfer", day("Wed 20/06/2018")) is None
    assert transfer_cut_off(day("Thu 21/06/2018")).source.number == "61/2018/NĐ-CP"


@pytest.mark.parametrize(
    ("on", "number", "mark"),
    [("Mon 30/06/2025", "61/2018/NĐ-CP", "P"), ("Tue 01/07/2025", "118/2025/NĐ-CP", "K")],
)
def test_the_decree_that_replaced_it_was_not_read(on: str, number: str, mark: str) -> None:
    said = transfer_cut_off(day(on)).source

    assert (said.number, said.mark) == (number, mark)


def test_a_result_on_the_same_day_has_a_cut_off_of_its_own() -> None:
    own = ALMANAC.cut_off("same_day_result", date(2026, 11, 3))

    assert own is not None
    assert own.source.mark == "R"
    assert ALMANAC.cut_off("nothing", date(2026, 11, 3)) is None
