"""Lines with fewer points that still look the same: Douglas and Peucker, until few enough are left.

A boundary is drawn a hand wide, not surveyed: a hundred points of a commune are plenty.
"""

from collections.abc import Sequence
from math import hypot, sqrt

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""

Ring = list[Point]
"""A closed line: its last point is its first."""

MOST_POINTS = 100
FIRST = 0.001
"""The first tolerance, as a share of how wide the largest ring is; each next one is half more."""


def simplified(rings: Sequence[Ring], most: int = MOST_POINTS) -> list[Ring]:
    """The rings with at most so many points in all; the largest is never left out."""
    kept = sorted(rings, key=_extent, reverse=True)
    tolerance = FIRST * sqrt(_extent(kept[0])) or FIRST
    while sum(map(len, kept)) > most and (len(kept) > 1 or len(kept[0]) > 4):
        thinner = [_thinned(ring, tolerance) for ring in kept]
        largest = thinner[0] if len(thinner[0]) > 3 else kept[0][:3] + kept[0][-1:]
        kept = [largest, *(ring for ring in thinner[1:] if len(ring) > 3)]
        tolerance *= 1.5
    return kept


def _extent(ring: Ring) -> float:
    """How large the box around a ring is."""
    latitudes, longitudes = [point[0] for point in ring], [point[1] for point in ring]
    return (max(latitudes) - min(latitudes)) * (max(longitudes) - min(longitudes))


def _thinned(ring: Ring, tolerance: float) -> Ring:
    """A ring without the points that lie nearer than the tolerance to the line without them."""
    far = max(range(len(ring)), key=lambda place: _length(ring[0], ring[place]))
    kept = {0, far, len(ring) - 1}
    waiting = [(0, far), (far, len(ring) - 1)]
    while waiting:
        start, end = waiting.pop()
        place, distance = _furthest(ring, start, end)
        if distance > tolerance:
            kept.add(place)
            waiting += [(start, place), (place, end)]
    return [ring[place] for place in sorted(kept)]


def _furthest(ring: Ring, start: int, end: int) -> tuple[int, float]:
    """The point between two others that lies furthest from the line between them."""
    (a, b), (c, d) = ring[start], ring[end]
    length = hypot(c - a, d - b)
    best, distance = start, 0.0
    for place in range(start + 1, end):
        x, y = ring[place]
        if length:
            away = abs((c - a) * (b - y) - (a - x) * (d - b)) / length
        else:
            away = hypot(x - a, y - b)
        if away > distance:
            best, distance = place, away
    return best, distance


def _length(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])
