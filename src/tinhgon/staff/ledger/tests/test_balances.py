"""What is held on any day, as known at any instant, by a whole part of the apparatus at once."""

from datetime import date, timedelta

import pytest

from tinhgon.staff.conftest import JUNE, KIND, MAY, NEW_YEAR, SPRING
from tinhgon.staff.ledger.balances import balances, by_kind, left_behind, totals

pytestmark = pytest.mark.django_db

OPEN = (KIND, "open")


def test_a_unit_holds_its_own_and_with_everything_below_it(books):
    found = balances(SPRING, "P01")

    assert {key: found[key].own[OPEN] for key in ("P01", "D019", "DM", "TM")} == {
        "P01": 60,
        "D019": 20,
        "DM": 12,
        "TM": 8,
    }
    assert found["P01"].whole[OPEN] == 100
    assert found["D019"].whole[OPEN] == 40


def test_a_part_of_the_apparatus_is_summed_alone(books):
    found = balances(SPRING, "D019")

    assert next(iter(found)) == "D019"
    assert found["D019"].whole[OPEN] == 40
    assert "P01" not in found


def test_before_anything_was_granted_nobody_holds_anything(books):
    assert sum(balances(NEW_YEAR - timedelta(days=1), "P01")["P01"].whole.values()) == 0


def test_everything_is_one_query(books, django_assert_num_queries):
    with django_assert_num_queries(1):
        balances(SPRING, "P01")


def test_what_was_not_recorded_yet_was_not_known(books):
    moved = books.transfer(5, books.dai_mo, books.tay_mo, SPRING)
    before = moved.recorded_at - timedelta(microseconds=1)

    assert balances(MAY, "P01", before)["DM"].own[OPEN] == 12
    assert balances(MAY, "P01", moved.recorded_at)["DM"].own[OPEN] == 7


def test_what_was_reversed_stays_known(books):
    moved = books.transfer(5, books.dai_mo, books.tay_mo, SPRING)
    books.reverse(moved)

    assert balances(MAY, "P01", moved.recorded_at)["DM"].own[OPEN] == 7
    assert balances(MAY, "P01")["DM"].own[OPEN] == 12


def test_everything_held_is_what_was_granted_less_what_lapsed(books):
    books.lapse(3, books.dai_mo, MAY)

    assert totals(date(2025, 4, 30))[OPEN] == 100
    assert totals(MAY)[OPEN] == 97


def test_what_ended_units_still_hold_is_told(enacted, books):
    assert left_behind(date(2025, 6, 30)) == {}
    assert {key: held[OPEN] for key, held in left_behind(date(2025, 7, 1)).items()} == {
        "D019": 20,
        "DM": 12,
        "TM": 8,
    }


def test_after_the_effect_ended_units_hold_nothing(in_effect, books):
    assert left_behind(date(2025, 7, 1)) == {}


def test_posts_are_told_by_kind_and_purse(books):
    books.freeze(2, books.dai_mo, MAY)

    assert by_kind(balances(JUNE, "P01")["DM"].own) == {KIND: {"open": 10, "frozen": 2}}
