"""The form by which a registrar corrects a unit: what is registered stands in it, to be changed.

Only what was changed is corrected. The unit above may be typed as people call it, or by its code.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tinhgon.documents.models import Instrument
from tinhgon.domain.lookup import Entry
from tinhgon.domain.periods import Period
from tinhgon.registry.correction.correcting import Correction, Uncorrectable
from tinhgon.registry.directory import Directory
from tinhgon.registry.facts.recorded import Fact, value_on
from tinhgon.registry.generic_form.words import sentence
from tinhgon.registry.instrument.listing import numbered
from tinhgon.registry.instrument.offering import UNREGISTERED
from tinhgon.registry.models import Unit
from tinhgon.registry.naming import kind_noun
from tinhgon.ui import writing
from tinhgon.ui.forms import DayField, NumberField

FACTS = ("name", "kind", "code", "parent", "area_km2", "latitude", "longitude")
BOXES = {"valid_from": "start", "valid_to": "last", "facts": None, "unit": None}
"""The box for what `Uncorrectable` calls otherwise; None is the form as a whole."""

MOST_INSTRUMENTS = 300
MOST_NAMED = 4


class CorrectionForm(forms.Form):
    """What is right about a unit, from when until when, why and by which instrument."""

    says_optional = False

    name = forms.CharField(
        label=pgettext_lazy("unit", "Name"), help_text=_("Without the kind"), max_length=200
    )
    kind = forms.ChoiceField(label=_("Kind"))
    code = forms.CharField(label=_("Code"), required=False, max_length=60)
    parent = forms.CharField(
        label=_("Under"), required=False, help_text=_("The unit above: its name, or its code")
    )
    area_km2 = NumberField(label=_("Area, km²"), required=False)
    latitude = NumberField(label=_("Latitude"), required=False)
    longitude = NumberField(label=_("Longitude"), required=False)
    start = DayField(
        label=_("Right from"),
        required=False,
        help_text=_("The first day; empty: not known"),
    )
    last = DayField(
        label=_("Right until"), required=False, help_text=_("The last day; empty: still so")
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was wrong, and how you know. Everybody can read it."),
    )
    instrument = forms.ChoiceField(label=_("Instrument that says so"), required=False)
    instrument_number = forms.CharField(
        label=_("Or its number"),
        required=False,
        max_length=60,
        help_text=_("Where it is not in the list, for example 1656/NQ-UBTVQH15"),
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        unit: Unit,
        entry: Entry,
        day: date,
        facts: list[Fact],
        directory: Directory,
        seen: str,
        **options: Any,
    ) -> None:
        self.unit, self.directory, self.day = unit, directory, day
        registered = _registered(entry, day, facts, directory) | {"seen": seen}
        options["initial"] = registered | options.get("initial", {})
        super().__init__(*args, **options)
        kinds = directory.jurisdiction.levels[entry.level].kinds
        choice: Any = self.fields["kind"]
        choice.choices = [
            (kind, kind_noun(directory.jurisdiction, entry.level, kind)) for kind in kinds
        ]
        choice = self.fields["instrument"]
        choice.choices = [("", _("None is known")), *_instruments()]

    def clean_parent(self) -> str | None:
        """The key of the unit meant."""
        typed: str = self.cleaned_data["parent"].strip()
        if not typed or "parent" not in self.changed_data:
            return typed or None
        return _unit_meant(typed, self._a_day(), self.directory)

    def _a_day(self) -> date:
        return self.cleaned_data.get("start") or self.day

    def clean_instrument_number(self) -> Instrument | None:
        """The instrument of the number that was typed."""
        typed: str = self.cleaned_data["instrument_number"].strip()
        found = numbered(typed)
        if typed and len(found) != 1:
            words = (
                _("Several instruments have the number “%(number)s”: choose it in the list.")
                if found
                else _("The register knows no instrument of the number “%(number)s”.")
            )
            code = "several" if found else UNREGISTERED
            raise ValidationError(words, code=code, params={"number": typed})
        return found[0] if found else None

    def clean(self) -> dict[str, Any]:
        """The period must begin before it ends."""
        start, last = self.cleaned_data.get("start"), self.cleaned_data.get("last")
        if start and last and last < start:
            self.add_error("last", _("The last day lies before the first. Exchange them."))
        return self.cleaned_data

    def correction(self) -> Correction:
        """What the form says; only what was changed is given."""
        given = self.cleaned_data
        last, instrument = given["last"], given["instrument"]
        return Correction(
            unit=self.unit,
            facts={name: given[name] for name in FACTS if name in self.changed_data},
            period=Period(given["start"], last + timedelta(days=1) if last else None),
            reason=given["reason"],
            instrument=given["instrument_number"]
            or (Instrument.objects.get(pk=instrument) if instrument else None),
            seen=given["seen"],
        )

    def refuse(self, wrong: Uncorrectable) -> None:
        """Show why a correction cannot be, beside the box that it is about."""
        box = BOXES.get(wrong.fact, wrong.fact)
        self.add_error(box if box in self.fields else None, self._words(wrong))

    def _words(self, wrong: Uncorrectable) -> str:
        facts = {name: self._readable(name, value) for name, value in wrong.facts.items()}
        return sentence(wrong.code, facts)

    def _readable(self, name: str, value: Any) -> Any:
        """Units by their names, days as people write them."""
        if name == "day" and value != "…":
            return writing.day(date.fromisoformat(value))
        if value in self.directory.entries:
            return self.directory.full_name(self.directory.latest(value))
        return value

    def look_again(self, seen: str) -> None:
        """The same form, made anew: whoever sends it has seen what others wrote."""
        self.data = self.data.copy()
        self.data["seen"] = seen

    def namesakes(self) -> list[Entry]:
        """Others that stand under the same unit and are called as this one is to be."""
        day, given = self._a_day(), self.cleaned_data
        entry = self.directory.on(self.unit.key, day)
        above = given["parent"] if "parent" in self.changed_data else entry and entry.parent
        called = given["kind"], given["name"]
        return [
            one
            for one in self.directory.children(above, day)
            if (one.kind, one.name) == called and one.unit != self.unit.key
        ]


def _registered(
    entry: Entry, day: date, facts: list[Fact], directory: Directory
) -> Mapping[str, Any]:
    """What is registered on a day, and the period in which it is so."""
    path = directory.path(entry, day)[1:]
    return {
        **{about: value_on(facts, about, day) for about in ("area_km2", "latitude", "longitude")},
        "name": entry.name,
        "kind": entry.kind,
        "code": entry.code or "",
        "parent": directory.address(path),
        "start": entry.period.start,
        "last": entry.period.last_day,
    }


def _instruments() -> list[tuple[str, str]]:
    latest = F("in_force").desc(nulls_last=True)
    held = Instrument.objects.order_by(latest, "number")[:MOST_INSTRUMENTS]
    return [(str(one.pk), one.number) for one in held]


def _unit_meant(typed: str, day: date, directory: Directory) -> str:
    """The key of the unit that somebody typed: its key, its code, or a name as look-ups read it."""
    if typed in directory.entries:
        return typed
    borne = directory.bearers(typed, day)
    found = [entry.unit for entry in borne] or [
        found.unit for found in directory.index.understand(typed, day).units
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValidationError(_("No unit of this name or code stands on that day."))
    paths = [directory.path(directory.latest(key), day) for key in found[:MOST_NAMED]]
    names = "; ".join(directory.address(path) for path in paths)
    raise ValidationError(
        _("Several units are called so: %(names)s. Write it in full, or its code."),
        params={"names": names},
    )
