"""A public service unit has too many deputies: 120/2020/NĐ-CP Art. 6(2)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, deputies
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_most(world, "public-unit-deputies", "public_unit", "public_unit_deputies", deputies)
