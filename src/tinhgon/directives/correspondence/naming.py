"""Which book and which document are meant, for whoever may see them; the others are not there."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tinhgon.directives.correspondence.entitlement import SEEING, sees
from tinhgon.directives.models import Book, BookEntry
from tinhgon.ui.errors import NotHere

MOST = 2**31 - 1


def book_known(id: int, by: Any, *, on: date, through: Collection[str] = SEEING) -> Book:
    """A book by its id. Raises `NotHere` alike where there is none and where it is not theirs."""
    found = Book.objects.select_related("unit").filter(pk=min(id, MOST)).first()
    if found is None or not sees(found.unit.key, by, on=on, through=through):
        raise NotHere(_("There is no book %s among those that you may see.") % id)
    return found


def entry_known(
    book: int, serial: int, by: Any, *, on: date, through: Collection[str] = SEEING
) -> BookEntry:
    """A document by its book and its number there. Raises `NotHere`."""
    kept = book_known(book, by, on=on, through=through)
    found = (
        kept.entries.select_related("instrument", "sender_unit").filter(serial=min(serial, MOST))
    ).first()
    if found is None:
        raise NotHere(_("The book has no document with the number %s.") % serial)
    found.book = kept
    return found
