"""Officers: where they work and worked, who may see them, who retires when."""

from datetime import date
from typing import Any

from tinhgon.staff.models import Assignment, Officer, Placement
from tinhgon.staff.permissions import StaffPermission
from tinhgon.ui.actors import EVERYWHERE


def career(officer: Officer) -> list[Assignment]:
    """Everything an officer was assigned to, the latest first, each with its post's placements."""
    found = officer.assignments.select_related("post", "instrument").order_by("-valid_from", "-pk")
    return list(found.prefetch_related("post__placements__unit"))


def units_of(assignments: list[Assignment], on: date) -> list[str]:
    """The keys of the units in which somebody works on a day or, if in none, worked last."""
    now = [one for one in assignments if on in one.period] or assignments[:1]
    return [placed.unit.key for one in now for placed in _places(one, on)]


def _places(one: Assignment, on: date) -> list[Placement]:
    """Where a post stands on a day or, if nowhere, stood last while somebody was in it."""
    held = [placed for placed in one.post.placements.all() if placed.period.overlaps(one.period)]
    held.sort(key=lambda placed: placed.valid_from or date.min)
    return [placed for placed in held if on in placed.period] or held[-1:]


def may_see(user: Any, units: list[str], permission: StaffPermission, *, on: date) -> bool:
    """Whether somebody holds a permission over a unit in which an officer works.

    Whoever works nowhere yet is seen by those who hold it for everything.
    """
    if not user.is_authenticated:
        return False
    return any(user.may(permission, unit=unit, on=on) for unit in units or [EVERYWHERE])
