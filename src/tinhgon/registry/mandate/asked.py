"""The matrix of an area on a day, as pages, the API and commands ask for it."""

from datetime import date

from tinhgon.domain.functions import on as functions_on
from tinhgon.registry.directory import Directory, structure_on
from tinhgon.registry.mandate.held import mandates
from tinhgon.registry.mandate.matrix import Matrix


def matrix_of(register: Directory, area: str, on: date) -> Matrix:
    """The functions of a day by the bodies that have mandates over an area; a few queries."""
    structure = structure_on(on)
    areas = {unit.key for unit in (*structure.under(area), *structure.path(area))}
    held = [one for one in mandates(on) if one.area in areas]
    functions = functions_on(register.jurisdiction.functions, on)
    return Matrix(structure, area, functions, held)
