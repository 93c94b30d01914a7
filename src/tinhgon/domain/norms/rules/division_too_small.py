"""A division of a department (phòng thuộc sở) has too few posts: 150/2025/NĐ-CP Art. 5(2)b."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, posts
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(world, "division-too-small", "division", "division_minimum_posts", posts)
