"""A package beside another, or beside the apparatus of a day: which units differ, and how.

Values alone: no request, no query, no words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from tinhgon.domain.structure.compare import Comparison, Difference
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.variants.matching import matched, rekeyed


class Shown(StrEnum):
    """How a unit differs; of several ways the first."""

    HERE = "here"
    THERE = "there"
    CHANGED = "changed"
    OTHERWISE = "otherwise"


Share = tuple[str, frozenset[Aspect] | None, bool]
"""How much is taken, what of it, and whether the taker is the main one."""


@dataclass(frozen=True)
class Side:
    """What a package, or a day, gives: the structure, and who took what."""

    structure: Structure
    edges: tuple[Edge, ...]


@dataclass(frozen=True)
class Taking:
    """What a unit takes of another on either side; None where it takes nothing."""

    unit: str
    here: Share | None
    there: Share | None


@dataclass(frozen=True)
class Row:
    """A unit that differs: as it stands on either side, which facts, and what it takes."""

    shown: Shown
    key: str
    here: Unit | None
    there: Unit | None
    facts: tuple[str, ...]
    takings: tuple[Taking, ...]


@dataclass(frozen=True, eq=False)
class Besides:
    """Two sides. `grounds` are the units below which is compared; None among them: everywhere."""

    here: Side
    there: Side
    grounds: tuple[str | None, ...] = (None,)

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The new units that bear different keys: those of `there` with those of `here`."""
        return matched(self.here.structure, self.there.structure)

    @cached_property
    def keys_there(self) -> Mapping[str, str]:
        """The same units the other way round: the keys of `here` with those of `there`."""
        return {mine: own for own, mine in self.same.items()}

    @cached_property
    def other(self) -> Structure:
        """The structure of `there` with the keys of `here`."""
        return rekeyed(self.there.structure, self.same)

    @cached_property
    def rows(self) -> list[Row]:
        """All units that differ: by how, then by code."""
        found = {one.key: one for one in Comparison(self.other, self.here.structure).differences}
        keys = {*found, *self._taking}
        rows = [self._row(key, found.get(key)) for key in keys if self._is_meant(key)]
        return sorted(rows, key=_place)

    def _is_meant(self, key: str) -> bool:
        if None in self.grounds:
            return True
        return any(
            unit.key in self.grounds
            for structure in (self.here.structure, self.other)
            for unit in structure.path(key)
        )

    def _row(self, key: str, difference: Difference | None) -> Row:
        here, there = self.here.structure.get(key), self.other.get(key)
        facts = difference.attributes if difference else ()
        return Row(_shown(here, there, facts), key, here, there, facts, self._takings(key))

    def _takings(self, key: str) -> tuple[Taking, ...]:
        return tuple(self._taking.get(key, ()))

    @cached_property
    def _taking(self) -> Mapping[str, list[Taking]]:
        """What differs of who takes what, by the unit that takes."""
        mine, theirs = _shares(self.here.edges, {}), _shares(self.there.edges, self.same)
        found: dict[str, list[Taking]] = defaultdict(list)
        for taker, unit in sorted({*mine, *theirs}):
            here, there = mine.get((taker, unit)), theirs.get((taker, unit))
            if here != there:
                found[taker].append(Taking(unit, here, there))
        return found


def _shares(edges: Iterable[Edge], same: Mapping[str, str]) -> dict[tuple[str, str], Share]:
    """By taker and source: how much. Of several edges between two, all they carry together."""
    found: dict[tuple[str, str], Share] = {}
    for edge in edges:
        ends = (edge.successor, edge.predecessor)
        taker, unit = (same.get(key, key) for key in ends)
        share = (str(edge.extent), edge.carries, edge.main)
        found[taker, unit] = _together(found.get((taker, unit)), share)
    return found


def _together(one: Share | None, other: Share) -> Share:
    if one is None:
        return other
    carries = None if one[1] is None or other[1] is None else one[1] | other[1]
    return (min(one[0], other[0]), carries, one[2] or other[2])


def _shown(here: Unit | None, there: Unit | None, facts: tuple[str, ...]) -> Shown:
    if not there:
        return Shown.HERE
    if not here:
        return Shown.THERE
    return Shown.CHANGED if facts else Shown.OTHERWISE


def _place(row: Row) -> tuple[int, str, str]:
    unit = row.here or row.there
    return [*Shown].index(row.shown), (unit and unit.code) or "", row.key
