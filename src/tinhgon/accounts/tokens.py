"""Tokens by which programs sign in: `Authorization: Bearer …`."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from tinhgon.accounts.models import Token


class TokenAuth(HttpBearer):
    """The person a token acts for, and the permissions it is limited to."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        working = Token.objects.working(timezone.now()).select_related("user")
        held = working.filter(digest=Token.digest_of(token)).first()
        return (held.user, frozenset(held.scopes)) if held else None
