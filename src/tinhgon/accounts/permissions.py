"""Who may open accounts and grant roles."""

from enum import StrEnum


class AccountsPermission(StrEnum):
    MANAGE = "accounts.manage"
