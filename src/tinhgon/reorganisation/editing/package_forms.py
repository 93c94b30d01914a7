"""The forms of a draft as a whole: a new one, its title and day, a plan of it."""

from collections.abc import Mapping
from itertools import chain, count
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.reorganisation.drafting import plan_code
from tinhgon.reorganisation.editing.instruments import InstrumentField
from tinhgon.reorganisation.keeping import RESERVED_CODES
from tinhgon.reorganisation.models import CODE, RESERVED, Package, Plan
from tinhgon.ui.forms import DayField

CODE_HINT = _(
    "It stands in addresses: small letters, digits and hyphens. Empty: made from the title."
)


class TitlesForm(forms.Form):
    """A title in Vietnamese and, if there is one, in English."""

    title_vi = forms.CharField(label=_("Title"), max_length=300)
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=300)

    @property
    def titles(self) -> dict[str, str]:
        """The titles by language, as rows keep them."""
        said = {"vi": self.cleaned_data["title_vi"], "en": self.cleaned_data["title_en"]}
        return {language: title for language, title in said.items() if title}


class EditionForm(forms.Form):
    """Which edition of a draft was seen."""

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class NewPackageForm(TitlesForm):
    """A new draft with its first plan."""

    day = DayField(label=_("Day of effect"), help_text=_("Day/month/year"))
    instrument = InstrumentField()
    code = forms.CharField(
        label=_("Code"), required=False, max_length=60, help_text=CODE_HINT, validators=[CODE]
    )

    def clean_code(self) -> str:
        """The code that was typed, else one proposed from the instrument or the title."""
        said = self.cleaned_data
        return said["code"] or (proposed(said) if "day" in said else "")

    @property
    def plan(self) -> str:
        """A code for its plan."""
        said = self.cleaned_data
        return _free(plan_code(said["instrument"], said["day"]), {*RESERVED})


def proposed(said: Mapping[str, Any]) -> str:
    """A free code for a package, made from its instrument or its title."""
    known = said.get("instrument") or said.get("title_vi") or "plan"
    code = plan_code(str(known), said["day"])
    taken = {*Package.objects.filter(code__startswith=code[:56]).values_list("code", flat=True)}
    return _free(code, taken | RESERVED_CODES)


def _free(code: str, taken: set[str] | frozenset[str]) -> str:
    """The code itself, or with a number where it is taken."""
    numbered = (f"{code[:56]}-{number}" for number in count(2))
    return next(one for one in chain([code], numbered) if one not in taken)


class PackageForm(EditionForm, TitlesForm):
    """Title and day of effect of a draft."""

    day = DayField(label=_("Day of effect"), help_text=_("Day/month/year"))

    @classmethod
    def of(cls, package: Package, data: Any = None) -> "PackageForm":
        """The form of a package as it stands."""
        return cls(
            data, initial={**_titles(package), "day": package.day, "edition": package.edition}
        )


class PlanForm(EditionForm, TitlesForm):
    """Title and instrument of a plan."""

    instrument = InstrumentField()

    @classmethod
    def of(cls, plan: Plan, data: Any = None) -> "PlanForm":
        """The form of a plan as it stands."""
        number = plan.instrument.number if plan.instrument else ""
        known = {"instrument": number, "edition": plan.package.edition}
        return cls(data, initial={**_titles(plan), **known})


class NewPlanForm(PlanForm):
    """One more plan of a package."""

    code = forms.CharField(
        label=_("Code"), required=False, max_length=60, help_text=CODE_HINT, validators=[CODE]
    )

    def code_for(self, package: Package) -> str:
        """The code that was typed, else one from its instrument or its title."""
        said = self.cleaned_data
        taken = {*RESERVED, *package.plans.values_list("code", flat=True)}
        made = plan_code(said["instrument"] or said["title_vi"], package.day)
        return said["code"] or _free(made, taken)


def _titles(subject: Package | Plan) -> dict[str, str]:
    titles = dict(subject.titles)
    first = titles.get("vi") or next(iter(titles.values()), "")
    return {"title_vi": first, "title_en": titles.get("en", "")}
