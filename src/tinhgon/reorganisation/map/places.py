"""Where the units of a package lie: old ones on its eve, new ones on its day; three queries.

A new unit that is only drafted may have no place yet: the middle of what it takes stands for it,
and is said to be an estimate.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.units import Location
from tinhgon.registry.boundary.queries import grounds
from tinhgon.registry.boundary.simplifying import Ring
from tinhgon.registry.directory import Edge
from tinhgon.registry.queries import locations
from tinhgon.reorganisation.flow.view import Strand
from tinhgon.reorganisation.map.projection import Point
from tinhgon.reorganisation.rearrangement.value import Rearrangement

AREA = 1.0
"""What an old unit weighs in an estimate where its area is not known."""


@dataclass(frozen=True)
class Places:
    """Where old and new units lie, by key; the new ones whose place is only estimated."""

    old: Mapping[str, Point]
    new: Mapping[str, Point]
    estimated: frozenset[str] = frozenset()
    grounds: Mapping[str, list[Ring]] = field(default_factory=dict)


def places(done: Rearrangement, strands: Iterable[Strand]) -> Places:
    """The places of all units of some strands; those of which none is known are left out.

    Of new units the ground is told too, where it is known how it runs.
    """
    strands = list(strands)
    old = {strand.old.key: strand.old for strand in strands}
    new = {strand.new.key: strand.new for strand in strands}
    sources = {edge.predecessor for key in new for edge in done.backward.get(key, ())}
    before = _known(locations(dict.fromkeys({*old, *sources}, done.eve)))
    said = {key: unit.location for key, unit in new.items() if unit.location}
    after = _known({**locations(dict.fromkeys(new, done.day)), **said})
    guessed = _estimates(done, [key for key in new if key not in after], before)
    return Places(
        old={key: _point(before[key]) for key in old if key in before},
        new={**{key: _point(place) for key, place in after.items()}, **guessed},
        estimated=frozenset(guessed),
        grounds=grounds(new, done.day),
    )


def _estimates(
    done: Rearrangement, keys: Iterable[str], before: Mapping[str, Location]
) -> dict[str, Point]:
    found = {key: _middle(_main_sources(done.backward.get(key, ())), before) for key in keys}
    return {key: point for key, point in found.items() if point}


def _main_sources(edges: Iterable[Edge]) -> list[str]:
    """The old units that are taken whole; where there are none, all of which something is taken."""
    edges = list(edges)
    whole = [edge.predecessor for edge in edges if edge.extent == Extent.WHOLE]
    return whole or [edge.predecessor for edge in edges]


def _middle(keys: Iterable[str], before: Mapping[str, Location]) -> Point | None:
    """The middle of some old units, the larger weighing more; None where no place is known."""
    held = [before[key] for key in keys if key in before]
    if not held:
        return None
    weights = [float(place.area_km2 or AREA) for place in held]
    points = [_point(place) for place in held]
    latitude, longitude = (fmean(numbers, weights) for numbers in zip(*points, strict=True))
    return latitude, longitude


def _known(found: Mapping[str, Location]) -> dict[str, Location]:
    """Those of which latitude and longitude are known."""
    complete = ((key, one) for key, one in found.items() if one.longitude is not None)
    return {key: one for key, one in complete if one.latitude is not None}


def _point(place: Location) -> Point:
    assert place.latitude is not None
    assert place.longitude is not None
    return float(place.latitude), float(place.longitude)
