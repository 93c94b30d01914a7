"""A province has more departments (sở) than the law allows: 150/2025/NĐ-CP Art. 10(1)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit


def check(world: World) -> Iterator[Verdict]:
    rule, sort, law = "too-many-departments", "province_committee", "departments_allowed"
    return at_most(world, rule, sort, law, _departments, remedy="remove-units")


def _departments(world: World, unit: Unit) -> int:
    return len(world.below(unit.key, "department"))
