"""The form by which a fact is recorded: of a vote its numbers, of a report its number."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.evidence.actions import MOST_ASKED
from tinhgon.reorganisation.evidence.required import Wanted
from tinhgon.ui.forms import CountField, DayField


class EvidenceForm(forms.Form):
    """One fact of one subject; which boxes there are depends on the fact."""

    fact = forms.CharField(widget=forms.HiddenInput)
    subject = forms.CharField(widget=forms.HiddenInput, required=False)
    agreeing = CountField(label=_("Agree"), min_value=0, max_value=MOST_ASKED)
    asked = CountField(label=_("Asked"), min_value=1, max_value=MOST_ASKED)
    document = forms.CharField(label=_("Number of the report or minutes"), max_length=120)
    on = DayField(label=_("Day"), help_text=_("Day/month/year"))

    def __init__(self, wanted: Wanted, *given: Any, **options: Any) -> None:
        options.setdefault("prefix", f"{wanted.fact.key}-{wanted.subject}".strip("-"))
        super().__init__(*given, **options)
        self.wanted = wanted
        self.initial = {**self.initial, **_recorded(wanted)}
        self.initial |= {"fact": wanted.fact.key, "subject": wanted.subject}
        if wanted.fact.share is None:
            del self.fields["agreeing"], self.fields["asked"]
        else:
            self.fields["document"].required = False

    def is_sent(self) -> bool:
        """Whether it is this form of the page that was sent."""
        return self.is_bound and self.add_prefix("fact") in self.data

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        agreeing, asked = given.get("agreeing"), given.get("asked")
        if agreeing is not None and asked is not None and agreeing > asked:
            words = _("%(agreeing)s agree, but only %(asked)s were asked. Check both numbers.")
            raise ValidationError({"agreeing": words % {"agreeing": agreeing, "asked": asked}})
        return given


def _recorded(wanted: Wanted) -> dict[str, Any]:
    one = wanted.recorded
    if one is None:
        return {}
    return {
        "agreeing": one.agreeing,
        "asked": one.asked,
        "document": one.document,
        "on": one.on,
    }
