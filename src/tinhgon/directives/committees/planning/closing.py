"""What is done or dropped is prepared by nobody any more."""

from collections.abc import Collection
from datetime import date, timedelta

from tinhgon.directives.committees.ending import end_rows
from tinhgon.directives.models import ItemUnit, PlanEvent, PlanItem, Session, What


def done_in(session: Session, items: Collection[PlanItem], *, by: str, on: date) -> None:
    """Write that a session dealt with items; part of the act by which it is held."""
    PlanEvent.objects.bulk_create(
        PlanEvent(item=item, what=What.DONE, on=on, by=by, session=session) for item in items
    )
    end_preparing(items, on)


def end_preparing(items: Collection[PlanItem], on: date) -> None:
    """Nobody prepares these items from the day after on."""
    end_rows(ItemUnit.objects.filter(item__in=items), on + timedelta(days=1))
