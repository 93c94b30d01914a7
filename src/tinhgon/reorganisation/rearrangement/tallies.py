"""How many units there are of each level and kind."""

from collections import Counter
from collections.abc import Iterable

from tinhgon.domain.structure.units import Structure, Unit

Tally = Counter[tuple[str, str]]
"""How many units there are of each level and kind."""


def tally(units: Iterable[Unit]) -> Tally:
    """How many units there are of each level and kind."""
    return Counter((unit.level, unit.kind) for unit in units)


def levels(tallies: tuple[Tally, Tally]) -> dict[str, tuple[int, int]]:
    """How many units there are of each level, before and after."""
    before, after = (_by_level(one) for one in tallies)
    return {level: (before[level], after[level]) for level in {**before, **after}}


def below(structure: Structure, ground: str | None) -> Tally:
    """How many units of each level and kind stand below one, or in all."""
    units = structure.under(ground) if ground else structure
    return tally(unit for unit in units if unit.key != ground)


def _by_level(counted: Tally) -> Counter[str]:
    found: Counter[str] = Counter()
    for (level, _kind), number in counted.items():
        found[level] += number
    return found
