"""Posts are still held by a unit that does not stand any more: they wait to be moved."""

from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    for key, held in sorted(world.posts.items()):
        left = sum(held.values())
        if key not in world.structure and left:
            yield Verdict(
                rule="posts-of-ended-unit",
                severity=Severity.WARN,
                units=(key,),
                found=left,
                limit=0,
                remedies=(Remedy("transfer-posts", left),),
                answers=key,
            )
