"""Who took over the posts of a unit that has ended: acts of days before its end go on there.

Reorganisations in effect say so themselves. Of units that ended otherwise, as in a register loaded
with its history, it is read from the register: the main successor, else the unit above.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.models import Succession, Tie, Unit, Version
from tinhgon.staff.models import Handover


@dataclass(frozen=True)
class Taken:
    """A unit ended on a day and `heir` took its posts over; None where nobody is known.

    `wholly` where its books were brought to zero then: whatever changes in them goes on.
    """

    unit: Unit
    heir: Unit | None
    day: date
    wholly: bool


Pending = Callable[[Unit], bool]
_pending: list[Pending] = []


def still_to_be_handed_on(pending: Pending) -> Pending:
    """Register what tells of a unit that it ends by an act whose effect is yet to come."""
    _pending.append(pending)
    return pending


def taken_over(unit: Unit, came_from: Collection[Unit] = ()) -> Taken | None:
    """Who took over the posts of a unit; None where it stands or its posts are yet to go on.

    What came to it from others may have gone back to a restored unit, though it stands.
    """
    mine = Q(came_from=None) | Q(came_from__in=came_from)
    found = Handover.objects.filter(mine, unit=unit).select_related("heir")
    if handover := found.order_by("day", F("came_from").desc(nulls_last=True)).first():
        return Taken(unit, handover.heir, handover.day, wholly=True)
    day = _end(unit)
    if day is None or any(pending(unit) for pending in _pending):
        return None
    return Taken(unit, _successor(unit, day), day, wholly=False)


def onwards(unit: Unit, on: date) -> Iterator[Taken]:
    """Through which hands goes what a unit gets or gives on a day, until somebody has it.

    Nothing where the unit stands then, or where it ended before and its books were left as they
    were. The last has no `heir` where nobody is known.
    """
    taken, passed = taken_over(unit), [unit]
    if taken and not taken.wholly and on >= taken.day:
        return
    while taken:
        yield taken
        if taken.heir is None or taken.heir in passed:
            return
        passed.append(taken.heir)
        taken = taken_over(taken.heir, passed)


def _end(unit: Unit) -> date | None:
    """The day from which on a unit does not stand any more; None where it does, or never did."""
    ends = [*Version.objects.known_at().filter(unit=unit).values_list("valid_to", flat=True)]
    return max(ends) if ends and None not in ends else None


def _successor(unit: Unit, day: date) -> Unit | None:
    """The main successor or the only one; where nobody took anything, the unit above."""
    out = Succession.objects.known_at().filter(predecessor=unit, day=day)
    takers = [*out.select_related("successor")]
    if takers:
        main = {one.successor for one in takers if one.main}
        (successor, *others) = main or {one.successor for one in takers}
        return None if others else successor
    above = Tie.objects.known_at().on(day - timedelta(days=1))
    tie = above.filter(unit=unit, hierarchy=PRINCIPAL).select_related("parent").first()
    return tie.parent if tie else None
