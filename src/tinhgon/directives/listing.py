"""Directives of a unit, the newest first: drafts for whoever may draft, and what was issued."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tinhgon.directives.entitlement import READING
from tinhgon.directives.models import Directive, Task
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.registry.models import Unit
from tinhgon.staff.subtree import below
from tinhgon.temporal.bulk import fetch
from tinhgon.work.listing.desks import units_over
from tinhgon.work.models import Event
from tinhgon.work.models.happening import CLOSING


@dataclass(frozen=True)
class Reader:
    """Somebody who asks for directives on a day."""

    user: Any
    on: date

    @cached_property
    def units(self) -> list[str]:
        """The units whose directives they read by a role of theirs, the highest first."""
        return units_over(self.user, READING, self.on)

    def drafts(self, unit: Unit) -> bool:
        """Whether they may draft directives of a unit."""
        return bool(self.user.may(DirectivesPermission.DRAFT, unit=unit.key, on=self.on))

    def reads(self, unit: Unit) -> bool:
        """Whether they may read what a unit issued."""
        return bool(self.user.may_any(READING, unit=unit.key, on=self.on))


def unit_of(reader: Reader, asked: Mapping[str, str]) -> Unit | None:
    """The unit that an address asks about; None where nothing of it is for this reader."""
    named = asked.get("unit") or next(iter(reader.units), "")
    unit = Unit.objects.filter(key=named.replace("\0", "")[:64]).first()
    return unit if unit and reader.reads(unit) else None


def directives_of(
    unit: Unit, on: date, *, deep: bool, drafts: bool, kind: str = "", year: int | None = None
) -> QuerySet[Directive]:
    """What a unit issued, with its drafts if they are for the reader, the newest first."""
    units: Collection[int] = [unit.pk]
    if deep:
        asked = f"WITH RECURSIVE {below()} SELECT id FROM below"
        units = [pk for (pk,) in fetch(asked, under=unit.key, on=on.isoformat())]
    rows = Directive.objects.filter(unit__in=units).select_related("unit", "instrument")
    if not drafts:
        rows = rows.filter(issued_at__isnull=False)
    if kind:
        rows = rows.filter(kind=kind)
    if year:
        rows = rows.filter(day__year=year)
    return rows.order_by("-day", "-pk")


def counts(directives: Collection[Directive]) -> dict[int, tuple[int, int]]:
    """Of each directive, how many tasks it has and how many works of them are closed; one query."""
    closed = Event.objects.filter(work=OuterRef("work"), what__in=CLOSING)
    rows = (
        Task.objects.filter(directive__in=[*directives])
        .annotate(closed=Exists(closed))
        .values("directive")
        .annotate(tasks=Count("pk"), done=Count("pk", filter=Q(closed=True)))
        .values_list("directive", "tasks", "done")
    )
    return {pk: (tasks, done) for pk, tasks, done in rows}
