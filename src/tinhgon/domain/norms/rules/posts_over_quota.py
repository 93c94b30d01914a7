"""A unit has more people in posts of a kind than it was allotted and may fill."""

from collections import Counter
from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import NOTHING, World


def check(world: World) -> Iterator[Verdict]:
    for key, filled in sorted(_by_account(world).items()):
        held, frozen = world.posts[key], world.frozen.get(key, NOTHING)
        for kind, found in sorted(filled.items()):
            limit = held.get(kind, 0) - frozen.get(kind, 0)
            if found > limit:
                yield Verdict(
                    rule="posts-over-quota",
                    severity=Severity.OVER,
                    units=(key,),
                    about=kind,
                    found=found,
                    limit=limit,
                    remedies=(Remedy("vacate-posts", found - limit),),
                    facts={"kind": kind, "frozen": frozen.get(kind, 0)},
                    answers=world.structure[key].parent or key,
                )


def _by_account(world: World) -> dict[str, Counter[str]]:
    """People by the unit whose posts they use up: their own, or the nearest above with posts."""
    found: dict[str, Counter[str]] = {}
    for key, filled in world.filled.items():
        path = (unit.key for unit in world.structure.path(key))
        account = next((above for above in path if above in world.posts), None)
        if account:
            found.setdefault(account, Counter()).update(filled)
    return found
