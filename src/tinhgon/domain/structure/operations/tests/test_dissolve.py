"""Dissolve: a unit ends and nothing takes its place."""

from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.tests.world import World
from tinhgon.domain.structure.units import Unit

HOAI_DUC = Dissolve(unit="hoai-duc")
MOVED = (
    Move(unit="an-khanh", parent="ha-noi"),
    Move(unit="tram-troi", parent="ha-noi"),
    Reclassify(unit="tram-troi", kind="xã"),
)


def test_the_unit_ends_without_a_successor(world: World) -> None:
    composition = world.composed(HOAI_DUC)

    assert composition.ended == composition.dissolved == {"hoai-duc"}
    assert composition.main_successor("hoai-duc") is None


def test_a_district_may_go_when_its_communes_stand_elsewhere(world: World) -> None:
    assert world.blocked_by(HOAI_DUC, *MOVED) == []


def test_its_communes_may_end_with_it_if_somebody_takes_them(world: World) -> None:
    taken = Absorb(into="me-tri", absorbed=("an-khanh", "tram-troi"))

    assert world.blocked_by(HOAI_DUC, taken) == []


def test_land_and_people_cannot_be_dissolved(world: World) -> None:
    assert world.blocked_by(Dissolve(unit="dai-mo")) == ["left-behind"]


def test_a_body_below_does_not_hold_the_land(world: World) -> None:
    station = Unit("tram", "body", "trung tâm", "Y tế", parent="dai-mo")
    with_station = World(world.package([Establish(unit=station)]).after)

    blocked = with_station.blocked_by(Dissolve(unit="dai-mo"), Move(unit="tram", parent="ha-noi"))

    assert blocked == ["left-behind"]


def test_what_does_not_stand_cannot_be_dissolved(world: World) -> None:
    composition = world.composed(Dissolve(unit="ghost"))

    assert composition.ended == frozenset()
    assert world.blocked_by(Dissolve(unit="ghost")) == ["unknown-unit"]
