"""The bodies of a place on one day, gathered by bloc and by hierarchy. Values alone: no query."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit


@dataclass(frozen=True, slots=True)
class Node:
    """A unit with what stands below it in one hierarchy, in order."""

    unit: Unit
    below: tuple["Node", ...]

    @property
    def size(self) -> int:
        """How many units stand below it, at any depth."""
        return sum(1 + node.size for node in self.below)


@dataclass(frozen=True)
class Bodies:
    """The bodies of a place: `place` is the key of an area or a body, None the whole."""

    jurisdiction: Jurisdiction
    structure: Structure
    place: str | None

    @cached_property
    def all(self) -> list[Unit]:
        """Every body of the place and of all below it, in the order of a list."""
        units = self.structure.under(self.place) if self.place else iter(self.structure)
        found = [unit for unit in units if self.is_body(unit) and unit.key != self.place]
        return sorted(found, key=self.order)

    @cached_property
    def own(self) -> list[Node]:
        """The bodies of the place itself, with what stands under each; of the whole none."""
        return self._tree(self.place) if self.place else []

    @cached_property
    def by_bloc(self) -> dict[str | None, list[Node]]:
        """The bodies of the place itself by bloc, in the order of the blocs."""
        order = [*self.jurisdiction.blocs, None]
        found = {bloc: [n for n in self.own if self.bloc(n.unit) == bloc] for bloc in order}
        return {bloc: nodes for bloc, nodes in found.items() if nodes}

    @cached_property
    def counted(self) -> Counter[str | None]:
        """How many bodies of each bloc there are in the place and in all below it."""
        return Counter(self.bloc(unit) for unit in self.all)

    @cached_property
    def serving(self) -> int:
        """How many of them serve the public (đơn vị sự nghiệp công lập)."""
        return sum(self.serves(unit) for unit in self.all)

    @cached_property
    def areas(self) -> list[Unit]:
        """The areas directly below the place, by name of kind and code."""
        below = (unit for unit in self.structure.children(self.place) if not self.is_body(unit))
        return sorted(below, key=lambda unit: (self._rank(unit), unit.code or "", unit.key))

    def tops(self, hierarchy: str) -> list[Node]:
        """The bodies of the place that stand under none of its own in a hierarchy, as trees."""
        own = [node.unit for node in self.own]
        tied = [unit for unit in own if self.structure.children(unit.key, hierarchy)]
        return [self.tree_in(unit, hierarchy) for unit in tied]

    def tree_in(self, unit: Unit, hierarchy: str) -> Node:
        """A unit with all below it in a hierarchy of ties; nobody stands twice in it."""
        return self._grown(unit, hierarchy, {unit.key})

    def way_up(self, unit: Unit, hierarchy: str) -> list[Unit]:
        """The units above one in a hierarchy of ties, nearest first."""
        found: list[Unit] = []
        above = self.structure.get(dict(unit.parents).get(hierarchy))
        while above and above not in found:
            found.append(above)
            above = self.structure.get(dict(above.parents).get(hierarchy))
        return found

    def governed(self, unit: Unit) -> Unit | None:
        """The area that a body governs or works for: the nearest above it."""
        return next((one for one in self.structure.path(unit.key) if not self.is_body(one)), None)

    def heads(self, area: Unit) -> list[Unit]:
        """The bodies directly under an area."""
        found = [unit for unit in self.structure.children(area.key) if self.is_body(unit)]
        return sorted(found, key=self.order)

    def is_body(self, unit: Unit) -> bool:
        """Whether a unit is a body."""
        return not self.jurisdiction.is_area(unit.level)

    def bloc(self, unit: Unit) -> str | None:
        """The bloc of a body: its kind's, else that of the body above it."""
        return self.jurisdiction.bloc(
            (one.level, one.kind) for one in self.structure.path(unit.key)
        )

    def serves(self, unit: Unit) -> bool:
        """Whether a body serves the public."""
        return self.jurisdiction.kind_at(unit.level, unit.kind).public_service

    def order(self, unit: Unit) -> tuple[object, ...]:
        """Where a body stands in a list: by bloc, level and kind as the file names them."""
        blocs, level = [*self.jurisdiction.blocs], self.jurisdiction.levels[unit.level]
        bloc, kinds = self.bloc(unit), [*level.kinds]
        place = blocs.index(bloc) if bloc in blocs else len(blocs)
        kind = kinds.index(unit.kind) if unit.kind in kinds else len(kinds)
        return place, level.rank, kind, unit.name, unit.key

    def _rank(self, unit: Unit) -> int:
        return self.jurisdiction.levels[unit.level].rank

    def _tree(self, key: str | None) -> list[Node]:
        children = (unit for unit in self.structure.children(key) if self.is_body(unit))
        return [
            Node(unit, tuple(self._tree(unit.key))) for unit in sorted(children, key=self.order)
        ]

    def _grown(self, unit: Unit, hierarchy: str, seen: set[str]) -> Node:
        return Node(unit, tuple(self._below(unit, hierarchy, seen)))

    def _below(self, unit: Unit, hierarchy: str, seen: set[str]) -> Iterator[Node]:
        children = self.structure.children(unit.key, hierarchy)
        for child in sorted(children, key=self.order):
            if child.key not in seen:
                seen.add(child.key)
                yield self._grown(child, hierarchy, seen)


def other_hierarchies(jurisdiction: Jurisdiction) -> list[str]:
    """The hierarchies beside the principal one."""
    return [key for key in jurisdiction.hierarchies if key != PRINCIPAL]
