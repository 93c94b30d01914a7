"""Deputy directors of all departments of a province are too many: 150/2025/NĐ-CP Art. 6(1)c."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, below, deputies_of
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World

LED = below("department")


def check(world: World) -> Iterator[Verdict]:
    found = deputies_of(LED)
    return at_most(
        world,
        "deputy-directors-total",
        "province_committee",
        "deputy_directors_allowed",
        found,
        grace_of=LED,
    )
