"""Acts from any door: by whoever has the right when it is done, on the side that is theirs."""

from datetime import date

import pytest
from tests.made_once import made_once

from tinhgon.accounts import actions as accounts
from tinhgon.work.carrying_out import Given, carry_out
from tinhgon.work.conftest import at
from tinhgon.work.entitlement import NotEntitled

SAID = Given(words="Đã xong")


@pytest.fixture
@made_once
def lan(world, works, operator):
    """Ms Lan answers for Đại Mỗ."""
    over = {"on": date(2025, 1, 1), "unit": works.dai_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    return world.lan


@pytest.fixture
@made_once
def huong(world, works, operator):
    """Ms Hương answers for Nam Từ Liêm, and so for all that is below it."""
    over = {"on": date(2025, 1, 1), "unit": works.district}
    accounts.grant(world.huong, by=operator, role="unit-head", **over)
    return world.huong


def test_a_right_that_went_to_another_unit_meanwhile_is_not_used(works, lan, standing):
    work = works.issue(at(2))
    as_she_read_it = standing(work)
    assert as_she_read_it.held.unit == works.dai_mo
    works.hand_over(work, at(3), unit=works.tay_mo)

    with pytest.raises(NotEntitled):
        carry_out("report", as_she_read_it, by=lan, at=at(4), given=SAID)

    assert standing(work).state == "issued"


def test_nobody_comments_on_the_side_of_another_unit(works, lan, standing):
    work = works.issue(at(2))
    pretending = Given(words="Đồng ý", unit=works.district)

    carry_out("comment", standing(work), by=lan, at=at(3), given=pretending)

    assert standing(work).events[-1].unit == works.dai_mo


def test_who_gave_a_work_comments_on_the_side_that_gave_it(works, huong, standing):
    work = works.issue(at(2))

    carry_out("comment", standing(work), by=huong, at=at(3), given=Given(words="Khi nào xong?"))

    assert standing(work).events[-1].unit == works.district


def test_a_unit_that_contributes_comments_on_its_own_side(works, world, operator, standing):
    over = {"on": date(2025, 1, 1), "unit": works.tay_mo}
    accounts.grant(world.lan, by=operator, role="unit-head", **over)
    work = works.issue(at(2), contributors=[works.tay_mo])

    carry_out("comment", standing(work), by=world.lan, at=at(3), given=Given(words="Đã gửi"))

    assert standing(work).events[-1].unit == works.tay_mo
