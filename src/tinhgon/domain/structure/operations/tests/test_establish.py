"""Establish: a department begins that is formed from no other."""

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.tests.world import World, handed_on
from tinhgon.domain.structure.units import Unit

OFFICE = Unit("so-moi", "body", "sở", "Dân tộc và Tôn giáo", parent="ha-noi")


def test_the_unit_begins_and_nobody_hands_anything_on(world: World) -> None:
    composition = world.composed(Establish(unit=OFFICE))

    assert composition.after["so-moi"] == OFFICE
    assert composition.successions == ()
    assert world.blocked_by(Establish(unit=OFFICE)) == []


def test_it_may_stand_under_one_that_another_plan_establishes(world: World) -> None:
    branch = Unit("chi-cuc", "body", "chi cục", "Thi đua", parent="trung-uong")
    above = Unit("trung-uong", "province", "thành phố", "Huế", code="46")

    plans = ([Establish(unit=branch)], [Establish(unit=above)])

    assert world.package_blocked_by(*plans) == []


def test_another_plan_may_give_it_what_others_held(world: World) -> None:
    takes_over = Form(successor="so-moi", sources=(Source(unit="so-noi-vu"),))

    composition = world.package([takes_over], [Establish(unit=OFFICE)])

    assert composition.ended == {"so-noi-vu"}
    assert handed_on(composition) == [("so-noi-vu", "so-moi", "whole")]
    assert world.package_blocked_by([takes_over], [Establish(unit=OFFICE)]) == []
