"""Who decides what a plan says must be known before it is enacted, not before it is drafted."""

from tinhgon.domain.structure.findings import Finding, Severity
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World

RENAMED = Rename(unit="dai-mo", name="Mới")


def test_a_plan_without_an_instrument_is_told(world: World) -> None:
    found = world.found("no-instrument", RENAMED, instrument=None)

    expected = Finding(rule="no-instrument", severity=Severity.NOTE, facts={"plan": "plan-1"})
    assert found == [expected]


def test_one_that_names_it_is_well(world: World) -> None:
    assert world.found("no-instrument", RENAMED, instrument="1656/NQ-UBTVQH15") == []
