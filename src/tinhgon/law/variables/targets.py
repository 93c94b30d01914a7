"""Reduction targets (tinh giản biên chế): caps from a base, a share and a rounding.

Resolutions 39-NQ/TW (17/04/2015), 18-NQ/TW and 19-NQ/TW (25/10/2017), Conclusion 28-KL/TW
(21/02/2022): none of their texts was read. «At least» is rounded up, «at most» down.
"""

from openfisca_core.variables import Variable

from tinhgon.law.lookups import by
from tinhgon.law.refusals import BadInput
from tinhgon.law.shares import share_down, share_up
from tinhgon.law.system import Day, Unit


class headcount_cap_2021(Variable):
    """Headcount of 2021 at most: that of 2015 less the cut, rounded up (39-NQ/TW, 18-NQ/TW)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2015_04_17(unit, day, law):
        base = unit("headcount_2015", day)
        return base - share_up(base, law(day).targets.headcount.cut_by_2021)


class headcount_cap_2026(Variable):
    """Headcount of 2026 at most: that of 2021 less the cut, rounded up (28-KL/TW)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2022_02_21(unit, day, law):
        base = unit("headcount_2021", day)
        return base - share_up(
            base, by(law(day).targets.headcount.cut_by_2026, unit("staff_kind", day))
        )


class recruitment_cap(Variable):
    """Recruits of a year at most: a share of the posts freed in it, rounded down (39-NQ/TW)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2015_04_17(unit, day, law):
        freed = unit("streamlined", day) + unit("retired", day) + unit("resigned", day)
        return share_down(freed, law(day).targets.recruitment.share_of_freed)


class paid_staff_cap(Variable):
    """Staff paid by the State in public service units at the end of a phase (19-NQ/TW)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2017_10_25(unit, day, law):
        base = unit("staff_at_start", day)
        return base - share_up(
            base, by(law(day).targets.public_units.staff_cut, unit("phase", day))
        )


class public_units_cap(Variable):
    """Public service units at the end of a phase (19-NQ/TW)."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2017_10_25(unit, day, law):
        base = unit("units_at_start", day)
        return base - share_up(
            base, by(law(day).targets.public_units.units_cut, unit("phase", day))
        )


class reduction_2025_base(Variable):
    """Who counts for the target of 2025: not public employees of education and health."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_01_01(unit, day, law):
        employees, apart = (
            unit(key, day) for key in ("public_employees", "education_and_health_employees")
        )
        if (apart > employees).any():
            raise BadInput("more-than-all", input="education_and_health_employees")
        all_paid = unit("civil_servants", day) + employees
        counted = law(day).targets.reduction_2025.counts_education_and_health
        return all_paid if counted else all_paid - apart


class reduction_2025(Variable):
    """How many fewer the target of 2025 wants at least, of its base."""

    value_type, entity, definition_period = int, Unit, Day

    def formula_2025_01_01(unit, day, law):
        return share_up(unit("reduction_2025_base", day), law(day).targets.reduction_2025.cut)
