"""A unit has more heads than one, as after a merger: each unit has one (người đứng đầu)."""

from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    for key in sorted({one.unit for one in world.leaders if one.rank == "head"}):
        unit, found = world.structure.get(key), world.leading(key, "head")
        if unit and found > 1:
            yield Verdict(
                rule="several-heads",
                severity=Severity.WARN if key in world.new else Severity.OVER,
                units=(key,),
                found=found,
                limit=1,
                remedies=(Remedy("remove-heads", found - 1),),
                answers=unit.parent or key,
            )
