"""The map of what passed: dots where units lie, a line from each old one to each new one.

Old is grey, new is red, what is followed is gold; whole is dense, a part is pale.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tinhgon.domain.structure.units import Unit
from tinhgon.registry.boundary.simplifying import Ring
from tinhgon.reorganisation.flow.view import Strand
from tinhgon.reorganisation.map.places import Places
from tinhgon.reorganisation.map.projection import Place, Point, Sheet, fit

MOST_DOTS = 1500
SIZES = ((60, 6.0), (300, 4.5), (MOST_DOTS, 3.0))
"""How large dots are where there are up to so many."""

Spot = tuple[str, bool]
"""The key of a unit, and whether it is meant as one of the new ones."""

IsGold = Callable[[Strand], bool]


@dataclass(frozen=True)
class Dot:
    """A unit in place."""

    unit: Unit
    is_new: bool
    x: float
    y: float
    gold: bool = False
    estimated: bool = False


@dataclass(frozen=True)
class Ground:
    """The ground of a new unit in place, as a path."""

    path: str
    gold: bool


@dataclass(frozen=True)
class Drawing:
    """A map in place: `lines` are paths by how they look, `undrawn` the units that did not fit."""

    sheet: Sheet
    grounds: tuple[Ground, ...]
    lines: dict[str, str]
    dots: tuple[Dot, ...]
    undrawn: int = 0

    @property
    def size(self) -> float:
        """How large a dot is."""
        return next(size for most, size in SIZES if len(self.dots) <= most)


def draw(strands: Sequence[Strand], places: Places, is_gold: IsGold) -> Drawing | None:
    """Place as many units as fit, in the order of strands; None where no place is known."""
    found = _spots(strands, places)
    if not found:
        return None
    spots = dict([*found.items()][:MOST_DOTS])
    drawn = {key: rings for key, rings in places.grounds.items() if (key, True) in spots}
    corners = [point for rings in drawn.values() for ring in rings for point in ring]
    sheet = fit([*(_point(places, spot) for spot in spots), *corners])
    placed = {spot: sheet.at(_point(places, spot)) for spot in spots}
    gold = {spot for strand in strands if is_gold(strand) for spot in _ends(strand)}
    dots = [
        Dot(unit, spot[1], *placed[spot], spot in gold, spot[1] and spot[0] in places.estimated)
        for spot, unit in spots.items()
    ]
    return Drawing(
        sheet=sheet,
        grounds=tuple(
            Ground(_outline(rings, sheet), (key, True) in gold) for key, rings in drawn.items()
        ),
        lines=_lines(strands, placed, is_gold),
        dots=tuple(sorted(dots, key=lambda dot: (dot.gold, dot.is_new))),
        undrawn=len(found) - len(spots),
    )


def _spots(strands: Sequence[Strand], places: Places) -> dict[Spot, Unit]:
    """The units of which a place is known, once each."""
    ends = [(spot, unit) for strand in strands for spot, unit in _units(strand)]
    return {spot: unit for spot, unit in ends if spot[0] in (places.old, places.new)[spot[1]]}


def _units(strand: Strand) -> Iterator[tuple[Spot, Unit]]:
    yield (strand.old.key, False), strand.old
    yield (strand.new.key, True), strand.new


def _ends(strand: Strand) -> list[Spot]:
    return [spot for spot, _unit in _units(strand)]


def _point(places: Places, spot: Spot) -> Point:
    key, is_new = spot
    return places.new[key] if is_new else places.old[key]


def _outline(rings: Iterable[Ring], sheet: Sheet) -> str:
    """Closed lines as a path; what lies inside two of them is a hole."""
    placed = ([sheet.at(point) for point in ring[:-1]] for ring in rings)
    return "".join(f"M{'L'.join(f'{x} {y}' for x, y in ring)}Z" for ring in placed)


def _lines(strands: Sequence[Strand], placed: dict[Spot, Place], is_gold: IsGold) -> dict[str, str]:
    """A path for all lines that look alike: parts first, gold last."""
    paths = {"is-part": "", "is-whole": "", "is-part is-gold": "", "is-whole is-gold": ""}
    for strand in strands:
        begin, end = _ends(strand)
        if strand.edge and begin in placed and end in placed:
            look = f"is-{'whole' if strand.is_whole else 'part'}{' is-gold' * is_gold(strand)}"
            (x, y), (to_x, to_y) = placed[begin], placed[end]
            paths[look] += f"M{x} {y}L{to_x} {to_y}"
    return {look: path for look, path in paths.items() if path}
