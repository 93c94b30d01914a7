"""The units that a target is about on a day: one with all below it, or those of a bloc."""

from datetime import date

from tinhgon.registry.directory import directory, structure_on
from tinhgon.staff.models import Target


def units_of(target: Target, on: date) -> set[str]:
    """The keys of the units that a target counts on a day."""
    if target.unit is not None:
        return units_under(target.unit.key, on)
    return units_in_bloc(target.bloc, on)


def units_under(key: str, on: date) -> set[str]:
    """The keys of a unit and of all below it on a day."""
    structure = structure_on(on)
    return {key, *(unit.key for unit in structure.under(key))} if key in structure else {key}


def units_in_bloc(bloc: str, on: date) -> set[str]:
    """The keys of the bodies of a bloc on a day: their kind says so, or that of one above."""
    structure, jurisdiction = structure_on(on), directory().jurisdiction
    return {
        unit.key
        for unit in structure
        if bloc == jurisdiction.bloc((one.level, one.kind) for one in structure.path(unit.key))
    }
