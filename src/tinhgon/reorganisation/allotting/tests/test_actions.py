"""Deciding who answers afterwards: for all that hangs on a unit, and for rows one by one."""

from datetime import date

import pytest

from tinhgon.accounts import actions as accounts
from tinhgon.reorganisation.allotting.actions import NotItsRows, allot
from tinhgon.reorganisation.allotting.rows import rows_of
from tinhgon.reorganisation.models import Allotment

RELATION = "accounts.Grant.unit"


@pytest.fixture
def decide(shared, world):
    """Ms Hương decides that Tây Mỗ answers for Đại Mỗ, but for rows named one by one."""

    def decided(**named):
        said = {"relation": RELATION, "unit": "DM", "heir": "TM", "reason": "Trụ sở ở đó"}
        return allot(shared, by=world.huong, on=date(2025, 6, 10), named=named, **said)

    return decided


def test_a_row_that_hangs_on_the_unit_goes_to_another(decide, world):
    grant = world.lan.grants.get()

    assert decide(MT=[grant.pk]).named == {"MT": [grant.pk]}


def test_a_row_goes_to_one_heir_alone(decide, world):
    grant = world.lan.grants.get()

    with pytest.raises(NotItsRows) as refused:
        decide(MT=[grant.pk], TM=[grant.pk])

    assert refused.value.rows == (grant.pk,)
    assert not Allotment.objects.exists()


@pytest.mark.parametrize("row", [0, -1, 10**6, 2**80])
def test_a_row_that_is_not_there_goes_nowhere(decide, row):
    with pytest.raises(NotItsRows):
        decide(MT=[row])


def test_a_row_of_another_unit_goes_nowhere(decide, world):
    elsewhere = world.huong.grants.get()

    with pytest.raises(NotItsRows) as refused:
        decide(MT=[elsewhere.pk])

    assert refused.value.rows == (elsewhere.pk,)


def test_rows_are_those_that_still_count_on_the_day(shared, world, operator):
    grant = world.lan.grants.get()
    assert [row for row, _words in rows_of(RELATION, "DM", shared.day, 5)] == [grant.pk]

    accounts.end_grant(grant, by=operator, on=shared.day, reason="Chuyển công tác")

    assert rows_of(RELATION, "DM", shared.day, 5) == []
