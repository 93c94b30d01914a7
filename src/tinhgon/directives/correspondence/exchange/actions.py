"""Bringing in a book that was kept elsewhere: all that is new in a table is entered, or nothing."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate

from tinhgon.audit.acts import act
from tinhgon.audit.record import Actor, record
from tinhgon.directives.correspondence.exchange.checks import Found, found
from tinhgon.directives.correspondence.exchange.meaning import Meant
from tinhgon.directives.correspondence.refusals import Refused
from tinhgon.directives.correspondence.registering import next_serial, searchable
from tinhgon.directives.models import Book, BookEntry, Forwarding
from tinhgon.registry.queries import unit_on
from tinhgon.ui.exchange.reading import Said

BATCH = 1000


@dataclass(frozen=True)
class Brought:
    """The documents that were entered (or, as a rehearsal, would be), and how many were known.

    `following` is the number that the book gives next; `unread` are headings and sheets that say
    nothing here.
    """

    entries: list[BookEntry]
    known: int
    following: int
    unread: list[str] = field(default_factory=list)
    dry_run: bool = False

    @property
    def cancelled(self) -> int:
        """How many of the numbers were cancelled where the book was kept."""
        return sum(entry.cancelled_at is not None for entry in self.entries)


@act
def bring(
    said: Said,
    *,
    by: Actor,
    at: datetime,
    book: Book,
    any_order: bool = False,
    dry_run: bool = False,
) -> Brought:
    """Enter the documents of a table in a book (nhập sổ đăng ký văn bản), all of them or none.

    What stands in the book already, and alike, is passed over; numbering goes on after the last.
    None of them is among the instruments. With `any_order` days may go back from one number to the
    next. Raises `Refused` where the unit no longer stands, `Faulty` with all that is wrong.
    """
    on = localdate(at)
    if unit_on(book.unit.key, on) is None:
        raise Refused("not-standing", unit=book.unit.key, day=on)
    next_serial(book)  # held from here on: nobody else gives a number meanwhile
    new = found(said, book, on, any_order)
    entries = [_entry(one, book, by, at) for one in new.new]
    if entries and not dry_run:
        _write(entries, new, by, at)
        record(
            "correspondence.brought",
            by=by,
            target=f"book:{book.pk}",
            at=at,
            rows=[_told(entry) for entry in entries],
            first=entries[0].serial,
            last=entries[-1].serial,
            documents=len(entries),
            known=new.known,
            any_order=any_order,
        )
    return Brought(entries, new.known, new.following, said.unread, dry_run)


def _entry(one: Meant, book: Book, by: Actor, at: datetime) -> BookEntry:
    """A document as it is entered, not written yet."""
    entry = BookEntry(
        book=book, serial=one.serial, entered_at=at, entered_by=by.audit_name, **one.facts
    )
    if entry.cancel_reason:
        entry.cancelled_at, entry.cancelled_by = at, by.audit_name
    entry.plain, entry.plain_party = searchable(entry)
    return entry


def _write(entries: list[BookEntry], new: Found, by: Actor, at: datetime) -> None:
    """Documents and to whom they were passed on, in a few statements."""
    BookEntry.objects.bulk_create(entries, BATCH)
    Forwarding.objects.bulk_create(
        [
            Forwarding(entry=entry, unit=unit, words=words, at=at, by=by.audit_name)
            for entry, one in zip(entries, new.new, strict=True)
            for unit, words in one.forwarded
        ],
        BATCH,
    )


def _told(entry: BookEntry) -> str:
    """A document as the record seals it."""
    days = (entry.issued, entry.received, entry.due)
    words = (entry.kind, entry.abstract, entry.sender, entry.signer, entry.recipients)
    return "|".join(map(str, (entry.serial, entry.number, *days, *words, entry.cancel_reason)))
