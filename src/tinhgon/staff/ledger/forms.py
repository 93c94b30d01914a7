"""The forms by which posts are moved, seen from the page of a unit."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tinhgon.registry.directory import directory
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import InstrumentField, UnitField
from tinhgon.staff.ledger.actions import MOST_POSTS
from tinhgon.staff.models import Purse
from tinhgon.staff.staffing import Names, kinds_on
from tinhgon.ui.forms import DayField

OTHER: dict[str, Promise] = {
    "allocate": _("To the unit"),
    "give-back": _("To the unit above"),
    "transfer": _("To the unit"),
}
"""What the other side of a movement is called, where an act has one."""

MOST_LIKELY = 200


class MoveForm(forms.Form):
    """So many posts of a kind, on a day, to whom, and on what ground."""

    posts = forms.IntegerField(label=_("How many posts"), min_value=1, max_value=MOST_POSTS)
    kind = forms.ChoiceField(label=_("Kind of staff"))
    other = UnitField(on=date.min)
    purse = forms.ChoiceField(
        label=_("Which posts"), choices=Purse.choices, initial=Purse.OPEN, widget=forms.RadioSelect
    )
    day = DayField(label=_("From this day on"))
    year = forms.IntegerField(
        label=_("Budget year"), required=False, min_value=1945, max_value=9999
    )
    under = InstrumentField(
        help_text=_("The number of the decision; where there is none yet, say why below")
    )
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, act: str, unit: Unit, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"day": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        names = Names()
        kinds = [(key, names.kind(key, 2)) for key in kinds_on(on)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        if act in OTHER:
            likely = likely_others(act, unit.key, on)
            self.fields["other"] = UnitField(on=on, label=OTHER[act], likely=likely)
        else:
            del self.fields["other"]
        if act != "lapse":
            del self.fields["purse"]
        if act in ("freeze", "thaw"):
            del self.fields["year"]


class ReversalForm(forms.Form):
    """Why a movement is reversed, and as of which day."""

    reason = forms.CharField(
        label=_("Reason"), min_length=3, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    day = DayField(
        label=_("As of this day"), help_text=_("Its own day: as if it had never been made")
    )
    under = InstrumentField()


def likely_others(act: str, key: str, on: date) -> Sequence[str]:
    """The units that are likely to be on the other side: those below, above or beside."""
    register = directory()
    entry = register.on(key, on) or register.latest(key)
    if act == "allocate":
        found = [one.unit for one in register.children(key, on)]
    elif act == "give-back":
        found = [one.unit for one in register.path(entry, on)[1:]]
    else:
        found = [one.unit for one in register.children(entry.parent, on) if one.unit != key]
    return found[:MOST_LIKELY]
