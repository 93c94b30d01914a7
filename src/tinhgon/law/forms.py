"""The calculator of a rule: a day, and one field for each input."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.law.inputs import CHOICE, DAY, INPUTS, NUMBER, Input
from tinhgon.law.reading import LARGEST
from tinhgon.ui.forms import DayField

WHOLE = _("Write a whole number, not negative, in figures: 14.")
NEEDED = {"required": _("This must be given.")}


class Whole(forms.Field):
    """A whole number, written as 1200; what separates groups of three is passed over."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        digits = str(value).strip().replace(".", "").replace(",", "").replace(" ", "")
        if not digits.isascii() or not digits.isdigit() or len(digits) > len(str(LARGEST)):
            raise forms.ValidationError(WHOLE, code="not-a-number")
        if int(digits) > LARGEST:
            raise forms.ValidationError(WHOLE, code="not-a-number")
        return int(digits)


def calculator(asked: tuple[str, ...], given: Any, on: date) -> forms.Form:
    """The form of a rule; bound once something of it was sent."""
    fields: dict[str, forms.Field] = {
        "on": DayField(label=_("Day asked about"), error_messages=NEEDED)
    }
    fields |= {key: _field(INPUTS[key]) for key in asked}
    made = type("Calculator", (forms.Form,), fields)
    is_sent = any(key in given for key in ("calculate", *asked))
    form: forms.Form = made(_with_day(given, on) if is_sent else None, initial={"on": on})
    return form


def _with_day(given: Any, on: date) -> Any:
    sent = given.copy()
    sent.setdefault("on", f"{on:%d/%m/%Y}")
    return sent


def _field(asked: Input) -> forms.Field:
    facts: dict[str, Any] = {"label": asked.title, "error_messages": NEEDED}
    if asked.kind == NUMBER:
        return Whole(**facts)
    if asked.kind == DAY:
        return DayField(**facts)
    if asked.kind == CHOICE:
        return forms.ChoiceField(choices=[*asked.choices.items()], **facts)
    return forms.ChoiceField(choices=[("false", _("no")), ("true", _("yes"))], **facts)
