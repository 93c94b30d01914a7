"""A Party organisation stands under none (tổ chức Đảng không có cấp trên trực tiếp)."""

from collections.abc import Iterator

from tinhgon.domain.norms.sorts import Duty
from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit


def check(world: World) -> Iterator[Verdict]:
    duties = [duty for duty in world.norms.ties if world.on in duty.period]
    for unit in world.sorting.bodies:
        for duty in duties:
            if unit.kind in duty.kinds and _is_asked(world, unit, duty):
                above = dict(unit.ties).get(duty.hierarchy)
                if above not in world.structure:
                    yield _verdict(world, unit, duty, above)


def _is_asked(world: World, unit: Unit, duty: Duty) -> bool:
    above = world.structure.get(unit.parent)
    return not (above and above.level in duty.except_within)


def _verdict(world: World, unit: Unit, duty: Duty, above: str | None) -> Verdict:
    return Verdict(
        rule="party-body-without-parent",
        severity=Severity.BLOCK if unit.key in world.new else Severity.WARN,
        units=(unit.key,),
        remedies=(Remedy("name-parent"),),
        facts={"hierarchy": duty.hierarchy, "ended": above},
        answers=unit.parent or unit.key,
    )
