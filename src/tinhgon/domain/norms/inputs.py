"""What the law asks of a unit, found in the world: one function for each input of `law.inputs`.

None means that nobody said. The law itself says which inputs a question needs on the day.
"""

from collections.abc import Callable, Mapping

from tinhgon.domain.norms.world import World
from tinhgon.domain.structure.units import Unit

Given = int | str | bool | None

CIVIL_SERVANTS, EMPLOYEES = "civil_servants", "employees"
DIVISIONS = ("subdepartment_division", "commune_division", "district_division")
YES_NO = {"true": True, "false": False}


def province_class(world: World, unit: Unit) -> Given:
    """The class of the province in which the unit stands."""
    province = world.sorting.above(unit, world.jurisdiction.areas[0])
    return world.known(province.key, "province_class") if province else None


def posts(world: World, unit: Unit) -> Given:
    """Posts of civil servants, with all below."""
    return world.counted(unit.key, CIVIL_SERVANTS)


def employees(world: World, unit: Unit) -> Given:
    """Public employees, with all below."""
    return world.counted(unit.key, EMPLOYEES)


def divisions(world: World, unit: Unit) -> Given:
    """The divisions directly under the unit."""
    return len(world.below(unit.key, *DIVISIONS))


def centres(world: World, unit: Unit) -> Given:
    """The service centres directly under the unit."""
    return len(world.below(unit.key, "commune_centre"))


def departments(world: World, unit: Unit) -> Given:
    """The departments directly under the unit."""
    return len(world.below(unit.key, "department"))


def unit_parent(world: World, unit: Unit) -> Given:
    """Whether a public service unit stands directly under the committee of a province."""
    above = world.structure.get(unit.parent)
    if above is None:
        return None
    area = world.sorting.area(above)
    top = area is not None and area.level == world.jurisdiction.areas[0]
    direct = top and above.level in (world.jurisdiction.areas[0], world.jurisdiction.bodies[0])
    return "province" if direct else "department"


def autonomy_group(world: World, unit: Unit) -> Given:
    """The group of financial autonomy, of the public service unit or of the one it is in."""
    return _of_public_unit(world, unit, "autonomy_group")


def basic_service(world: World, unit: Unit) -> Given:
    """Whether it supplies a basic service."""
    return YES_NO.get(_of_public_unit(world, unit, "basic_service") or "")


def large_institution(world: World, unit: Unit) -> Given:
    """Whether it is one of the large ones that may have more deputies."""
    return YES_NO.get(_of_public_unit(world, unit, "large_institution") or "")


def _of_public_unit(world: World, unit: Unit, aspect: str) -> str | None:
    known = (world.known(one.key, aspect) for one in world.structure.path(unit.key)[:2])
    return next((value for value in known if value is not None), None)


INPUTS: Mapping[str, Callable[[World, Unit], Given]] = {
    function.__name__: function
    for function in (
        *(province_class, posts, employees, divisions, centres, departments),
        *(unit_parent, autonomy_group, basic_service, large_institution),
    )
}
