"""Grounds (căn cứ): under which instruments units began, ended or changed, why they were corrected.

A constant number of queries, for some units or for all.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from tinhgon.documents.models import Instrument
from tinhgon.registry.models import Code, Tie, Version
from tinhgon.temporal.models import known

Grounds = dict[str, list[int]]
"""The ids of instruments by the key of a unit."""


@dataclass(frozen=True)
class Correction:
    """When and why what is registered of a unit was changed without the unit having changed."""

    at: datetime
    reason: str


def grounds(
    vs: date, on: date, known_at: datetime | None, keys: Collection[str] | None = None
) -> Grounds:
    """The instruments under which units became otherwise after `vs`, until `on`."""
    begins = Q(valid_from__gt=vs, valid_from__lte=on)
    ends = Q(valid_to__gt=vs, valid_to__lte=on)
    asked = [(model, begins, "instrument") for model in (Version, Code, Tie)]
    found: Grounds = {}
    for model, happens, column in [(Version, ends, "ended_under"), *asked]:
        rows = _rows(model, keys).filter(happens, known(known_at))
        pairs = rows.exclude(**{column: None}).values_list("unit__key", column)
        for key, instrument in pairs:
            held = found.setdefault(key, [])
            if instrument not in held:
                held.append(instrument)
    return found


def corrections(
    keys: Collection[str], since: datetime | None, until: datetime | None
) -> dict[str, list[Correction]]:
    """The corrections of these units that were recorded after one instant, until another."""
    recorded = Q(recorded_from__gt=since) if since else Q()
    if until:
        recorded &= Q(recorded_from__lte=until)
    found: dict[str, list[Correction]] = {}
    for model in (Version, Code, Tie):
        rows = _rows(model, keys).filter(recorded).exclude(reason="").order_by("recorded_from")
        for key, at, reason in rows.values_list("unit__key", "recorded_from", "reason"):
            correction = Correction(at, reason)
            if correction not in found.setdefault(key, []):
                found[key].append(correction)
    return found


def instruments(ids: Iterable[int] | None) -> dict[int, tuple[str, str]]:
    """The number of each instrument, of all if none are named, and the address of its page."""
    asked = Instrument.objects.order_by("number")
    if ids is not None:
        asked = asked.filter(id__in={*ids})
    return {
        id: (number, reverse("registry:instrument", args=[id]))
        for id, number in asked.values_list("id", "number")
    }


def _rows(model: type[Version | Code | Tie], keys: Collection[str] | None):  # type: ignore[no-untyped-def]
    rows = model.objects.order_by()
    return rows if keys is None else rows.filter(unit__key__in=keys)
