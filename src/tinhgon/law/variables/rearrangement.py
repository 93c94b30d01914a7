"""The time a rearranged body has to bring its deputies down (thời hạn sau sắp xếp).

Decree 150/2025/NĐ-CP Art. 6: at most five years from the day the decision takes effect. The figure
is that of the decision's day, whatever day is asked about.
"""

from datetime import date

import numpy as np
from openfisca_core.variables import Variable

from tinhgon.law.system import Day, Unit


class grace_last_day(Variable):
    """Last day on which more deputies than the norm may still stand: 150/2025 Art. 6."""

    value_type, entity, definition_period = date, Unit, Day

    def formula(unit, day, law):
        rearranged = unit("rearranged_on", day)
        last = rearranged.copy()
        for one in np.unique(rearranged):
            years = law(str(one)).rearrangement.grace_years
            last[rearranged == one] = _years_later(one, years)
        return last


class within_grace(Variable):
    """Whether the day asked about is one of those days: 150/2025 Art. 6."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula(unit, day, law):
        asked = np.datetime64(day.start.date)
        return (unit("rearranged_on", day) <= asked) & (asked <= unit("grace_last_day", day))


def _years_later(day, years):
    """The same day so many years later; 28 February for a 29th that is not there."""
    month = day.astype("datetime64[M]")
    later = month + np.timedelta64(12 * years, "M")
    last = (later + np.timedelta64(1, "M")).astype("datetime64[D]") - np.timedelta64(1, "D")
    return min(later.astype("datetime64[D]") + (day - month.astype("datetime64[D]")), last)
