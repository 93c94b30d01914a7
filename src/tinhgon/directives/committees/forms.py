"""The forms by which committees are set up and kept, and members appointed."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.directives.models import Capacity, Role
from tinhgon.registry.models import KEY, Unit
from tinhgon.staff.fields import InstrumentField, UnitField, understood
from tinhgon.staff.posts.forms import OfficerField
from tinhgon.ui.forms import DayField

MOST_UNITS = 200


class UnitsField(forms.CharField):
    """Several units, one a line: cleaned, the units."""

    def __init__(self, *, on: date, **options: Any) -> None:
        self.on = on
        options.setdefault("help_text", gettext_lazy("One a line: name, code or key"))
        super().__init__(
            required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 3}), **options
        )

    def clean(self, value: Any) -> Any:
        typed = str(super().clean(value) or "")
        lines = [line.strip() for line in typed.splitlines() if line.strip()]
        if len(lines) > MOST_UNITS:
            raise ValidationError(_("At most %s units can be named at once.") % MOST_UNITS)
        found: list[Unit] = []
        wrong: list[str] = []
        for line in lines:
            try:
                found.append(understood(line, self.on))
            except ValidationError as refused:
                wrong += refused.messages
        if wrong:
            raise ValidationError(wrong)
        return found


class CommitteeForm(forms.Form):
    """A new committee."""

    title_vi = forms.CharField(label=gettext_lazy("Name in Vietnamese"), max_length=200)
    title_en = forms.CharField(
        label=gettext_lazy("Name in English"), max_length=200, required=False
    )
    key = forms.RegexField(
        rf"^{KEY}\Z",
        label=gettext_lazy("Key of the committee"),
        max_length=64,
        help_text=gettext_lazy("Letters, digits and hyphens; it never changes"),
    )
    unit = UnitField(on=date.min)
    office = UnitField(on=date.min)
    under = InstrumentField(label=gettext_lazy("Instrument that sets it up"), required=True)
    day = DayField(label=gettext_lazy("From this day on"))

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"day": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        self.fields["unit"] = UnitField(on=on, label=_("In whose name it stands"))
        self.fields["office"] = UnitField(on=on, label=_("Standing office"))

    @property
    def titles(self) -> dict[str, str]:
        """What it is called, by language."""
        given = {"vi": self.cleaned_data["title_vi"], "en": self.cleaned_data["title_en"]}
        return {language: title for language, title in given.items() if title}


class AttachForm(forms.Form):
    """Another unit in whose name a committee stands, or another standing office."""

    capacity = forms.ChoiceField(
        label=gettext_lazy("What the unit is to the committee"),
        choices=Capacity.choices,
        initial=Capacity.OFFICE,
        widget=forms.RadioSelect,
    )
    unit = UnitField(on=date.min)
    day = DayField(label=gettext_lazy("From this day on"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"day": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        self.fields["unit"] = UnitField(on=on, label=_("Unit"))


class DissolveForm(forms.Form):
    """When and on what ground a committee is dissolved."""

    day = DayField(label=gettext_lazy("First day on which it is no more"))
    under = InstrumentField(label=gettext_lazy("Instrument that dissolves it"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Where there is no instrument"),
    )


class AppointForm(forms.Form):
    """A new member: an officer by their number, or a name and a position."""

    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=Role.choices,
        initial=Role.MEMBER,
        widget=forms.RadioSelect,
    )
    officer = OfficerField(label=gettext_lazy("Number of the officer"), required=False)
    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Of somebody who is not in the register"),
    )
    position = forms.CharField(
        label=gettext_lazy("Position"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Of somebody who is not in the register"),
    )
    looks_after = forms.CharField(
        label=gettext_lazy("Area they look after"), max_length=500, required=False
    )
    units = UnitsField(on=date.min)
    day = DayField(label=gettext_lazy("From this day on"))
    until = DayField(
        label=gettext_lazy("First day after"),
        required=False,
        help_text=gettext_lazy("Empty: no end is known"),
    )
    under = InstrumentField()
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, required=False)

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"day": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        self.fields["units"] = UnitsField(on=on, label=_("Units they look after"))

    def clean(self) -> dict[str, Any]:
        """One of both: an officer, or a name with a position."""
        given = self.cleaned_data
        named = bool(given.get("name") or given.get("position"))
        if "officer" in given and bool(given["officer"]) == named:
            words = _("Name an officer by their number, or write a name and a position.")
            self.add_error("officer", words)
        return given


class RelieveForm(forms.Form):
    """When a membership ends, and why."""

    day = DayField(label=gettext_lazy("First day on which they are no member any more"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)
