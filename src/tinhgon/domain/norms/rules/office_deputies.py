"""The office of a department has too many deputies: 150/2025/NĐ-CP Art. 6(3)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_most, deputies, itself
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_most(world, "office-deputies", "office", "office_deputies", deputies, grace_of=itself)
