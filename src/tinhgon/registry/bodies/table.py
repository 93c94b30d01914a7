"""All bodies of a place as a table: sifted by bloc and name, and to be taken along."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.domain.structure.units import PRINCIPAL, Unit
from tinhgon.registry.bodies.gathered import other_hierarchies
from tinhgon.registry.bodies.words import Telling
from tinhgon.registry.name_search import Names
from tinhgon.registry.naming import words_in

HEADER = ("key", "level", "kind", "name", "full_name", "bloc", "public_service", "area", "parent")


@dataclass(frozen=True)
class Table:
    """Bodies that are wanted: of a bloc, with these words in their name."""

    telling: Telling
    names: Names
    bloc: str = ""
    query: str = ""

    @cached_property
    def found(self) -> list[Unit]:
        """Those that were searched for, of all blocs."""
        fits = self.names.search(self.query)
        return [unit for unit in self.telling.bodies.all if fits is None or fits(unit)]

    @cached_property
    def rows(self) -> list[Unit]:
        """Those wanted."""
        bodies = self.telling.bodies
        return [unit for unit in self.found if self.bloc in ("", bodies.bloc(unit))]

    @property
    def filters(self) -> list[tuple[str, str, int]]:
        """The blocs to choose from: key, name, how many."""
        bodies = self.telling.bodies
        counted = Counter(bodies.bloc(unit) for unit in self.found)
        blocs = bodies.jurisdiction.blocs
        return [(key, self.telling.bloc_name(key), counted[key]) for key in blocs if counted[key]]

    def told(self, units: list[Unit]) -> list[dict[str, Any]]:
        """Some rows in words."""
        return [self._told(unit) for unit in units]

    def _told(self, unit: Unit) -> dict[str, Any]:
        bodies, telling = self.telling.bodies, self.telling
        parent, area = bodies.structure.get(unit.parent), bodies.governed(unit)
        ties = {
            hierarchy: telling.link(above)
            for hierarchy, key in unit.ties
            if (above := bodies.structure.get(key))
        }
        return {
            "link": telling.link(unit),
            "bloc": telling.bloc_name(bodies.bloc(unit)),
            "serves": bodies.serves(unit),
            "parent": telling.link(parent) if parent else None,
            "area": telling.link(area) if area and area != parent else None,
            "ties": [
                (self.under(hierarchy), ties.get(hierarchy)) for hierarchy in self.hierarchies
            ],
        }

    def under(self, hierarchy: str) -> str:
        """The head of the column of a hierarchy."""
        known = self.telling.bodies.jurisdiction.hierarchies
        return _("Under (%s)") % words_in(known[hierarchy])

    @cached_property
    def hierarchies(self) -> list[str]:
        """The hierarchies beside the principal one in which any of the bodies stands."""
        held = {hierarchy for unit in self.telling.bodies.all for hierarchy, _key in unit.ties}
        return [key for key in other_hierarchies(self.telling.bodies.jurisdiction) if key in held]


def exported(table: Table) -> tuple[list[str], Iterator[list[Any]]]:
    """The wanted rows for a spreadsheet: header and cells."""
    bodies, telling = table.telling.bodies, table.telling
    others = other_hierarchies(bodies.jurisdiction)

    def cells(unit: Unit) -> list[Any]:
        area, ties = bodies.governed(unit), dict(unit.parents)
        return [
            *(unit.key, unit.level, unit.kind, unit.name, telling.name(unit)),
            *(bodies.bloc(unit), int(bodies.serves(unit)), area and area.key),
            ties.get(PRINCIPAL),
            *(ties.get(hierarchy) for hierarchy in others),
        ]

    return [*HEADER, *others], (cells(unit) for unit in table.rows)


def order_words() -> str:
    """How the table is ordered, for its end."""
    return _("by bloc and level")
