"""What commands share: who acts, days and instants as options, output for people or programs."""

import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from typing import Any

import click
from django.core.exceptions import ValidationError
from django.db import OperationalError, ProgrammingError
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.temporal.database import is_prepared
from tinhgon.temporal.gate import Busy
from tinhgon.ui.actors import EVERYWHERE, Operator
from tinhgon.ui.doors import PUBLIC
from tinhgon.ui.errors import BUSY, NotHere
from tinhgon.ui.instants import read_day, read_instant

FAILED, REFUSED = 1, 2


class Day(click.ParamType):
    """A day written 2025-07-01 or 01/07/2025."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        if isinstance(value, date):
            return value
        try:
            return read_day(value)
        except ValidationError as refused:
            self.fail(_sentence(refused), param, ctx)


class Instant(click.ParamType):
    """An instant, 2025-07-01T08:00; a bare day means its end, when all of that day was known."""

    name = "instant"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return read_instant(value, read_day)
        except ValidationError as refused:
            self.fail(_sentence(refused), param, ctx)


def _sentence(refused: ValidationError) -> str:
    """What is wrong; a command takes a day in either form."""
    if refused.code != "not-a-day":
        return refused.messages[0]
    words = _("“%(given)s” cannot be read as a day. Write the day as 2025-07-01 or 01/07/2025.")
    return words % refused.params


def command(
    group: click.Group, name: str, permission: str, *, over: str | None = None
) -> Callable[..., click.Command]:
    """A command of a group that names who may use it, as every door does.

    `over` is the unit for which they must hold the permission; without it, anywhere will do.

    What is not there (`NotHere`), somebody else at work (`Busy`) and a database without tables end
    it with a sentence.
    """

    def make(function: Callable[..., Any]) -> click.Command:
        @wraps(function)
        def permitted(**options: Any) -> Any:
            with in_words():
                if permission != PUBLIC:
                    require(permission, over)
                return function(**options)

        made = group.command(name)(permitted)
        made.permission = permission  # type: ignore[attr-defined]
        return made

    return make


def require(permission: str, unit: str | None = None) -> None:
    """Go on only if whoever acts holds the permission today, for a unit if one is named."""
    if acting().may(permission, unit=unit, on=timezone.localdate()):
        return
    if unit is None:
        fail(_("You may not do this: it needs the permission %s.") % permission, REFUSED)
    if unit == EVERYWHERE:
        words = _("You may not do this: it needs the permission %s for everything.")
        fail(words % permission, REFUSED)
    fail(
        _("You may not do this: it needs the permission %(permission)s for %(unit)s.")
        % {"permission": permission, "unit": unit},
        REFUSED,
    )


@contextmanager
def in_words() -> Iterator[None]:
    """What stops a command ends it with a sentence that says what to do."""
    try:
        yield
    except NotHere as missing:
        fail(missing.sentence, REFUSED)
    except Busy:
        fail(str(BUSY))
    except OSError as wrong:
        if wrong.filename is None:
            raise
        words = _("%(file)s can be neither read nor written (%(why)s). Name another place.")
        fail(words % {"file": wrong.filename, "why": wrong.strerror})
    except (OperationalError, ProgrammingError) as error:
        if _has_tables(error):
            raise
        fail(_("There is no database yet: run `tinhgon demo`, or load a register of your own."))


def _has_tables(error: Exception) -> bool:
    try:
        return is_prepared()
    except OperationalError:
        fail(_("The database cannot be reached: %s") % error)
        return False


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
