"""What the register already holds, for the rows of a folder to be checked against."""

from collections import defaultdict
from typing import Any

from django.db.models import Count

from tinhgon.documents.models import Instrument
from tinhgon.domain.periods import Period
from tinhgon.registry.generic_form.checks import Known
from tinhgon.registry.models import Code, Contact, Mandate, Tie, Version


def known() -> Known:
    """Units, codes, ties, contacts and instruments of the register; one query each."""
    units, codes, ties, contacts = (defaultdict[Any, list[Any]](list) for _ in range(4))
    for key, level, *span in _spans(Version.objects.known_at(), "unit__key", "level"):
        units[key].append((Period(*span), level))
    for code, key, *span in _spans(Code.objects.known_at(), "code", "unit__key"):
        codes[code].append((key, Period(*span)))
    for key, hierarchy, *span in _spans(Tie.objects.known_at(), "unit__key", "hierarchy"):
        ties[key, hierarchy].append(Period(*span))
    for key, *span in _spans(Contact.objects, "unit__key"):
        contacts[key].append(Period(*span))
    leads = defaultdict[Any, list[Any]](list)
    for function, area, *span in _spans(Mandate.objects.exclude(leads=None), "leads", "area__key"):
        leads[function, area].append(Period(*span))
    numbers = dict(Instrument.objects.values_list("number").annotate(Count("id")))
    return Known(units, codes, ties, contacts, numbers, leads)


def _spans(rows: Any, *columns: str) -> Any:
    return rows.values_list(*columns, "valid_from", "valid_to")
