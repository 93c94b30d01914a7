"""A ward holds no functions, and a department no land."""

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import FUNCTIONS, LAND, World


def test_no_functions_can_be_taken_of_a_ward(world: World) -> None:
    found = world.found(
        "nothing-to-take", TransferPart(source="dai-mo", to="tay-mo", carries=FUNCTIONS)
    )

    assert found == [Finding(rule="nothing-to-take", units=("dai-mo", "tay-mo"))]


def test_no_land_can_be_taken_of_a_department(world: World) -> None:
    land = Form(successor="so-tu-phap", sources=(Source(unit="so-noi-vu", carries=LAND),))

    assert len(world.found("nothing-to-take", land)) == 1


def test_a_ward_cannot_be_concluded_by_taking_what_it_never_held(world: World) -> None:
    functions = TransferPart(source="dai-mo", to="tay-mo", carries=FUNCTIONS)

    concluded = (functions, Conclude(unit="dai-mo"))

    assert world.composed(*concluded).ended == frozenset()
    assert world.blocked_by(*concluded) == ["nothing-to-take"]


def test_everything_includes_what_it_holds(world: World) -> None:
    assert world.found("nothing-to-take", TransferPart(source="dai-mo", to="tay-mo")) == []


def test_what_is_not_stated_may_be_anything(world: World) -> None:
    unstated = Form(successor="tay-mo", sources=(Source(unit="dai-mo", carries=None),))

    assert world.found("nothing-to-take", unstated) == []
