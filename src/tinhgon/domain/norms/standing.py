"""The standard bodies of areas beside those that stand."""

from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit


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
