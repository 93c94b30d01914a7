"""A division of a public service unit has too few staff: 120/2020/NĐ-CP Art. 6(1)d."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, employees
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(
        world,
        "public-unit-division-too-small",
        "public_unit_division",
        "public_unit_division_minimum_staff",
        employees,
    )
