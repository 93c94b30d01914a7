"""The forms by which a mandate is assigned to a body, and withdrawn."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.functions import on as functions_on
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.directory import Directory
from tinhgon.registry.instrument.offering import UNREGISTERED
from tinhgon.registry.mandate.actions import Unassignable
from tinhgon.registry.mandate.refusals import refusal_words
from tinhgon.registry.models import Mandate
from tinhgon.registry.name_search import names
from tinhgon.registry.naming import words_in
from tinhgon.registry.queries import instrument_numbered
from tinhgon.ui.forms import DayField

MOST_NAMED = 6


class _Underwritten(forms.Form):
    """What rests on an instrument that the register knows, or on none."""

    def clean_under(self) -> Instrument | None:
        """The instrument with the number that was typed."""
        typed = self.cleaned_data["under"].strip()
        found = instrument_numbered(typed) if typed else None
        if typed and found is None:
            words = _("No instrument has the number %s.") % typed
            raise ValidationError(words, code=UNREGISTERED)
        return found

    def refuse(self, wrong: Unassignable) -> None:
        """Show why it cannot be, beside the box that it is about."""
        self.add_error(wrong.fact if wrong.fact in self.fields else None, refusal_words(wrong))


class AssignForm(_Underwritten):
    """A body, a function, an area: from which day, and whether it takes over from another."""

    unit = forms.CharField(
        label=_("Body"), max_length=200, help_text=_("Its name in full, or its key")
    )
    function = forms.ChoiceField(label=_("Function"))
    area = forms.CharField(label=_("Area"), max_length=200, help_text=_("Its name, code or key"))
    role = forms.ChoiceField(label=_("Part"), choices=[*Mandate.ROLES], initial=Mandate.LEAD)
    on = DayField(label=_("From this day on"))
    until = DayField(
        label=_("Until this day"), required=False, help_text=_("The first day after; empty: still")
    )
    under = forms.CharField(
        label=_("Instrument"),
        required=False,
        max_length=60,
        help_text=_("Its number, for example 150/2025/NĐ-CP"),
    )
    instead = forms.BooleanField(label=_("Takes over from the body that leads now"), required=False)

    def __init__(
        self, *args: Any, register: Directory, structure: Structure, on: date, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.register, self.structure = register, structure
        known = functions_on(register.jurisdiction.functions, on)
        choices = [(one.key, capfirst(words_in(one.title))) for one in known]
        self.fields["function"].choices = [("", ""), *choices]  # type: ignore[attr-defined]

    def clean_unit(self) -> str:
        """The key of the body that is meant."""
        return self._meant(self.cleaned_data["unit"], bodies=True)

    def clean_area(self) -> str:
        """The key of the area that is meant."""
        return self._meant(self.cleaned_data["area"], bodies=False)

    def _meant(self, typed: str, bodies: bool) -> str:
        typed = typed.strip()
        if typed in self.register.entries:
            return typed
        found = [unit for unit in self._called(typed) if self._is_body(unit) is bodies]
        if len(found) == 1:
            return found[0].key
        if not found:
            raise ValidationError(_("No unit of this name or code stands on that day."))
        paths = [self.structure.path(unit.key) for unit in found[:MOST_NAMED]]
        named = "; ".join(", ".join(self._full(unit) for unit in path) for path in paths)
        words = _("Several units are called so: %(names)s. Write its key.")
        raise ValidationError(words, params={"names": named})

    def _called(self, typed: str) -> list[Unit]:
        """Those that are called exactly so, else those that have these words in their name."""
        same = [unit for unit in self.structure if typed in (self._full(unit), unit.code)]
        fits = names(self.register).search(typed)
        return same or [unit for unit in self.structure if fits and fits(unit)]

    def _is_body(self, unit: Unit) -> bool:
        return not self.register.jurisdiction.is_area(unit.level)

    def _full(self, unit: Unit) -> str:
        return self.register.jurisdiction.full_name(unit.kind, unit.name)


class WithdrawForm(_Underwritten):
    """From which day a mandate is no longer in force, and under what."""

    on = DayField(label=_("No longer from this day on"))
    under = forms.CharField(label=_("Instrument"), required=False, max_length=60)
