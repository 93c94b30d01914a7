"""A function of an area has nobody who leads it: there is exactly one (một việc một đầu mối)."""

from collections.abc import Iterator

from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World


def check(world: World) -> Iterator[Verdict]:
    for one in world.mandates:
        if not one.leads:
            is_new = not world.new.isdisjoint(one.others)
            yield Verdict(
                rule="mandate-without-lead",
                severity=Severity.BLOCK if is_new else Severity.WARN,
                units=(one.area, *one.others),
                about=one.function,
                found=0,
                limit=1,
                remedies=(Remedy("name-lead"),),
                facts={"function": one.function},
                answers=one.area,
            )
