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
from tinhgon.work.cascade.words import sort_words
from tinhgon.work.custody.below import Below, Sort, likely
from tinhgon.work.custody.planning import Part
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


def ticked(sent: Any, most: int) -> list[str]:
    """The units that were ticked; one more than may be is enough to be told."""
    return [one.replace("\0", "")[:64] for one in sent.getlist("units")[: most + 1]]


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


TEXT = "text"
"""In an address: the units that a text means."""


def ticks(
    found: Sequence[Below],
    key: str,
    on: date,
    *,
    asked: Any,
    sent: Collection[str] | None = None,
    noted: Collection[str] = (),
    note: str = "",
    meant: Collection[str] = (),
) -> Ticks:
    """The units below one of the sort that an address asks for, else those that a text means.

    All are ticked but those that are noted, or those that were sent.
    """
    words = [(one.code, said, count) for one, said, count in sort_words(found)]
    if meant:
        words.insert(0, (TEXT, str(_("As the text says")), len(meant)))
    here = asked.get("kind", "")
    if here not in [code for code, _said, _count in words]:
        usual = likely(found, key, on)
        here = TEXT if meant else usual.code if usual else ""
    sort = Sort.of(here)
    listed = [one for one in found if (one.key in meant if here == TEXT else sort.has(one))]
    names, none = Names(), asked.get("tick") == NONE

    def is_ticked(one: Below) -> bool:
        return one.key in sent if sent is not None else not none and one.key not in noted

    def tick(one: Below) -> Tick:
        told = note if one.key in noted else ""
        return Tick(one.key, names.unit(one.key), is_ticked(one), told)

    return Ticks(words, here, [tick(one) for one in listed])
