"""Who has conclusions read into drafts of tasks, and who keeps books of documents."""

from enum import StrEnum


class DirectivesPermission(StrEnum):
    DRAFT = "directives.draft"
    CORRESPONDENCE = "directives.correspondence"
