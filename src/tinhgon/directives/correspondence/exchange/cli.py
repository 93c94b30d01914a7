"""Books that were kept elsewhere, on the command line."""

from pathlib import Path

import click
from django.utils import timezone
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence.exchange.actions import Brought, bring
from tinhgon.directives.correspondence.exchange.reading import read
from tinhgon.directives.correspondence.exchange.words import FAULT_WORDS, fault_documents
from tinhgon.directives.correspondence.group import KEEP, book_kept, correspondence, refused
from tinhgon.ui import writing
from tinhgon.ui.commands import REFUSED, acting, command, fail, json_option, say
from tinhgon.ui.exchange.faults import Faulty

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@command(correspondence, "import", KEEP)
@click.argument("book", type=int)
@click.argument("file", type=FILE)
@click.option("--any-order", is_flag=True, help="Days may go back from one number to the next.")
@click.option("--dry-run", is_flag=True, help="Only say what the file would bring.")
@json_option
def import_book(book: int, file: Path, any_order: bool, dry_run: bool, as_json: bool) -> None:
    """Enter all documents of a table (XLSX or CSV) in a BOOK, or none."""
    into = book_kept(book)
    given = {"by": acting(), "at": timezone.now(), "book": into}
    try:
        said = read([(file.name, file.read_bytes())], into)
        with refused():
            brought = bring(said, any_order=any_order, dry_run=dry_run, **given)
    except Faulty as wrong:
        _tell_faults(wrong, as_json)
        return
    _tell(brought, as_json)


def _tell(brought: Brought, as_json: bool) -> None:
    count, known, following = len(brought.entries), brought.known, brought.following
    if as_json:
        told = {"count": count, "known": known, "cancelled": brought.cancelled}
        more = {"unread": brought.unread, "dry_run": brought.dry_run}
        say({**told, "following": following, **more})
        return
    words = _("Documents: %(count)s new, %(known)s known already. The next number is %(next)s.")
    counts = {"count": writing.count(count), "known": writing.count(known), "next": following}
    click.echo(words % counts)
    if brought.unread:
        click.echo(_("Not read: %s.") % ", ".join(brought.unread))
    if brought.dry_run:
        click.echo(_("Nothing was written."))


def _tell_faults(wrong: Faulty, as_json: bool) -> None:
    """All that is wrong, by cell; it ends the command."""
    if as_json:
        say({"faults": fault_documents(wrong.faults)})
    for one in wrong.faults if not as_json else ():
        place = FAULT_WORDS.place(one)
        click.echo(f"{place}: {FAULT_WORDS.sentence(one)}".removeprefix(": "), err=True)
    fail(_("Nothing was taken: %s places are wrong.") % len(wrong.faults), REFUSED)
