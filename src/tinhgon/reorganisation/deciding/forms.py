"""The forms that ask again before an act on a package."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.ui.forms import DayField


class ActForm(forms.Form):
    """The legal day of an act: today or an earlier one, as `entitlement.decide` asks."""

    on = DayField(label=_("Day of the act"), help_text=_("Day/month/year; today or earlier"))


class ReasonForm(ActForm):
    """Why a package is taken or given back."""

    reason = forms.CharField(
        label=_("Reason"),
        min_length=3,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the record and on the page of the plan."),
    )


class AppraisalForm(ActForm):
    """What the appraiser says."""

    opinion = forms.CharField(
        label=_("Opinion"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Whoever seals and approves reads it."),
    )


class ApprovalForm(ActForm):
    """The seal that was looked at: it goes along unseen."""

    digest = forms.CharField(widget=forms.HiddenInput)
