"""A division of a district has too few posts: 108/2020/NĐ-CP, until the level ended."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, posts
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(
        world,
        "district-division-too-small",
        "district_division",
        "district_division_minimum_posts",
        posts,
    )
