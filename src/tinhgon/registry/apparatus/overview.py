"""The apparatus on a day (bộ máy trong một ngày), by itself or beside another day.

How many units of each level and kind stand below a place, what its parts were formed from, and of
what there are no sources. Values alone: no request, no query, no words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit
from tinhgon.registry.coverage import Coverage

Tally = Counter[tuple[str, str]]
"""How many units there are of each level and kind."""

FACTS = ("level", "kind", "name", "code")
"""What a unit is by itself; under which unit it stands is not among them."""


@dataclass(frozen=True)
class Side:
    """One day: what stands below a place on it.

    `roots` are the units that are the place on that day: itself, or those it was formed from; None
    among them means the whole. There are none where nobody knows.
    """

    on: date
    structure: Structure
    roots: tuple[str | None, ...]
    coverage: Coverage
    hierarchy: str = PRINCIPAL

    @cached_property
    def parts(self) -> tuple[str | None, ...]:
        """Of what there are sources: the roots, or some units below them."""
        found = (self.coverage.parts(self.structure, root, self.on) for root in self.roots)
        return tuple(part for parts in found for part in parts)

    @property
    def is_known(self) -> bool:
        """Whether there are sources for the whole place."""
        return bool(self.roots) and self.parts == self.roots

    @cached_property
    def tally(self) -> Tally:
        """All units below the place, sources or not."""
        return sum((self.tally_below(root) for root in self.roots), Tally())

    def count(self, level: str) -> int | None:
        """How many units of a level stand below the place; None where nobody knows."""
        if not self.is_known:
            return None
        return sum(number for (at, _), number in self.tally.items() if at == level)

    def count_of(self, level: str, kind: str) -> int | None:
        """How many units of a kind stand below the place; None where nobody knows."""
        return self.tally[level, kind] if self.is_known else None

    def tally_below(self, key: str | None) -> Tally:
        """The units below one, itself not counted."""
        everything = key is None and self.hierarchy == PRINCIPAL
        below = self.structure if everything else self.below(key)
        return Tally((unit.level, unit.kind) for unit in below)

    def below(self, key: str | None) -> Iterator[Unit]:
        """Every unit below one in the hierarchy, each once."""
        waiting, seen = [*self.children(key)], {key}
        while waiting:
            unit = waiting.pop()
            if unit.key not in seen:
                seen.add(unit.key)
                yield unit
                waiting += self.children(unit.key)

    def children(self, key: str | None) -> list[Unit]:
        """The units directly below one; below None those at the top of the hierarchy."""
        if key or self.hierarchy == PRINCIPAL:
            return self.structure.children(key, self.hierarchy)
        return self._tops

    @cached_property
    def _tops(self) -> list[Unit]:
        """The units under which others stand, themselves under none, in a hierarchy of ties."""
        ties = {
            unit.key: parent
            for unit in self.structure
            for hierarchy, parent in unit.ties
            if hierarchy == self.hierarchy
        }
        tops = {*ties.values()} - {*ties}
        return [unit for key in sorted(tops) if (unit := self.structure.get(key))]

    def covers(self, key: str) -> bool:
        """Whether there are sources for a unit on this day."""
        return self.coverage.covers((unit.key for unit in self.structure.path(key)), self.on)


@dataclass(frozen=True)
class Row:
    """A unit directly below the place, and what was there before.

    `origins` are the units of the day before from which it has something, itself among them where
    it stood; None without sources. `before` counts the units of the lowest level in them; None
    where that cannot be said. `state` is unchanged, merged, formed or changed; empty if unknown.
    """

    unit: Unit
    tally: Tally
    origins: tuple[Unit, ...] | None = None
    before: int | None = None
    state: str = ""

    def count(self, level: str) -> int:
        """How many units of a level stand below it."""
        return sum(number for (at, _), number in self.tally.items() if at == level)


@dataclass(frozen=True)
class Overview:
    """A place on a day, and on another where two are compared."""

    place: str | None
    after: Side
    before: Side | None = None
    lineage: Lineage = field(default_factory=lambda: Lineage(()))

    def levels(self, named: tuple[str, ...]) -> list[str]:
        """Those of the levels named at which anything stands below the place on either day.

        Of an earlier day only what is known: otherwise a level would seem to have ended.
        """
        earlier = [self.before] if self.before and self.before.is_known else []
        found = {level for side in [self.after, *earlier] for level, _ in side.tally}
        return [level for level in named if level in found]

    def rows(self, basic: str) -> list[Row]:
        """The units directly below the place for which there are sources; `basic` is counted."""
        side = self.after
        known = side.is_known
        return [
            self._row(unit, basic)
            for unit in side.children(self.place)
            if known or side.covers(unit.key)
        ]

    def _row(self, unit: Unit, basic: str) -> Row:
        tally = self.after.tally_below(unit.key)
        if self.before is None:
            return Row(unit, tally)
        origins = origins_of(unit.key, self.after.on, self.before, self.lineage)
        if not (self.before.is_known or (origins and all(map(self._had_sources, origins)))):
            return Row(unit, tally)
        return Row(unit, tally, origins, self._counted(origins, basic), _state(unit, origins))

    def _had_sources(self, origin: Unit) -> bool:
        return bool(self.before and self.before.covers(origin.key))

    def _counted(self, origins: tuple[Unit, ...], basic: str) -> int | None:
        """The units of the lowest level in the origins, unless one of these went several ways."""
        assert self.before
        on, stands = self.after.on, self.after.structure
        if not origins:
            return None
        for origin in origins:
            ways = self.lineage.between(
                origin.key, self.before.on, on, lambda key, _day: key in stands
            )
            if len(ways) > 1:
                return None
        below = (self.before.tally_below(origin.key) for origin in origins)
        return sum(n for tally in below for (level, _), n in tally.items() if level == basic)


def origins_of(key: str, on: date, before: Side, lineage: Lineage) -> tuple[Unit, ...]:
    """The units of an earlier day from which a unit has something, itself if it stood then.

    Those that went into it whole come first.
    """
    stood = before.structure
    found = lineage.between(key, on, before.on, lambda unit, _day: unit in stood)
    whole = {e.predecessor for e in lineage.backward.get(key, ()) if e.extent == "whole"} | {key}
    return tuple(
        stood[reach.unit] for reach in sorted(found, key=lambda reach: reach.unit not in whole)
    )


def _state(unit: Unit, origins: tuple[Unit, ...]) -> str:
    if len(origins) > 1:
        return "merged"
    origin = origins[0] if origins else None
    if origin is None or origin.key != unit.key:
        return "formed"
    same = all(getattr(unit, fact) == getattr(origin, fact) for fact in FACTS)
    return "unchanged" if same else "changed"
