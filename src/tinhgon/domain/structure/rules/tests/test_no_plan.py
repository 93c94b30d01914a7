"""A package must hold a plan."""

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.tests.world import World


def test_a_package_without_plans_does_nothing(world: World) -> None:
    nothing = world.package()

    assert rules.findings(nothing) == [Finding(rule="no-plan")]
    assert nothing.after == world.structure


def test_a_package_with_a_plan_is_well(world: World) -> None:
    assert world.found("no-plan", Rename(unit="dai-mo", name="Mới")) == []
