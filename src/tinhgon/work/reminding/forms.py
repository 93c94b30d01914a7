"""The form by which somebody chooses of what they are reminded, and how."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.work.models import Reminders
from tinhgon.work.models.reminding import FURTHEST, MOST_DAYS, check_days
from tinhgon.work.reminding.actions import CHOSEN


class DaysField(forms.CharField):
    """A few whole numbers, written 3, 1."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        parts = [one for one in str(value or "").replace(";", ",").replace(",", " ").split() if one]
        return [int(one) if one.isdecimal() and len(one) < 5 else one for one in parts]

    def validate(self, value: Any) -> None:
        check_days(value)

    def run_validators(self, value: Any) -> None:
        """All has been said by `validate`."""


class RemindersForm(forms.ModelForm):
    """Everything that can be chosen, by the names under which it is kept."""

    days = DaysField(
        label=_("How many working days before it is due"),
        required=False,
    )

    class Meta:
        model = Reminders
        fields = CHOSEN
        labels = {
            "came": _("A work came to me or to my unit"),
            "due": _("A work is due soon"),
            "late": _("A work has become late"),
            "report": _("A report waits for my confirmation"),
            "extension": _("More time was asked for and waits for my decision"),
            "answered": _("A report was sent back, or a work was commented on"),
            "own": _("Works that I have to do myself, or for somebody who is away"),
            "of_unit": _("Works of the units for which I answer"),
            "language": _("Language of e-mails"),
        }

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        hint = _("At most %(most)s numbers from 0 to %(furthest)s, such as 3, 1")
        self.fields["days"].help_text = hint % {"most": MOST_DAYS, "furthest": FURTHEST}
        order = ["came", "due", "days", *CHOSEN[2:]]
        self.order_fields([*dict.fromkeys(order)])

    def refuse(self, wrong: ValidationError) -> None:
        """Say what the act refused, at its fields."""
        for name, words in wrong.message_dict.items():
            self.add_error(name if name in self.fields else None, words)
