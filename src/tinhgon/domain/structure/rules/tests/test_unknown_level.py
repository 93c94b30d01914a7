"""A level is abolished of which nobody has heard."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.tests.world import World


def test_a_level_that_is_abolished_must_be_known(world: World) -> None:
    found = world.found("unknown-level", AbolishLevel(level="canton"))

    assert found == [Finding(rule="unknown-level", facts={"level": "canton"})]


def test_districts_are(world: World) -> None:
    assert world.found("unknown-level", AbolishLevel(level="district")) == []
