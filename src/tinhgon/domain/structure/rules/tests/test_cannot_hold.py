"""A department holds functions: it cannot take over land and people."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.tests.world import World


def test_land_and_people_cannot_go_to_a_body(world: World) -> None:
    found = world.found("cannot-hold", Absorb(into="so-noi-vu", absorbed=("dai-mo",)))

    lost = {"aspects": [Aspect.LAND, Aspect.PEOPLE]}
    assert found == [Finding(rule="cannot-hold", units=("dai-mo", "so-noi-vu"), facts=lost)]


def test_functions_cannot_go_to_a_ward(world: World) -> None:
    found = world.found("cannot-hold", Absorb(into="dai-mo", absorbed=("so-noi-vu",)))

    assert [finding.facts for finding in found] == [{"aspects": [Aspect.FUNCTIONS]}]


def test_everything_of_a_ward_is_no_more_than_a_ward_can_hold(world: World) -> None:
    assert world.found("cannot-hold", Absorb(into="tay-mo", absorbed=("dai-mo",))) == []
