"""Two departments would each stand under the other."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.tests.world import World
from tinhgon.domain.structure.units import Unit

DOWN = Move(unit="so-noi-vu", parent="so-tu-phap")
UP = Move(unit="so-tu-phap", parent="so-noi-vu")


def test_moves_of_two_plans_may_close_a_circle(world: World) -> None:
    blocked = world.package_blocked_by([DOWN], [UP])

    assert "cycle" in blocked
    facts = {"hierarchy": "administrative"}
    assert world.found("cycle", DOWN, UP) == [
        Finding(rule="cycle", units=("so-noi-vu", "so-tu-phap"), facts=facts)
    ]


def test_a_circle_in_another_hierarchy_is_found_there(world: World) -> None:
    back = Move(unit="nam-tu-liem", parent="dai-mo", hierarchy="party")

    found = world.found("cycle", back)

    assert [finding.facts for finding in found] == [{"hierarchy": "party"}]


def test_ways_through_two_hierarchies_are_no_circle(world: World) -> None:
    assert world.found("cycle", Move(unit="ha-noi", parent="dai-mo", hierarchy="guidance")) == []


def test_a_unit_that_begins_under_itself_is_a_circle(world: World) -> None:
    loop = Unit("so-moi", "body", "sở", "Mới", parent="so-moi")

    assert [f.units for f in world.found("cycle", Establish(unit=loop))] == [("so-moi",)]


def test_what_hangs_on_a_circle_is_not_blamed(world: World) -> None:
    hanging = Establish(unit=Unit("phong", "body", "sở", "Phòng", parent="so-noi-vu"))

    found = world.found("cycle", DOWN, UP, hanging)

    assert [finding.units for finding in found] == [("so-noi-vu", "so-tu-phap")]


def test_a_structure_that_goes_in_a_circle_can_still_be_looked_at(world: World) -> None:
    after = world.composed(DOWN, UP).after

    assert {unit.key for unit in after.under("so-noi-vu")} == {"so-noi-vu", "so-tu-phap"}
    assert [unit.key for unit in after.path("so-noi-vu")] == ["so-noi-vu", "so-tu-phap"]
