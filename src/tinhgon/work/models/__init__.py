"""What is kept of work, by subject: the calendar, works, who has them, what happened, reminders."""

from tinhgon.work.models.calendar import Notice, WorkDay
from tinhgon.work.models.happening import Event, Extension, Term
from tinhgon.work.models.reminding import (
    Channel,
    FeedAddress,
    Letter,
    Occasion,
    Reading,
    Reminders,
    Told,
)
from tinhgon.work.models.works import Because, Contributor, Custody, Delegation, Work

__all__ = [
    "Because",
    "Channel",
    "Contributor",
    "Custody",
    "Delegation",
    "Event",
    "Extension",
    "FeedAddress",
    "Letter",
    "Notice",
    "Occasion",
    "Reading",
    "Reminders",
    "Term",
    "Told",
    "Work",
    "WorkDay",
]
