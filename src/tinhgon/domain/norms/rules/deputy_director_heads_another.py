"""A deputy director of a department also heads another unit: 150/2025/NĐ-CP Art. 6(1)b."""

from collections.abc import Iterator

from tinhgon.domain.norms.figures import Unjudged
from tinhgon.domain.norms.missing import unjudged
from tinhgon.domain.norms.verdicts import Remedy, Severity, Verdict
from tinhgon.domain.norms.world import Leader, World

RULE = "deputy-director-heads-another"
LAW = "departments.deputy_directors.may_head_a_unit"


def check(world: World) -> Iterator[Verdict]:
    directors = {unit.key for unit in world.of_sort("department")}
    heads = {one.officer: one.unit for one in world.leaders if one.rank == "head"}
    both = [one for one in world.leaders if one.unit in directors and _heads_another(one, heads)]
    try:
        ruling = world.figures.rule(LAW) if both else None
    except Unjudged as why:
        yield unjudged(RULE, why.reason, why.about, {one.unit for one in both}, why.day)
        return
    for one in both:
        if ruling and not ruling.value:
            yield Verdict(
                rule=RULE,
                severity=Severity.OVER,
                units=(one.unit, heads[one.officer]),
                about=one.officer,
                remedies=(Remedy("leave-one-post"),),
                provisions=ruling.provisions,
                answers=world.structure[one.unit].parent,
            )


def _heads_another(one: Leader, heads: dict[str, str]) -> bool:
    return one.rank == "deputy" and heads.get(one.officer, one.unit) != one.unit
