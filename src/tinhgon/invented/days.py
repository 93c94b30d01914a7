"""Days of what is invented: counted from the day of the demonstration, so that it is never stale.

What belongs to a year stays in it: shortly after New Year much lies on its first day.
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.timezone import get_default_timezone


def instant(day: date, hour: int) -> datetime:
    """An instant of a day, or now if that has not come."""
    return min(datetime.combine(day, time(hour), tzinfo=get_default_timezone()), timezone.now())


def in_year(on: date, days: int) -> date:
    """The day so many days after another, or the nearest to it that is of the same year."""
    day = on + timedelta(days=days)
    return min(max(day, date(on.year, 1, 1)), date(on.year, 12, 31))
