"""Đại Mỗ is dissolved although Tây Mỗ takes something of it."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World


def test_what_has_successors_is_not_dissolved(world: World) -> None:
    part = TransferPart(source="dai-mo", to="tay-mo")

    found = world.found("dissolved-and-claimed", part, Dissolve(unit="dai-mo"))

    assert found == [Finding(rule="dissolved-and-claimed", units=("dai-mo",))]


def test_what_nobody_claims_may_be(world: World) -> None:
    assert world.found("dissolved-and-claimed", Dissolve(unit="hoai-duc")) == []


def test_a_unit_that_ends_with_its_level_may_have_given_a_part_away(world: World) -> None:
    part = TransferPart(source="hoai-duc", to="ha-noi")

    assert world.found("dissolved-and-claimed", part, AbolishLevel(level="district")) == []
