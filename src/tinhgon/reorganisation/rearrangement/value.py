"""What a package does to the apparatus (tác động): what stood before and after, who took what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from tinhgon.domain.structure.findings import Finding
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Edge
from tinhgon.reorganisation.rearrangement.tallies import Tally, below, tally

Under = Mapping[str, int | None]
"""The instrument under which something happens to each unit, by key."""


@dataclass(frozen=True, eq=False)
class Rearrangement:
    """What a package does, or what one instrument of it does.

    `ended` are the units that end, `begun` those that begin or go on otherwise, each with its
    instrument; what a unit keeps of itself is not among the edges.
    """

    day: date
    before: Structure
    after: Structure
    edges: tuple[Edge, ...]
    ended: Under
    begun: Under
    findings: tuple[Finding, ...] = ()

    @property
    def eve(self) -> date:
        """The last day on which the old units stand."""
        return self.day - timedelta(days=1)

    @cached_property
    def forward(self) -> dict[str, list[Edge]]:
        """What went out of each unit."""
        return _grouped(self.edges, "predecessor")

    @cached_property
    def backward(self) -> dict[str, list[Edge]]:
        """What came into each unit."""
        return _grouped(self.edges, "successor")

    @cached_property
    def changed(self) -> list[str]:
        """The keys of the units that go on with other facts."""
        return [key for key in self.begun if key in self.before and key in self.after]

    @cached_property
    def retied(self) -> frozenset[str]:
        """Of the changed ones those that stay what and where they were and are only tied otherwise.

        So it is with all that a department guides when that department is merged.
        """
        passing = {*self.forward, *self.backward}
        still = (key for key in self.changed if key not in passing)
        return frozenset(key for key in still if _only_ties(self.before[key], self.after[key]))

    @cached_property
    def old(self) -> list[Unit]:
        """The units concerned as they stand before: those that end, hand on or change."""
        return _those(self.before, self._old)

    @cached_property
    def reached(self) -> frozenset[str]:
        """The keys of the old units rearranged, which are not only retied, and of all above."""
        found: set[str] = set()
        for unit in self._rearranged(self.old):
            above: Unit | None = unit
            while above and above.key not in found:
                found.add(above.key)
                above = self.before.get(above.parent)
        return frozenset(found)

    @cached_property
    def new(self) -> list[Unit]:
        """The units concerned as they stand after: those that begin, take or change."""
        return _those(self.after, self._new)

    @property
    def _old(self) -> set[str]:
        return {*self.ended, *self.changed, *(edge.predecessor for edge in self.edges)}

    @property
    def _new(self) -> set[str]:
        return {*self.begun, *(edge.successor for edge in self.edges)}

    @cached_property
    def shared(self) -> dict[str, int]:
        """The units that several take from, with how many do, counting what goes on itself."""
        heirs = {key: len({e.successor for e in out}) for key, out in self.forward.items()}
        goes_on = {key: count + (key in self.after) for key, count in heirs.items()}
        return {key: count for key, count in goes_on.items() if count > 1}

    @cached_property
    def heirs(self) -> dict[str, str | None]:
        """Who answers afterwards for each unit that ends; None where a person must choose.

        The main successor; or, where nobody takes anything, whoever answers for the unit above.
        """
        found: dict[str, str | None] = {}

        def heir(key: str) -> str | None:
            if key in self.after:
                return key
            if key not in found:
                found[key] = None  # a circle ends here
                unit = self.before.get(key)
                if key in self.forward:
                    found[key] = next((e.successor for e in self.forward[key] if e.main), None)
                elif unit and unit.parent:
                    found[key] = heir(unit.parent)
            return found[key]

        return {key: heir(key) for key in sorted(self.ended)}

    @cached_property
    def ground(self) -> str | None:
        """The lowest unit above all that are concerned; None where that is the whole.

        Whoever decides about the package must answer for this unit.
        """
        above: dict[str, int] | None = None
        for standing, keys in ((self.before, self._old), (self.after, self._new)):
            for key in filter(standing.__contains__, keys):
                path = [unit.key for unit in standing.path(key)[1:]]
                depths = {one: depth for depth, one in enumerate(reversed(path))}
                above = depths if above is None else {k: n for k, n in above.items() if k in depths}
                if not above:
                    return None
        return max(above, key=lambda key: above[key]) if above else None

    @cached_property
    def standing(self) -> tuple[Tally, Tally]:
        """How many units of each level and kind stand on its ground, before and after."""
        return below(self.before, self.ground), below(self.after, self.ground)

    @cached_property
    def tallies(self) -> tuple[Tally, Tally]:
        """How many units of each level and kind are rearranged, before and after."""
        return tally(self._rearranged(self.old)), tally(self._rearranged(self.new))

    def _rearranged(self, units: Iterable[Unit]) -> list[Unit]:
        return [unit for unit in units if unit.key not in self.retied]

    @cached_property
    def by_instrument(self) -> dict[int | None, tuple[Tally, Tally]]:
        """For each instrument how many units are concerned by it, before and after."""
        return {one: part.tallies for one, part in self._parts.items()}

    @cached_property
    def _parts(self) -> dict[int | None, "Rearrangement"]:
        edges: dict[int | None, list[Edge]] = {}
        for edge in self.edges:
            edges.setdefault(edge.instrument, []).append(edge)
        ended, begun = _inverted(self.ended), _inverted(self.begun)
        return {
            one: replace(
                self,
                edges=tuple(edges.get(one, ())),
                ended=ended.get(one, {}),
                begun=begun.get(one, {}),
            )
            for one in {**edges, **ended, **begun}
        }

    def under(self, instrument: int | None) -> "Rearrangement":
        """What is done under one instrument."""
        nothing = replace(self, edges=(), ended={}, begun={})
        return self._parts.get(instrument, nothing)


def _only_ties(old: Unit, new: Unit) -> bool:
    """Whether two states of a unit differ in its ties and in nothing else."""
    return old.ties != new.ties and replace(old, ties=new.ties) == new


def _inverted(under: Under) -> dict[int | None, dict[str, int | None]]:
    found: dict[int | None, dict[str, int | None]] = {}
    for key, instrument in under.items():
        found.setdefault(instrument, {})[key] = instrument
    return found


def _grouped(edges: Iterable[Edge], end: str) -> dict[str, list[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(getattr(edge, end), []).append(edge)
    return found


def _those(structure: Structure, keys: set[str]) -> list[Unit]:
    """The units of these keys that stand, in order of codes."""
    units = (structure.get(key) for key in keys)
    return sorted(filter(None, units), key=lambda unit: (unit.code or "", unit.key))
