"""Files of works on the command line: whether all are there, and withdrawing one."""

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.audit.permissions import AuditPermission
from tinhgon.ui import writing
from tinhgon.ui.actors import EVERYWHERE
from tinhgon.ui.commands import FAILED, REFUSED, acting, command, fail, json_option, say
from tinhgon.work.files import actions
from tinhgon.work.files.checking import check as checked
from tinhgon.work.files.serving import file_known
from tinhgon.work.naming import work_known
from tinhgon.work.permissions import WorkPermission
from tinhgon.work.refusals import Refused, refusal_words


@click.group()
def files() -> None:
    """Files of works: whether what is kept is what was put there; withdrawing one."""


@command(files, "check", AuditPermission.READ, over=EVERYWHERE)
@click.option(
    "--remove-unreferenced", "remove", is_flag=True, help="Remove content that no work names."
)
@json_option
def check(remove: bool, as_json: bool) -> None:
    """Read every file: which are missing, altered, or named by no work."""
    found = checked()
    removed = actions.remove_unreferenced(by=acting()) if remove else []
    left = [one for one in found.unreferenced if one not in removed]
    told = {"missing": found.missing, "altered": found.altered, "unreferenced": left}
    if as_json:
        say({"files": found.files, **told, "removed": removed})
    else:
        words = {
            "missing": _("Missing"),
            "altered": _("Altered"),
            "unreferenced": _("Named by no work"),
            "removed": _("Removed"),
        }
        click.echo(_("Files: %s.") % writing.count(found.files))
        for name, digests in {**told, "removed": removed}.items():
            for digest in digests:
                click.echo(f"  {words[name]}: {digest}")
        if found.is_well:
            click.echo(_("None is missing or altered."))
    if not found.is_well:
        fail(_("Bring missing and altered files back from a backup."), FAILED)


@command(files, "withdraw", WorkPermission.SEE)
@click.argument("key")
@click.argument("number", type=click.IntRange(min=1))
@click.option("--reason", required=True, help="Why; it stays with the work.")
def withdraw(key: str, number: int, reason: str) -> None:
    """Withdraw a file of a work, by its number there; only who put it there may."""
    work = work_known(key, acting(), on=timezone.localdate()).work
    attachment = file_known(work, number)
    try:
        actions.withdraw_file(attachment, by=acting(), at=timezone.now(), reason=reason)
    except Refused as refused:
        fail(refusal_words(refused), REFUSED)
    click.echo(_("Withdrawn: %s.") % attachment.name)
