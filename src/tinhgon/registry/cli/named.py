"""What commands name: an instrument by its number."""

from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.queries import instrument_numbered
from tinhgon.ui.commands import REFUSED, fail


def instrument_named(number: str | None) -> Instrument | None:
    """The instrument of a number; None where none is named. Ends the command if there is none."""
    found = instrument_numbered(number) if number else None
    if number and found is None:
        fail(_("No instrument has the number %s.") % number, REFUSED)
    return found
