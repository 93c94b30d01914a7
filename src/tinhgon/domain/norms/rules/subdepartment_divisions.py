"""A sub-department has more divisions than its posts can fill: 150/2025/NĐ-CP Art. 5(5)b."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit


def check(world: World) -> Iterator[Verdict]:
    rule, law = "subdepartment-divisions", "subdepartment_most_divisions"
    return at_most(world, rule, "subdepartment", law, _divisions, remedy="remove-units")


def _divisions(world: World, unit: Unit) -> int:
    return len(world.below(unit.key, "subdepartment_division"))
