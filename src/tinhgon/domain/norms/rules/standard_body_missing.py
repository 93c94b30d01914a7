"""An area lacks a body that the standard of its level asks for."""

from collections.abc import Iterator

from tinhgon.domain.norms.standing import standing_as
from tinhgon.domain.norms.verdicts import Provision, Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World

RULE = "standard-body-missing"


def check(world: World) -> Iterator[Verdict]:
    for area, bodies in world.standards:
        for body in bodies:
            if standing_as(world, body.unit) is None:
                yield Verdict(
                    rule=RULE,
                    severity=Severity.BLOCK if area.key in world.new else Severity.WARN,
                    units=(area.key,),
                    about=body.role,
                    remedies=(Remedy("establish-body"),),
                    provisions=(Provision(name=RULE, instrument=body.source, mark=body.mark),),
                    facts={"kind": body.unit.kind, "name": body.unit.name},
                    answers=area.key,
                )
