"""What may be done with accounts: open, grant, end, hand out a token."""

import hashlib
import secrets
from datetime import date, datetime

from django.core.exceptions import ValidationError

from tinhgon.accounts.models import Grant, Token, User
from tinhgon.accounts.roles import ROLES
from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.registry.models import Unit


class UnknownRole(Exception):
    """There is no role of this name."""


class EmailTaken(Exception):
    """Somebody already signs in with this address."""


@act
def open_account(
    email: str, *, by: Actor, name: str, password: str | None = None, invented: bool = False
) -> User:
    """Open an account (mở tài khoản); without a password it can only be reset by e-mail."""
    if User.objects.filter(email__iexact=email).exists():
        raise EmailTaken(email)
    user = User(email=email.lower(), name=name, invented=invented)
    user.set_password(password)
    user.full_clean()
    user.save()
    record("account.opened", by=by, target=user.audit_name)
    return user


@act
def grant(
    user: User,
    *,
    by: Actor,
    role: str,
    on: date,
    until: date | None = None,
    unit: Unit | None = None,
    reason: str = "",
) -> Grant:
    """Give a role from a day on, over a unit and all below it, or everywhere (giao quyền)."""
    if role not in ROLES:
        raise UnknownRole(role)
    given = Grant(
        user=user,
        role=role,
        unit=unit,
        valid_from=on,
        valid_to=until,
        granted_by=by.audit_name,
        reason=reason,
    )
    given.full_clean()
    if unit is None and _everywhere_already(given):
        raise ValidationError(Grant._meta.constraints[-1].violation_error_message)
    given.save()
    record(
        "account.granted",
        by=by,
        target=user.audit_name,
        role=role,
        unit=unit.key if unit else None,
        on=on.isoformat(),
        until=until.isoformat() if until else None,
        reason=reason,
    )
    return given


@act
def end_grant(given: Grant, *, by: Actor, on: date, reason: str) -> None:
    """Let a role end on a day, the first on which it no longer holds (thu hồi quyền)."""
    given.valid_to = on
    given.full_clean()
    given.save(update_fields=["valid_to"])
    record(
        "account.grant-ended",
        by=by,
        target=given.user.audit_name,
        role=given.role,
        on=on.isoformat(),
        reason=reason,
    )


@act
def hand_out_token(
    user: User, *, by: Actor, name: str, scopes: list[str], ends: datetime | None = None
) -> str:
    """Make a token by which a program acts for somebody; returns it, to be shown this once."""
    secret = secrets.token_urlsafe(32)
    Token.objects.create(
        user=user, name=name, digest=token_digest(secret), scopes=scopes, ends=ends
    )
    record("account.token-made", by=by, target=user.audit_name, name=name, scopes=scopes)
    return secret


def token_digest(secret: str) -> str:
    """What is kept of a token: long random texts need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _everywhere_already(given: Grant) -> bool:
    """Whether the role is already held everywhere in the period; NULL escapes the constraint."""
    same = Grant.objects.filter(user=given.user, role=given.role, unit=None)
    if given.valid_to:
        same = same.exclude(valid_from__gte=given.valid_to)
    return same.exclude(valid_to__lte=given.valid_from).exists()
