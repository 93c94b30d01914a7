"""Reminders on the command line: a timer sends what is due."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.accounts.permissions import AccountsPermission
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import Instant, command, json_option, say
from tinhgon.work.reminding.sending import foreseen
from tinhgon.work.reminding.sending import remind as send_due

group = click.Group("reminding")
"""Its commands are put into `tinhgon work`."""


@command(group, "remind", AccountsPermission.MANAGE, over=EVERYWHERE)
@click.option("--at", type=Instant(), help="As if it were this instant; now by default.")
@click.option("--dry-run", is_flag=True, help="Say who would be told what; send nothing.")
@json_option
def remind(at: datetime | None, dry_run: bool, as_json: bool) -> None:
    """Send reminders of works by e-mail, as each person chose; for a job that runs often."""
    at = at or timezone.now()
    if dry_run:
        _tell(foreseen(at), as_json)
        return
    done = send_due(at)
    if as_json:
        say(vars(done))
    else:
        words = _(
            "%(written)s e-mails written, %(sent)s sent, %(waiting)s to be tried again, "
            "%(given_up)s given up"
        )
        click.echo(words % vars(done))


def _tell(found: Iterable[Any], as_json: bool) -> None:
    """Who would be told what; people by number, as the record of acts names them."""
    documents = [
        {
            "stream": one.stream.value,
            "to": person.user.audit_name,
            "every": every,
            "notices": [{"occasion": n.occasion.value, "work": n.work} for n in told],
        }
        for one, person, told, every in found
    ]
    if as_json:
        say({"letters": documents})
    for one in documents if not as_json else ():
        click.echo(f"{one['stream']:<8}  {one['to']:<12}  {one['every']:>5}")
