"""Who may do what with works: give and confirm them, do them, see them, move the calendar."""

from enum import StrEnum


class WorkPermission(StrEnum):
    SEE = "work.see"
    DIRECT = "work.direct"
    HANDLE = "work.handle"
    CALENDAR = "work.calendar"
