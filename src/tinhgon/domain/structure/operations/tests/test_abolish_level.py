"""Abolish a level: on 1 July 2025 the districts end, and their communes stand under the city."""

import pytest

from tinhgon.domain.structure.claims import EVERYTHING, Extent, Source
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World, ward

DISTRICTS = AbolishLevel(level="district")
MOVED: tuple[Operation, ...] = (
    Move(unit="dai-mo", parent="ha-noi"),
    Move(unit="dai-mo", parent=None, hierarchy="party"),
    Move(unit="tay-mo", parent="ha-noi"),
    Move(unit="me-tri", parent="ha-noi"),
    Move(unit="an-khanh", parent="ha-noi"),
    Move(unit="tram-troi", parent="ha-noi"),
    Reclassify(unit="tram-troi", kind="xã"),
)


def test_every_unit_of_the_level_ends_without_a_successor(world: World) -> None:
    composition = world.composed(DISTRICTS)

    assert composition.ended == composition.dissolved == {"nam-tu-liem", "hoai-duc"}
    assert composition.successions == ()


def test_the_communes_below_must_be_put_elsewhere(world: World) -> None:
    assert world.blocked_by(*MOVED, DISTRICTS) == []
    assert {*world.blocked_by(*MOVED[1:], DISTRICTS)} == {"parent-gone"}


def test_a_district_that_others_take_whole_is_not_dissolved(world: World) -> None:
    becomes_a_zone = ChangeLevel(unit="hoai-duc", successor=ward("zone", parent="ha-noi"))

    composition = world.composed(DISTRICTS, becomes_a_zone)

    assert composition.dissolved == {"nam-tu-liem"}
    assert composition.ended == {"nam-tu-liem", "hoai-duc"}


def test_a_district_that_gave_away_a_part_ends_all_the_same(world: World) -> None:
    takes_a_part = TransferPart(source="hoai-duc", to="ha-noi")

    composition = world.composed(*MOVED, DISTRICTS, takes_a_part)

    assert composition.ended == {"nam-tu-liem", "hoai-duc"}
    assert world.blocked_by(*MOVED, DISTRICTS, takes_a_part) == []


def test_a_district_cannot_keep_itself(world: World) -> None:
    kept = Source(unit="hoai-duc", extent=Extent.PART, carries=EVERYTHING)

    keeping = Form(successor="hoai-duc", sources=(kept,))

    assert world.blocked_by(*MOVED, DISTRICTS, keeping) == ["successor-gone"]


def test_a_level_must_be_named() -> None:
    with pytest.raises(Malformed, match="blank"):
        AbolishLevel(level=" ")
