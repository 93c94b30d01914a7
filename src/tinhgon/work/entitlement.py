"""Who may do what with a work: whoever answers for the unit that has it, or for the one it is for.

What one unit may not see of another's work is not there for it: not in lists, not in counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.staff.officers.queries import career, units_of
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.work.models import Delegation, Work
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.standing import Standing, standings

BY_GIVER = frozenset(
    {
        *("hand-over", "decide-extension", "decide-objection", "send-back", "confirm", "suspend"),
        *("resume", "withdraw"),
    }
)
"""What is done by whoever answers for the unit for which a work is done."""

BY_HOLDER = frozenset({"assign", "ask-to-contribute", "split"})
"""What is done by whoever answers for the unit that has it; `assign` is to name who does it."""

BY_PERSON = frozenset({"accept", "ask-extension", "object", "report"})
"""What whoever has to do it does as well, or who stands in for them."""


BY_READER = frozenset({"comment", "attach"})
"""What everybody does who sees it."""


def permission_of(act: str) -> WorkPermission:
    """The permission that an act takes, where it is not whoever has to do the work that acts."""
    if act in BY_READER:
        return WorkPermission.SEE
    return WorkPermission.DIRECT if act in BY_GIVER else WorkPermission.HANDLE


class NotEntitled(Exception):
    """Whoever acts lacks the permission for this unit."""

    def __init__(self, permission: WorkPermission, unit: str) -> None:
        super().__init__(f"{permission} for {unit}")
        self.permission, self.unit = permission, unit


@dataclass(frozen=True)
class Rights:
    """What somebody may do with a work on a day; nothing is asked of the database twice."""

    standing: Standing
    by: Any
    on: date

    def ask(self, act: str) -> None:
        """Go on only if they may do this. Raises `NotEntitled`."""
        if not self.allows(act):
            giving = act in BY_GIVER
            unit = self.standing.work.giver if giving else self.standing.held.unit
            raise NotEntitled(permission_of(act), unit.key)

    def allows(self, act: str) -> bool:
        """Whether they may do this."""
        if act in BY_READER:
            return self.sees
        if act in BY_GIVER:
            return self._directs
        return (act in BY_PERSON and self._is_responsible) or self._handles

    @cached_property
    def sees(self) -> bool:
        """Whether they may see the work.

        They answer for the unit for which it is done, for one that has or had it or contributes, or
        have to do it themselves.
        """
        units = {self.standing.work.giver.key, *self.standing.units}
        seeing = [WorkPermission.SEE]
        return self._is_responsible or self.by.may_any(seeing, unit=units, on=self.on)

    @property
    def side(self) -> Unit:
        """The unit on whose side they act: the one that has it, the one it is for, or a third."""
        held, giver = self.standing.held.unit, self.standing.work.giver
        if self._is_responsible or self._handles:
            return held
        others = [giver, *(one.unit for one in self.standing.contributors)]
        seeing = WorkPermission.SEE
        return next((one for one in others if self.by.may(seeing, unit=one.key, on=self.on)), held)

    @cached_property
    def _is_responsible(self) -> bool:
        """Whether they have to do the work, or stand in for whoever has."""
        officer = self.standing.held.officer_id
        return officer is not None and officer in own_and_deputised(self.by, on=self.on)

    @cached_property
    def _directs(self) -> bool:
        unit = self.standing.work.giver.key
        return bool(self.by.may(WorkPermission.DIRECT, unit=unit, on=self.on))

    @cached_property
    def _handles(self) -> bool:
        unit = self.standing.held.unit.key
        return bool(self.by.may(WorkPermission.HANDLE, unit=unit, on=self.on))


def seen(works: Iterable[Work], by: Any, *, on: date) -> list[Standing]:
    """Of works those that somebody may see; a unit is asked about once, whatever it had."""
    found = standings(works)
    own, known = own_and_deputised(by, on=on), dict[str, bool]()

    def sees(unit: str) -> bool:
        if unit not in known:
            known[unit] = bool(by.may(WorkPermission.SEE, unit=unit, on=on))
        return known[unit]

    return [
        one
        for one in found
        if one.held.officer_id in own
        or any(map(sees, dict.fromkeys([one.work.giver.key, *one.units])))
    ]


def ask_to_delegate(officer: Officer, by: Any, *, on: date) -> None:
    """Go on only if somebody may name a deputy: the officer, or whoever answers for their unit."""
    user = getattr(by, "pk", None)
    if user is not None and officer.user_id == user:
        return
    units = units_of(career(officer), on) or [EVERYWHERE]
    if not by.may_any([WorkPermission.HANDLE], unit=units, on=on):
        raise NotEntitled(WorkPermission.HANDLE, units[0])


def own_and_deputised(by: Any, *, on: date) -> set[int]:
    """The officers as whom somebody works on a day: themselves, and those they stand in for."""
    user = getattr(by, "pk", None)
    if user is None:
        return set()
    own = [*Officer.objects.filter(user=user).values_list("pk", flat=True)]
    away = Delegation.objects.on(on).filter(deputy__in=own)
    return {*own, *away.values_list("officer", flat=True)} if own else set()
