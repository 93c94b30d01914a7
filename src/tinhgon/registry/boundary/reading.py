"""Boundaries from a GeoJSON file (RFC 7946): each feature is the ground of one unit.

Everything that is wrong is told with the number of its feature; nothing is guessed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path
from typing import Any

from tinhgon.registry.boundary.simplifying import Point, Ring, simplified

MEGABYTE = 1024 * 1024
DIGITS = 5
"""Places of a degree that are kept: a metre."""


@dataclass(frozen=True)
class Problem:
    """What is wrong with a feature, counted from 1; or with the file, at a line if one is known.

    `why` is too-large, not-json, not-features, no-key, no-unit, twice, geometry or outside.
    """

    why: str
    feature: int | None = None
    line: int | None = None
    value: str = ""


@dataclass
class Found:
    """The rings of each unit by key, simplified, and everything that is wrong."""

    rings: dict[str, list[Ring]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _Wrong(Exception):
    """A geometry that will not do: `why` as in `Problem`."""

    def __init__(self, why: str, value: str = "") -> None:
        super().__init__(why)
        self.why, self.value = why, value


def read_boundaries(path: Path, key_property: str, units: Mapping[str, str], limit: int) -> Found:
    """Everything in a file; `units` are keys of units by what the property may say of them.

    A file of more than `limit` megabytes is not read.
    """
    if path.stat().st_size > limit * MEGABYTE:
        return Found(problems=[Problem("too-large", value=str(limit))])
    try:
        document = json.loads(path.read_bytes())
    except json.JSONDecodeError as wrong:
        return Found(problems=[Problem("not-json", line=wrong.lineno)])
    except (ValueError, RecursionError):  # not UTF-8, a number of thousands of digits, too deep
        return Found(problems=[Problem("not-json")])
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not features:
        return Found(problems=[Problem("not-features")])
    return _read(features, key_property, units)


def _read(features: list[Any], key_property: str, units: Mapping[str, str]) -> Found:
    found = Found()
    for number, feature in enumerate(features, start=1):
        try:
            key = _key(feature, key_property, units)
            if key in found.rings:
                raise _Wrong("twice", key)
            found.rings[key] = simplified([*_rings(feature.get("geometry"))])
        except _Wrong as wrong:
            found.problems.append(Problem(wrong.why, number, value=wrong.value))
    return found


def _key(feature: Any, key_property: str, units: Mapping[str, str]) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    said = properties.get(key_property) if isinstance(properties, dict) else None
    if said is None or not str(said).strip():
        raise _Wrong("no-key", key_property)
    key = units.get(str(said).strip())
    if key is None:
        raise _Wrong("no-unit", str(said)[:64])
    return key


def _rings(geometry: Any) -> Iterator[Ring]:
    """The rings of a polygon or of several, outer and inner alike."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _Wrong("geometry", str(kind)[:64])
    held = geometry.get("coordinates")
    polygons = [held] if kind == "Polygon" else held
    if not isinstance(polygons, list) or not polygons:
        raise _Wrong("geometry", kind)
    for polygon in polygons:
        if not isinstance(polygon, list) or not polygon:
            raise _Wrong("geometry", kind)
        yield from (_ring(ring, kind) for ring in polygon)


def _ring(ring: Any, kind: str) -> Ring:
    if not isinstance(ring, list) or len(ring) < 4:
        raise _Wrong("geometry", kind)
    points = [_point(position, kind) for position in ring]
    if points[0] != points[-1]:
        raise _Wrong("geometry", kind)
    return points


def _point(position: Any, kind: str) -> Point:
    """A position, longitude first as GeoJSON has it, as latitude and longitude."""
    numbers = position[:2] if isinstance(position, list) else []
    if len(numbers) < 2 or not all(_is_number(number) for number in numbers):
        raise _Wrong("geometry", kind)
    longitude, latitude = numbers
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        raise _Wrong("outside", f"{longitude}, {latitude}"[:64])
    return round(float(latitude), DIGITS), round(float(longitude), DIGITS)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value)


def _is_finite(value: float) -> bool:
    try:
        return isfinite(value)
    except OverflowError:  # a whole number of very many digits
        return False
