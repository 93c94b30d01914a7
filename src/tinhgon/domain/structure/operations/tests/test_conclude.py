"""Conclude: Đại Mỗ ends once its named parts are gone, though none of them is "the rest"."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.tests.world import LAND, PEOPLE, World

PART = Source(unit="dai-mo", extent=Extent.PART)
TO_TAY_MO = Form(successor="tay-mo", sources=(PART,))
TO_ME_TRI = Form(successor="me-tri", sources=(PART,))


def test_without_it_a_unit_of_which_parts_are_taken_goes_on(world: World) -> None:
    composition = world.composed(TO_TAY_MO, TO_ME_TRI)

    assert composition.ended == frozenset()


def test_the_unit_ends_when_its_parts_are_all_there_was(world: World) -> None:
    composition = world.composed(TO_TAY_MO, TO_ME_TRI, Conclude(unit="dai-mo"))

    assert composition.ended == {"dai-mo"}
    assert composition.dissolved == frozenset()
    assert world.blocked_by(TO_TAY_MO, TO_ME_TRI, Conclude(unit="dai-mo")) == []


def test_land_and_people_may_have_gone_different_ways(world: World) -> None:
    land = Source(unit="dai-mo", extent=Extent.PART, carries=LAND)
    people = Source(unit="dai-mo", extent=Extent.PART, carries=PEOPLE)

    parted = (
        Form(successor="tay-mo", sources=(land,)),
        Form(successor="me-tri", sources=(people,)),
        Conclude(unit="dai-mo"),
    )

    assert world.composed(*parted).ended == {"dai-mo"}
    assert world.blocked_by(*parted) == []


def test_a_unit_of_which_nobody_takes_the_people_does_not_end(world: World) -> None:
    land = Source(unit="dai-mo", extent=Extent.PART, carries=LAND)

    half = (Form(successor="tay-mo", sources=(land,)), Conclude(unit="dai-mo"))

    assert world.composed(*half).ended == frozenset()
    assert world.blocked_by(*half) == ["left-behind"]


def test_it_may_be_said_in_another_plan_and_twice(world: World) -> None:
    once_more = (TO_ME_TRI, Conclude(unit="dai-mo"))

    composition = world.package((Conclude(unit="dai-mo"),), (TO_TAY_MO,), once_more)

    assert composition.ended == {"dai-mo"}
