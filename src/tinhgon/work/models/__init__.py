"""What is kept of work, by subject: the working calendar, works and who has them, what happened."""

from tinhgon.work.models.calendar import Notice, WorkDay
from tinhgon.work.models.happening import Event, Extension, Term
from tinhgon.work.models.works import Because, Contributor, Custody, Delegation, Work

__all__ = [
    "Because",
    "Contributor",
    "Custody",
    "Delegation",
    "Event",
    "Extension",
    "Notice",
    "Term",
    "Work",
    "WorkDay",
]
