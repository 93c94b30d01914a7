"""Change level: a district becomes a special zone (đặc khu) under the city."""

from datetime import date

import pytest

from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.tests.world import DAY, EVE, World, handed_on, ward

ZONE = ward("zone", kind="đặc khu", name="Hoài Đức", code="09000", parent="ha-noi")
OUT_OF_THE_WAY = (
    Move(unit="an-khanh", parent="ha-noi"),
    Move(unit="tram-troi", parent="ha-noi"),
)


def test_the_unit_ends_and_another_of_a_different_level_takes_all_it_held(world: World) -> None:
    composition = world.composed(ChangeLevel(unit="hoai-duc", successor=ZONE))

    assert composition.ended == {"hoai-duc"}
    assert composition.after["zone"] == ZONE
    assert handed_on(composition) == [("hoai-duc", "zone", "whole")]
    assert composition.main_successor("hoai-duc") == "zone"


@pytest.mark.parametrize(("day", "blocked"), [(EVE, ["unknown-kind"]), (DAY, [])])
def test_a_special_zone_is_known_from_1_july_2025_on(
    world: World, day: date, blocked: list[str]
) -> None:
    becomes = ChangeLevel(unit="hoai-duc", successor=ZONE)
    township = Reclassify(unit="tram-troi", kind="xã")

    assert world.blocked_by(becomes, *OUT_OF_THE_WAY, township, day=day) == blocked


def test_a_unit_cannot_succeed_itself() -> None:
    with pytest.raises(Malformed, match="unit-and-itself"):
        ChangeLevel(unit="zone", successor=ZONE)
