"""How the items of a plan stand on a day: nothing of that is stored."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Prefetch, Q, QuerySet

from tinhgon.directives.models import (
    Committee,
    ItemUnit,
    Member,
    PlanEvent,
    PlanItem,
    What,
    YearPlan,
)
from tinhgon.directives.models.plans import CLOSING
from tinhgon.registry.models import Unit


class State(StrEnum):
    """How an item stands; `lapsed` is what was open when its committee was dissolved."""

    DRAFT = "draft"
    PLANNED = "planned"
    MOVED = "moved"
    LATE = "late"
    DONE = "done"
    DROPPED = "dropped"
    LAPSED = "lapsed"


OPEN = (State.PLANNED, State.MOVED, State.LATE)
"""States in which something is still to be done."""


@dataclass(frozen=True)
class Line:
    """An item as it stands on a day: when it is due now, who answers, which unit prepares it."""

    item: PlanItem
    state: State
    month: int | None
    day: date | None
    member: Member | None
    unit: Unit | None
    events: list[PlanEvent]

    @property
    def due(self) -> date:
        """The last day on which it is in time."""
        return last_day(self.item.plan.year, self.month, self.day)

    @property
    def moves(self) -> list[PlanEvent]:
        """The times it was moved, the first first."""
        return [one for one in self.events if one.what == What.MOVED]

    @property
    def closing(self) -> PlanEvent | None:
        """By what it was done or dropped."""
        return next((one for one in self.events if one.what in CLOSING), None)

    @property
    def is_open(self) -> bool:
        """Whether it counts and is still to be done."""
        return self.state in OPEN


def last_day(year: int, month: int | None, day: date | None) -> date:
    """The last day of what is due in a month, or the day itself."""
    if day:
        return day
    assert month
    return date(year, month, monthrange(year, month)[1])


def lines(committee: Committee, year: int, on: date) -> list[Line]:
    """The items of a plan as they stand on a day, those due first first; three queries."""
    return lines_of(PlanItem.objects.filter(plan__committee=committee, plan__year=year), on)


def lines_of(items: QuerySet[PlanItem], on: date) -> list[Line]:
    """Items of any plans as they stand on a day; three queries however many."""
    found = (
        items.filter(added_on__lte=on)
        .select_related("plan__committee", "member__officer", "carried_from__plan")
        .prefetch_related(
            Prefetch(
                "events",
                PlanEvent.objects.filter(on__lte=on)
                .select_related("session", "member__officer")
                .order_by("pk"),
                to_attr="until_then",
            ),
            Prefetch("units", ItemUnit.objects.select_related("unit"), to_attr="preparing"),
        )
        .order_by("pk")
    )
    return sorted((_line(one, on) for one in found), key=lambda line: (line.due, line.item.pk))


def answered_by(officers: Iterable[int], on: date) -> list[Line]:
    """Items that count and for which one of these officers answers, the first due first.

    Those of committees of which they are a member on the day: others are not there for them.
    """
    own = {*officers}
    named = Q(member__officer__in=own) | Q(events__member__officer__in=own)
    theirs = Member.objects.on(on).filter(officer__in=own).values("committee")
    asked = PlanItem.objects.filter(
        named, plan__adopted_on__lte=on, plan__committee__in=theirs
    ).distinct()
    return [line for line in lines_of(asked, on) if line.member and line.member.officer_id in own]


def years(committee: Committee) -> list[YearPlan]:
    """The plans that there are, the latest year first."""
    return [*committee.plans.select_related("instrument").order_by("-year")]


def _line(item: PlanItem, on: date) -> Line:
    events: list[PlanEvent] = item.until_then  # type: ignore[attr-defined]
    moves = [one for one in events if one.what == What.MOVED]
    month, day = (moves[-1].month, moves[-1].day) if moves else (item.month, item.day)
    entrusted = [one.member for one in events if one.what == What.ENTRUSTED]
    state = _state(item, events, last_day(item.plan.year, month, day), bool(moves), on)
    member = entrusted[-1] if entrusted else item.member
    return Line(item, state, month, day, member, _unit(item, on), events)


def _state(item: PlanItem, events: list[PlanEvent], due: date, moved: bool, on: date) -> State:
    closing = [one.what for one in events if one.what in CLOSING]
    if closing:
        return State(closing[0])
    ended = item.plan.committee.valid_to
    if ended and ended <= on:
        return State.LAPSED
    if item.plan.adopted_on is None or item.plan.adopted_on > on:
        return State.DRAFT
    if due < on:
        return State.LATE
    return State.MOVED if moved else State.PLANNED


def _unit(item: PlanItem, on: date) -> Unit | None:
    """The unit that prepares it on a day, or that did last."""
    rows: list[ItemUnit] = item.preparing  # type: ignore[attr-defined]
    begun = [one for one in rows if one.valid_from is None or one.valid_from <= on]
    latest = max(begun, key=lambda one: one.valid_from or date.min, default=None)
    return latest.unit if latest else None
