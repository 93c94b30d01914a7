"""Tables of works on the command line."""

from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.registry import queries
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, require, say
from tinhgon.ui.exchange.faults import Faulty
from tinhgon.ui.spreadsheets import BYTE_ORDER_MARK, write_csv, xlsx_bytes
from tinhgon.work.cli import DEEP, DESK, SHOW, work
from tinhgon.work.exchange.actions import bring
from tinhgon.work.exchange.exporting import blank, header, lines
from tinhgon.work.exchange.reading import read
from tinhgon.work.exchange.words import fault_documents, fault_words
from tinhgon.work.listing.inbox import Desk, Question, Show
from tinhgon.work.permissions import WorkPermission

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(work, "import", WorkPermission.DIRECT)
@click.argument("file", type=FILE)
@click.option("--for", "giver", required=True, help="The unit that gives the works.")
@click.option("--dry-run", is_flag=True, help="Only say what the file would give.")
@json_option
def import_works(file: Path, giver: str, dry_run: bool, as_json: bool) -> None:
    """Give all works of a table (XLSX or CSV), or none."""
    today = timezone.localdate()
    unit = queries.unit(giver, today)
    require(WorkPermission.DIRECT, unit.key)
    try:
        said = read([(file.name, file.read_bytes())], today)
        given = {"by": acting(), "at": timezone.now(), "giver": unit}
        brought = bring(said, dry_run=dry_run, **given)
    except Faulty as wrong:
        _tell_faults(wrong, as_json)
        return
    keys = [] if dry_run else [one.key for one in brought.works]
    count = len(brought.works)
    if as_json:
        say({"works": keys, "count": count, "unread": brought.unread, "dry_run": dry_run})
        return
    click.echo(_("Works: %s.") % writing.count(count))
    if brought.unread:
        click.echo(_("Not read: %s.") % ", ".join(brought.unread))
    if dry_run:
        click.echo(_("Nothing was written."))


@command(work, "export", WorkPermission.SEE)
@click.argument("unit")
@click.argument("out", type=click.Path(path_type=Path))
@DESK
@SHOW
@DEEP
@click.option("--blank", "empty", is_flag=True, help="Only the headings, with explanations.")
def export(unit: str, out: Path, desk: str, show: str, deep: bool, empty: bool) -> None:
    """Take along the works of a unit: OUT.xlsx or OUT.csv."""
    today = timezone.localdate()
    asked = queries.unit(unit, today)
    require(WorkPermission.SEE, asked.key)
    question = Question(desk=Desk(desk), show=Show(show), unit=asked, deep=deep, on=today)
    rows = [] if empty else [*lines(question)]
    if out.suffix.lower() == ".csv":
        with out.open("w", encoding="utf-8", newline="") as file:
            file.write(BYTE_ORDER_MARK)
            write_csv(file, header(), rows)
    elif out.suffix.lower() == ".xlsx":
        out.write_bytes(blank(today) if empty else xlsx_bytes(header(), rows))
    else:
        fail(_("Name a file that ends in .xlsx or .csv."), REFUSED)
    words = _("Written to %(out)s: %(many)s works.")
    click.echo(words % {"out": out, "many": writing.count(len(rows))})


def _tell_faults(wrong: Faulty, as_json: bool) -> None:
    """All that is wrong, by cell; it ends the command."""
    today = timezone.localdate()
    words = fault_words(today)
    if as_json:
        say({"faults": [*fault_documents(wrong.faults, today)]})
    for one in wrong.faults if not as_json else ():
        click.echo(f"{words.place(one)}: {words.sentence(one)}".removeprefix(": "), err=True)
    fail(_("Nothing was taken: %s places are wrong.") % len(wrong.faults), REFUSED)
