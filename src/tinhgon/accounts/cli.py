"""Accounts on the command line."""

from datetime import date

import click
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.accounts import actions
from tinhgon.accounts.models import Grant, User
from tinhgon.accounts.permissions import AccountsPermission
from tinhgon.accounts.roles import ROLES
from tinhgon.registry.models import Unit
from tinhgon.registry.queries import unit_key
from tinhgon.ui.commands import REFUSED, Day, acting, command, fail, json_option, on_option, say
from tinhgon.ui.doors import PUBLIC


@click.group()
def accounts() -> None:
    """People who sign in, their roles and tokens."""


@command(accounts, "open", AccountsPermission.MANAGE)
@click.argument("email")
@click.option("--name", required=True)
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
    key = unit_key(unit, on)
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
@click.option("--reason", required=True)
@on_option
def end(email: str, role: str, reason: str, on: date | None) -> None:
    """Let all grants of a role to somebody end on a day."""
    on = on or timezone.localdate()
    held = Grant.objects.on(on).filter(user=_user(email), role=role).select_related("user")
    if not held:
        fail(
            _("%(email)s does not hold this role on %(day)s.") % {"email": email, "day": on},
            REFUSED,
        )
    for given in held:
        actions.end_grant(given, by=acting(), on=on, reason=reason)
    click.echo(_("Ended: %s grants.") % len(held))


@command(accounts, "token", AccountsPermission.MANAGE)
@click.argument("email")
@click.option("--name", required=True, help="What the token is for.")
@click.option(
    "--scope", "scopes", multiple=True, required=True, help="A permission; repeat for more."
)
def token(email: str, name: str, scopes: tuple[str, ...]) -> None:
    """Make a token by which a program acts for somebody; it is shown this once."""
    click.echo(actions.hand_out_token(_user(email), by=acting(), name=name, scopes=[*scopes]))


@command(accounts, "list", AccountsPermission.MANAGE)
@on_option
@json_option
def list_accounts(on: date | None, as_json: bool) -> None:
    """Who holds which role on a day."""
    held = Grant.objects.on(on or timezone.localdate()).select_related("user", "unit")
    rows = [
        {"email": g.user.email, "name": g.user.name, "role": g.role, "unit": str(g.unit or "*")}
        for g in held.order_by("user__email", "role")
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


def _user(email: str) -> User:
    found = User.objects.filter(email__iexact=email).first()
    if found is None:
        fail(_("Nobody signs in with %s.") % email, REFUSED)
    assert found is not None
    return found
