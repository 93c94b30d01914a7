"""Public service units (đơn vị sự nghiệp công lập): least staff and deputies.

Decree 120/2020/NĐ-CP Art. 5 and 6; Art. 6 as amended by Decree 83/2024/NĐ-CP from 01/09/2024.
"""

import numpy as np
from openfisca_core.variables import Variable

from tinhgon.law.lookups import left_open, steps
from tinhgon.law.system import ENUMS, Day, Unit

Group = ENUMS["autonomy_group"]


class public_unit_minimum_staff(Variable):
    """Least staff of a unit: 120/2020 Art. 5(1)d; groups 1 and 2 by their project."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_08(unit, day, law):
        figures = law(day).public_units
        group, basic = unit("autonomy_group", day), unit("basic_service", day)
        autonomous = (group == Group.group_1) | (group == Group.group_2)
        by_project = autonomous & figures.minimum_staff_by_project if autonomous.any() else False
        by_sector = basic & figures.minimum_staff_by_sector if basic.any() else False
        left = np.broadcast_to(by_project | by_sector, basic.shape)
        return left_open(0 if left.all() else figures.minimum_staff, left)


class public_unit_deputies(Variable):
    """Most deputies of the head of a unit outside ministries: 120/2020 Art. 6(2)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_08(unit, day, law):
        figures = law(day).public_units.deputies
        group = unit("autonomy_group", day)
        allowed = np.zeros(len(group), dtype=np.int64)
        second, partly = group == Group.group_2, _is_paid_for(group)
        if second.any():
            allowed[second] = figures.group_2
        if partly.any():
            allowed[partly] = _paid_for(unit, day, figures)[partly]
        own = group == Group.group_1
        return left_open(allowed, own & figures.by_project if own.any() else own)


class public_unit_division_minimum_staff(Variable):
    """Least public employees of a division of a unit of groups 2 to 4: 120/2020 Art. 6(1)d."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_08(unit, day, law):
        return law(day).public_units.division.minimum_staff


class public_unit_division_deputies(Variable):
    """Most deputies of a division of a unit: 120/2020 Art. 6(3)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_08(unit, day, law):
        figures = law(day).public_units.division
        group, employees = unit("autonomy_group", day), unit("employees", day)
        allowed = np.zeros(len(group), dtype=np.int64)
        second, partly, own = group == Group.group_2, _is_paid_for(group), group == Group.group_1
        if second.any():
            allowed[second] = figures.deputies_group_2
        if partly.any():
            allowed[partly] = steps(figures.deputy_steps, employees[partly])
        return left_open(allowed, own & figures.deputies_by_project if own.any() else own)


class merged_school_deputies(Variable):
    """Most deputies of a merged school: Resolution 37/2026/NQ-CP, until 30/06/2028."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2026_08_05(unit, day, law):
        figures = law(day).public_units.schools
        return figures.deputies_main_site + unit("branches", day) * figures.deputies_each_branch


def _is_paid_for(group):
    return (group == Group.group_3) | (group == Group.group_4)


def _paid_for(unit, day, figures):
    """Groups 3 and 4: by who is above, by size, more for large institutions."""
    direct = unit("unit_parent", day) == ENUMS["unit_parent"].province
    large, employees = unit("large_institution", day), unit("employees", day)
    allowed = np.zeros(len(direct), dtype=np.int64)
    if direct.any():
        above = employees > figures.larger_above
        if (direct & ~above).any():
            allowed[direct & ~above] = figures.under_province
        if (direct & above).any():
            allowed[direct & above] = figures.under_province_larger
    if (~direct & ~large).any():
        allowed[~direct & ~large] = figures.under_department
    if large.any():
        allowed[large] = np.maximum(allowed[large], figures.large_institution)
    return allowed
