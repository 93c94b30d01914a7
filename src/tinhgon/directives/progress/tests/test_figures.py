"""Figures of progress: each work in one of six, past days as they were, where the days went."""

import pytest

from tinhgon.directives.progress.figures import count
from tinhgon.directives.progress.lying import handed, lying, most_moved
from tinhgon.directives.progress.stretches import Step, trend
from tinhgon.work.conftest import JUNE, at
from tinhgon.work.listing.stood import Given, Stretch

PERIOD = Stretch(first=JUNE[1], last=JUNE[12])


@pytest.fixture
def of_district(works):
    return Given(unit=works.district)


def test_each_work_stands_in_one_of_six(given, of_district):
    found = count(of_district, [PERIOD]).now

    assert found.by == {
        "done-in-time": 1,
        "done-late": 1,
        "open-in-time": 2,
        "open-late": 1,
        "suspended": 1,
        "withdrawn": 1,
    }
    assert (found.all, found.new, found.carried, found.at_risk) == (7, 7, 0, 1)
    assert found.share_in_time == 0.5


def test_what_was_closed_before_a_period_is_not_of_it(given, of_district):
    found = count(of_district, [Stretch(first=JUNE[6], last=JUNE[12])]).now

    assert (found.all, found.new, found.carried, found.by["withdrawn"]) == (6, 0, 6, 0)


def test_stretches_are_counted_together_as_they_are_alone(given, of_district):
    days = [Stretch(first=JUNE[1], last=JUNE[day]) for day in (1, 2, 5, 10, 11, 12, 30)]

    together = count(of_district, days).figures

    assert together == [count(of_district, [one]).now for one in days]
    assert [one.all for one in together] == [0, 7, 7, 7, 7, 7, 7]


def test_parts_are_those_of_whoever_had_the_works_then(given, works, of_district):
    found = count(of_district, [PERIOD])

    assert {key: one.all for key, one in found.units.items()} == {
        works.dai_mo.pk: 6,
        works.tay_mo.pk: 1,
    }
    assert {key: one.all for key, one in found.kinds.items()} == {"task": 7}


def test_a_trend_ends_on_the_day_and_leaves_no_day_out():
    months, weeks = trend(JUNE[12], Step.MONTH), trend(JUNE[12], Step.WEEK)

    assert (months[-1].first, months[-1].last) == (JUNE[1], JUNE[12])
    assert (weeks[-1].first, weeks[-1].last) == (JUNE[9], JUNE[12])
    assert (len(months), len(weeks)) == (12, 12)
    assert months[0].first.isoformat() == "2024-07-01"
    assert weeks[-2].last == JUNE[8]


def test_days_lie_with_whoever_had_the_work(works, of_district):
    work = works.issue(at(2, 0))
    works.hand_over(work, at(4, 0), unit=works.tay_mo)
    works.report(work, at(7, 0))
    works.confirm(work, at(8, 0))

    found = {one.unit: one for one in lying(of_district, PERIOD, 10, at(30))}

    assert round(found[works.dai_mo.pk].average, 3) == 2
    assert round(found[works.tay_mo.pk].longest, 3) == 4
    assert (found[works.dai_mo.pk].left, found[works.tay_mo.pk].left) == (1, 0)
    assert found[works.tay_mo.pk].work == work.key


def test_days_that_have_not_passed_are_not_counted(works, of_district):
    works.issue(at(2, 0))

    (found,) = lying(of_district, PERIOD, 10, at(12, 6))

    assert round(found.longest, 3) == 10.25


def test_hand_overs_and_acceptance_are_counted_and_nothing_lies_with_nobody(given, of_district):
    found = handed(of_district, PERIOD)

    assert (found.works, found.times, found.accepted, found.ownerless) == (1, 1, 1, 0)
    assert 0.5 < found.average < 1
    assert most_moved(of_district, PERIOD, 5) == [(given["moved"].key, "moved", 1)]


def test_nothing_was_handed_over_before_the_day(given, of_district):
    assert handed(of_district, Stretch(first=JUNE[3], last=JUNE[12])).times == 0


def test_many_stretches_take_no_more_queries(given, of_district, django_assert_num_queries):
    count(of_district, [PERIOD])

    with django_assert_num_queries(3):
        count(of_district, [PERIOD, *trend(JUNE[12], Step.MONTH)])
