"""Of which sort each unit of a structure is, in which area it stands, to which bloc it belongs."""

from collections.abc import Collection
from functools import cached_property

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.norms.sorts import Norms, Sort
from tinhgon.domain.structure.units import Structure, Unit


class Sorting:
    """Sorts, areas and blocs of all units; each found once."""

    def __init__(self, structure: Structure, jurisdiction: Jurisdiction, norms: Norms) -> None:
        self.structure, self.jurisdiction, self.norms = structure, jurisdiction, norms
        self._areas: dict[str, Unit | None] = {}
        self._sorts: dict[str, str | None] = {}
        self._blocs: dict[str, str | None] = {}

    @cached_property
    def bodies(self) -> list[Unit]:
        """All bodies, in order of their keys."""
        is_area = self.jurisdiction.is_area
        return sorted((u for u in self.structure if not is_area(u.level)), key=lambda u: u.key)

    @cached_property
    def by_sort(self) -> dict[str, list[str]]:
        """The keys of the units of each sort."""
        found: dict[str, list[str]] = {}
        for unit in self.bodies:
            sort = self.sort(unit)
            if sort:
                found.setdefault(sort, []).append(unit.key)
        return found

    def is_of(self, unit: Unit, sorts: Collection[str]) -> bool:
        """Whether a unit is of one of these sorts."""
        return self.sort(unit) in sorts

    def area(self, unit: Unit) -> Unit | None:
        """The nearest area above a body; an area's is itself."""
        if self.jurisdiction.is_area(unit.level):
            return unit
        if unit.key not in self._areas:
            self._areas[unit.key] = None  # a draft may go in a circle
            above = self.structure.get(unit.parent)
            self._areas[unit.key] = self.area(above) if above else None
        return self._areas[unit.key]

    def above(self, unit: Unit, level: str) -> Unit | None:
        """The area of a level in which a unit stands."""
        area = self.area(unit)
        path = self.structure.path(area.key) if area else ()
        return next((one for one in path if one.level == level), None)

    def sort(self, unit: Unit) -> str | None:
        """The first sort of the file that a unit fits."""
        if unit.key not in self._sorts:
            self._sorts[unit.key] = None
            fits = (sort.key for sort in self._candidates(unit) if self._fits(unit, sort))
            self._sorts[unit.key] = next(fits, None)
        return self._sorts[unit.key]

    def bloc(self, unit: Unit) -> str | None:
        """The bloc of a body: that of its kind, else of the body above it."""
        if unit.key not in self._blocs:
            self._blocs[unit.key] = None
            own = self.jurisdiction.kind_at(unit.level, unit.kind).bloc
            above = self.structure.get(unit.parent)
            self._blocs[unit.key] = own or (self.bloc(above) if above else None)
        return self._blocs[unit.key]

    @cached_property
    def _by_kind(self) -> dict[tuple[str, str], list[Sort]]:
        return {}

    def _candidates(self, unit: Unit) -> list[Sort]:
        """The sorts of which level and kind fit; the same for all units alike."""
        alike = unit.level, unit.kind
        if alike not in self._by_kind:
            serves = self.jurisdiction.kind_at(*alike).public_service
            self._by_kind[alike] = [
                sort
                for sort in self.norms.sorts
                if (not sort.levels or unit.level in sort.levels)
                and (not sort.kinds or unit.kind in sort.kinds)
                and (not sort.public_service or serves)
            ]
        return self._by_kind[alike]

    def _fits(self, unit: Unit, sort: Sort) -> bool:
        above = self.structure.get(unit.parent)
        if sort.below_kinds and not (above and above.kind in sort.below_kinds):
            return False
        if sort.under and not (above and self.sort(above) in sort.under):
            return False
        area = self.area(unit) if sort.within else None
        return not sort.within or bool(area and area.level in sort.within)
