"""Books of documents on the command line: those of a unit, registering, acts, taking one along."""

from datetime import date
from pathlib import Path
from typing import Any

import click
from django.utils import timezone
from django.utils.translation import gettext as _

import tinhgon.directives.correspondence.exchange.cli  # noqa: F401 - adds its command to the group
from tinhgon.directives.correspondence import actions
from tinhgon.directives.correspondence.group import (
    KEEP,
    book_kept,
    book_seen,
    correspondence,
    refused,
)
from tinhgon.directives.correspondence.json_documents import book_document, entry_document
from tinhgon.directives.correspondence.listing import Wish, books_of, entries
from tinhgon.directives.correspondence.naming import entry_known
from tinhgon.directives.correspondence.papers import Among, Incoming, Outgoing
from tinhgon.directives.correspondence.table import header, lines
from tinhgon.directives.models import BookEntry, Direction
from tinhgon.domain.documents.kinds import System
from tinhgon.registry import queries
from tinhgon.ui import writing
from tinhgon.ui.commands import (
    REFUSED,
    Day,
    acting,
    command,
    fail,
    json_option,
    require,
    say,
)
from tinhgon.ui.spreadsheets import write_csv, xlsx_bytes
from tinhgon.work.cli import officer_named

MOST = 1000


@command(correspondence, "books", KEEP)
@click.argument("unit")
@json_option
def books(unit: str, as_json: bool) -> None:
    """The books of a UNIT (key, or code) and of those from which it took over."""
    asked = queries.unit(unit, timezone.localdate())
    require(KEEP, asked.key)
    found = [*books_of(asked.key)[:MOST]]
    if as_json:
        say({"books": [book_document(one, one.count, one.last) for one in found]})
        return
    for one in found:
        counted = writing.count(one.count)
        click.echo(f"{one.pk:>6}  {one.unit.key}  {one}  {one.get_direction_display()}: {counted}")


@command(correspondence, "open", KEEP)
@click.argument("unit")
@click.argument("name")
@click.option("--incoming/--outgoing", "comes_in", required=True, help="For which direction.")
@click.option("--year", type=int, help="The year; this one without it.")
@click.option("--party", is_flag=True, help="Numbers as those of the Party: 12-QĐ/TU.")
@click.option("--issuer", default="", help="The symbol of the issuer that its numbers bear.")
@json_option
def open_(
    unit: str,
    name: str,
    comes_in: bool,
    year: int | None,
    party: bool,
    issuer: str,
    as_json: bool,
) -> None:
    """Open a book called NAME for a UNIT; its numbers begin at one."""
    today = timezone.localdate()
    keeper = queries.unit(unit, today)
    require(KEEP, keeper.key)
    with refused():
        made = actions.open_book(
            name,
            by=acting(),
            at=timezone.now(),
            unit=keeper,
            direction=Direction.INCOMING if comes_in else Direction.OUTGOING,
            year=year or today.year,
            system=System.PARTY if party else System.STATE,
            issuer=issuer,
        )
    if as_json:
        say(book_document(made, 0, None))
    else:
        click.echo(_("Book %(id)s: %(name)s") % {"id": made.pk, "name": made})


@command(correspondence, "list", KEEP)
@click.argument("book", type=int)
@click.option("-q", "--words", "q", default="", help="Words of number, abstract or kind.")
@click.option("--party", default="", help="Words of sender or recipients.")
@click.option("--since", type=Day(), help="The first day.")
@click.option("--until", type=Day(), help="The last day.")
@click.option("--most", type=click.IntRange(1, MOST), default=50, help="At most so many.")
@json_option
def listed(
    book: int,
    q: str,
    party: str,
    since: date | None,
    until: date | None,
    most: int,
    as_json: bool,
) -> None:
    """The documents of a BOOK, the last number first."""
    found = [*entries(book_seen(book), Wish(q, party, since, until))[:most]]
    if as_json:
        say({"entries": [entry_document(one) for one in found]})
        return
    for one in found:
        click.echo(_line(one))


@command(correspondence, "show", KEEP)
@click.argument("book", type=int)
@click.argument("serial", type=int)
@json_option
def show(book: int, serial: int, as_json: bool) -> None:
    """One document of a BOOK by its running number."""
    _tell(_entry(book, serial), as_json)


@command(correspondence, "receive", KEEP)
@click.argument("book", type=int)
@click.argument("abstract")
@click.option("--number", default="", help="Number and symbol of the sender's document.")
@click.option("--free", is_flag=True, help="It has no number of the usual form.")
@click.option("--issued", type=Day(), required=True, help="The day of the document.")
@click.option("--received", type=Day(), help="The day on which it came; today without it.")
@click.option("--kind", default="", help="Its kind, where the number does not say it.")
@click.option("--from-unit", help="The unit (key, or code) that sent it.")
@click.option("--sender", default="", help="Or who sent it, in words.")
@click.option("--due", type=Day(), help="The day on which an answer is due.")
@json_option
def receive(book: int, abstract: str, as_json: bool, **given: Any) -> None:
    """Register a document that came in, by what it is about."""
    today, kept = timezone.localdate(), book_kept(book)
    unit = given["from_unit"]
    paper = Incoming(
        abstract=abstract,
        received=given["received"] or today,
        follows_form=not given["free"],
        sender_unit=queries.unit(unit, today) if unit else None,
        **{name: given[name] for name in ("number", "issued", "kind", "sender", "due")},
    )
    with refused():
        made = actions.register_incoming(kept, by=acting(), at=timezone.now(), paper=paper)
    _tell(made, as_json)


