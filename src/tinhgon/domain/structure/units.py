"""Units (đơn vị) and the structure (bộ máy) they form on one day.

A unit is known by its `key`, which never changes and is never used again. Its code, name, kind
and parent are only true for a time; codes and names are used again for others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from immutables import Map

from tinhgon.domain.structure.findings import Malformed, no_blanks

PRINCIPAL = "administrative"
"""The hierarchy in which every unit stands; others (Party, guidance) are ties beside it."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an area lies: its centroid in degrees and its area in square kilometres."""

    latitude: Decimal | None = None
    longitude: Decimal | None = None
    area_km2: Decimal | None = None


NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands on a day.

    `parent` is the key of the unit above it in the principal hierarchy, None at the top;
    `ties` are its parents elsewhere, as (hierarchy, key) pairs, one a hierarchy, kept sorted.
    A location that says nothing is none.
    """

    key: str
    level: str
    kind: str
    name: str
    code: str | None = None
    parent: str | None = None
    ties: tuple[tuple[str, str], ...] = ()
    location: Location | None = None

    def __post_init__(self) -> None:
        no_blanks(self)
        if self.location == NOWHERE:
            object.__setattr__(self, "location", None)
        if self.ties:
            object.__setattr__(self, "ties", tuple(sorted(self.ties)))
            _one_parent_each(PRINCIPAL, *(hierarchy for hierarchy, _ in self.ties))

    @property
    def parents(self) -> tuple[tuple[str, str], ...]:
        """All (hierarchy, key) pairs of the units above this one."""
        principal = ((PRINCIPAL, self.parent),) if self.parent else ()
        return principal + self.ties


def _one_parent_each(*hierarchies: str) -> None:
    for one, next_one in pairwise(sorted(hierarchies)):
        if one == next_one:
            raise Malformed("two-parents-in-one-hierarchy", hierarchy=one)


class Structure:
    """All units that stand on one day. Immutable: a change gives another structure."""

    __slots__ = ("__dict__", "_units")

    def __init__(self, units: Iterable[Unit] | Map[str, Unit] = ()) -> None:
        self._units = units if isinstance(units, Map) else Map({unit.key: unit for unit in units})

    def __getitem__(self, key: str) -> Unit:
        return self._units[key]

    def __contains__(self, key: object) -> bool:
        return key in self._units

    def __iter__(self) -> Iterator[Unit]:
        return iter(self._units.values())

    def __len__(self) -> int:
        return len(self._units)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Structure) and self._units == other._units

    def __hash__(self) -> int:
        return hash(self._units)

    def __repr__(self) -> str:
        return f"Structure({len(self)} units)"

    def get(self, key: str | None) -> Unit | None:
        """The unit with this key, or None if it does not stand."""
        return self._units.get(key) if key else None

    def without(self, keys: Iterable[str]) -> "Structure":
        """This structure after the units with these keys have ended."""
        units = self._units.mutate()
        for key in keys:
            del units[key]
        return Structure(units.finish())

    def having(self, units: Iterable[Unit]) -> "Structure":
        """This structure with these units added, or put in place of those with the same key."""
        changed = self._units.mutate()
        for unit in units:
            changed[unit.key] = unit
        return Structure(changed.finish())

    @cached_property
    def _children(self) -> dict[tuple[str, str | None], list[Unit]]:
        children: dict[tuple[str, str | None], list[Unit]] = {}
        for unit in self:
            children.setdefault((PRINCIPAL, unit.parent), []).append(unit)
            for tie in unit.ties:
                children.setdefault(tie, []).append(unit)
        return children

    def children(self, key: str | None, hierarchy: str = PRINCIPAL) -> list[Unit]:
        """The units directly under one unit; under None, those at the top."""
        return self._children.get((hierarchy, key), [])

    def under(self, key: str | None) -> Iterator[Unit]:
        """The unit itself and every unit below it in the principal hierarchy, each once."""
        own = self.get(key)
        waiting = [own] if own else list(self.children(key))
        seen: set[str] = set()
        while waiting:
            unit = waiting.pop()
            if unit.key not in seen:  # a draft may go in a circle
                seen.add(unit.key)
                yield unit
                waiting.extend(self.children(unit.key))

    def path(self, key: str) -> list[Unit]:
        """The unit and all above it, lowest first; stops where a parent does not stand."""
        path: list[Unit] = []
        unit = self.get(key)
        while unit and unit not in path:
            path.append(unit)
            unit = self.get(unit.parent)
        return path

    def counts(self, under: str | None = None) -> dict[str, int]:
        """How many units stand at each level, in all or below one unit (itself not counted)."""
        counts: dict[str, int] = {}
        for unit in self.under(under) if under else self:
            if unit.key != under:
                counts[unit.level] = counts.get(unit.level, 0) + 1
        return counts
