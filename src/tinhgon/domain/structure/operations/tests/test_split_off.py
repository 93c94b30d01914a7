"""Split off: a new ward begins with part of Đại Mỗ, which goes on."""

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.split_off import SplitOff
from tinhgon.domain.structure.tests.world import LAND, World, handed_on, ward

NEW = ward("moi")


def test_the_new_unit_begins_and_the_old_one_goes_on(world: World) -> None:
    composition = world.composed(SplitOff(unit="dai-mo", new=NEW))

    assert composition.ended == frozenset()
    assert composition.after["moi"] == NEW
    assert handed_on(composition) == [("dai-mo", "moi", "part")]
    assert world.blocked_by(SplitOff(unit="dai-mo", new=NEW)) == []


def test_the_old_one_keeps_what_no_rule_places(world: World) -> None:
    composition = world.composed(SplitOff(unit="dai-mo", new=NEW))

    assert composition.main_successor("dai-mo") == "dai-mo"


def test_it_may_begin_with_land_alone(world: World) -> None:
    composition = world.composed(SplitOff(unit="dai-mo", new=NEW, carries=LAND))

    assert composition.successions[0].carries == LAND


def test_it_must_take_something_of_another() -> None:
    with pytest.raises(Malformed, match="carries-nothing"):
        SplitOff(unit="dai-mo", new=NEW, carries=frozenset())
    with pytest.raises(Malformed, match="unit-and-itself"):
        SplitOff(unit="moi", new=NEW)
