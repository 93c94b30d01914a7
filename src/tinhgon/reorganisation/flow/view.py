"""From old to new (từ cũ sang mới): what passed, from the whole down to one former district.

At a place stand, at the left, the units below it that are concerned; what passed from each, or
from what stood below it, is a strand. `drawing` makes a picture of it, a page a table.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.rearrangement.value import Rearrangement


class NotConcerned(Exception):
    """A package has nothing to do with this unit."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True)
class Strand:
    """What passed from one unit to one other; without an edge, a unit that goes on.

    `start` is the unit at the left of which it is part.
    """

    start: Unit
    old: Unit
    new: Unit
    edge: Edge | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the old unit is in the new one."""
        return self.edge is None or self.edge.extent == Extent.WHOLE


@dataclass(frozen=True)
class View:
    """What is seen at a place: `at` is a key of either day, or None for all that is concerned.

    Where it is `of_bodies` alone, an area or a committee that stays as it is hands nothing on:
    in its place stand, at the top, the bodies below it to which something happens.
    """

    done: Rearrangement
    at: str | None = None
    of_bodies: bool = False

    @cached_property
    def left(self) -> list[Unit]:
        """The units at the left, in order of codes. Raises `NotConcerned`."""
        units = self._top() if self.at is None else self._within(self.at)
        if not units:
            raise NotConcerned(self.at or "")
        return sorted(units, key=lambda unit: (unit.code or "", unit.key))

    @cached_property
    def strands(self) -> list[Strand]:
        """All that passed, by unit at the left; wholes first."""
        return [strand for strands in self.by_start.values() for strand in strands]

    @cached_property
    def by_start(self) -> dict[str, list[Strand]]:
        """What passed from each unit at the left, or from below it, by its key; wholes first."""
        return {unit.key: self._strands(unit) for unit in self.left}

    @cached_property
    def is_lowest(self) -> bool:
        """Whether the units at the left themselves hand on: there is nothing inside them."""
        return not any(self.can_open(unit.key) for unit in self.left)

    def can_open(self, key: str) -> bool:
        """Whether there are units concerned below one, or below what it was formed from."""
        return any(self._below(unit.key) for unit in self._origins(key))

    @cached_property
    def way(self) -> list[Unit]:
        """From the top down to the place, itself the last."""
        structure = self.done.before if self.at in self.done.before else self.done.after
        path = [unit for unit in structure.path(self.at or "") if unit.key != self.done.ground]
        above = {unit.key for unit in structure.path(self.done.ground or "")}
        return [unit for unit in reversed(path) if unit.key not in above]

    def _top(self) -> list[Unit]:
        """The units below the ground; where there is but one and it is no news, those below it."""
        units = self._below(self.done.ground)
        if self.of_bodies:
            return [one for unit in units for one in self._highest(unit)]
        while len(units) == 1 and not self._is_news(units[0].key) and self._below(units[0].key):
            units = self._below(units[0].key)
        return units

    def _highest(self, unit: Unit) -> Iterator[Unit]:
        """A unit to which something happens, else those below it that are the first such."""
        if unit.key in self.done.ended or self._is_news(unit.key):
            yield unit
        else:
            for one in self._below(unit.key):
                yield from self._highest(one)

    def _is_news(self, key: str) -> bool:
        return key in self.done.forward or key in self.done.changed

    def _within(self, place: str) -> list[Unit]:
        """The units below a place, or below what it was formed from; else these themselves."""
        origins = self._origins(place)
        return [unit for one in origins for unit in self._below(one.key) or self._itself(one)]

    def _origins(self, key: str) -> list[Unit]:
        """A unit as it stands before, and those that something of it came from."""
        others = (edge.predecessor for edge in self.done.backward.get(key, ()))
        found = (self.done.before.get(one) for one in (key, *others))
        return [unit for unit in found if unit]

    def _itself(self, unit: Unit) -> list[Unit]:
        return [unit] if unit.key in self.done.reached else []

    def _below(self, key: str | None) -> list[Unit]:
        return [unit for unit in self.done.before.children(key) if unit.key in self.done.reached]

    def _strands(self, start: Unit) -> list[Strand]:
        found = self._own(start, start) or [*self._from_below(start, start.key)]
        return sorted(found, key=lambda strand: not strand.is_whole)

    def _from_below(self, start: Unit, key: str) -> Iterator[Strand]:
        for unit in self._below(key):
            yield from self._own(start, unit) or self._from_below(start, unit.key)

    def _own(self, start: Unit, unit: Unit) -> list[Strand]:
        """What passed from a unit itself; it goes on as well where it still stands."""
        after = self.done.after
        found = [
            Strand(start, unit, after[edge.successor], edge)
            for edge in self.done.forward.get(unit.key, ())
            if edge.successor in after
        ]
        return [Strand(start, unit, after[unit.key]), *found] if unit.key in after else found


def followed(view: View, key: str | None, place: str | None) -> str | None:
    """The unit that a picture follows: the one asked for, else the one most shared.

    Of several as much shared the one in the place that is served, else the first by code.
    """
    if key:
        return key
    done = view.done
    start_keys = {unit.key for unit in view.left}
    seen = [key for key in done.shared if _is_within(done, key, start_keys)]
    if not seen:
        return None
    return min(seen, key=lambda key: _turn(done, key, place))


def _is_within(done: Rearrangement, key: str, starts: set[str]) -> bool:
    return any(unit.key in starts for unit in done.before.path(key))


def _turn(done: Rearrangement, key: str, place: str | None) -> tuple[int, bool, str]:
    path = done.before.path(key)
    here = place is not None and any(unit.key == place for unit in path)
    return -done.shared[key], not here, (path[0].code or "") if path else ""


def marks(done: Rearrangement, key: str | None) -> frozenset[str]:
    """The followed unit and those above it on either day: what is gold in a picture."""
    if key is None:
        return frozenset()
    paths: Iterable[Unit] = [*done.before.path(key), *done.after.path(key)]
    return frozenset(unit.key for unit in paths)
