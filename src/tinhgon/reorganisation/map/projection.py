"""From degrees to a sheet: north is up, a kilometre is as long across as down.

Equirectangular around the middle of what is shown: of a province or a country no worse than its
dots are wide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt

EARTH = 6371.0088
"""The mean radius of the Earth in kilometres."""

WIDTH = 600
LEAST_HEIGHT, MOST_HEIGHT = 320, 760
MARGIN = 28
LEAST_KM = 2.0
"""So much ground is shown at least, however close to one another its units lie."""

LONGEST_BAR = 0.3
"""The longest the bar of the scale may be, as a share of the width."""

Point = tuple[float, float]
"""Latitude and longitude in degrees (WGS 84)."""

Place = tuple[float, float]
"""Where something is on the sheet, from its upper left corner."""


@dataclass(frozen=True)
class Bar:
    """The bar of a scale: so many kilometres are so long."""

    km: float
    length: float


@dataclass(frozen=True)
class Sheet:
    """A piece of ground on a sheet: `scale` is how long a kilometre is."""

    middle: Point
    scale: float
    height: int
    width: int = WIDTH

    def at(self, point: Point) -> Place:
        """Where a point is on the sheet."""
        east, south = _flat(point, self.middle)
        x = self.width / 2 + east * self.scale
        return round(x, 1), round(self.height / 2 + south * self.scale, 1)

    @property
    def bar(self) -> Bar:
        """The longest round number of kilometres that fits."""
        room = self.width * LONGEST_BAR / self.scale
        km = max(number for number in _round_numbers() if number <= room)
        return Bar(km, round(km * self.scale, 1))


def fit(points: Sequence[Point]) -> Sheet:
    """The sheet on which all of at least one point stand, as large as it may be."""
    latitudes, longitudes = [point[0] for point in points], [point[1] for point in points]
    middle = (_half(latitudes), _half(longitudes))
    flat = [_flat(point, middle) for point in points]
    across = max(2 * max(abs(east) for east, _ in flat), LEAST_KM)
    down = max(2 * max(abs(south) for _, south in flat), LEAST_KM)
    scale = min((WIDTH - 2 * MARGIN) / across, (MOST_HEIGHT - 2 * MARGIN) / down)
    height = max(round(down * scale) + 2 * MARGIN, LEAST_HEIGHT)
    return Sheet(middle, scale, height)


def distance(one: Point, other: Point) -> float:
    """How many kilometres it is from one point to another, as the crow flies (haversine)."""
    north, east = radians(other[0] - one[0]), radians(other[1] - one[1])
    share = sin(north / 2) ** 2
    share += cos(radians(one[0])) * cos(radians(other[0])) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(share, 1)))


def length(one: Place, other: Place) -> float:
    """How far two places are from one another on the sheet."""
    return hypot(other[0] - one[0], other[1] - one[1])


def _flat(point: Point, middle: Point) -> Place:
    """Kilometres to the east and to the south of the middle."""
    east = radians(point[1] - middle[1]) * cos(radians(middle[0])) * EARTH
    return east, radians(middle[0] - point[0]) * EARTH


def _half(numbers: Sequence[float]) -> float:
    return (min(numbers) + max(numbers)) / 2


def _round_numbers() -> Iterable[float]:
    return (digit * 10.0**power for power in range(-3, 5) for digit in (1, 2, 5))
