"""The divisions of a district have too many deputies together: 108/2020/NĐ-CP."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, below, deputies_of
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World

LED = below("district_division")


def check(world: World) -> Iterator[Verdict]:
    found = deputies_of(LED)
    return at_most(
        world, "district-deputies-total", "district_committee", "district_deputies_allowed", found
    )
