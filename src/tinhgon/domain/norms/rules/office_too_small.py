"""The office of a department (Văn phòng sở) has too few posts: 150/2025/NĐ-CP Art. 5(3)."""

from collections.abc import Iterator

from tinhgon.domain.norms.shapes import at_least, posts
from tinhgon.domain.norms.verdicts import Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    return at_least(world, "office-too-small", "office", "office_minimum_posts", posts)
