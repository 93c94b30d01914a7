"""The units below one hold more posts together than it was given: its own account is below zero."""

from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    for key, held in sorted(world.posts.items()):
        unit = world.structure.get(key)
        for kind, posts in sorted(held.items()) if unit else ():
            if unit and posts < 0:
                yield Verdict(
                    rule="units-hold-more-than-given",
                    severity=Severity.OVER,
                    units=(key,),
                    about=kind,
                    found=posts,
                    limit=0,
                    remedies=(Remedy("take-posts-back", -posts),),
                    facts={"kind": kind},
                    answers=key,
                )
