"""What is kept of directives, by subject: committees, directives with tasks, books of documents."""

from tinhgon.directives.models.committees import (
    Capacity,
    Committee,
    CommitteeUnit,
    Member,
    MemberUnit,
    Role,
)
from tinhgon.directives.models.correspondence import Book, BookEntry, Direction, Forwarding
from tinhgon.directives.models.directives import Directive, Kind, Task
from tinhgon.directives.models.plans import ItemUnit, PlanEvent, PlanItem, What, YearPlan
from tinhgon.directives.models.sessions import AgendaItem, Attendance, Session

__all__ = [
    "AgendaItem",
    "Attendance",
    "Book",
    "BookEntry",
    "Capacity",
    "Committee",
    "CommitteeUnit",
    "Direction",
    "Directive",
    "Forwarding",
    "ItemUnit",
    "Kind",
    "Member",
    "MemberUnit",
    "PlanEvent",
    "PlanItem",
    "Role",
    "Session",
    "Task",
    "What",
    "YearPlan",
]
