"""The forms by which works are given and acts are done with them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.domain.worktime.terms import Measure
from tinhgon.domain.worktime.terms import Term as TermValue
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import InstrumentField, UnitField
from tinhgon.staff.ledger.forms import likely_others
from tinhgon.staff.models import Officer
from tinhgon.staff.posts.holders import seats
from tinhgon.ui.forms import DayField
from tinhgon.work.carrying_out import Given
from tinhgon.work.custody.issuing import Order
from tinhgon.work.files.field import FilesField
from tinhgon.work.models.happening import MEASURES
from tinhgon.work.models.objections import KINDS
from tinhgon.work.objections.queries import raisable
from tinhgon.work.people import called
from tinhgon.work.standing import Standing
from tinhgon.work.working import working

WORDS: dict[str, Promise] = {
    "report": _("What was done, and what came of it"),
    "confirm": _("Remark"),
    "comment": _("Comment"),
    "decide-extension": _("Answer"),
    "decide-objection": _("Reasons of the decision"),
}
"""What the box for words is called; of other acts it is the reason."""

FIELDS: dict[str, tuple[str, ...]] = {
    "accept": (),
    "report": ("words", "evidence", "evidence_on", "attached"),
    "confirm": ("words",),
    "send-back": ("words", "attached"),
    "assign": ("officer", "words"),
    "ask-extension": ("until", "words"),
    "decide-extension": ("granted", "words"),
    "object": ("objection", "words"),
    "decide-objection": ("upheld", "words"),
    "split": (),
    "ask-to-contribute": ("unit", "words"),
    "hand-over": ("unit", "words"),
    "suspend": ("words",),
    "resume": ("until",),
    "withdraw": ("words",),
    "comment": ("words", "attached"),
    "attach": ("attached", "evidence_on"),
}
"""The boxes of each act."""

OPTIONAL = {"accept", "confirm", "decide-extension", "ask-to-contribute"}
"""Acts that need no words."""


class ActForm(forms.Form):
    """What an act is given besides the work."""

    unit = UnitField(on=date.min, label=_("Unit"))
    officer = forms.ChoiceField(label=_("Who does it"), required=False)
    until = DayField(label=_("Until which day"))
    granted = forms.ChoiceField(
        label=_("Decision"),
        choices=[("yes", _("Grant more time")), ("no", _("Refuse it"))],
        widget=forms.RadioSelect,
    )
    objection = forms.ChoiceField(label=_("What speaks against it"), widget=forms.RadioSelect)
    upheld = forms.ChoiceField(
        label=_("Decision"),
        choices=[("yes", _("Uphold the objection")), ("no", _("Reject it"))],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    evidence = InstrumentField(label=_("Evidence: an instrument"))
    evidence_on = DayField(label=_("Day of the evidence"), required=False)
    attached = FilesField(label=_("Files"), required=False)

    def __init__(
        self,
        act: str,
        standing: Standing,
        *given: Any,
        on: date,
        units: Sequence[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(*given, **options)
        self.act, held = act, standing.held
        self.fields["words"].label = WORDS.get(act, _("Reason"))
        self.fields["words"].required = act not in OPTIONAL
        self.fields["until"].required = "until" in FIELDS[act]
        self.fields["attached"].required = act == "attach"
        if act == "attach":
            self.fields["evidence_on"].label = _("Day that they are of")
        if "objection" in FIELDS[act]:
            kinds = [(one.value, KINDS[one.value]) for one in raisable(standing, on)]
            self.fields["objection"].choices = kinds  # type: ignore[attr-defined]
        if "officer" in FIELDS[act]:
            leads = ("", str(_("Whoever leads the unit")))
            choices = [leads, *people_of(units or [held.unit.key], on)]
            self.fields["officer"].choices = choices  # type: ignore[attr-defined]
        if "unit" in FIELDS[act]:
            likely = likely_others("transfer", held.unit.key, on)
            self.fields["unit"] = UnitField(on=on, label=_("Unit"), likely=likely)
        wanted = {*FIELDS[act]}
        if act == "resume" and not standing.suspended_day:
            wanted.clear()
        for name in {*self.fields} - wanted:
            del self.fields[name]

    @property
    def given(self) -> Given:
        """What was typed, as the act takes it."""
        there = [name for name in FIELDS[self.act] if name in self.fields]
        typed = {name: self.cleaned_data[name] for name in there}
        typed = {name: value for name, value in typed.items() if value is not None}
        for name in {"granted", "upheld"} & {*typed}:
            typed[name] = typed[name] == "yes"
        if "attached" in typed:
            typed["files"] = typed.pop("attached")
        if "officer" in typed:
            typed["officer"] = officer_known(typed["officer"])
        return Given(**typed)


class ManyForm(ActForm):
    """What an act is given that is done with many works; they are of these `units`."""

    whole = forms.BooleanField(
        label=_("All or nothing: do it only if it can be done with every one of them"),
        required=False,
    )

    def __init__(self, act: str, *given: Any, **options: Any) -> None:
        super().__init__(act, *given, **options)
        self.fields["whole"] = self.base_fields["whole"]


class AbsenceForm(forms.Form):
    """From when until when somebody is away, and who stands in for them."""

    start = DayField(label=_("Away from"))
    back = DayField(label=_("Back on"), help_text=_("The first day on which they work again"))
    deputy = forms.ChoiceField(label=_("Who stands in"))
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, deputies: list[tuple[str, str]], *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["deputy"].choices = deputies  # type: ignore[attr-defined]


class OrderForm(forms.Form):
    """What is to be done, by whom, by when, and the words for all that must be clear."""

    lead = UnitField(on=date.min)
    title = forms.CharField(label=_("The work to be done"), max_length=500)
    product = forms.CharField(label=_("What comes of it"), max_length=500, required=False)
    under = InstrumentField(label=_("Instrument by which it is given"))
    origin = forms.CharField(
        label=_("Where it comes from"),
        required=False,
        max_length=300,
        help_text=_("Where there is no instrument: a meeting, an instruction by word of mouth"),
    )
    due = DayField(label=_("Due on"), required=False)
    number = forms.IntegerField(
        label=_("Or after so many"), required=False, min_value=1, max_value=1000
    )
    measure = forms.ChoiceField(label=_("Of what"), choices=MEASURES.items())
    kind = forms.ChoiceField(label=_("Kind of work"))

    def __init__(self, unit: Unit, template: str, *given: Any, on: date, **options: Any) -> None:
        super().__init__(*given, **options)
        self.on, self.template = on, template
        said, language = working(), get_language() or ""
        kinds = [(key, words.in_(language)) for key, words in said.kinds.items()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        likely = [unit.key, *likely_others("allocate", unit.key, on)]
        lead = UnitField(on=on, label=_("Unit that leads"), likely=likely)
        self.fields = {"lead": lead, **{k: v for k, v in self.fields.items() if k != "lead"}}
        known = said.templates_on(on).get(template)
        self.clear = {f"clear-{one.key}": one for one in (known.written if known else ())}
        for name, one in self.clear.items():
            self.fields[name] = forms.CharField(
                label=one.name.in_(language).capitalize(), max_length=500, required=False
            )

    @property
    def order(self) -> Order:
        """What was typed, as a work to be given."""
        typed = self.cleaned_data
        number, measure = typed["number"], typed["measure"]
        return Order(
            title=typed["title"],
            leads=[typed["lead"]],
            template=self.template,
            clarities={one.key: typed[name] for name, one in self.clear.items()},
            kind=typed["kind"],
            product=typed["product"],
            instrument=typed["under"],
            origin=typed["origin"],
            due=typed["due"],
            term=TermValue(number, Measure(measure)) if number else None,
        )


def people_of(units: Sequence[str], on: date) -> list[tuple[str, str]]:
    """All who have a post in units, for a choice: by number, and as they are called."""
    officers = {one.officer_id: one.officer for s in seats(units, on) for one in s.people}
    names = called([*officers], on)
    return [(one.key, names.get(pk, one.key)) for pk, one in officers.items()]


def officer_known(key: str) -> Officer | None:
    """The officer of a number; None where none is named."""
    return Officer.objects.filter(key=key).first() if key else None
