"""Tây Mỗ takes over Đại Mỗ on the day on which it ends itself."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World

FIRST = Absorb(into="tay-mo", absorbed=("dai-mo",))


def test_whoever_ends_takes_nothing_over(world: World) -> None:
    then = Absorb(into="me-tri", absorbed=("tay-mo",))

    found = world.found("successor-gone", FIRST, then)

    assert found == [Finding(rule="successor-gone", units=("tay-mo",))]


def test_not_even_a_part(world: World) -> None:
    part = TransferPart(source="me-tri", to="dai-mo")

    assert [f.units for f in world.found("successor-gone", FIRST, part)] == [("dai-mo",)]


def test_who_goes_on_may(world: World) -> None:
    assert world.found("successor-gone", FIRST) == []
