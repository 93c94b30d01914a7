"""The rows of the ledger that concern a unit."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from tinhgon.registry.models import Unit
from tinhgon.staff.models import Movement

RELATED = ("source_unit", "target_unit", "instrument", "reversal")


def movements_of(
    unit: Unit, *, until: date, known_at: datetime | None = None
) -> QuerySet[Movement]:
    """What came to a unit and went from it until a day, the latest first; one query."""
    sides = Q(source_unit=unit) | Q(target_unit=unit)
    found = Movement.objects.filter(sides, day__lte=until).select_related(*RELATED)
    if known_at:
        found = found.filter(recorded_at__lte=known_at)
    return found.order_by("-day", "-pk")
