"""The forms by which plans of the year are written, adopted and carried over."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.staff.fields import InstrumentField, UnitField
from tinhgon.ui.forms import DayField

Choices = list[tuple[str, str]]


class WhenForm(forms.Form):
    """A month of a year, or a day."""

    month = forms.TypedChoiceField(
        label=gettext_lazy("Month"), required=False, coerce=int, empty_value=None
    )
    day = DayField(
        label=gettext_lazy("Or on the day"),
        required=False,
        help_text=gettext_lazy("Where it is due on one day"),
    )

    def __init__(self, *given: Any, year: int, **options: Any) -> None:
        super().__init__(*given, **options)
        months = [("", "–"), *((str(one), f"{one:02}/{year}") for one in range(1, 13))]
        self.fields["month"].choices = months  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of both."""
        given = self.cleaned_data
        if "day" in given and "month" in given and bool(given["day"]) == bool(given["month"]):
            self.add_error("month", _("Name a month or a day, not both."))
        return given


class ItemForm(WhenForm):
    """Something planned for a year."""

    what = forms.CharField(
        label=gettext_lazy("What is planned"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    product = forms.CharField(label=gettext_lazy("Product"), max_length=300, required=False)
    member = forms.ChoiceField(label=gettext_lazy("Who answers for it"), required=False)
    unit = UnitField(on=date.min)
    recurring = forms.BooleanField(
        label=gettext_lazy("Recurs every year"),
        required=False,
        help_text=gettext_lazy("It is proposed for the next year too, when it is done"),
    )
    field_order = ("what", "month", "day", "product", "member", "unit", "recurring")

    def __init__(self, *given: Any, members: Choices, on: date, **options: Any) -> None:
        super().__init__(*given, **options)
        choices = [("", _("Nobody yet")), *members]
        self.fields["member"].choices = choices  # type: ignore[attr-defined]
        prepared = UnitField(on=on, label=_("Unit that prepares it"), required=False)
        self.fields["unit"] = prepared


class MoveForm(WhenForm):
    """Where an item is moved to, and why."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=1000)


class EntrustForm(forms.Form):
    """Who answers for an item from now on, and why."""

    member = forms.ChoiceField(label=gettext_lazy("Who answers for it"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=1000)

    def __init__(self, *given: Any, members: Choices, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["member"].choices = members  # type: ignore[attr-defined]


class DoneForm(forms.Form):
    """On which day an item was done, and what came of it."""

    day = DayField(label=gettext_lazy("Done on"))
    words = forms.CharField(
        label=gettext_lazy("What was done, and what came of it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DropForm(forms.Form):
    """Why an item is dropped."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class AdoptForm(forms.Form):
    """When and under which instrument a plan is adopted."""

    day = DayField(label=gettext_lazy("Adopted on"))
    under = InstrumentField(label=gettext_lazy("Instrument that adopts it"))


class CarryForm(forms.Form):
    """Which items are carried over; all are chosen at first."""

    items = forms.MultipleChoiceField(
        label=gettext_lazy("Items for the next year"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *given: Any, proposals: Choices, **options: Any) -> None:
        options["initial"] = {"items": [key for key, _words in proposals]}
        super().__init__(*given, **options)
        self.fields["items"].choices = proposals  # type: ignore[attr-defined]

    def clean_items(self) -> list[int]:
        """The ids of what was chosen."""
        chosen = [int(one) for one in self.cleaned_data["items"]]
        if not chosen:
            raise ValidationError(_("Choose what is to be carried over."))
        return chosen


class EmptyForm(forms.Form):
    """Nothing is asked: the act is confirmed."""
