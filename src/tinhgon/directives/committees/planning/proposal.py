"""What of a year's plan may be carried over into the next: what is not done, and what recurs."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from tinhgon.directives.committees.planning.lines import Line, State, lines
from tinhgon.directives.models import Committee, Member, PlanItem
from tinhgon.registry.models import Unit

FIRST_MONTH = 1
"""What is left over is proposed for the first month of the next year: it is late already."""


@dataclass(frozen=True)
class Proposal:
    """An item for the next year: when, who answers, which unit prepares; None is to be settled."""

    line: Line
    month: int | None
    day: date | None
    member: Member | None
    unit: Unit | None

    @property
    def is_left_over(self) -> bool:
        """Whether it is carried over because it was not done."""
        return self.line.is_open


def proposed(committee: Committee, year: int, on: date) -> list[Proposal]:
    """What may be carried over from a year, but for what was already; five queries."""
    carried = PlanItem.objects.filter(
        plan__committee=committee, plan__year=year + 1, carried_from__isnull=False
    )
    done = {*carried.values_list("carried_from", flat=True)}
    members = [*committee.members.on(on).select_related("officer")]
    return [
        _proposal(one, year + 1, members)
        for one in lines(committee, year, on)
        if one.item.pk not in done and (one.is_open or _recurs(one))
    ]


def _recurs(line: Line) -> bool:
    return line.item.recurring and line.state not in (State.DRAFT, State.DROPPED, State.LAPSED)


def _proposal(line: Line, year: int, members: list[Member]) -> Proposal:
    item = line.item
    if item.recurring:
        month, day = item.month, _same_day(item.day, year)
    else:
        month, day = FIRST_MONTH, None
    return Proposal(line, month, day, _still(line.member, members), line.unit)


def _same_day(day: date | None, year: int) -> date | None:
    return day and date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _still(member: Member | None, members: list[Member]) -> Member | None:
    """The member as of the day: the same row, or that of the same officer."""
    if member is None:
        return None
    same = [
        one
        for one in members
        if one.pk == member.pk or (one.officer_id and one.officer_id == member.officer_id)
    ]
    return same[0] if same else None
