"""A body stands where the standard of its level knows none of its kind and name."""

from collections.abc import Iterator

from tinhgon.domain.norms.sorts import Closed
from tinhgon.domain.norms.standing import alike
from tinhgon.domain.norms.verdicts import Provision, Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.standards import Body, body_key
from tinhgon.domain.structure.units import Unit

RULE = "body-not-in-standard"


def check(world: World) -> Iterator[Verdict]:
    closed = [one for one in world.norms.closed if world.on in one.period]
    for area, bodies in world.standards:
        for one in closed:
            if area.level in one.levels:
                for unit in _others(world, area, one, bodies):
                    yield _verdict(world, unit, one)


def _others(world: World, area: Unit, one: Closed, bodies: list[Body]) -> Iterator[Unit]:
    under = next((b.unit for b in bodies if b.role == one.under), None)
    known = {alike(body.unit) for body in bodies}
    above = body_key(area.key, one.under) if under else area.key
    for unit in sorted(world.structure.children(above), key=lambda unit: unit.key):
        if unit.level in one.body_levels and alike(unit) not in known:
            yield unit


def _verdict(world: World, unit: Unit, one: Closed) -> Verdict:
    return Verdict(
        rule=RULE,
        severity=Severity.BLOCK if unit.key in world.new else Severity.WARN,
        units=(unit.key,),
        remedies=(Remedy("dissolve-body"),),
        provisions=(
            Provision(
                name=RULE,
                instrument=one.source,
                article=one.article,
                since=one.period.start,
                mark=one.mark,
            ),
        ),
        answers=unit.parent or unit.key,
    )
