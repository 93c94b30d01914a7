"""The form by which the contact of a unit is kept: how to reach it, and from which day."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.registry.contact.hours import NotUnderstood, typed, understood
from tinhgon.registry.models import Contact
from tinhgon.registry.seen import contacts_seen
from tinhgon.ui.forms import DayField

CHANGED = _(
    "Somebody else has changed this contact meanwhile; what holds now stands below. What you typed "
    "is kept: if it is right all the same, check it again."
)
FACTS = ("address", "telephone", "email", "website", "hours", "source")


class ContactForm(forms.Form):
    """How a unit is reached. Hours are typed as people say them, a line for each run of days."""

    says_optional = False

    address = forms.CharField(label=_("Address"), max_length=300, required=False)
    telephone = forms.CharField(label=_("Telephone"), max_length=60, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    website = forms.URLField(
        label=_("Website"), required=False, assume_scheme="https", max_length=200
    )
    hours = forms.CharField(
        label=_("Hours"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "A line for each run of weekdays. For example:<br>Monday to Friday: 08:00–11:30, "
            "13:30–17:00<br>Saturday: 08:00–11:30"
        ),
    )
    source = forms.CharField(
        label=_("Source"), max_length=200, required=False, help_text=_("Where it is said so")
    )
    on = DayField(label=_("From this day on"), help_text=_("What was said before stays"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, held: list[Contact], on: date, **options: Any) -> None:
        self.held = held
        now = next((contact for contact in held if on in contact.period), None)
        said = {name: getattr(now, name) for name in FACTS} if now else {}
        registered = {**said, "hours": typed(said.get("hours", "")), "on": on}
        options["initial"] = registered | {"seen": contacts_seen(held)} | options.get("initial", {})
        super().__init__(*args, **options)

    def clean_telephone(self) -> str:
        """One number or several: with words beside them, but not words alone."""
        typed: str = self.cleaned_data["telephone"]
        if typed and len(re.findall(r"\d", typed)) < 3:
            words = _("“%(given)s” is no telephone number. Write its digits: 024 3845 0000.")
            raise ValidationError(words, code="no-number", params={"given": typed})
        return typed

    def clean_hours(self) -> str:
        """The hours as the register keeps them."""
        try:
            return understood(self.cleaned_data["hours"])
        except NotUnderstood as wrong:
            words = _("“%(line)s” cannot be read. Write the weekdays, then the times: 08:00–11:30.")
            raise ValidationError(words, params={"line": wrong.line}) from None

    def clean(self) -> dict[str, Any]:
        """Nobody else may have changed it since the form was made."""
        if self.cleaned_data.get("seen") != contacts_seen(self.held):
            raise ValidationError(CHANGED, code="changed-since")
        return self.cleaned_data

    @property
    def contact(self) -> dict[str, str]:
        """What is to be said from the day on; all empty where nothing is."""
        return {name: self.cleaned_data[name] for name in FACTS}

    @property
    def clears(self) -> bool:
        """Whether from the day on nothing is said any more."""
        return not any(self.contact.values())

    def look_again(self, held: list[Contact]) -> None:
        """The same form, based on what holds now."""
        self.held = held
        self.data = self.data.copy()
        self.data["seen"] = contacts_seen(held)
