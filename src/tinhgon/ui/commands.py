"""What commands share: who acts, days and instants as options, output for people or programs."""

import getpass
import json
import os
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import wraps
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.audit.actors import Operator
from tinhgon.ui.doors import PUBLIC

FAILED, REFUSED = 1, 2


class Day(click.ParamType):
    """A day written 2025-07-01."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                _("“%(given)s” is not a day: write 2025-07-01.") % {"given": value}, param, ctx
            )


class Instant(click.ParamType):
    """An instant, 2025-07-01T08:00; a bare day means its end, when all of that day was known."""

    name = "instant"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return read_instant(value)
        except ValueError:
            message = _("“%(given)s” is not an instant: write 2025-07-01 or 2025-07-01T08:00.")
            self.fail(message % {"given": value}, param, ctx)


def read_instant(written: str) -> datetime:
    """An instant as people and programs write it, in local time unless it names its zone."""
    if len(written) == 10:
        day = date.fromisoformat(written) + timedelta(days=1)
        return timezone.make_aware(datetime.combine(day, time.min))
    instant = datetime.fromisoformat(written)
    return instant if instant.tzinfo else timezone.make_aware(instant)


def command(group: click.Group, name: str, permission: str) -> Callable[..., click.Command]:
    """A command of a group that names who may use it, as every door does."""

    def make(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def permitted(**options: Any) -> Any:
            if permission != PUBLIC and not acting().may(permission, on=timezone.localdate()):
                fail(_("You may not do this: it needs the permission %s.") % permission, REFUSED)
            return function(**options)

        made = group.command(name)(permitted)
        made.permission = permission  # type: ignore[attr-defined]
        return made

    return make


on_option = click.option("--on", "on", type=Day(), help="The day asked about; today by default.")
known_at_option = click.option(
    "--known-at", type=Instant(), help="As it was known at this instant; now by default."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="One JSON document for programs."
)
quiet_option = click.option("--quiet", is_flag=True, help="No progress on screen.")


def acting() -> Any:
    """Whoever runs the command, as the record of acts will name them."""
    context = click.get_current_context(silent=True)
    actor = context.find_object(dict) if context else None
    return (actor or {}).get("actor") or Operator(getpass.getuser())


def say(document: Any) -> None:
    """One JSON document on standard output."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def fail(message: str, code: int = FAILED) -> None:
    """Say on standard error what is wrong and leave with a code that scripts can read."""
    click.echo(message, err=True)
    sys.exit(code)


def progress(quiet: bool = False) -> Callable[[str, int], None]:
    """A line that shows what is being done and how far; nothing where nobody looks."""
    shown = (not quiet and sys.stderr.isatty()) or os.environ.get("TINHGON_PROGRESS") == "1"

    def tell(what: str, count: int) -> None:
        if shown:
            click.echo(f"\r\033[K  {what} {count:,}", nl=False, err=True)

    return tell
