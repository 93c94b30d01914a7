"""A division of a commune has too many deputies: 150/2025/NĐ-CP Art. 13(2)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, deputies
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_most(
        world,
        "commune-division-deputies",
        "commune_division",
        "commune_division_deputies",
        deputies,
    )
