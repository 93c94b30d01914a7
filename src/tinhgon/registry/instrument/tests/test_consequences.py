"""What was done under an instrument, found from what is recorded."""

from datetime import date

import pytest

from tinhgon.documents.models import Instrument
from tinhgon.registry.directory import directory
from tinhgon.registry.instrument.consequences import BEGUN, CHANGED, ENDED, Consequences, natural


def done(number):
    return Consequences(directory(), Instrument.objects.get(number=number).pk)


def keys(number, kind):
    return [one.entry.unit for one in done(number).of(kind)]


def test_units_that_began_come_in_the_order_of_clauses(in_effect):
    assert keys("1656/NQ-UBTVQH15", BEGUN) == ["TM-new", "DM-new", "DN-new"]


def test_units_that_ended_are_those_it_ended(in_effect):
    assert set(keys("1656/NQ-UBTVQH15", ENDED)) == {"DM", "TM", "MT", "DN"}
    assert keys("203/2025/QH15", ENDED) == ["D019", "D268"]


def test_a_unit_that_went_on_is_changed_and_says_in_what(in_effect):
    (changed,) = done("1656/NQ-UBTVQH15").of(CHANGED)

    assert changed.entry.unit == "XP"
    assert changed.changes == ["parent"]


def test_a_unit_is_shown_as_it_began_or_as_it_ended(in_effect):
    begun = done("1656/NQ-UBTVQH15").of(BEGUN)[0]
    ended = done("203/2025/QH15").of(ENDED)[0]

    assert begun.entry.period.start == begun.day == date(2025, 7, 1)
    assert ended.entry.period.end == ended.day == date(2025, 7, 1)


def test_the_units_at_the_other_end_are_named(in_effect):
    begun = {one.entry.unit: one.others for one in done("1656/NQ-UBTVQH15").of(BEGUN)}

    assert sorted(begun["DM-new"]) == ["DM", "MT"]


def test_before_it_has_effect_nothing_was_done_under_it(register):
    assert done("1656/NQ-UBTVQH15").all == []


def test_it_takes_four_queries_whatever_was_done(in_effect, django_assert_num_queries):
    wanted = done("1656/NQ-UBTVQH15")

    with django_assert_num_queries(4):
        assert wanted.all


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("Điều 1 khoản 2", "Điều 1 khoản 10"), ("Điều 2", "Điều 10"), ("", "Điều 1")],
)
def test_clauses_are_counted_not_spelled(earlier, later):
    assert natural(earlier) < natural(later)
