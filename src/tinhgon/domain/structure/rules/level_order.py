"""A unit would not stand under one of a higher level."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.packages import Composition


def check(composition: Composition) -> Iterator[Finding]:
    levels = composition.levels
    highest = min((level.rank for level in levels.values()), default=1)
    for unit in composition.touched:
        parent = composition.after.get(unit.parent)
        if unit.level not in levels or (parent and parent.level not in levels):
            continue
        above = levels[parent.level].rank if parent else highest - 1
        own = levels[unit.level].rank
        if own <= above or (unit.parent is None and own > highest):
            units = (unit.key, parent.key) if parent else (unit.key,)
            yield Finding(rule="level-order", units=units)
