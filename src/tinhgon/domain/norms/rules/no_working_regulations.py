"""A body has no working regulations (quy chế làm việc) in force.

Of the bodies of an area nothing is said before any regulations of theirs are recorded: what nobody
has entered is not missing. A body that a plan forms is told of in any case.
"""

from collections.abc import Iterator

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.missing import Missing
from tinhgon.domain.norms.sorts import Duty
from tinhgon.domain.norms.verdicts import Provision, Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit

RULE = "no-working-regulations"


def check(world: World) -> Iterator[Verdict]:
    duties = [duty for duty in world.norms.regulations if world.on in duty.period]
    kept, missing = _areas_that_keep_them(world), Missing(RULE)
    for unit in world.sorting.bodies:
        asked = [duty for duty in duties if _is_asked(unit, duty)]
        if not asked or unit.key in world.regulated:
            continue
        if unit.key not in world.new and world.sorting.area(unit) not in kept:
            missing.note(unit, Unjudged("unknown", "regulations"))
        else:
            yield Verdict(
                rule=RULE,
                severity=Severity.WARN,
                units=(unit.key,),
                remedies=(Remedy("issue-regulations"),),
                provisions=tuple(_provision(duty) for duty in asked if duty.source),
                facts={"new": unit.key in world.new},
                answers=unit.key,
            )
    yield from missing.verdicts()


def _areas_that_keep_them(world: World) -> set[Unit | None]:
    """The areas of which somebody has recorded working regulations of a body."""
    regulated = (world.structure.get(key) for key in world.regulated)
    return {world.sorting.area(unit) for unit in regulated if unit}


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
