"""What books show on other pages: those of a unit, and the documents that an instrument is."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.timezone import localdate

from tinhgon.directives.correspondence.entitlement import keeps, sees
from tinhgon.directives.correspondence.listing import books_of
from tinhgon.directives.models import BookEntry
from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Unit

FEW = 6


def books_of_unit(request: HttpRequest, unit: Unit, asked: Any = None) -> str:
    """The latest books of a unit, for whoever may see them."""
    today = localdate()
    if not request.user.is_authenticated or not sees(unit.key, request.user, on=today):
        return ""
    found = [*books_of(unit.key)[:FEW]]
    may_keep = keeps(unit.key, request.user, on=today)
    if not found and not may_keep:
        return ""
    context = {"unit": unit, "books": found}
    return render_to_string("directives/unit_books.html", context, request)


def entries_of_instrument(request: HttpRequest, instrument: Instrument) -> str:
    """Where in a book an instrument is, for whoever may see that book."""
    if not request.user.is_authenticated:
        return ""
    found = BookEntry.objects.filter(instrument=instrument, cancelled_at=None)
    entry = found.select_related("book__unit").first()
    if entry is None or not sees(entry.book.unit.key, request.user, on=localdate()):
        return ""
    return render_to_string("directives/instrument_entry.html", {"entry": entry}, request)
