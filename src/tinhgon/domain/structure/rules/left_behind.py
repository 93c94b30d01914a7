"""Land, people or functions of a unit are left without anybody to hold them."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import Unit

Held = dict[str, frozenset[Aspect]]
"""What others hold below a unit that ends with all above it, by the key of the highest of them."""


def check(composition: Composition) -> Iterator[Finding]:
    below: Held = {}
    for key in sorted(composition.dissolved | {*composition.claims}):
        unit = composition.before.get(key)
        left = _left(composition, unit, below) if unit else frozenset()
        if left:
            yield Finding(rule="left-behind", units=(key,), facts={"aspects": sorted(left)})


def _left(composition: Composition, unit: Unit, below: Held) -> frozenset[Aspect]:
    """What nobody holds of a unit that ends untaken, or of which one half is used up."""
    holds = composition.holds(unit)
    used_up = {aspect for aspect in holds if composition.used_up(unit.key, aspect)}
    if unit.key in composition.dissolved:
        return holds - used_up - _held_below(composition, unit, below)
    if composition.keeps(unit.key) or not used_up:
        return frozenset()
    return holds - used_up


def _held_below(composition: Composition, unit: Unit, below: Held) -> frozenset[Aspect]:
    """What others hold below it or, where it ends with those above it, below the highest of them.

    So what a committee did for a district that ends is done by the committees below the district.
    `below` keeps what was found. Where units stand above themselves, each is climbed over once.
    """
    top, climbed = unit, {unit.key}
    while top.parent in composition.dissolved and top.parent not in climbed:
        top = composition.before[top.parent]
        climbed.add(top.key)
    if top.key not in below:
        others = (
            o for o in composition.before.under(top.key) if o.key not in composition.dissolved
        )
        below[top.key] = frozenset().union(*(composition.holds(other) for other in others))
    return below[top.key]
