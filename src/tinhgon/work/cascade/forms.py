"""The form by which a work goes down: what each is given, and which units are ticked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.staff.staffing import Names
from tinhgon.ui.forms import DayField
from tinhgon.work.cascade.below import Below, Sort, likely
from tinhgon.work.cascade.planning import Part
from tinhgon.work.cascade.words import sort_words
from tinhgon.work.standing import Standing
from tinhgon.work.working import working


class PartForm(forms.Form):
    """What each unit is given: as the whole, where nothing else is said."""

    title = forms.CharField(
        label=_("The work to be done"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    product = forms.CharField(label=_("What comes of it"), max_length=500, required=False)
    due = DayField(
        label=_("Due on"),
        required=False,
        help_text=_("The same day for all, not after the day on which the whole is due"),
    )

    def __init__(self, standing: Standing, *given: Any, on: date) -> None:
        work = standing.work
        initial = {"title": work.title, "product": work.product, "due": standing.due}
        super().__init__(*given, initial=initial)
        template = working().templates_on(on).get(work.template)
        self.clear = {f"clear-{one.key}": one for one in (template.written if template else ())}
        for name, one in self.clear.items():
            label = one.name.in_(get_language() or "").capitalize()
            self.fields[name] = forms.CharField(label=label, max_length=500, required=False)
            self.fields[name].initial = work.clarities.get(one.key, "")

    @property
    def part(self) -> Part:
        """What was typed, as the act takes it."""
        typed = self.cleaned_data
        clarities = {one.key: typed[name] for name, one in self.clear.items()}
        said = {name: typed[name] for name in ("title", "product", "due")}
        return Part(clarities=clarities, **said)


@dataclass(frozen=True)
class Tick:
    """A unit that can be ticked, with what is to be known of it."""

    key: str
    name: str
    ticked: bool
    note: str = ""


@dataclass(frozen=True)
class Ticks:
    """The sorts of which units can be listed, which is, and the units of that."""

    sorts: Sequence[tuple[str, str, int]]
    here: str
    units: Sequence[Tick]

    @property
    def ticked(self) -> int:
        return sum(one.ticked for one in self.units)


NONE = "none"
"""In an address: nobody is ticked at first."""


def ticks(
    found: Sequence[Below],
    key: str,
    on: date,
    *,
    asked: Any,
    sent: Collection[str] | None = None,
    noted: Collection[str] = (),
    note: str = "",
) -> Ticks:
    """The units below one of the sort that an address asks for.

    All are ticked but those that are noted, or those that were sent.
    """
    names, words = Names(), sort_words(found)
    wanted = Sort.of(asked.get("kind", ""))
    known = [one for one, _said, _count in words]
    here = wanted if wanted in known else likely(found, key, on)
    none = asked.get("tick") == NONE

    def is_ticked(one: Below) -> bool:
        return one.key in sent if sent is not None else not none and one.key not in noted

    units = [
        Tick(one.key, names.unit(one.key), is_ticked(one), note if one.key in noted else "")
        for one in found
        if here and here.has(one)
    ]
    return Ticks([(one.code, said, count) for one, said, count in words], here.code, units)
