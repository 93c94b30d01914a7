"""Who has a work, who had it when, and which works somebody has."""

from django.db.models import Exists, OuterRef, QuerySet

from tinhgon.work.models import Custody, Event
from tinhgon.work.models.happening import CLOSING


def in_hand(rows: QuerySet[Custody] | None = None) -> QuerySet[Custody]:
    """Of rows of custody the last of each work that is still open."""
    later = Custody.objects.filter(
        came_from=OuterRef("unit"), work=OuterRef("work"), start__gt=OuterRef("start")
    )
    closing = Event.objects.filter(unit=OuterRef("unit"), work=OuterRef("work"), what__in=CLOSING)
    held = Custody.objects.all() if rows is None else rows
    return held.filter(~Exists(later), ~Exists(closing))
