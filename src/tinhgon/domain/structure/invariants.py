"""Invariants (điều luôn đúng): what holds in every structure, whatever plans brought it about.

The rules stop a package that would break one of these. They are written apart from the rules and
look only at the result, so that each proves the other.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tinhgon.domain.structure.levels import Levels
from tinhgon.domain.structure.units import Structure, Unit


@dataclass(frozen=True, slots=True)
class Breach:
    """An invariant that is broken, and the keys of the units by which."""

    invariant: str
    units: tuple[str, ...]


def broken(structure: Structure, levels: Levels) -> Iterator[Breach]:
    """Every breach, invariant by invariant; of a sound structure none."""
    for name, invariant in INVARIANTS.items():
        for units in invariant(structure, levels):
            yield Breach(name, units)


def parents_stand(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """Whatever a unit stands under stands itself, in every hierarchy."""
    for unit in structure:
        for _, parent in unit.parents:
            if parent not in structure:
                yield unit.key, parent


def no_circles(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """No unit stands below itself in any hierarchy: taken away from the top, all can be taken."""
    above: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in structure:
        for hierarchy, parent in unit.parents:
            above[hierarchy][unit.key] = parent
    for parents in above.values():
        while free := [key for key, parent in parents.items() if parent not in parents]:
            for key in free:
                del parents[key]
        if parents:
            yield tuple(sorted(parents))


def levels_in_order(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """A unit stands under one of a higher level; at the top stands the highest level alone."""
    ranks = {key: level.rank for key, level in levels.items()}
    highest = min(ranks.values(), default=None)
    for unit in structure:
        parent = structure.get(unit.parent)
        if parent and ranks.get(parent.level, 0) >= ranks.get(unit.level, 0):
            yield unit.key, parent.key
        if unit.parent is None and ranks.get(unit.level) != highest:
            yield (unit.key,)


def one_bearer_of_a_code(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """No two units bear one code."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for unit in structure:
        bearers[unit.code or ""].append(unit.key)
    for code, keys in bearers.items():
        if code and len(keys) > 1:
            yield tuple(sorted(keys))


def kinds_known(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """Every unit is of a level and kind of the jurisdiction, be it one that now ends."""
    for unit in structure:
        if unit.level not in levels or unit.kind not in levels[unit.level].kinds:
            yield (unit.key,)


def codes_shaped(structure: Structure, levels: Levels) -> Iterator[tuple[str, ...]]:
    """Every code has the shape that codes of its level have."""
    for unit in structure:
        if not _shaped(unit, levels):
            yield (unit.key,)


def _shaped(unit: Unit, levels: Levels) -> bool:
    shape = levels[unit.level].code if unit.level in levels else None
    return not (shape and unit.code) or bool(re.fullmatch(shape, unit.code, re.ASCII))


Invariant = Callable[[Structure, Levels], Iterator[tuple[str, ...]]]

INVARIANTS: dict[str, Invariant] = {
    "parents-stand": parents_stand,
    "no-circles": no_circles,
    "levels-in-order": levels_in_order,
    "one-bearer-of-a-code": one_bearer_of_a_code,
    "kinds-known": kinds_known,
    "codes-shaped": codes_shaped,
}
