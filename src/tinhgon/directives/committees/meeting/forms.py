"""The forms by which sessions are called, recorded as held, or cancelled."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.directives.committees.meeting.actions import MOST_OF_A_POINT
from tinhgon.directives.models import AgendaItem, Attendance
from tinhgon.ui.forms import DayField

Choices = list[tuple[str, str]]
MOST_POINTS = 50


class CallForm(forms.Form):
    """When and where a session is, and what about."""

    day = DayField(label=gettext_lazy("Day"))
    hour = forms.TimeField(
        label=gettext_lazy("Hour"),
        input_formats=["%H:%M", "%Hh%M", "%Hh", "%H"],
        help_text=gettext_lazy("For example 8:30"),
        error_messages={"invalid": gettext_lazy("Write the hour as 8:30.")},
    )
    place = forms.CharField(label=gettext_lazy("Where it meets"), max_length=300)
    planned = forms.MultipleChoiceField(
        label=gettext_lazy("Items of the plan on the agenda"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.CharField(
        label=gettext_lazy("Further points of the agenda"),
        help_text=gettext_lazy("One a line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *given: Any, planned: Choices, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["planned"].choices = planned  # type: ignore[attr-defined]
        if not planned:
            del self.fields["planned"]

    def clean_others(self) -> list[str]:
        """The lines, each at most as long as a point may be."""
        lines = [line.strip() for line in self.cleaned_data["others"].splitlines() if line.strip()]
        if len(lines) > MOST_POINTS or any(len(line) > MOST_OF_A_POINT for line in lines):
            words = _(
                "At most %(many)s points, each of at most %(most)s characters, can be written."
            )
            raise ValidationError(words % {"many": MOST_POINTS, "most": MOST_OF_A_POINT})
        return lines

    def clean(self) -> dict[str, Any]:
        """There is something to speak of."""
        given = self.cleaned_data
        if "others" in given and not (given["others"] or given.get("planned")):
            self.add_error("others", _("Say what the session is about."))
        return given

    @property
    def when(self) -> datetime:
        """The instant at which it begins."""
        return make_aware(datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"]))


class HoldForm(forms.Form):
    """Who came to a session or sent somebody, and what of the agenda is done with."""

    def __init__(
        self,
        *given: Any,
        invited: Sequence[tuple[Attendance, str]],
        agenda: Sequence[AgendaItem],
        **options: Any,
    ) -> None:
        super().__init__(*given, **options)
        self.invited, self.agenda = invited, [one for one in agenda if one.planned_id]
        for one, name in invited:
            self.fields[f"came-{one.member_id}"] = forms.BooleanField(label=name, required=False)
            self.fields[f"sent-{one.member_id}"] = forms.CharField(
                label=_("Who stood in for %s") % name, max_length=200, required=False
            )
        for point in self.agenda:
            self.fields[f"done-{point.pk}"] = forms.BooleanField(label=point.title, required=False)

    @property
    def rows(self) -> Iterator[tuple[str, Any, Any]]:
        """For each who was invited: name, box whether they came, box for who stood in."""
        for one, name in self.invited:
            yield name, self[f"came-{one.member_id}"], self[f"sent-{one.member_id}"]

    @property
    def points(self) -> list[Any]:
        """A box for each planned point of the agenda."""
        return [self[f"done-{point.pk}"] for point in self.agenda]

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the act takes it."""
        typed = self.cleaned_data
        members = [one.member_id for one, _name in self.invited]
        return {
            "attended": {one for one in members if typed[f"came-{one}"]},
            "stood_in": {one: typed[f"sent-{one}"] for one in members if typed[f"sent-{one}"]},
            "dealt_with": [point.pk for point in self.agenda if typed[f"done-{point.pk}"]],
        }


class CancelForm(forms.Form):
    """Why a session is cancelled."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)
