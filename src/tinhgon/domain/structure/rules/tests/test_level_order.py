"""A unit stands under one of a higher level, and only provinces stand at the top."""

import pytest

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.tests.world import EVE, World, ward
from tinhgon.domain.structure.units import Unit


def test_a_district_cannot_stand_under_a_commune(world: World) -> None:
    found = world.found("level-order", Move(unit="hoai-duc", parent="dai-mo"))

    assert found == [Finding(rule="level-order", units=("hoai-duc", "dai-mo"))]


def test_a_commune_cannot_stand_under_a_commune(world: World) -> None:
    found = world.found("level-order", Move(unit="tay-mo", parent="dai-mo"))

    assert [finding.units for finding in found] == [("tay-mo", "dai-mo")]


def test_a_commune_may_stand_under_the_city(world: World) -> None:
    assert world.found("level-order", Move(unit="tay-mo", parent="ha-noi")) == []


@pytest.mark.parametrize("unit", ["tay-mo", "hoai-duc", "so-noi-vu"])
def test_only_the_highest_level_stands_at_the_top(world: World, unit: str) -> None:
    found = world.found("level-order", Move(unit=unit, parent=None))

    assert [finding.units for finding in found] == [(unit,)]


def test_a_new_province_does(world: World) -> None:
    hue = Unit("hue", "province", "thành phố", "Huế", "46")

    assert world.found("level-order", Establish(unit=hue)) == []


def test_what_begins_is_held_to_it_too(world: World) -> None:
    below = Establish(unit=ward("moi", parent="so-noi-vu"))

    assert [f.units for f in world.found("level-order", below)] == [("moi", "so-noi-vu")]


def test_other_hierarchies_go_across_levels(world: World) -> None:
    across = Move(unit="ha-noi", parent="so-noi-vu", hierarchy="guidance")

    assert world.found("level-order", across) == []
    assert world.blocked_by(across, day=EVE) == []
