"""A function of an area has more than one who leads it (một việc nhiều đầu mối)."""

from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    for one in world.mandates:
        if len(one.leads) > 1:
            is_new = not world.new.isdisjoint(one.leads)
            yield Verdict(
                rule="mandate-with-two-leads",
                severity=Severity.BLOCK if is_new else Severity.WARN,
                units=(one.area, *sorted(one.leads)),
                about=one.function,
                found=len(one.leads),
                limit=1,
                remedies=(Remedy("keep-one-lead"),),
                facts={"function": one.function},
                answers=one.area,
            )
