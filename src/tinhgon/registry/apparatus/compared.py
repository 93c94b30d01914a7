"""Comparing (so sánh): what differs between two days, where it went and where it came from.

Values alone: no request, no query, no words.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tinhgon.domain.structure.compare import Comparison, Difference
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge

ENDED, BEGUN, CHANGED = "ended", "begun", "changed"
SHOWN = (ENDED, BEGUN, CHANGED)
"""What may have become of a unit, in the order of a list."""


@dataclass(frozen=True)
class Passage:
    """Something of one unit that is in another: `unit` is the other.

    `edges` are the successions that lead there at once; none where it took several steps.
    """

    unit: Unit
    carries: frozenset[Aspect]
    edges: tuple[Edge, ...]

    @property
    def is_whole(self) -> bool | None:
        """Whether all of the one went there; None where several steps lie between."""
        return self.edges[0].extent == "whole" if self.edges else None


@dataclass(frozen=True)
class Compared:
    """Two days side by side: all that stood on them, and what differs below some places.

    `vs` is the earlier day, `on` the later. `places` are keys; None among them means the whole. A
    place is what stands below it on the later day and all that this was formed from; if it stands
    on the earlier day alone, what stood below it and all that this became.
    """

    vs: date
    on: date
    before: Structure
    after: Structure
    lineage: Lineage
    places: tuple[str | None, ...] = (None,)

    @cached_property
    def comparison(self) -> Comparison:
        """What differs below the places."""
        if None in self.places:
            return Comparison(self.before, self.after)
        keys = {key for place in self.places if place for key in self._keys_of(place)}
        return Comparison(
            Structure(unit for unit in self.before if unit.key in keys),
            Structure(unit for unit in self.after if unit.key in keys),
        )

    def _keys_of(self, place: str) -> Iterator[str]:
        """The keys of what a place is on both days."""
        if place in self.after:
            yield from (unit.key for unit in self.after.under(place))
            for origin in (place, *(passage.unit.key for passage in self.origins(place))):
                if origin in self.before:
                    yield from (unit.key for unit in self.before.under(origin))
        elif place in self.before:
            for unit in self.before.under(place):
                yield unit.key
                yield from (passage.unit.key for passage in self.heirs(unit.key))

    def heirs(self, key: str) -> list[Passage]:
        """Where a unit of the earlier day is found on the later; itself is not among them.

        A unit that ended without successors, as a whole level may, is found where those below it
        are. Of one day twice nothing went anywhere.
        """
        if self.vs == self.on:
            return []
        found = self.lineage.between(key, self.vs, self.on, lambda unit, _day: unit in self.after)
        passages = {
            reach.unit: Passage(self.after[reach.unit], reach.carries, self._edges(key, reach.unit))
            for reach in found
            if reach.unit != key
        }
        return list(passages.values()) or ([] if found else self._where_parts_are(key))

    def origins(self, key: str) -> list[Passage]:
        """The units of the earlier day from which a unit of the later has something.

        Those that went into it whole come first.
        """
        found = self.lineage.between(key, self.on, self.vs, lambda unit, _day: unit in self.before)
        passages = [
            Passage(self.before[reach.unit], reach.carries, self._edges(reach.unit, key))
            for reach in found
            if reach.unit != key
        ]
        return sorted(passages, key=lambda passage: not passage.is_whole)

    def _where_parts_are(self, key: str) -> list[Passage]:
        held: dict[str, frozenset[Aspect]] = {}
        for child in self.before.children(key):
            for passage in self._of_part(child):
                carried = held.get(passage.unit.key, frozenset())
                held[passage.unit.key] = carried | passage.carries
        return [Passage(self.after[unit], held[unit], ()) for unit in sorted(held)]

    def _of_part(self, child: Unit) -> list[Passage]:
        stands = self.after.get(child.key)
        goes_on = [Passage(stands, frozenset(Aspect), ())] if stands else []
        return goes_on + self.heirs(child.key)

    def edges(self, predecessor: str) -> list[Edge]:
        """What a unit handed on after the earlier day, until the later."""
        edges = self.lineage.forward.get(predecessor, ())
        return [edge for edge in edges if self.vs < edge.day <= self.on]

    def _edges(self, predecessor: str, successor: str) -> tuple[Edge, ...]:
        return tuple(e for e in self.edges(predecessor) if e.successor == successor)

    @cached_property
    def ended(self) -> list[Unit]:
        """The units below the places that stand on the earlier day alone."""
        return self.comparison.ended

    @cached_property
    def begun(self) -> list[Unit]:
        """The units below the places that stand on the later day alone."""
        return self.comparison.begun

    @cached_property
    def shared(self) -> dict[str, int]:
        """The units that ended and of which several others have something: how many have."""
        ways = {unit.key: self._ways(unit.key) for unit in self.ended}
        return {key: number for key, number in ways.items() if number > 1}

    def _ways(self, key: str) -> int:
        """How many units of the later day have something of one that ended."""
        forward, after = self.lineage.forward, self.after
        edges = forward.get(key, ())
        if len(edges) == 1 and edges[0].successor in after and edges[0].successor not in forward:
            return 1  # so it is nearly always, and following the lineage takes its time
        return len(self.lineage.between(key, self.vs, self.on, lambda key, _day: key in after))

    @cached_property
    def codes_passed_on(self) -> int:
        """How many codes are borne on both days, by units of different names."""
        borne = {unit.code: unit.name for unit in self.comparison.before if unit.code}
        return sum(
            1
            for unit in self.comparison.after
            if unit.code in borne and borne[unit.code] != unit.name
        )


@dataclass(frozen=True, slots=True)
class Change:
    """One unit that differs: what became of it (ended, begun, changed), and which facts.

    `unit` is the unit as it stood before, else as it stands after.
    """

    shown: str
    unit: Unit
    facts: tuple[str, ...]
    difference: Difference

    @property
    def key(self) -> str:
        """The key of the unit."""
        return self.unit.key

    @property
    def level(self) -> str:
        """The level at which it stood, or else stands."""
        return self.unit.level


def change(difference: Difference) -> Change:
    """A difference with what is asked of it again and again."""
    before, after = difference.before, difference.after
    shown = CHANGED if before and after else ENDED if before else BEGUN
    unit = before or after
    assert unit
    return Change(shown, unit, difference.attributes, difference)


@dataclass(frozen=True)
class Sieve:
    """What is wanted of a comparison; each filter may be left open.

    `shown` is ended, begun or changed; `fact` one of those that changed; `several` wants only those
    in `shared`, the units of which several others have something. `fits` says whether a unit is one
    of those looked for.
    """

    shown: str = ""
    fact: str = ""
    level: str = ""
    several: bool = False
    shared: Collection[str] = ()
    fits: Callable[[Unit], bool] | None = None

    def takes(self, one: Change) -> bool:
        """Whether what became of a unit is wanted."""
        return (
            self.shown in ("", one.shown)
            and (not self.fact or self.fact in one.facts)
            and (not self.several or one.key in self.shared)
        )

    def found(self, differences: Iterable[Difference]) -> list[Change]:
        """Those of which the unit, before or after, is looked for."""
        fits = self.fits
        return [
            change(difference)
            for difference in differences
            if fits is None
            or any(fits(unit) for unit in (difference.before, difference.after) if unit)
        ]


@dataclass(frozen=True)
class Sifted:
    """What passed a sieve, in order; and for the choices of each filter how much would pass.

    There are two filters: what became of a unit (`by_shown`, `by_fact`, `several`), and its level.
    """

    changes: list[Change]
    by_shown: Counter[str]
    by_fact: Counter[str]
    several: int
    by_level: Counter[str]


def sift(differences: Iterable[Difference], sieve: Sieve, ranks: Mapping[str, int]) -> Sifted:
    """The changes that are wanted: ended, begun, changed; in each by level and code."""
    found = sieve.found(differences)
    of_level = [one for one in found if sieve.level in ("", one.unit.level)]
    taken = [one for one in found if sieve.takes(one)]
    return Sifted(
        changes=in_order((one for one in of_level if sieve.takes(one)), ranks),
        by_shown=Counter(one.shown for one in of_level),
        by_fact=Counter(fact for one in of_level for fact in one.facts),
        several=sum(one.unit.key in sieve.shared for one in of_level),
        by_level=Counter(one.unit.level for one in taken),
    )


def in_order(changes: Iterable[Change], ranks: Mapping[str, int]) -> list[Change]:
    """Ended, begun, changed; in each by level, then by code; of one code as they came."""
    by_code = sorted(changes, key=lambda one: one.unit.code or "")
    places = {
        (shown, level): (place, rank)
        for place, shown in enumerate(SHOWN)
        for level, rank in ranks.items()
    }
    return sorted(by_code, key=lambda one: places[one.shown, one.unit.level])
