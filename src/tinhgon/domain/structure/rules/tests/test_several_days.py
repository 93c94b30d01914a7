"""All plans of a package have one day of effect."""

from tinhgon.domain.structure import rules
from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Composition, Plan
from tinhgon.domain.structure.tests.world import DAY, EVE, INSTRUMENT, LEVELS, World

FIRST, SECOND = Rename(unit="dai-mo", name="Mới"), Rename(unit="tay-mo", name="Cũ")
ON_THE_DAY = Plan(code="a", day=DAY, operations=(FIRST,), instrument=INSTRUMENT)
ON_THE_EVE = Plan(code="b", day=EVE, operations=(SECOND,), instrument=INSTRUMENT)


def test_two_days_are_one_too_many(world: World) -> None:
    package = Composition([ON_THE_DAY, ON_THE_EVE], world.structure, LEVELS)

    facts = {"days": ["2025-06-30", "2025-07-01"]}
    assert rules.findings(package) == [Finding(rule="several-days", facts=facts)]
    assert package.day == EVE


def test_one_day_is_well(world: World) -> None:
    assert rules.findings(Composition([ON_THE_DAY], world.structure, LEVELS)) == []
