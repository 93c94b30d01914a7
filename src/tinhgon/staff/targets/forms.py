"""The form by which a target of reduction is set."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.fields import InstrumentField, UnitField
from tinhgon.staff.ledger.actions import MOST_POSTS
from tinhgon.staff.staffing import Names
from tinhgon.ui.forms import DayField


class TargetForm(forms.Form):
    """By how much the posts of a unit or a bloc must fall, until when."""

    key = forms.SlugField(
        label=_("Name for addresses"),
        max_length=64,
        help_text=_("Small letters, digits and hyphens: reduction-2030"),
    )
    title_vi = forms.CharField(label=_("Title in Vietnamese"), max_length=200)
    title_en = forms.CharField(label=_("Title in English"), max_length=200, required=False)
    unit = UnitField(on=date.min, label=_("For the unit, with all below it"), required=False)
    bloc = forms.ChoiceField(label=_("Or for the bloc"), required=False)
    counts = forms.ChoiceField(label=_("Counts"))
    percent = forms.IntegerField(
        label=_("Per cent at least"), min_value=0, max_value=100, help_text=_("Rounded up")
    )
    base_day = DayField(label=_("Base day"))
    base = forms.IntegerField(
        label=_("Base"),
        required=False,
        min_value=0,
        max_value=MOST_POSTS,
        help_text=_("As the instrument states it; empty: what the ledger says of that day"),
    )
    due_day = DayField(label=_("Due on"))
    under = InstrumentField()
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False)

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        super().__init__(*given, **options)
        names, language = Names(), get_language() or ""
        self.fields["unit"] = UnitField(
            on=on, label=_("For the unit, with all below it"), required=False
        )
        blocs = names.register.jurisdiction.blocs
        self.fields["bloc"].choices = [  # type: ignore[attr-defined]
            ("", "–"),
            *((key, words.in_(language)) for key, words in blocs.items()),
        ]
        self.fields["counts"].choices = [  # type: ignore[attr-defined]
            (key, words.in_(language)) for key, words in names.staffing.bases.items()
        ]

    @property
    def titles(self) -> dict[str, str]:
        """What the target is called, by language."""
        given = {"vi": self.cleaned_data["title_vi"], "en": self.cleaned_data["title_en"]}
        return {language: title for language, title in given.items() if title}


class WithdrawalForm(forms.Form):
    """From which day on a target holds no longer, and why."""

    day = DayField(label=_("First day on which it no longer holds"))
    reason = forms.CharField(label=_("Reason"), min_length=3, max_length=500)