@command(correspondence, "send", KEEP)
@click.argument("book", type=int)
@click.argument("abstract")
@click.option("--type", "type", default="", help="The symbol of its kind; none for a letter.")
@click.option("--kind", default="", help="Its kind, where the symbol stands for several.")
@click.option("--issuer", default="", help="What stands behind the type in its number.")
@click.option("--with-year", is_flag=True, help="The number has the year in it.")
@click.option("--issued", type=Day(), help="The day of the document; today without it.")
@click.option("--signer", required=True, help="Who signed it.")
@click.option("--recipients", required=True, help="To whom it goes.")
@click.option(
    "--among",
    type=click.Choice([one.value for one in Among]),
    default=Among.NO.value,
    help="Enter it among the instruments, say that it is the one there, or leave it out.",
)
@json_option
def send(book: int, abstract: str, as_json: bool, **given: Any) -> None:
    """Register a document that goes out, by what it is about; it gets its number."""
    kept = book_kept(book)
    given["issued"] = given["issued"] or timezone.localdate()
    paper = Outgoing(abstract=abstract, **given | {"among": Among(given["among"])})
    with refused():
        made = actions.register_outgoing(kept, by=acting(), at=timezone.now(), paper=paper)
    _tell(made, as_json)


@command(correspondence, "forward", KEEP)
@click.argument("book", type=int)
@click.argument("serial", type=int)
@click.option("--unit", help="The unit (key, or code) to which it is passed on.")
@click.option("--officer", help="Or the number of somebody in it.")
@click.option("--words", default="", help="A remark.")
@json_option
def forward(
    book: int, serial: int, unit: str | None, officer: str | None, words: str, as_json: bool
) -> None:
    """Pass a document that came in on."""
    one = _to_change(book, serial)
    to = queries.unit(unit, timezone.localdate()) if unit else None
    with refused():
        actions.forward(
            one,
            by=acting(),
            at=timezone.now(),
            unit=to,
            officer=officer_named(officer),
            words=words,
        )
    _tell(_entry(book, serial), as_json)


@command(correspondence, "amend", KEEP)
@click.argument("book", type=int)
@click.argument("serial", type=int)
@click.option("--abstract", help="What it is about.")
@click.option("--kind", help="Its kind.")
@click.option("--number", help="Number and symbol of a document that came in.")
@click.option("--sender", help="Who sent it, in words.")
@click.option("--signer", help="Who signed a document that went out.")
@click.option("--recipients", help="To whom it went.")
@click.option("--due", type=Day(), help="The day on which an answer is due.")
@json_option
def amend(book: int, serial: int, as_json: bool, **given: Any) -> None:
    """Put right what was registered wrongly; how it stood before stays in the record."""
    changed = {name: value for name, value in given.items() if value is not None}
    with refused():
        actions.amend(_to_change(book, serial), by=acting(), at=timezone.now(), changed=changed)
    _tell(_entry(book, serial), as_json)


@command(correspondence, "cancel", KEEP)
@click.argument("book", type=int)
@click.argument("serial", type=int)
@click.option("--reason", required=True, help="Why; it stays in the book.")
@json_option
def cancel(book: int, serial: int, reason: str, as_json: bool) -> None:
    """Cancel a registration that was a mistake; its number stays used."""
    with refused():
        actions.cancel(_to_change(book, serial), by=acting(), at=timezone.now(), reason=reason)
    _tell(_entry(book, serial), as_json)


@command(correspondence, "export", KEEP)
@click.argument("book", type=int)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def export(book: int, file: Path) -> None:
    """Write a BOOK into a FILE, which is XLSX or CSV by its name."""
    kept = book_seen(book)
    rows = lines(kept, entries(kept, Wish()))
    if file.suffix.lower() == ".xlsx":
        file.write_bytes(xlsx_bytes(header(kept), rows))
    elif file.suffix.lower() == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            write_csv(out, header(kept), rows)
    else:
        fail(_("Name a file that ends in .xlsx or .csv."), REFUSED)


def _entry(book: int, serial: int) -> BookEntry:
    return entry_known(book, serial, acting(), on=timezone.localdate())


def _to_change(book: int, serial: int) -> BookEntry:
    found = _entry(book, serial)
    require(KEEP, found.book.unit.key)
    return found


def _tell(one: BookEntry, as_json: bool) -> None:
    if as_json:
        say(entry_document(one))
        return
    click.echo(_line(one))
    for row in one.forwardings.select_related("unit", "officer"):
        to = f"{row.unit.key} {row.officer.key if row.officer else ''}".strip()
        click.echo("  " + _("passed on to %s") % to)


def _line(one: BookEntry) -> str:
    state = f"  ({_('Cancelled')})" if one.cancelled_at else ""
    day = writing.day(one.received or one.issued)
    return f"{one.serial:>6}  {one.number or '–'}  {day}  {one.abstract}{state}"
