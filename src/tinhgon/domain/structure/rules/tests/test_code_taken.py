"""Two wards would bear one code."""

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.absorb import Absorb
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.tests.world import World, ward


def test_a_code_that_another_bears_cannot_be_given(world: World) -> None:
    found = world.found("code-taken", Recode(unit="dai-mo", code="00628"))

    facts = {"code": "00628"}
    assert found == [Finding(rule="code-taken", units=("dai-mo", "tay-mo"), facts=facts)]


def test_two_new_units_cannot_share_one(world: World) -> None:
    twins = (Establish(unit=ward("a", code="00640")), Establish(unit=ward("b", code="00640")))

    assert [finding.units for finding in world.found("code-taken", *twins)] == [("a", "b")]


def test_the_code_of_a_unit_that_ends_is_free(world: World) -> None:
    freed = (Recode(unit="dai-mo", code="00628"), Absorb(into="dai-mo", absorbed=("tay-mo",)))

    assert world.found("code-taken", *freed) == []
