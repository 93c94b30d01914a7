"""Who may do what with a work: whoever answers for the unit that has it, or for the one it is for.

What one unit may not see of another's work is not there for it: not in lists, not in counts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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
"""What is done by whoever answers for the unit for which a work is done.

What stands in no table here is done by whoever answers for the unit that has it.
"""

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

    def __init__(self, permission: StrEnum, unit: str) -> None:
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
        seeing = [WorkPermission.SEE]
        units = _concerned(self.standing)
        return self._is_responsible or self.by.may_any(seeing, unit=units, on=self.on)

    @property
    def side(self) -> Unit:
        """The unit on whose side they act: the one it is for, the one that has it, or a third.

        Whoever answers for the one it is for mostly answers for those below it too.
        """
        held, giver = self.standing.held.unit, self.standing.work.giver
        if self._is_responsible:
            return held
        if self._directs or self._handles:
            return giver if self._directs else held
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


def rights(found: Iterable[Standing], by: Any, *, on: date) -> list[Rights]:
    """What somebody may do with each of several works; as many queries as for one."""
    made = [Rights(one, by, on) for one in found]
    own, seeing = own_and_deputised(by, on=on), _may(by, WorkPermission.SEE, made, on, _concerned)
    directed = _may(by, WorkPermission.DIRECT, made, on, _giver)
    handled = _may(by, WorkPermission.HANDLE, made, on, _holder)
    for one in made:
        responsible = one.standing.held.officer_id in own
        vars(one).update(
            _is_responsible=responsible,
            sees=responsible or not seeing.isdisjoint(_concerned(one.standing)),
            _directs=not directed.isdisjoint(_giver(one.standing)),
            _handles=not handled.isdisjoint(_holder(one.standing)),
        )
    return made


def seen(works: Iterable[Work], by: Any, *, on: date) -> list[Standing]:
    """Of works those that somebody may see; as many queries as for one."""
    return [one.standing for one in rights(standings(works), by, on=on) if one.sees]


def _may(
    by: Any,
    permission: WorkPermission,
    asked: Iterable[Rights],
    on: date,
    units: Callable[[Standing], set[str]],
) -> set[str]:
    """Of the units that count for a permission those for which somebody holds it."""
    named = set[str]().union(*(units(one.standing) for one in asked))
    return set(by.may_of(permission, units=named, on=on))


def _concerned(standing: Standing) -> set[str]:
    return {standing.work.giver.key, *standing.units}


def _giver(standing: Standing) -> set[str]:
    return {standing.work.giver.key}


def _holder(standing: Standing) -> set[str]:
    return {standing.held.unit.key}


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
