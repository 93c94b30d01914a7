"""Which unit has a People's Council (Hội đồng nhân dân): by place, level, kind and day.

Resolution 97/2019/QH14 with Decree 32/2021/NĐ-CP, Capital Law 39/2024/QH15, from 01/07/2025 Law
72/2025/QH15. Never inferred from the level alone.
"""

import numpy as np
from openfisca_core.variables import Variable

from tinhgon.law.lookups import by, left_open
from tinhgon.law.system import ENUMS, Day, Unit


class has_council(Variable):
    """Whether a unit has a People's Council; that of a special zone is left to its founding."""

    value_type, entity, definition_period = bool, Unit, Day

    def formula_2016_01_01(unit, day, law):
        kind = unit("unit_kind", day)
        has = by(
            law(day).councils.has_council, *(unit(key, day) for key in ("locality", "level")), kind
        )
        zone = kind == ENUMS["unit_kind"].special_zone
        return left_open(has, np.asarray(zone))
