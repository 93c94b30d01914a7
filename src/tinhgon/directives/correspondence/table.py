"""A book as a table to take along: the columns in the reader's words, the first document first."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from tinhgon.directives.correspondence.words import Addressees
from tinhgon.directives.models import Book, BookEntry
from tinhgon.domain.structure.plan_tables.cells import written
from tinhgon.staff.staffing import Names

AT_ONCE = 1000


def headings(book: Book) -> dict[str, str]:
    """What the columns of a book of this direction are called, by the name they have in files."""
    number = {"number": _("Number and symbol")}
    of_document = {"issued": _("Day of the document"), "kind": _("Kind"), "abstract": _("Abstract")}
    cancelled = {"cancelled": _("Cancelled because")}
    if book.is_outgoing:
        went = {"signer": _("Signed by"), "recipients": _("Recipients")}
        return {"serial": _("No."), **number, **of_document, **went, **cancelled}
    came = {"received": _("Received on"), "sender": _("Sender")}
    passed = {"forwarded": _("Passed on to"), "due": _("Answer due on")}
    unit = {"sender_unit": _("Sender: a unit")}
    return {"serial": _("No."), **came, **number, **of_document, **passed, **cancelled, **unit}


def header(book: Book) -> list[str]:
    """The columns of a book of this direction, as `exchange` reads them again."""
    return [*headings(book).values()]


def lines(book: Book, found: QuerySet[BookEntry]) -> Iterator[list[Any]]:
    """The documents found, in the order of their numbers; a few queries for each thousand."""
    ordered, last = found.order_by("serial"), 0
    while entries := [*ordered.filter(serial__gt=last)[:AT_ONCE]]:
        last = entries[-1].serial
        yield from (_outgoing(one) for one in entries) if book.is_outgoing else _incoming(entries)


def _outgoing(one: BookEntry) -> list[Any]:
    texts = (one.kind, one.abstract, one.signer, one.recipients, one.cancel_reason)
    return [one.serial, written(one.number), one.issued, *map(written, texts)]


def _incoming(entries: list[BookEntry]) -> Iterator[list[Any]]:
    forwarded = [row for one in entries for row in one.forwardings.all()]
    names = Names()
    told = Addressees(forwarded, names, localdate())
    for one in entries:
        yield [
            *(one.serial, one.received, written(one.sender), written(one.number), one.issued),
            *(written(one.kind), written(one.abstract)),
            "; ".join(f"{told.of(row)} ({row.unit.key})" for row in one.forwardings.all()),
            *(one.due or "", written(one.cancel_reason)),
            f"{names.unit(one.sender_unit.key)} ({one.sender_unit.key})" if one.sender_unit else "",
        ]
