"""The inspectorate of a department (Thanh tra sở) has too many deputies: 107/2020/NĐ-CP."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, deputies
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_most(
        world, "inspectorate-deputies", "inspectorate", "inspectorate_deputies", deputies
    )
