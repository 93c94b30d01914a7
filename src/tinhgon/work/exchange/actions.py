"""Bringing in a table of works: all of them are given, or none."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record, record_each
from tinhgon.registry.models import Unit
from tinhgon.ui.exchange.reading import Said
from tinhgon.work.custody import writing
from tinhgon.work.custody.issuing import Order
from tinhgon.work.exchange.checks import wanted
from tinhgon.work.models import Work


@dataclass(frozen=True)
class Brought:
    """The works that were given (or, as a rehearsal, would be), with the days promised.

    `unread` are headings and sheets that say nothing here.
    """

    works: Sequence[Work]
    promised: Sequence[tuple[Order, date | None]]
    unread: list[str] = field(default_factory=list)
    dry_run: bool = False


@act
def bring(said: Said, *, by: Actor, at: datetime, giver: Unit, dry_run: bool = False) -> Brought:
    """Give the works of a table (nhập danh mục nhiệm vụ) for a unit, all of them or none.

    Raises `Faulty` with all that is wrong.
    """
    found = wanted(said, giver, at)
    works = [writing.work_of(order, giver, found.around) for order, _day in found.promised]
    if not dry_run:
        told = writing.write(works, found.promised, by=by, at=at, on=localdate(at))
        record_each(told, by=by)
        keys = [work.key for work in works]
        record("work.brought", by=by, target=f"unit:{giver.key}", works=len(keys), rows=keys)
    return Brought(works, found.promised, said.unread, dry_run)
