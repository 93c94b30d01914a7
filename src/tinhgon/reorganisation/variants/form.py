"""The form that copies a package as a variant."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.editing.package_forms import CODE_HINT, TitlesForm, proposed
from tinhgon.reorganisation.models import CODE
from tinhgon.ui.forms import DayField


class CopyForm(TitlesForm):
    """Title, day and code of a copy."""

    day = DayField(label=_("Day of effect"), help_text=_("Day/month/year"))
    code = forms.CharField(
        label=_("Code"), required=False, max_length=60, help_text=CODE_HINT, validators=[CODE]
    )

    def clean_code(self) -> str:
        """The code that was typed, else one proposed from the title."""
        said = self.cleaned_data
        return said["code"] or (proposed({**said, "instrument": None}) if "day" in said else "")
