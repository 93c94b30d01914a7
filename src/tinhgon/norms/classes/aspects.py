"""Which inputs of the law are recorded of units, and what each may be."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.law.inputs import INPUTS, YES_NO

ASPECTS = ("province_class", "autonomy_group", "basic_service", "large_institution")

YES_OR_NO = {"true": _("yes"), "false": _("no")}


def choices(aspect: str) -> dict[str, Promise]:
    """What an aspect may be, with words."""
    asked = INPUTS[aspect]
    return YES_OR_NO if asked.kind == YES_NO else dict(asked.choices)


def aspect_words(aspect: str) -> str:
    """What an aspect is called."""
    return str(INPUTS[aspect].title)
