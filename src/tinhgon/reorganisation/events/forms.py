"""The form by which another system is told from now on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.events.outside import LONGEST_URL


class SubscriptionForm(forms.Form):
    """Where messages are sent."""

    url = forms.CharField(
        label=_("Address that is told"),
        max_length=LONGEST_URL,
        help_text=_("It begins with https:// and takes a POST with JSON."),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
