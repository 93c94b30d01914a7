"""Forms about norms: waivers, working regulations, classes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.norms.classes.aspects import ASPECTS, aspect_words, choices
from tinhgon.staff.fields import InstrumentField, UnitField
from tinhgon.ui.forms import DayField

REASON = {"max_length": 500, "widget": forms.Textarea(attrs={"rows": 3})}


class WaiveForm(forms.Form):
    """Who waives under which decision, why, and to which last day."""

    def __init__(self, *args: Any, on: date, likely: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["authority"] = UnitField(
            on=on, likely=likely, label=_("Authority that decides, above the unit")
        )
        self.order_fields(["authority", "number", "reason", "day", "last_day"])

    number = forms.CharField(label=_("Number of its decision"), max_length=60)
    reason = forms.CharField(label=_("Reason"), **REASON)
    day = DayField(label=_("From"))
    last_day = DayField(label=_("Last day"))


class RevokeForm(forms.Form):
    """From which day a waiver no longer holds, and why."""

    day = DayField(label=_("From"))
    reason = forms.CharField(label=_("Reason"), **REASON)


class RegulationsForm(forms.Form):
    """The number of working regulations, from when, and their text if it is at hand."""

    number = forms.CharField(label=_("Number of the decision that adopts them"), max_length=60)
    day = DayField(label=_("In force from"))
    under = InstrumentField()
    text = forms.CharField(
        label=_("Text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("So that versions can be compared"),
    )


class ClassForm(forms.Form):
    """What the law asks about a unit: one aspect at a time."""

    said = forms.ChoiceField(label=_("What is recorded"))
    day = DayField(label=_("From"))
    under = InstrumentField()
    reason = forms.CharField(label=_("Reason"), required=False, **REASON)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["said"].choices = [  # type: ignore[attr-defined]
            (
                aspect_words(aspect),
                [(f"{aspect}:{key}", words) for key, words in choices(aspect).items()],
            )
            for aspect in ASPECTS
        ]
