"""What is kept of work, by subject: calendar, works, who has them, what happened, files."""

from tinhgon.work.models.attachments import Attachment, FileWithdrawal
from tinhgon.work.models.calendar import Notice, WorkDay
from tinhgon.work.models.happening import Event, Extension, Term
from tinhgon.work.models.objections import Objection
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
    "Attachment",
    "Because",
    "Channel",
    "Contributor",
    "Custody",
    "Delegation",
    "Event",
    "Extension",
    "FeedAddress",
    "FileWithdrawal",
    "Letter",
    "Notice",
    "Objection",
    "Occasion",
    "Reading",
    "Reminders",
    "Term",
    "Told",
    "Work",
    "WorkDay",
]
