"""Đại Mỗ is concluded, but no part of it goes anywhere."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World


def test_there_must_be_parts_that_were_all_there_was(world: World) -> None:
    found = world.found("concluded-without-parts", Conclude(unit="dai-mo"))

    assert found == [Finding(rule="concluded-without-parts", units=("dai-mo",))]
    assert world.composed(Conclude(unit="dai-mo")).ended == frozenset()


def test_one_part_that_another_clause_names_will_do(world: World) -> None:
    part = TransferPart(source="dai-mo", to="tay-mo")

    assert world.found("concluded-without-parts", part, Conclude(unit="dai-mo")) == []
