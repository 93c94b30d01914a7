"""How a work comes to somebody: issued, handed over, split, delegated; and who contributes."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.domain.work.life import What
from tinhgon.registry.models import Unit
from tinhgon.staff.models import Officer
from tinhgon.work.custody import issuing
from tinhgon.work.custody.issuing import Order
from tinhgon.work.models import Because, Contributor, Custody, Delegation, Event, Work
from tinhgon.work.refusals import Refused
from tinhgon.work.standing import held

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""What keys are made of: nothing that is taken for something else."""


@act
def issue(
    order: Order, *, by: Actor, at: datetime, giver: Unit, parent: Work | None = None
) -> Work:
    """Give a work to the one unit that leads it (giao việc), for the unit that gives it.

    Raises `Refused`: `several-leads` where more are named than one, `unclear` with all that its
    set of clarities wants and that is missing.
    """
    return _issue(order, by, at, giver, parent)


@act
def split(work: Work, *, by: Actor, at: datetime, parts: Sequence[Order]) -> list[Work]:
    """Split a work into parts (tách việc), given by the unit that has it.

    It has the whole as before, and reports it once no part is open.
    """
    standing = held(work, "split", at)
    made = []
    for part in parts:
        due = issuing.check(part, standing.held.unit, at)
        if standing.due and due and due > standing.due:
            raise Refused("part-after-whole", day=standing.due)
        made.append(_issue(part, by, at, standing.held.unit, work))
    record("work.split", by=by, target=f"work:{work.key}", parts=[part.key for part in made])
    return made


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

    Without an officer whoever leads the unit has to do it.
    """
    standing, on = held(work, "hand-over", at), localdate(at)
    now = standing.held
    to = unit or now.unit
    if not reason.strip():
        raise Refused("no-reason")
    if (to, officer) == (now.unit, now.officer):
        raise Refused("has-it-already", unit=to.key)
    issuing.check_standing(to, on)
    issuing.check_officer(officer, to, on)
    made = _custody(work, to, officer, at, by, Because.HANDED_OVER, reason.strip(), now.unit)
    record(
        "work.handed-over",
        by=by,
        target=f"work:{work.key}",
        at=at,
        source=now.unit.key,
        to=to.key,
        officer=officer.key if officer else None,
        reason=reason.strip(),
    )
    return made


@act
def ask_to_contribute(
    work: Work, *, by: Actor, on: date, units: Sequence[Unit], reason: str = ""
) -> list[Contributor]:
    """Ask other units to contribute (đề nghị phối hợp) from a day on, until it is closed."""
    standing = held(work, "ask-to-contribute")
    made = []
    for unit in units:
        if unit == standing.held.unit:
            raise Refused("leads-it", unit=unit.key)
        issuing.check_standing(unit, on)
        one = Contributor(work=work, unit=unit, reason=reason.strip(), valid_from=on)
        one.full_clean()
        one.save()
        made.append(one)
    record(
        "work.contributors",
        by=by,
        target=f"work:{work.key}",
        units=[unit.key for unit in units],
        on=on.isoformat(),
        reason=reason.strip(),
    )
    return made


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


def _issue(order: Order, by: Actor, at: datetime, giver: Unit, parent: Work | None) -> Work:
    """Write a work with the first row of its custody, what it is due by and that it was issued."""
    promised, on = issuing.check(order, giver, at), localdate(at)
    work = Work(
        key=order.key or _new_key(),
        kind=order.kind,
        title=order.title.strip(),
        product=order.product.strip(),
        instrument=order.instrument,
        origin=order.origin.strip(),
        parent=parent,
        template=issuing.template_of(order, on).key,
        clarities=dict(order.clarities),
        giver=giver,
        invented=order.invented,
    )
    work.full_clean()
    work.save(force_insert=True)
    _custody(work, order.lead, order.officer, at, by, Because.ISSUED)
    if promised:
        issuing.term_row(work, order, promised, on).save(force_insert=True)
    Event.objects.create(
        work=work, what=What.ISSUED.value, at=at, on=on, unit=giver, by=by.audit_name
    )
    for unit in order.contributors:
        Contributor.objects.create(work=work, unit=unit, valid_from=on)
    record(
        "work.issued",
        by=by,
        target=f"work:{work.key}",
        at=at,
        giver=giver.key,
        lead=order.lead.key,
        officer=order.officer.key if order.officer else None,
        contributors=[unit.key for unit in order.contributors],
        promised=promised.isoformat() if promised else None,
        parent=parent.key if parent else None,
    )
    return work


def _custody(
    work: Work,
    unit: Unit,
    officer: Officer | None,
    at: datetime,
    by: Actor,
    because: Because,
    reason: str = "",
    came_from: Unit | None = None,
) -> Custody:
    return Custody.objects.create(
        work=work,
        start=at,
        unit=unit,
        officer=officer,
        came_from=came_from,
        because=because,
        reason=reason,
        by=by.audit_name,
    )


def _new_key() -> str:
    return "v-" + "".join(secrets.choice(ALPHABET) for _ in range(10))
