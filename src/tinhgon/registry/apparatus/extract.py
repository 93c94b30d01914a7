"""An extract of the register (trích sổ): all units that stand on a day, of what there are sources.

As a table its columns bear the names of the API; as JSON it is the documented form of structures.
"""

from collections.abc import Iterator
from typing import Any

from tinhgon.domain.structure.documents import structure_document
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.apparatus.scene import Scene

HEADER = ("key", "code", "level", "kind", "name", "full_name", "parent", "parent_code", "path")


def structure_of(scene: Scene) -> Structure:
    """What stands below the place on the day, itself among it."""
    parts = scene.coverage.parts(scene.after, scene.under, scene.on.on)
    if None in parts:
        return scene.after
    return Structure(unit for part in parts for unit in scene.after.under(part))


def rows(scene: Scene) -> Iterator[list[Any]]:
    """A row for each unit: by level, then by code."""
    ranks = {key: level.rank for key, level in scene.jurisdiction.levels.items()}
    units = sorted(
        structure_of(scene),
        key=lambda unit: (ranks.get(unit.level, 0), unit.code or "", unit.key),
    )
    return (_cells(scene, unit) for unit in units)


def document(scene: Scene) -> dict[str, Any]:
    """The documented JSON of structures."""
    return dict(structure_document(structure_of(scene)))


def _cells(scene: Scene, unit: Unit) -> list[Any]:
    path = scene.after.path(unit.key)
    above = path[1] if len(path) > 1 else None
    return [
        *(unit.key, unit.code, unit.level, unit.kind, unit.name, scene.name(unit)),
        *(unit.parent, above and above.code),
        ", ".join(scene.name(one) for one in path),
    ]
