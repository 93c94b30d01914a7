"""The form by which a plan that compensates is drafted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.models import CODE
from tinhgon.ui.forms import DayField


class CompensationForm(forms.Form):
    """Title, code and day of effect of the new draft."""

    title = forms.CharField(label=_("Title"), max_length=300)
    code = forms.CharField(
        label=_("Code"),
        max_length=60,
        validators=[CODE],
        help_text=_("Small letters, digits and hyphens: it stands in the address."),
    )
    on = DayField(label=_("Day of effect"), help_text=_("Day/month/year"))
