"""Who may do what with a work: whoever answers for the unit that has it, or for the one it is for.

What one unit may not see of another's work is not there for it: not in lists, not in counts.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tinhgon.staff.models import Officer
from tinhgon.staff.officers.queries import career, units_of
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.work.models import Delegation, Work
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.standing import Standing

BY_GIVER = frozenset(
    {"hand-over", "decide-extension", "send-back", "confirm", "suspend", "resume", "withdraw"}
)
"""What is done by whoever answers for the unit for which a work is done."""

BY_HOLDER = frozenset({"assign", "ask-to-contribute", "split"})
"""What is done by whoever answers for the unit that has it; `assign` is to name who does it."""

BY_PERSON = frozenset({"accept", "ask-extension", "report"})
"""What whoever has to do it does as well, or who stands in for them."""


class NotEntitled(Exception):
    """Whoever acts lacks the permission for this unit."""

    def __init__(self, permission: WorkPermission, unit: str) -> None:
        super().__init__(f"{permission} for {unit}")
        self.permission, self.unit = permission, unit


def ask_to(act: str, standing: Standing, by: Any, *, on: date) -> None:
    """Go on only if somebody may do this with a work on a day. Raises `NotEntitled`."""
    if act == "comment":
        if not may_see(standing, by, on=on):
            raise NotEntitled(WorkPermission.SEE, standing.held.unit.key)
        return
    if act in BY_PERSON and is_responsible(standing, by, on=on):
        return
    giving = act in BY_GIVER
    permission = WorkPermission.DIRECT if giving else WorkPermission.HANDLE
    unit = standing.work.giver.key if giving else standing.held.unit.key
    if not by.may(permission, unit=unit, on=on):
        raise NotEntitled(permission, unit)


def ask_to_delegate(officer: Officer, by: Any, *, on: date) -> None:
    """Go on only if somebody may name a deputy: the officer, or whoever answers for their unit."""
    user = getattr(by, "pk", None)
    if user is not None and officer.user_id == user:
        return
    units = units_of(career(officer), on) or [EVERYWHERE]
    if not any(by.may(WorkPermission.HANDLE, unit=unit, on=on) for unit in units):
        raise NotEntitled(WorkPermission.HANDLE, units[0])


def may(act: str, standing: Standing, by: Any, *, on: date) -> bool:
    """Whether somebody may do this with a work."""
    try:
        ask_to(act, standing, by, on=on)
    except NotEntitled:
        return False
    return True


def may_see(standing: Standing, by: Any, *, on: date) -> bool:
    """Whether somebody may see a work.

    They answer for the unit for which it is done, for one that has or had it or contributes, or
    have to do it themselves.
    """
    if is_responsible(standing, by, on=on):
        return True
    contributing = standing.work.contributors.values_list("unit__key", flat=True)
    units = [standing.work.giver.key, *(one.unit.key for one in reversed(standing.custody))]
    return any(
        by.may(WorkPermission.SEE, unit=unit, on=on)
        for unit in dict.fromkeys([*units, *contributing])
    )


def seen(works: Iterable[Work], by: Any, *, on: date) -> list[Standing]:
    """Of a few works those that somebody may see."""
    standings = [Standing(one) for one in works]
    return [one for one in standings if may_see(one, by, on=on)]


def is_responsible(standing: Standing, by: Any, *, on: date) -> bool:
    """Whether somebody has to do a work, or stands in for whoever has."""
    officer = standing.held.officer_id
    return officer is not None and officer in own_and_deputised(by, on=on)


def own_and_deputised(by: Any, *, on: date) -> set[int]:
    """The officers as whom somebody works on a day: themselves, and those they stand in for."""
    user = getattr(by, "pk", None)
    if user is None:
        return set()
    own = [*Officer.objects.filter(user=user).values_list("pk", flat=True)]
    away = Delegation.objects.on(on).filter(deputy__in=own)
    return {*own, *away.values_list("officer", flat=True)} if own else set()
