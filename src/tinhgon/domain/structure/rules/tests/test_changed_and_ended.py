"""A ward that ends cannot be renamed by the same package."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World

ABSORBED = Absorb(into="tay-mo", absorbed=("dai-mo",))


def test_what_ends_cannot_be_changed(world: World) -> None:
    found = world.found("changed-and-ended", ABSORBED, Rename(unit="dai-mo", name="Mới"))

    assert found == [Finding(rule="changed-and-ended", units=("dai-mo",))]


def test_what_goes_on_can(world: World) -> None:
    assert world.found("changed-and-ended", ABSORBED, Rename(unit="tay-mo", name="Mới")) == []
