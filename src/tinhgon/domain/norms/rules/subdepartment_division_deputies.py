"""A division of a sub-department has too many deputies: 150/2025/NĐ-CP Art. 6(5)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, deputies, itself
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_most(
        world,
        "subdepartment-division-deputies",
        "subdepartment_division",
        "subdepartment_division_deputies",
        deputies,
        grace_of=itself,
    )
