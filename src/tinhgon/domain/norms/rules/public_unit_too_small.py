"""A public service unit has too few staff: 120/2020/NĐ-CP Art. 5(1)d."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, employees
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(
        world, "public-unit-too-small", "public_unit", "public_unit_minimum_staff", employees
    )
