"""Who has conclusions read, who keeps committees, and who reads of them."""

from enum import StrEnum


class DirectivesPermission(StrEnum):
    DRAFT = "directives.draft"
    COMMITTEE = "directives.committee"
    SEE = "directives.see"
