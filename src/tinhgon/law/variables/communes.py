"""Divisions of communes (phòng cấp xã) and their deputies.

Decree 150/2025/NĐ-CP Art. 13(2): one for each division; from 15/10/2025 Resolution 332/NQ-CP: an
average over divisions and service centre, of which the competent body fixes the total.
"""

from openfisca_core.variables import Variable

from tinhgon.law.system import Day, Unit


class commune_deputies_allowed(Variable):
    """Most deputies of the divisions of a commune, from 15/10/2025 of its centre as well."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_06_16(unit, day, law):
        return unit("divisions", day) * law(day).communes.division.most_deputies

    def formula_2025_10_15(unit, day, law):
        led = unit("divisions", day) + unit("centres", day)
        return led * law(day).communes.average_deputies


class commune_division_deputies(Variable):
    """Most deputies of one division of a commune, while each had its own most: Art. 13(2)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_06_16(unit, day, law):
        return law(day).communes.division.most_deputies
