"""Who has conclusions read into drafts of tasks."""

from enum import StrEnum


class DirectivesPermission(StrEnum):
    DRAFT = "directives.draft"
