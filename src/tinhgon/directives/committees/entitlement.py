"""Who sees a committee and who keeps it: by a role over one of its two units; members see theirs.

For everybody else it is not there: not in lists, not in counts, not in addresses.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Prefetch, QuerySet

from tinhgon.directives.models import Committee, CommitteeUnit, Member
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.work.entitlement import NotEntitled


def with_units(committees: QuerySet[Committee]) -> QuerySet[Committee]:
    """Committees with all units that they ever stood with; one query more, however many."""
    rows = CommitteeUnit.objects.select_related("unit")
    return committees.prefetch_related(Prefetch("units", rows, to_attr="stood"))


def units_at(committee: Committee, on: date) -> dict[str, CommitteeUnit]:
    """By capacity, the unit of a committee on a day, or the last before; nothing is asked."""
    rows: list[CommitteeUnit] = committee.stood  # type: ignore[attr-defined]
    begun = [one for one in rows if one.valid_from is None or one.valid_from <= on]
    return {
        one.capacity: one
        for one in sorted(begun or rows, key=lambda row: row.valid_from or date.min)
    }


@dataclass
class Rights:
    """What somebody may see and keep today; a unit is asked about once."""

    by: Any
    on: date
    _asked: dict[tuple[str, tuple[str, ...]], bool] = field(default_factory=dict)

    def sees(self, committee: Committee) -> bool:
        """Whether they may read of a committee."""
        return committee.pk in self.own or self._may(DirectivesPermission.SEE, committee)

    def keeps(self, committee: Committee) -> bool:
        """Whether they may do something with a committee."""
        return self._may(DirectivesPermission.COMMITTEE, committee)

    def seen(self, committees: Iterable[Committee]) -> list[Committee]:
        """Of committees those that they may read of."""
        return [one for one in committees if self.sees(one)]

    @cached_property
    def own(self) -> set[int]:
        """The committees that they are a member of."""
        user = getattr(self.by, "pk", None)
        if user is None:
            return set()
        rows = Member.objects.on(self.on).filter(officer__user=user)
        return {*rows.values_list("committee", flat=True)}

    @property
    def sets_up(self) -> bool:
        """Whether they may set up committees in the name of some unit."""
        return bool(self.by.may(DirectivesPermission.COMMITTEE, on=self.on))

    def _may(self, permission: DirectivesPermission, committee: Committee) -> bool:
        if self._ask(permission, (EVERYWHERE,)):
            return True
        keys = sorted(one.unit.key for one in units_at(committee, self.on).values())
        return self._ask(permission, tuple(keys))

    def _ask(self, permission: DirectivesPermission, units: tuple[str, ...]) -> bool:
        asked = (permission.value, units)
        if asked not in self._asked:
            unit = EVERYWHERE if units == (EVERYWHERE,) else [*units]
            self._asked[asked] = bool(self.by.may_any([permission], unit=unit, on=self.on))
        return self._asked[asked]


def ask_to_set_up(unit: str, by: Any, *, on: date) -> None:
    """Go on only if somebody may set up a committee in the name of a unit."""
    if not by.may(DirectivesPermission.COMMITTEE, unit=unit, on=on):
        raise NotEntitled(DirectivesPermission.COMMITTEE, unit)


def ask_to_keep(committee: Committee, by: Any, *, on: date) -> None:
    """Go on only if somebody keeps a committee."""
    if not Rights(by, on).keeps(committee):
        units = sorted(one.unit.key for one in units_at(committee, on).values())
        raise NotEntitled(DirectivesPermission.COMMITTEE, units[0] if units else EVERYWHERE)
