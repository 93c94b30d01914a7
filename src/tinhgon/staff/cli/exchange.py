"""Files of officers, posts and assignments on the command line."""

from datetime import date
from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.staff.cli.group import staff
from tinhgon.staff.exchange import actions
from tinhgon.staff.exchange.entitlement import keeps
from tinhgon.staff.exchange.exporting import rows_of, table, workbook
from tinhgon.staff.exchange.reading import read
from tinhgon.staff.exchange.words import fault_document, fault_place, fault_sentence
from tinhgon.staff.officers import actions as officers
from tinhgon.staff.permissions import StaffPermission
from tinhgon.staff.targets.scope import units_under
from tinhgon.ui.commands import (
    REFUSED,
    acting,
    command,
    fail,
    json_option,
    on_option,
    require,
    say,
)
from tinhgon.ui.exchange.faults import Faulty
from tinhgon.ui.spreadsheets import BYTE_ORDER_MARK, write_csv

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(staff, "import", StaffPermission.KEEP)
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--dry-run", is_flag=True, help="Only say what the files would do.")
@json_option
def bring(files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Bring in officers, posts and assignments from XLSX or CSV: all of it or nothing."""
    may_keep = keeps(acting(), timezone.localdate())
    try:
        said = read([(path.name, path.read_bytes()) for path in files])
        brought = actions.bring(said, by=acting(), may_keep=may_keep, dry_run=dry_run)
    except Faulty as wrong:
        if as_json:
            say({"faults": [fault_document(one) for one in wrong.faults]})
        for one in wrong.faults if not as_json else ():
            place = fault_place(one)
            click.echo(
                f"{place}: {fault_sentence(one)}" if place else fault_sentence(one), err=True
            )
        fail(_("Nothing was taken: %s places are wrong.") % len(wrong.faults), REFUSED)
        return
    if as_json:
        say({"new": brought.new, "known": brought.known, "unread": brought.unread})
        return
    words = _("New: %(officers)s officers, %(posts)s posts, %(assignments)s assignments.")
    click.echo(words % brought.new)
    if brought.unread:
        click.echo(_("Not read: %s.") % ", ".join(brought.unread))
    if dry_run:
        click.echo(_("Nothing was written."))


@command(staff, "export", StaffPermission.PERSONAL)
@click.argument("unit")
@click.argument("out", type=click.Path(path_type=Path))
@on_option
def export(unit: str, out: Path, on: date | None) -> None:
    """Take along the people of a unit and all below it: OUT.xlsx, or a folder for CSV."""
    on = on or timezone.localdate()
    key = queries.unit(unit, on).key
    require(StaffPermission.PERSONAL, key)
    rows, people = rows_of(units_under(key, on), on)
    officers.read(people, by=acting(), about=f"unit:{key}", what="particulars")
    if out.suffix.lower() == ".xlsx":
        out.write_bytes(workbook(rows))
    else:
        out.mkdir(parents=True, exist_ok=True)
        for name in rows:
            with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                file.write(BYTE_ORDER_MARK)
                write_csv(file, *table(rows, name))
    words = _("Written to %(out)s: %(many)s officers.")
    click.echo(words % {"out": out, "many": len(people)})
