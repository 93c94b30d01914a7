"""Who may do what with posts and people."""

from enum import StrEnum


class StaffPermission(StrEnum):
    SEE = "staff.see"
    MOVE = "staff.move"
    KEEP = "staff.keep"
    PERSONAL = "staff.personal"
    TARGET = "staff.target"
