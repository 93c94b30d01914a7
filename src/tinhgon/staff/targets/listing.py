"""Targets in force on a day, in order."""

from datetime import date

from django.db.models import QuerySet

from tinhgon.staff.models import Target


def targets_on(on: date) -> QuerySet[Target]:
    """The targets in force on a day, the next due first."""
    found: QuerySet[Target] = Target.objects.on(on).select_related("unit", "instrument")
    return found.order_by("due_day", "key", "pk")
