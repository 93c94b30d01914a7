"""The form by which an instrument is entered into the register."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.documents.models import Mark
from tinhgon.registry.instrument.actions import MOST, Unregistrable
from tinhgon.registry.instrument.refusals import refusal_words
from tinhgon.registry.naming import instrument_url
from tinhgon.ui.forms import DayField, WayOut

BOXES = {"titles": "title_vi"}
"""The box for what `Unregistrable` calls otherwise."""


class InstrumentForm(forms.Form):
    """Number, titles and days of an instrument, and how surely they are known."""

    number = forms.CharField(
        label=_("Number of the instrument"),
        max_length=MOST["number"],
        help_text=_("As it stands in its head, for example 150/2025/NĐ-CP"),
        error_messages={"required": _("Write the number of the instrument.")},
    )
    title_vi = forms.CharField(
        label=_("What it is about, Vietnamese"),
        max_length=MOST["title"],
        widget=forms.Textarea(attrs={"rows": 2, "lang": "vi"}),
        error_messages={"required": _("Say what the instrument is about.")},
    )
    title_en = forms.CharField(
        label=_("What it is about, English"),
        required=False,
        max_length=MOST["title"],
        widget=forms.Textarea(attrs={"rows": 2, "lang": "en"}),
    )
    issued = DayField(
        label=_("Day of issue"),
        required=False,
        help_text=_("Day/month/year. Numbers are used again: the day says which one is meant."),
    )
    in_force = DayField(label=_("In force from"), required=False)
    operative = DayField(
        label=_("Operative from"),
        required=False,
        help_text=_("The day from which the new apparatus works, where it is said"),
    )
    mark = forms.ChoiceField(label=_("Verified"), choices=Mark.choices, initial=Mark.KNOWLEDGE)
    source = forms.CharField(
        label=_("Source"),
        required=False,
        max_length=MOST["source"],
        help_text=_("Where its text can be read: a gazette, an address, a file"),
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What the form says, as the act takes it."""
        given = dict(self.cleaned_data)
        titles = {language: given.pop(f"title_{language}") for language in ("vi", "en")}
        return {**given, "titles": titles}

    def refuse(self, wrong: Unregistrable) -> None:
        """Show why it cannot be, beside the box that it is about."""
        self.add_error(BOXES.get(wrong.fact, wrong.fact), refusal_words(wrong))
        if "id" in wrong.facts:
            known = WayOut(instrument_url(wrong.facts["id"]), gettext("See the one that is there"))
            self.fields["number"].way_out = known  # type: ignore[attr-defined]
