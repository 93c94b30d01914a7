"""What may be done with accounts: open, close, grant and end roles, hand out and end tokens."""

import secrets
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.accounts.models import Grant, Token, User
from tinhgon.accounts.roles import ROLES, every_permission
from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.registry.models import Unit


class UnknownRole(Exception):
    """There is no role of this name."""


class UnknownScope(Exception):
    """No door asks for a permission of this name."""


class EmailTaken(Exception):
    """Somebody already signs in with this address."""


@act
def open_account(
    email: str, *, by: Actor, name: str, password: str | None = None, invented: bool = False
) -> User:
    """Open an account (mở tài khoản); without a password it can only be reset by e-mail.

    Raises `EmailTaken`, and `ValidationError` for an address or a password that will not do.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise EmailTaken(email)
    user = User(email=email.lower(), name=name, invented=invented)
    if password is not None:
        validate_password(password, user)
    user.set_password(password)
    user.full_clean()
    user.save()
    record("account.opened", by=by, target=user.audit_name)
    return user


@act
def close_account(user: User, *, by: Actor, reason: str) -> None:
    """Close an account (đóng tài khoản): nobody signs in with it or acts through its tokens."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    record("account.closed", by=by, target=user.audit_name, reason=reason)


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
    """Give a role from a day on, over a unit and all below it, or everywhere (giao quyền).

    Raises `UnknownRole`, and `ValidationError` where it is held in the period already.
    """
    if role not in ROLES:
        raise UnknownRole(role)
    given = Grant(user=user, role=role, unit=unit, valid_from=on, valid_to=until, reason=reason)
    given.granted_by = by.audit_name
    given.full_clean()
    given.save()
    ends = until.isoformat() if until else None
    _record("account.granted", given, by=by, on=on, reason=reason, until=ends)
    return given


@act
def end_grant(given: Grant, *, by: Actor, on: date, reason: str) -> None:
    """Let a role end on a day, the first on which it no longer holds (thu hồi quyền).

    A role that begins on that day or later was never held. Raises `ValidationError` where it has
    ended before.
    """
    if given.valid_to and given.valid_to < on:
        raise ValidationError(_("This role has ended before."))
    if _was_never_held(given, on):
        given.delete()
    else:
        given.valid_to = on
        given.full_clean()
        given.save(update_fields=["valid_to"])
    _record("account.grant-ended", given, by=by, on=on, reason=reason)


@act
def hand_out_token(
    user: User, *, by: Actor, name: str, scopes: list[str], ends: datetime | None = None
) -> str:
    """Make a token by which a program acts for somebody; returns it, to be shown this once.

    `scopes` are the permissions that it is limited to. Raises `UnknownScope`.
    """
    for scope in scopes:
        if scope not in every_permission():
            raise UnknownScope(scope)
    secret = secrets.token_urlsafe(32)
    Token.objects.create(
        user=user, name=name, digest=Token.digest_of(secret), scopes=scopes, ends=ends
    )
    record("account.token-made", by=by, target=user.audit_name, name=name, scopes=scopes)
    return secret


@act
def end_token(token: Token, *, by: Actor, reason: str) -> None:
    """Let a token end now (thu hồi mã truy cập)."""
    token.ends = timezone.now()
    token.save(update_fields=["ends"])
    record(
        "account.token-ended",
        by=by,
        target=token.user.audit_name,
        name=token.name,
        reason=reason,
    )


def _record(
    act: str, given: Grant, *, by: Actor, on: date, reason: str, **facts: str | None
) -> None:
    """An act on a grant, in the chain of whoever holds it."""
    record(
        act,
        by=by,
        target=given.user.audit_name,
        role=given.role,
        unit=given.unit.key if given.unit else None,
        on=on.isoformat(),
        reason=reason,
        **facts,
    )


def _was_never_held(given: Grant, on: date) -> bool:
    """Whether a role that ends on a day never began, and no reorganisation carried it on."""
    is_carried_on = given.moved_from_id or given.moved_to.exists()
    return bool(given.valid_from and given.valid_from >= on and not is_carried_on)
