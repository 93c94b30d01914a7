"""A plan must say something."""

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World

RENAMED = Rename(unit="dai-mo", name="Mới")


def test_a_plan_without_operations_says_nothing(world: World) -> None:
    found = rules.findings(world.package([RENAMED], []))

    assert found == [Finding(rule="empty", facts={"plan": "plan-2"})]


def test_a_plan_that_says_something_is_well(world: World) -> None:
    assert world.found("empty", RENAMED) == []
