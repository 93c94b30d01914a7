"""An Khánh would stand under a district that has ended."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.tests.world import World, ward

DISSOLVED = Dissolve(unit="hoai-duc")
TOWNSHIP_MOVES = Move(unit="tram-troi", parent="ha-noi")


def test_a_unit_cannot_stay_under_one_that_ends(world: World) -> None:
    found = world.found("parent-gone", DISSOLVED, TOWNSHIP_MOVES)

    facts = {"hierarchy": "administrative"}
    assert found == [Finding(rule="parent-gone", units=("an-khanh", "hoai-duc"), facts=facts)]


def test_nor_can_it_begin_or_move_there(world: World) -> None:
    begins = Establish(unit=ward("moi", parent="hoai-duc"))
    moves = Move(unit="dai-mo", parent="hoai-duc")

    found = world.found("parent-gone", DISSOLVED, begins, moves)

    assert {finding.units[0] for finding in found} == {"an-khanh", "tram-troi", "moi", "dai-mo"}


def test_a_tie_in_another_hierarchy_holds_as_well(world: World) -> None:
    found = world.found("parent-gone", AbolishLevel(level="district"))

    assert [f.units for f in found if f.facts == {"hierarchy": "party"}] == [
        ("dai-mo", "nam-tu-liem")
    ]


def test_it_may_move_away(world: World) -> None:
    moves = Move(unit="an-khanh", parent="nam-tu-liem")

    assert world.found("parent-gone", DISSOLVED, TOWNSHIP_MOVES, moves) == []
