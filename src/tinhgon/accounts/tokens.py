"""Tokens by which programs sign in: `Authorization: Bearer …`."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from tinhgon.accounts.actions import token_digest
from tinhgon.accounts.models import Token


class TokenAuth(HttpBearer):
    """The person a token acts for, and the permissions it is limited to."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        held = Token.objects.select_related("user").filter(digest=token_digest(token)).first()
        if held is None or not held.user.is_active:
            return None
        if held.ends and held.ends <= timezone.now():
            return None
        return held.user, frozenset(held.scopes)
