"""What the register says of units and officers that acts with works name, asked for all at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from tinhgon.domain.work.clarities import Working
from tinhgon.domain.worktime.calendars import Almanac, Calendar
from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit, Version
from tinhgon.registry.queries import answering_for
from tinhgon.staff.models import Assignment, Officer
from tinhgon.staff.posts.heads import Head, Headed, heads
from tinhgon.temporal.models import in_force
from tinhgon.work.calendar.keeping import now
from tinhgon.work.refusals import Refused
from tinhgon.work.working import working


@dataclass(frozen=True)
class Circumstances:
    """On a day, of units (by key) and officers (by id); each question is one query, when needed."""

    on: date
    units: frozenset[str]
    officers: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls, on: date, units: Collection[Unit], officers: Collection[Officer | None] = ()
    ) -> "Circumstances":
        """Those of these units and officers."""
        ids = frozenset(one.pk for one in officers if one)
        return cls(on, frozenset(unit.key for unit in units), ids)

    def check_standing(self, unit: Unit) -> None:
        """Refuse a unit that does not stand on the day, or not any more."""
        for day, standing in self._standing.items():
            if unit.key not in standing:
                raise Refused("not-standing", unit=unit.key, day=day)

    def check_officer(self, officer: Officer | None, unit: Unit) -> None:
        """Refuse somebody who has no post in the unit on the day."""
        if officer and (officer.pk, unit.key) not in self._placed:
            raise Refused("not-of-unit", officer=officer.key, unit=unit.key, day=self.on)

    def check_answering(self, giver: Unit, unit: Unit) -> None:
        """Refuse to give works to a unit for which the giver does not answer.

        What directs a whole area answers for all in it, as the area does.
        """
        if {giver.key, self._directed.get(giver.key)}.isdisjoint(self._answering[unit.key]):
            raise Refused("not-answering", giver=giver.key, unit=unit.key, day=self.on)

    def has_head(self, unit: Unit) -> bool:
        """Whether somebody leads the unit."""
        return self._heads[unit.key].state in (Headed.BY_HEAD, Headed.BY_ACTING)

    @cached_property
    def days(self) -> tuple[Almanac, Calendar]:
        """All that is said of days, and the calendar that it makes."""
        return now()

    @cached_property
    def working(self) -> Working:
        """What the jurisdiction says of works."""
        return working()

    @cached_property
    def _standing(self) -> dict[date, set[str]]:
        return {day: self._stand(day) for day in sorted({self.on, timezone.localdate()})}

    def _stand(self, day: date) -> set[str]:
        rows = Version.objects.on(day).known_at().filter(unit__key__in=self.units)
        return {*rows.values_list("unit__key", flat=True)}

    @cached_property
    def _placed(self) -> set[tuple[int, str]]:
        placed = Assignment.objects.on(self.on).filter(
            in_force(self.on, "post__placements__"),
            officer__in=self.officers,
            post__placements__unit__key__in=self.units,
        )
        return {*placed.values_list("officer_id", "post__placements__unit__key")}

    @cached_property
    def _answering(self) -> dict[str, set[str]]:
        return answering_for(self.units, self.on)

    @cached_property
    def _directed(self) -> dict[str, str | None]:
        """The areas that bodies direct, of those bodies that direct all of theirs."""
        register, said = directory(), self.working.whole_area
        entries = (register.on(key, self.on) for key in self.units)
        return {one.unit: one.parent for one in entries if one and said.has(one.level, one.kind)}

    @cached_property
    def _heads(self) -> dict[str, Head]:
        return heads(self.units, self.on)
