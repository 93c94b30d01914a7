"""A division of a sub-department has too few posts: 150/2025/NĐ-CP Art. 5(5)b."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, posts
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(
        world,
        "subdepartment-division-too-small",
        "subdepartment_division",
        "subdepartment_division_minimum_posts",
        posts,
    )
