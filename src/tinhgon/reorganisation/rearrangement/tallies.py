"""How many units there are of each level and kind."""

from collections import Counter
from collections.abc import Iterable

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import Structure, Unit

Tally = Counter[tuple[str, str]]
"""How many units there are of each level and kind."""


def tally(units: Iterable[Unit]) -> Tally:
    """How many units there are of each level and kind."""
    return Counter((unit.level, unit.kind) for unit in units)


def alike(tallies: tuple[Tally, Tally], others: tuple[Tally, Tally]) -> tuple[Tally, Tally]:
    """Of what is counted only the levels and kinds of which there are any among others."""
    kept = {one for other in others for one in other}
    before, after = ({one: many for one, many in of.items() if one in kept} for of in tallies)
    return Counter(before), Counter(after)


def only_bodies(tallies: tuple[Tally, Tally], jurisdiction: Jurisdiction) -> bool:
    """Whether bodies are counted and no area: then each kind of them counts by itself."""
    counted = {level for one in tallies for level, _kind in one}
    return bool(counted) and not any(map(jurisdiction.is_area, counted))


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
