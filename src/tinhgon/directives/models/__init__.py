"""What is kept of directives, by subject: committees, their plans of the year, their sessions."""

from tinhgon.directives.models.committees import (
    Capacity,
    Committee,
    CommitteeUnit,
    Member,
    MemberUnit,
    Role,
)
from tinhgon.directives.models.plans import ItemUnit, PlanEvent, PlanItem, What, YearPlan
from tinhgon.directives.models.sessions import AgendaItem, Attendance, Session

__all__ = [
    "AgendaItem",
    "Attendance",
    "Capacity",
    "Committee",
    "CommitteeUnit",
    "ItemUnit",
    "Member",
    "MemberUnit",
    "PlanEvent",
    "PlanItem",
    "Role",
    "Session",
    "What",
    "YearPlan",
]
