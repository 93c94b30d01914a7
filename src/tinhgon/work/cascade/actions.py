"""A work goes down to units below: a part for each of them, all of them or none."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record, record_each
from tinhgon.registry.models import Unit
from tinhgon.work.cascade.planning import NotAll, Part, planned
from tinhgon.work.custody import issuing, writing
from tinhgon.work.models import Work
from tinhgon.work.standing import held


@act
def cascade(
    work: Work, *, by: Actor, at: datetime, units: Sequence[Unit], part: Part
) -> list[Work]:
    """Give each of several units below a part of a work (giao xuống các đơn vị cấp dưới).

    The unit that has it gives them, has the whole as before, and reports it once no part is open.
    Raises `NotAll` with all that is wrong, by unit; then nothing is given.
    """
    standing = held(work, "cascade", at)
    plan = planned(standing, units, part, at)
    if plan.faults:
        raise NotAll(plan.faults, len(plan.orders))
    promised = [(order, issuing.promised(order, plan.around)) for order in plan.orders]
    parts = [writing.work_of(order, plan.giver, plan.around, work) for order in plan.orders]
    record_each(writing.write(parts, promised, by=by, at=at, on=localdate(at)), by=by)
    said = {"giver": plan.giver.key, "parts": len(parts), "title": parts[0].title}
    record("work.cascaded", by=by, target=f"work:{work.key}", **said)
    return parts
