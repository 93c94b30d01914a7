"""A worked example, reckoned by hand: who owes how much, and when retirements will have paid it.

The district was given 20 posts, Đại Mỗ 12 of them and Tây Mỗ 8, all of them filled. Ten per cent
must go: 2 of the district's 20, 2 of Đại Mỗ's 12 (1.2, rounded up), 1 of Tây Mỗ's 8 (0.8).

    born            group   reaches the age             retires
    1969-01-15      woman   56 y 8 m in September 2025  2025-10-01  in Tây Mỗ
    1964-10-01      man     61 y 6 m in April 2026      2026-05-01  in Đại Mỗ
    1967-03-31      man     62 y in March 2029          2029-04-01  in Đại Mỗ

All the others were born in 1990.
"""

from datetime import date

import pytest

from tinhgon.staff.conftest import KIND, MAY, NEW_YEAR
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.posts import actions as posts
from tinhgon.staff.targets import actions
from tinhgon.staff.targets.progress import Books, Outlook, progress

YOUNG = (date(1990, 5, 5), "women")
OLD = {
    "DM": [(date(1964, 10, 1), "men"), (date(1967, 3, 31), "men"), *[YOUNG] * 10],
    "TM": [(date(1969, 1, 15), "women"), *[YOUNG] * 7],
}


@pytest.fixture
def filled(empty_books):
    """The posts and the people of the head of this file."""
    empty_books.grant(20)
    empty_books.allocate(20, empty_books.city, empty_books.district)
    for unit in (empty_books.dai_mo, empty_books.tay_mo):
        born = OLD[unit.key]
        empty_books.allocate(len(born), empty_books.district, unit)
        for place, (birth, group) in enumerate(born):
            key, by, titles = f"{unit.key}{place}", empty_books.by, {"vi": "Chuyên viên"}
            post = posts.set_up(key, by=by, unit=unit, titles=titles, kind=KIND, on=NEW_YEAR)
            about = {"name": key, "born": birth, "retires_as": group, "invented": True}
            posts.assign(officers.enter(key, by=by, **about), by=by, post=post, on=NEW_YEAR)
    return empty_books


@pytest.fixture
def target(filled):
    """Ten per cent of the district, due so many years after."""

    def due(day):
        return actions.set_target(
            "ten",
            by=filled.by,
            titles={"vi": "Giảm 10%"},
            unit=filled.district,
            counts="officials",
            percent=10,
            base_day=NEW_YEAR,
            due_day=day,
            reason="thử",
        )

    return due


def test_the_district_owes_two_and_the_second_retirement_pays_them(target):
    found = progress(target(date(2026, 5, 1)), MAY)

    own = found.reckoning
    assert (own.base, own.cut, own.cap, own.held, own.left) == (20, 2, 18, 20, 2)
    assert (found.present, found.vacant, found.to_retire) == (20, 0, 2)
    assert found.paid_on == date(2026, 5, 1)
    assert found.outlook is Outlook.IN_TIME
    assert found.retirements.by_year == {2025: 1, 2026: 1, 2029: 1, 2050: 17}


def test_a_day_earlier_it_would_be_too_late(target):
    assert progress(target(date(2026, 4, 30)), MAY).outlook is Outlook.LATE


def test_each_ward_owes_its_share_and_is_paid_by_its_own(target):
    shares = {one.unit: one.progress for one in Books(MAY).shares(target(date(2026, 5, 1)))}

    dai_mo, tay_mo = shares["DM"], shares["TM"]
    assert (dai_mo.reckoning.base, dai_mo.reckoning.cut, dai_mo.to_retire) == (12, 2, 2)
    assert (dai_mo.paid_on, dai_mo.outlook) == (date(2029, 4, 1), Outlook.LATE)
    assert (tay_mo.reckoning.base, tay_mo.reckoning.cut, tay_mo.to_retire) == (8, 1, 1)
    assert (tay_mo.paid_on, tay_mo.outlook) == (date(2025, 10, 1), Outlook.IN_TIME)


def test_what_lapses_once_somebody_has_left_is_paid(target, filled):
    made, day = target(date(2026, 5, 1)), date(2025, 10, 1)
    filled.lapse(1, filled.tay_mo, day)

    shares = {one.unit: one.reckoning.left for one in Books(day).shares(made)}

    assert progress(made, day).reckoning.left == 1
    assert shares == {"DM": 2, "TM": 0}
