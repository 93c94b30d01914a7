"""How a work comes to somebody: issued, split, given down, handed over; and who contributes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record, record_each
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work import changing
from tinhgon.work.changing import Change
from tinhgon.work.circumstances import Circumstances
from tinhgon.work.custody import issuing, writing
from tinhgon.work.custody.issuing import Order
from tinhgon.work.custody.planning import NotAll, Part, planned
from tinhgon.work.custody.writing import Promised
from tinhgon.work.models import Contributor, Custody, Delegation, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import held

KNOWN = ("giver", "instrument", "parent")
"""What of a new work is there already: to look whether it is would be a query for each."""


@act
def issue(
    order: Order, *, by: Actor, at: datetime, giver: Unit, parent: Work | None = None
) -> Work:
    """Give a work to the one unit that leads it (giao việc), for the unit that gives it.

    Raises `Refused`: `several-leads` where more are named than one, `unclear` with all that its
    set of clarities wants and that is missing.
    """
    around = issuing.circumstances([order], giver, localdate(at))
    promised = [(order, issuing.checked(order, giver, at, around))]
    (made,) = _given(promised, around, by=by, at=at, giver=giver, parent=parent)
    return made


@act
def issue_all(orders: Sequence[Order], *, by: Actor, at: datetime, giver: Unit) -> list[Work]:
    """Give several works, all of them or none; raises `Refused` for the first that cannot be."""
    around = issuing.circumstances(orders, giver, localdate(at))
    promised = [(order, issuing.checked(order, giver, at, around)) for order in orders]
    return _given(promised, around, by=by, at=at, giver=giver)


@act
def split(work: Work, *, by: Actor, at: datetime, parts: Sequence[Order]) -> list[Work]:
    """Split a work into parts (tách việc), given by the unit that has it.

    It has the whole as before, and reports it once no part is open. Raises `Refused`
    `part-after-whole` for a part that would be due after the whole.
    """
    standing = held(work, "split", at)
    giver, whole = standing.held.unit, standing.due
    around = issuing.circumstances(parts, giver, localdate(at))
    promised = [(part, issuing.checked(part, giver, at, around)) for part in parts]
    if whole and any(day > whole for _part, day in promised if day):
        raise Refused("part-after-whole", day=whole)
    made = _given(promised, around, by=by, at=at, giver=giver, parent=work)
    record("work.split", by=by, target=f"work:{work.key}", parts=[part.key for part in made])
    return made


@act
def cascade(
    work: Work, *, by: Actor, at: datetime, units: Sequence[Unit], part: Part
) -> list[Work]:
    """Give each of several units below a part of a work (giao xuống các đơn vị cấp dưới).

    The unit that has it gives them, has the whole as before, and reports it once no part is open.
    Raises `NotAll` with all that is wrong, by unit; then nothing is given.
    """
    plan = planned(held(work, "cascade", at), units, part, at)
    if plan.faults:
        raise NotAll(plan.faults, len(plan.orders))
    promised = [(order, issuing.promised(order, plan.around)) for order in plan.orders]
    parts = _given(promised, plan.around, by=by, at=at, giver=plan.giver, parent=work)
    said = {"giver": plan.giver.key, "parts": len(parts), "title": parts[0].title}
    record("work.cascaded", by=by, target=f"work:{work.key}", **said)
    return parts


@act
def hand_over(
    work: Work,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    unit: Unit | None = None,
    officer: Officer | None = None,
) -> Custody:
    """Let another unit, or somebody else in the unit, have a work from an instant on (chuyển giao).

    Without an officer whoever leads the unit has to do it. Another unit is one for which the giver
    answers, or `Refused` `not-answering` is raised.
    """
    standing, on = held(work, "hand-over", at), localdate(at)
    named = [unit or standing.held.unit, standing.work.giver]
    around = Circumstances.of(on, named, [officer])
    given = {"reason": reason, "unit": unit, "officer": officer, "around": around}
    (made,) = _written(changing.handed_over(standing, by=by, at=at, **given), by)
    return made


@act
def ask_to_contribute(
    work: Work, *, by: Actor, on: date, units: Sequence[Unit], reason: str = ""
) -> list[Contributor]:
    """Ask other units to contribute (đề nghị phối hợp) from a day on, until it is closed."""
    standing, around = held(work, "ask-to-contribute"), Circumstances.of(on, units)
    given = {"on": on, "units": units, "reason": reason, "around": around}
    return [*_written(changing.contributing(standing, **given), by)]


@act
def delegate(
    officer: Officer, *, by: Actor, deputy: Officer, on: date, until: date, reason: str
) -> Delegation:
    """Let a deputy do all that somebody has to do while they are away (ủy quyền khi vắng mặt).

    `until` is the first day on which they are back. No work changes hands by it.
    """
    if officer == deputy:
        raise Refused("own-deputy")
    if until <= on:
        raise Refused("absence-ends")
    if not reason.strip():
        raise Refused("no-reason")
    away = Delegation.objects.filter(officer=deputy, valid_from__lt=until, valid_to__gt=on)
    if away.exists():
        raise Refused("deputy-away", deputy=deputy.key)
    made = Delegation(
        officer=officer, deputy=deputy, valid_from=on, valid_to=until, reason=reason.strip()
    )
    made.full_clean()
    made.save()
    record(
        "work.delegated",
        by=by,
        target=f"officer:{officer.key}",
        deputy=deputy.key,
        on=on.isoformat(),
        until=until.isoformat(),
    )
    return made


def _given(
    promised: Sequence[Promised],
    around: Circumstances,
    *,
    by: Actor,
    at: datetime,
    giver: Unit,
    parent: Work | None = None,
) -> list[Work]:
    """Write works that were checked, and an entry of each in the record."""
    works = [writing.work_of(order, giver, around, parent) for order, _day in promised]
    for work in works:
        work.clean_fields(exclude=KNOWN)
    record_each(writing.write(works, promised, by=by, at=at, on=localdate(at)), by=by)
    return works


def _written(change: Change, by: Actor) -> Sequence[Any]:
    """Write a change and its entry in the record; gives what is new."""
    record_each(changing.write([change]), by=by)
    return change.rows
