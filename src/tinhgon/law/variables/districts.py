"""Divisions of districts (phòng cấp huyện), until the level ended on 01/07/2025.

Decree 37/2014/NĐ-CP, from 25/11/2020 Decree 108/2020/NĐ-CP; neither text was read.
"""

from openfisca_core.variables import Variable

from tinhgon.law.system import Day, Unit


class district_division_minimum_posts(Variable):
    """Least posts of a division of a district: Decree 108/2020/NĐ-CP."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return law(day).districts.division.minimum_posts


class district_deputies_allowed(Variable):
    """Most deputies of all divisions of a district: each its own most, from 2020 an average."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2014_06_20(unit, day, law):
        return unit("divisions", day) * law(day).districts.division.most_deputies

    def formula_2020_11_25(unit, day, law):
        return unit("divisions", day) * law(day).districts.division.average_deputies
