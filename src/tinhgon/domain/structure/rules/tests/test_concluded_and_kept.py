"""Đại Mỗ is said to have ended, and to keep the rest of itself."""

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World

PART = TransferPart(source="dai-mo", to="tay-mo")


def test_a_unit_cannot_end_and_keep_something(world: World) -> None:
    kept = Form(successor="dai-mo", sources=(Source(unit="dai-mo", extent=Extent.REST),))

    found = world.found("concluded-and-kept", PART, kept, Conclude(unit="dai-mo"))

    assert found == [Finding(rule="concluded-and-kept", units=("dai-mo",))]


def test_a_unit_all_of_whose_parts_go_to_others_may_end(world: World) -> None:
    assert world.found("concluded-and-kept", PART, Conclude(unit="dai-mo")) == []
