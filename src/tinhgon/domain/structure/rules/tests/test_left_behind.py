"""Somebody must hold the land, the people and the functions of every unit afterwards."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import EVE, LAND, PEOPLE, World
from tinhgon.domain.structure.units import Structure, Unit

ALL_LAND = Form(successor="tay-mo", sources=(Source(unit="dai-mo", carries=LAND),))


def test_people_are_left_where_only_the_land_is_taken(world: World) -> None:
    found = world.found("left-behind", ALL_LAND)

    facts = {"aspects": [Aspect.PEOPLE]}
    assert found == [Finding(rule="left-behind", units=("dai-mo",), facts=facts)]


def test_they_are_not_left_when_the_unit_says_that_it_keeps_them(world: World) -> None:
    kept = Form(successor="dai-mo", sources=(Source(unit="dai-mo", carries=PEOPLE),))

    assert world.found("left-behind", ALL_LAND, kept) == []


def test_a_part_of_the_people_leaves_the_others(world: World) -> None:
    some = TransferPart(source="dai-mo", to="me-tri", carries=PEOPLE)

    assert [f.facts for f in world.found("left-behind", ALL_LAND, some)] == [
        {"aspects": [Aspect.PEOPLE]}
    ]


def test_the_rest_of_the_people_leaves_nobody(world: World) -> None:
    some = TransferPart(source="dai-mo", to="me-tri", carries=PEOPLE)
    rest = Source(unit="dai-mo", extent=Extent.REST, carries=PEOPLE)

    assert (
        world.found("left-behind", ALL_LAND, some, Form(successor="tay-mo", sources=(rest,))) == []
    )


def test_a_unit_that_gives_parts_away_and_goes_on_leaves_nothing(world: World) -> None:
    assert world.found("left-behind", TransferPart(source="dai-mo", to="tay-mo")) == []


def test_a_dissolved_ward_leaves_land_and_people(world: World) -> None:
    found = world.found("left-behind", Dissolve(unit="dai-mo"))

    assert [f.facts for f in found] == [{"aspects": [Aspect.LAND, Aspect.PEOPLE]}]


def test_a_dissolved_department_leaves_its_functions(world: World) -> None:
    found = world.found("left-behind", Dissolve(unit="so-noi-vu"))

    assert [f.facts for f in found] == [{"aspects": [Aspect.FUNCTIONS]}]


def test_what_a_district_held_is_with_its_communes(world: World) -> None:
    assert world.found("left-behind", AbolishLevel(level="district")) == []


def test_a_district_without_communes_leaves_land_and_people(world: World) -> None:
    island = Establish(unit=Unit("dao", "district", "huyện", "Đảo", "318", "ha-noi"))
    with_island = World(world.composed(island, day=EVE).after)

    found = with_island.found("left-behind", AbolishLevel(level="district"))

    assert [finding.units for finding in found] == [("dao",)]


def test_communes_that_somebody_takes_hold_nothing_back(world: World) -> None:
    taken = Absorb(into="me-tri", absorbed=("an-khanh", "tram-troi"))

    assert world.found("left-behind", Dissolve(unit="hoai-duc"), taken) == []


def test_units_that_stand_above_each_other_are_looked_at_once() -> None:
    circle = World(
        Structure(
            [
                Unit("a", "district", "huyện", "A", "311", "b"),
                Unit("b", "district", "huyện", "B", "312", "a"),
                Unit("c", "district", "huyện", "C", "313", "c"),
            ]
        )
    )

    found = circle.found("left-behind", AbolishLevel(level="district"))

    assert [finding.units for finding in found] == [("a",), ("b",), ("c",)]
