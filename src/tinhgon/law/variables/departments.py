"""Departments of provinces, their divisions, offices and sub-departments: least size and deputies.

Decree 24/2014/NĐ-CP, from 25/11/2020 Decree 107/2020/NĐ-CP, from 01/03/2025 Decree 45/2025/NĐ-CP
(text not obtained), from 16/06/2025 Decree 150/2025/NĐ-CP.
"""

import numpy as np
from openfisca_core.variables import Variable

from tinhgon.law.lookups import by, steps
from tinhgon.law.system import ENUMS, Day, Unit


class division_minimum_posts(Variable):
    """Least posts of a division of a department (phòng thuộc sở): 150/2025 Art. 5(2)b."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return by(law(day).departments.division.minimum_posts, unit("province_class", day))


class division_deputies(Variable):
    """Most deputies of a division of a department: 150/2025 Art. 6(2)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        table = law(day).departments.division.deputy_steps
        return steps(table, unit("posts", day), unit("province_class", day))


class office_minimum_posts(Variable):
    """Least posts of the office of a department (Văn phòng sở): 150/2025 Art. 5(3)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_06_16(unit, day, law):
        return law(day).departments.office.minimum_posts


class office_deputies(Variable):
    """Most deputies of the office of a department: 150/2025 Art. 6(3)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_06_16(unit, day, law):
        return steps(law(day).departments.office.deputy_steps, unit("posts", day))


class inspectorate_deputies(Variable):
    """Most deputies of the inspectorate of a department (Thanh tra sở), until it was ended."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return steps(law(day).departments.inspectorate.deputy_steps, unit("posts", day))


class subdepartment_minimum_posts(Variable):
    """Least posts of a sub-department (chi cục): 150/2025 Art. 5(4)c."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return law(day).departments.subdepartment.minimum_posts


class subdepartment_deputies(Variable):
    """Most deputies of a sub-department: more without divisions than with few, Art. 6(4)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        figures, divisions = law(day).departments.subdepartment, unit("divisions", day)
        allowed = np.zeros(len(divisions), dtype=np.int64)
        for without in np.unique(divisions == 0):
            rows = (divisions == 0) == without
            allowed[rows] = (
                figures.deputies_without_divisions
                if without
                else steps(figures.deputy_steps, divisions[rows])
            )
        return allowed


class subdepartment_most_divisions(Variable):
    """Most divisions that the posts of a sub-department can fill: 150/2025 Art. 5(5)b."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return unit("posts", day) // law(day).departments.subdepartment.division.minimum_posts


class subdepartment_division_minimum_posts(Variable):
    """Least posts of a division of a sub-department (phòng thuộc chi cục): 150/2025 Art. 5(5)b."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        return law(day).departments.subdepartment.division.minimum_posts


class subdepartment_division_deputies(Variable):
    """Most deputies of a division of a sub-department: 150/2025 Art. 6(5)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2020_11_25(unit, day, law):
        table = law(day).departments.subdepartment.division.deputy_steps
        return steps(table, unit("posts", day))


class departments_allowed(Variable):
    """Most departments (sở) of a province: 150/2025 Art. 10(1)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_06_16(unit, day, law):
        return by(law(day).departments.most, unit("province_class", day))


class deputy_directors_allowed(Variable):
    """Most deputy directors (Phó Giám đốc sở) of all departments together: 150/2025 Art. 6(1)c.

    Until 24/11/2020 each department had its own most (24/2014); since, only the total is bound.
    """

    value_type, entity, definition_period = int, Unit, Day

    def formula_2014_05_20(unit, day, law):
        most = by(law(day).departments.deputy_directors.most_each, unit("province_class", day))
        return unit("departments", day) * most

    def formula_2020_11_25(unit, day, law):
        figures = law(day).departments.deputy_directors
        allowed = unit("departments", day) * figures.average
        special = unit("province_class", day) == ENUMS["province_class"].special
        return allowed + np.where(special, figures.extra, 0) if special.any() else allowed
