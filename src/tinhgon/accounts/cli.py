"""Accounts on the command line."""

from datetime import date, datetime, time

import click
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tinhgon.accounts import actions, queries
from tinhgon.accounts.models import Grant, Token, User
from tinhgon.accounts.permissions import AccountsPermission
from tinhgon.accounts.roles import ROLES, every_permission
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_key
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    acting,
    command,
    fail,
    json_option,
    on_option,
    require,
    say,
)
from tinhgon.ui.doors import PUBLIC


@click.group()
def accounts() -> None:
    """People who sign in, their roles and tokens."""


@command(accounts, "open", AccountsPermission.MANAGE, over=EVERYWHERE)
@click.argument("email")
@click.option("--name", required=True, help="How the person is called on pages.")
@click.password_option(help="Asked for twice where it is not given.")
def open_account(email: str, name: str, password: str) -> None:
    """Open an account."""
    try:
        actions.open_account(email, by=acting(), name=name, password=password)
    except actions.EmailTaken:
        fail(_("Somebody already signs in with %s.") % email, REFUSED)
    except ValidationError as wrong:
        fail("; ".join(wrong.messages), REFUSED)
    click.echo(_("%s may now sign in.") % email)


@command(accounts, "close", AccountsPermission.MANAGE, over=EVERYWHERE)
@click.argument("email")
@click.option("--reason", required=True, help="Why; it stands in the record.")
def close(email: str, reason: str) -> None:
    """Close an account: nobody signs in with it, and its tokens open nothing."""
    actions.close_account(_user(email), by=acting(), reason=reason)
    click.echo(_("%s may no longer sign in.") % email)


@command(accounts, "grant", AccountsPermission.MANAGE)
@click.argument("email")
@click.argument("role", type=click.Choice(sorted(ROLES)))
@click.option("--unit", help="Only for this unit and all below it (key, or code on the day).")
@on_option
@click.option("--until", type=Day(), help="The first day on which the role no longer holds.")
@click.option("--reason", default="", help="Decision or reason behind it.")
def grant(
    email: str, role: str, unit: str | None, on: date | None, until: date | None, reason: str
) -> None:
    """Grant a role from a day on."""
    on = on or timezone.localdate()
    key = unit_key(unit, on) if unit else None
    _require(key)
    try:
        actions.grant(
            _user(email),
            by=acting(),
            role=role,
            on=on,
            until=until,
            unit=Unit.objects.get(key=key) if key else None,
            reason=reason,
        )
    except ValidationError as wrong:
        fail("; ".join(wrong.messages), REFUSED)
    click.echo(f"{email}: {ROLES[role].name}")


@command(accounts, "end", AccountsPermission.MANAGE)
@click.argument("email")
@click.argument("role", type=click.Choice(sorted(ROLES)))
@click.option("--reason", required=True, help="Why; it stands in the record.")
@on_option
def end(email: str, role: str, reason: str, on: date | None) -> None:
    """Let all grants of a role to somebody end on a day."""
    on = on or timezone.localdate()
    held = Grant.objects.on(on).filter(user=_user(email), role=role).select_related("user", "unit")
    if not held:
        fail(
            _("%(email)s does not hold this role on %(day)s.") % {"email": email, "day": on},
            REFUSED,
        )
    for given in held:
        _require(given.unit.key if given.unit else None)
    for given in held:
        actions.end_grant(given, by=acting(), on=on, reason=reason)
    click.echo(ngettext("Ended: %s grant.", "Ended: %s grants.", len(held)) % len(held))


@command(accounts, "token", AccountsPermission.MANAGE, over=EVERYWHERE)
@click.argument("email")
@click.option("--name", required=True, help="What the token is for.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice(sorted(every_permission())),
    help="A permission; repeat for more.",
)
@click.option("--until", type=Day(), help="The first day on which it no longer works.")
def token(email: str, name: str, scopes: tuple[str, ...], until: date | None) -> None:
    """Make a token by which a program acts for somebody; it is shown this once."""
    ends = timezone.make_aware(datetime.combine(until, time.min)) if until else None
    secret = actions.hand_out_token(
        _user(email), by=acting(), name=name, scopes=[*scopes], ends=ends
    )
    click.echo(secret)


@command(accounts, "end-token", AccountsPermission.MANAGE, over=EVERYWHERE)
@click.argument("email")
@click.option("--name", required=True, help="What the token was for.")
@click.option("--reason", required=True, help="Why; it stands in the record.")
def end_token(email: str, name: str, reason: str) -> None:
    """Let all tokens of this name end now."""
    held = Token.objects.working(timezone.now()).filter(user=_user(email), name=name)
    if not held:
        words = _("%(email)s has no token “%(name)s”.") % {"email": email, "name": name}
        fail(words, REFUSED)
    for one in held.select_related("user"):
        actions.end_token(one, by=acting(), reason=reason)
    click.echo(_("“%s” opens nothing any more.") % name)


@command(accounts, "list", AccountsPermission.MANAGE)
@on_option
@json_option
def list_accounts(on: date | None, as_json: bool) -> None:
    """Who holds which role on a day; to whoever manages a part, over the units of that part."""
    today = timezone.localdate()
    rows = [
        {"email": g.user.email, "name": g.user.name, "role": g.role, "unit": str(g.unit or "*")}
        for g in queries.grants_seen_by(acting(), on or today, today=today)
    ]
    if as_json:
        say({"grants": rows})
    for row in rows if not as_json else ():
        click.echo("  ".join(row.values()))


@command(accounts, "roles", PUBLIC)
def roles() -> None:
    """The roles and what each may do."""
    for role in ROLES.values():
        click.echo(f"{role.key:<16} {role.name}: {role.description}")
        click.echo(f"{'':<16} {', '.join(sorted(role.permissions))}")


def _require(key: str | None) -> None:
    """Go on only for whoever manages accounts for this unit, or without one for everything."""
    require(AccountsPermission.MANAGE, key or EVERYWHERE)


def _user(email: str) -> User:
    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        fail(_("Nobody signs in with %s.") % email, REFUSED)
    assert found is not None
    return found
