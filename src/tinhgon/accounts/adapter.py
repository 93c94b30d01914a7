"""How allauth behaves here: nobody opens an account for themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter


class StaffOnly(DefaultAccountAdapter):
    """Accounts are opened by an administrator; citizens need none."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False
