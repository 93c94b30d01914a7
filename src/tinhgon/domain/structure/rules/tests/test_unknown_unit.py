"""A plan speaks of a unit that does not stand."""

import pytest

from tinhgon.domain.structure.claims import Source
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World, ward

BEGINS = Establish(unit=ward("moi"))


@pytest.mark.parametrize(
    "operation",
    [
        Absorb(into="ghost", absorbed=("dai-mo",)),
        Absorb(into="dai-mo", absorbed=("ghost",)),
        TransferPart(source="dai-mo", to="ghost"),
        Rename(unit="ghost", name="Mới"),
        Dissolve(unit="ghost"),
        Conclude(unit="ghost"),
        Move(unit="dai-mo", parent="ghost"),
        Move(unit="dai-mo", parent="ghost", hierarchy="party"),
        Establish(unit=ward("moi", parent="ghost")),
        Establish(unit=ward("moi", ties=(("party", "ghost"),))),
    ],
)
def test_what_is_spoken_of_must_stand(world: World, operation: Operation) -> None:
    found = world.found("unknown-unit", operation)

    assert found == [Finding(rule="unknown-unit", units=("ghost",))]


@pytest.mark.parametrize(
    "operation",
    [
        Move(unit="so-noi-vu", parent="moi"),
        TransferPart(source="dai-mo", to="moi"),
        Form(successor="moi", sources=(Source(unit="dai-mo"),)),
        Establish(unit=ward("khac", parent="moi")),
    ],
)
def test_what_begins_on_the_day_may_be_led_to(world: World, operation: Operation) -> None:
    assert world.found("unknown-unit", BEGINS, operation) == []


@pytest.mark.parametrize(
    "operation",
    [
        Absorb(into="dai-mo", absorbed=("moi",)),
        TransferPart(source="moi", to="dai-mo"),
        Rename(unit="moi", name="Khác"),
        Move(unit="moi", parent="hoai-duc"),
        Dissolve(unit="moi"),
        Conclude(unit="moi"),
    ],
)
def test_but_nothing_can_be_done_to_it_yet(world: World, operation: Operation) -> None:
    found = world.found("unknown-unit", BEGINS, operation)

    assert found == [Finding(rule="unknown-unit", units=("moi",))]
