"""No district can begin on the day on which the districts end."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.tests.world import EVE, World
from tinhgon.domain.structure.units import Unit

NEW = Establish(unit=Unit("moi", "district", "quận", "Mới", "999", "ha-noi"))


def test_nothing_begins_at_a_level_that_is_abolished(world: World) -> None:
    found = world.found("level-abolished", NEW, AbolishLevel(level="district"), day=EVE)

    facts = {"level": "district"}
    assert found == [Finding(rule="level-abolished", units=("moi",), facts=facts)]


def test_it_does_at_others(world: World) -> None:
    assert world.found("level-abolished", NEW, day=EVE) == []
    assert world.found("level-abolished", NEW, AbolishLevel(level="body"), day=EVE) == []
