"""The standard bodies of areas beside those that stand."""

from collections.abc import Iterator

from tinhgon.domain.norms.world import World
from tinhgon.domain.standards import Body, standard_bodies
from tinhgon.domain.structure.units import Unit


def standards_of(world: World) -> Iterator[tuple[Unit, list[Body]]]:
    """Each area whose bodies are registered with those it has by standard, in order of keys.

    Of an area without any body nothing is said: its apparatus is not in the register.
    """
    standards = world.jurisdiction.standards
    governed = sorted({area.key for body in world.sorting.bodies if (area := _area(world, body))})
    for key in governed:
        area, *above = world.structure.path(key)
        yield area, standard_bodies(area, above, world.on, standards)


def standing_as(world: World, body: Unit) -> Unit | None:
    """The unit that stands as a standard body: by its key, or one alike under the same unit."""
    found = world.structure.get(body.key)
    if found:
        return found
    others = world.structure.children(body.parent)
    return next((unit for unit in others if alike(unit) == alike(body)), None)


def alike(unit: Unit) -> tuple[str, str, str]:
    """What two bodies have in common that are the same body under two keys."""
    return unit.level, unit.kind, unit.name.casefold()


def _area(world: World, body: Unit) -> Unit | None:
    """The area of which a body is a head body."""
    above = world.structure.get(body.parent)
    return above if above and world.jurisdiction.is_area(above.level) else None
