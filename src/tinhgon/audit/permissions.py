"""Who may read the record of acts."""

from enum import StrEnum


class AuditPermission(StrEnum):
    READ = "audit.read"
