"""A body has no working regulations (quy chế làm việc) in force."""

from collections.abc import Iterator

from tinhgon.domain.norms.sorts import Duty
from tinhgon.domain.norms.verdicts import Provision, Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit

RULE = "no-working-regulations"


def check(world: World) -> Iterator[Verdict]:
    duties = [duty for duty in world.norms.regulations if world.on in duty.period]
    for unit in world.sorting.bodies:
        asked = [duty for duty in duties if _is_asked(unit, duty)]
        if asked and unit.key not in world.regulated:
            yield Verdict(
                rule=RULE,
                severity=Severity.WARN,
                units=(unit.key,),
                remedies=(Remedy("issue-regulations"),),
                provisions=tuple(_provision(duty) for duty in asked if duty.source),
                facts={"new": unit.key in world.new},
                answers=unit.key,
            )


def _is_asked(unit: Unit, duty: Duty) -> bool:
    return unit.level in duty.levels and (not duty.kinds or unit.kind in duty.kinds)


def _provision(duty: Duty) -> Provision:
    return Provision(
        name=RULE,
        instrument=duty.source,
        article=duty.article,
        since=duty.period.start,
        mark=duty.mark,
    )
