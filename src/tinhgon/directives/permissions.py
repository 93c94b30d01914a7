"""Who drafts directives, who keeps committees and books of documents, and who reads of them."""

from enum import StrEnum


class DirectivesPermission(StrEnum):
    DRAFT = "directives.draft"
    COMMITTEE = "directives.committee"
    CORRESPONDENCE = "directives.correspondence"
    SEE = "directives.see"
