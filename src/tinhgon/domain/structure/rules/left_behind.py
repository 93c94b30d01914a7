"""Land, people or functions of a unit are left without anybody to hold them."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import Unit


def check(composition: Composition) -> Iterator[Finding]:
    for key in sorted(composition.dissolved | {*composition.claims}):
        unit = composition.before.get(key)
        left = _left(composition, unit) if unit else frozenset()
        if left:
            yield Finding(rule="left-behind", units=(key,), facts={"aspects": sorted(left)})


def _left(composition: Composition, unit: Unit) -> frozenset[Aspect]:
    """What nobody holds of a unit that ends untaken, or of which one half is used up."""
    holds = composition.holds(unit)
    used_up = {aspect for aspect in holds if composition.used_up(unit.key, aspect)}
    if unit.key in composition.dissolved:
        return holds - used_up - _held_below(composition, unit)
    if composition.keeps(unit.key) or not used_up:
        return frozenset()
    return holds - used_up


def _held_below(composition: Composition, unit: Unit) -> frozenset[Aspect]:
    """What others hold below it or, where it ends with those above it, below the highest of them.

    So what a committee did for a district that ends is done by the committees below the district.
    """
    top = unit
    while top.parent in composition.dissolved:
        top = composition.before[top.parent]
    below = (one for one in composition.before.under(top.key) if one is not unit)
    others = (one for one in below if one.key not in composition.dissolved)
    return frozenset().union(*(composition.holds(other) for other in others))
