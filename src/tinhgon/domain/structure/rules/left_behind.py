"""Land, people or functions of a unit are left without anybody to hold them."""

from collections.abc import Iterator

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import Unit


def check(composition: Composition) -> Iterator[Finding]:
    for unit in sorted(composition.before, key=lambda unit: unit.key):
        left = _left(composition, unit)
        if left:
            yield Finding(rule="left-behind", units=(unit.key,), facts={"aspects": left})


def _left(composition: Composition, unit: Unit) -> list[Aspect]:
    """What nobody holds: of a dissolved unit with nothing below it, or of one used up by half."""
    holds = sorted(composition.holds(unit))
    if unit.key in composition.dissolved:
        below = composition.before.children(unit.key)
        return [] if below or unit.key in composition.claims else holds
    if unit.key not in composition.claims or composition.keeps(unit.key):
        return []
    left = [aspect for aspect in holds if not composition.used_up(unit.key, aspect)]
    return left if len(left) < len(holds) else []
