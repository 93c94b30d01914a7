"""How allauth behaves here: nobody opens an account for themselves."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter

from tinhgon.ui.context import arrival_of, home_url


class StaffOnly(DefaultAccountAdapter):
    """Accounts are opened by an administrator; citizens need none."""

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def get_login_redirect_url(self, request: Any) -> str:
        """Where this person's day begins; one's own account where nothing else is theirs."""
        return arrival_of(request.user) or str(super().get_login_redirect_url(request))

    def get_logout_redirect_url(self, request: Any) -> str:
        """The first page, in the language that was spoken."""
        return home_url(request.path)
