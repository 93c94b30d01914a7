"""Where the instruments that figures of law cite have their pages here."""

from collections.abc import Mapping, Set

from django.urls import reverse

from tinhgon.documents.models import Instrument
from tinhgon.law.citations import Instrument as Cited


def addresses(cited: Set[Cited]) -> Mapping[Cited, str]:
    """The addresses of those that are registered, by number and day of issue; one query."""
    known = Instrument.objects.filter(number__in={one.number for one in cited})
    found = {
        Cited(number, issued): pk
        for pk, number, issued in known.values_list("pk", "number", "issued")
    }
    return {one: reverse("registry:instrument", args=[found[one]]) for one in cited if one in found}
