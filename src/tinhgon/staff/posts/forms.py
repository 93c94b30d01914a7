"""The forms by which posts are set up and ended, and people assigned to them and relieved."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tinhgon.registry.models import KEY
from tinhgon.staff.fields import InstrumentField
from tinhgon.staff.models import Basis, Officer, Rank
from tinhgon.staff.staffing import Names, kinds_on
from tinhgon.ui.forms import DayField


class OfficerField(forms.CharField):
    """An officer by their number: cleaned, the officer."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", gettext_lazy("Officer"))
        options.setdefault("help_text", gettext_lazy("The number under which they were entered"))
        super().__init__(max_length=64, **options)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        found = Officer.objects.filter(key__iexact=typed).first()
        if found is None:
            words = _("No officer has the number “%s”. Enter them first, or bring a file.")
            raise ValidationError(words % typed, code="unknown")
        return found


class PostForm(forms.Form):
    """A new post of a unit."""

    key = forms.RegexField(
        rf"^{KEY}\Z",
        label=gettext_lazy("Number of the post"),
        max_length=64,
        help_text=gettext_lazy("Letters, digits and hyphens; it never changes"),
    )
    title_vi = forms.CharField(label=gettext_lazy("Title in Vietnamese"), max_length=200)
    title_en = forms.CharField(
        label=gettext_lazy("Title in English"), max_length=200, required=False
    )
    kind = forms.ChoiceField(label=gettext_lazy("Kind of staff"))
    rank = forms.ChoiceField(
        label=gettext_lazy("Among the leaders"),
        choices=Rank.choices,
        initial=Rank.NONE,
        widget=forms.RadioSelect,
    )
    day = DayField(label=gettext_lazy("From this day on"))
    under = InstrumentField()
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, required=False)

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"day": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        names = Names()
        kinds = [(key, names.kind(key)) for key in kinds_on(on)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    @property
    def titles(self) -> dict[str, str]:
        """What the post is called, by language."""
        given = {"vi": self.cleaned_data["title_vi"], "en": self.cleaned_data["title_en"]}
        return {language: title for language, title in given.items() if title}


class AssignForm(forms.Form):
    """Somebody for a post."""

    officer = OfficerField()
    basis = forms.ChoiceField(
        label=gettext_lazy("On what basis"),
        choices=Basis.choices,
        initial=Basis.MAIN,
        widget=forms.RadioSelect,
    )
    moves = forms.BooleanField(
        label=gettext_lazy("Ends the present main post on that day"),
        required=False,
        help_text=gettext_lazy("For somebody who is transferred"),
    )
    day = DayField(label=gettext_lazy("From this day on"))
    until = DayField(
        label=gettext_lazy("First day after"),
        required=False,
        help_text=gettext_lazy("Empty: no end is known"),
    )
    under = InstrumentField()
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        """Only a main post takes the place of another, and then without an end."""
        given = self.cleaned_data
        if given.get("moves") and (given.get("basis") != Basis.MAIN or given.get("until")):
            words = _("Only a main post without an end takes the place of the present one.")
            self.add_error("moves", words)
        return given


class EndForm(forms.Form):
    """When something ends, and why."""

    day = DayField(label=gettext_lazy("First day on which it no longer holds"))
    reason = forms.CharField(label=gettext_lazy("Reason"), min_length=3, max_length=500)
