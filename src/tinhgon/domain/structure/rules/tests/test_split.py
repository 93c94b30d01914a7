"""What hangs on a ward that is shared among several must be placed."""

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.divide import Divide
from tinhgon.domain.structure.operations.transfer_part import TransferPart
from tinhgon.domain.structure.tests.world import World, ward


def test_the_note_counts_what_is_shared_and_how_widely(world: World) -> None:
    found = world.found(
        "split",
        Divide(unit="dai-mo", into=(ward("a"), ward("b"), ward("c"))),
        TransferPart(source="tay-mo", to="me-tri"),
        TransferPart(source="tay-mo", to="an-khanh"),
    )

    assert found == [
        Finding(
            rule="split",
            severity=Severity.NOTE,
            units=("dai-mo", "tay-mo"),
            facts={"count": 2, "parts": 5, "most": 3},
        )
    ]


def test_a_ward_that_one_other_takes_is_not_shared(world: World) -> None:
    assert world.found("split", Absorb(into="tay-mo", absorbed=("dai-mo",))) == []
