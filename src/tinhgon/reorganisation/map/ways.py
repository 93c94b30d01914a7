"""How far it is from old units to new ones: between their centroids, as the crow flies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tinhgon.domain.structure.units import Unit
from tinhgon.reorganisation.flow.view import Strand
from tinhgon.reorganisation.map.places import Places
from tinhgon.reorganisation.map.projection import Point, distance


@dataclass(frozen=True)
class Way:
    """From one old unit to one new one; `km` is None where a place is not known."""

    strand: Strand
    km: float | None
    estimated: bool = False


def ways(strands: Iterable[Strand], places: Places) -> list[Way]:
    """All that passed on, the longest way first, unknown ones last; what only goes on has none."""
    found = [_way(strand, places) for strand in strands if strand.edge]
    return sorted(found, key=lambda way: (way.km is None, -(way.km or 0)))


def _way(strand: Strand, places: Places) -> Way:
    old, new = places.old.get(strand.old.key), places.new.get(strand.new.key)
    km = distance(old, new) if old and new else None
    return Way(strand, km, strand.new.key in places.estimated)


HEADER = (
    *("old_unit", "old_code", "old_kind", "old_name", "old_parent", "old_lat", "old_lon"),
    *("new_unit", "new_code", "new_kind", "new_name", "new_parent", "new_lat", "new_lon"),
    *("extent", "km", "estimated"),
)


def cells(way: Way, places: Places) -> list[Any]:
    """A way as a line of a file."""
    strand = way.strand
    return [
        *_told(strand.old, places.old.get(strand.old.key)),
        *_told(strand.new, places.new.get(strand.new.key)),
        strand.edge.extent if strand.edge else "",
        "" if way.km is None else round(way.km, 2),
        int(way.estimated),
    ]


def _told(unit: Unit, point: Point | None) -> list[Any]:
    named = (unit.key, unit.code or "", unit.kind, unit.name, unit.parent or "")
    return [*named, *(point or ("", ""))]
