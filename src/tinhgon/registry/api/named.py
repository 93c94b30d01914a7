"""What operations name: an instrument by its number."""

from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.registry.queries import instrument_numbered
from tinhgon.ui.api import Problem


def instrument_named(number: str | None) -> Instrument | None:
    """The instrument of a number; None where none is named, a problem where there is none."""
    found = instrument_numbered(number) if number else None
    if number and found is None:
        words = _("No instrument has the number %s.") % number[:64]
        raise Problem(422, "no-such-instrument", words, fact="under")
    return found
