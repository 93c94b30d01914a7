"""A book as a table to take along: the columns in the reader's words, the first document first."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence.words import Addressees
from tinhgon.directives.models import Book, BookEntry
from tinhgon.staff.staffing import Names

AT_ONCE = 1000


def header(book: Book) -> list[str]:
    """The columns of a book of this direction."""
    if book.is_outgoing:
        return [
            *(_("No."), _("Number and symbol"), _("Day of the document"), _("Kind"), _("Abstract")),
            *(_("Signed by"), _("Recipients"), _("Cancelled because")),
        ]
    return [
        *(
            _("No."),
            _("Received on"),
            _("Sender"),
            _("Number and symbol"),
            _("Day of the document"),
        ),
        *(_("Kind"), _("Abstract"), _("Passed on to"), _("Answer due on"), _("Cancelled because")),
    ]


def lines(book: Book, found: QuerySet[BookEntry]) -> Iterator[list[Any]]:
    """The documents found, in the order of their numbers; a few queries for each thousand."""
    ordered, last = found.order_by("serial"), 0
    while entries := [*ordered.filter(serial__gt=last)[:AT_ONCE]]:
        last = entries[-1].serial
        yield from (_outgoing(one) for one in entries) if book.is_outgoing else _incoming(entries)


def _outgoing(one: BookEntry) -> list[Any]:
    return [
        *(one.serial, one.number, one.issued, one.kind, one.abstract, one.signer),
        *(one.recipients, one.cancel_reason),
    ]


def _incoming(entries: list[BookEntry]) -> Iterator[list[Any]]:
    forwarded = [row for one in entries for row in one.forwardings.all()]
    told = Addressees(forwarded, Names(), localdate())
    for one in entries:
        yield [
            *(one.serial, one.received, one.sender, one.number, one.issued, one.kind),
            one.abstract,
            "; ".join(told.of(row) for row in one.forwardings.all()),
            *(one.due or "", one.cancel_reason),
        ]
