"""The forms by which a directive is headed and its tasks are made clear."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.drafting.actions import Heading, Wanted
from tinhgon.directives.drafting.numbering import as_law_writes
from tinhgon.directives.models import Directive, Kind, Task
from tinhgon.directives.refusals import Refused, refusal_words
from tinhgon.domain.worktime.terms import Measure, Term
from tinhgon.registry.instrument.offering import UNREGISTERED
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import InstrumentField, UnitField, UnitsField, option
from tinhgon.staff.ledger.forms import likely_others
from tinhgon.ui.forms import DayField
from tinhgon.work.forms import officer_known, people_of
from tinhgon.work.models.happening import MEASURES
from tinhgon.work.working import kind_names, working


class OwnNumberField(InstrumentField):
    """The number of a directive itself: cleaned, its instrument, or a number the register lacks."""

    def __init__(self, **options: Any) -> None:
        words = _("Such as 812/TB-UBND. If the register lacks it, it is entered as this is issued.")
        super().__init__(help_text=words, **options)

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except ValidationError as wrong:
            if wrong.code != UNREGISTERED:
                raise
        try:
            return as_law_writes(str(value))
        except Refused as refused:
            raise ValidationError(refusal_words(refused)) from None


class HeadingForm(forms.Form):
    """What a directive is called, its day, its number, and what holds for all tasks."""

    title = forms.CharField(label=_("What it is called"), max_length=300)
    kind = forms.ChoiceField(label=_("What it is"), choices=Kind.choices)
    day = DayField(label=_("Of which day"))
    under = OwnNumberField(label=_("Number under which it is issued"))
    carries_out = InstrumentField(label=_("Resolution that it carries out"))
    template = forms.ChoiceField(label=_("What must be clear of each task"))

    def __init__(self, directive: Directive | None, *given: Any, on: date, **options: Any) -> None:
        initial = _heading_of(directive) if directive else {"day": on}
        super().__init__(*given, initial=initial, **options)
        language = get_language() or ""
        known = working().templates_on(on)
        choices = [(key, one.name.in_(language)) for key, one in known.items()]
        self.fields["template"].choices = choices  # type: ignore[attr-defined]
        self.clear = _boxes(self, directive.template if directive else "", on)
        for name in self.clear:
            self.fields[name].help_text = _("Holds for every task that says nothing else")
            self.initial[name] = directive.clarities.get(self.clear[name], "") if directive else ""

    @property
    def heading(self) -> Heading:
        """What was typed, as the act takes it."""
        typed = self.cleaned_data
        own = typed["under"]
        return Heading(
            title=typed["title"],
            kind=typed["kind"],
            day=typed["day"],
            instrument=None if isinstance(own, str) else own,
            number=own if isinstance(own, str) else "",
            carries_out=typed["carries_out"],
            template=typed["template"],
            clarities={key: typed[name] for name, key in self.clear.items()},
        )


class TaskForm(forms.Form):
    """A task: what, who leads, who takes part, by when, and the words for what must be clear."""

    title = forms.CharField(
        label=_("The work to be done"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    product = forms.CharField(label=_("What comes of it"), max_length=500, required=False)
    lead = UnitField(on=date.min)
    contributors = UnitsField(on=date.min)
    officer = forms.ChoiceField(label=_("Who does it"), required=False)
    due = DayField(label=_("Due on"), required=False)
    number = forms.IntegerField(
        label=_("Or after so many"), required=False, min_value=1, max_value=1000
    )
    measure = forms.ChoiceField(label=_("Of what"), choices=MEASURES.items())
    kind = forms.ChoiceField(label=_("Kind of work"))

    def __init__(
        self, directive: Directive, task: Task | None, *given: Any, on: date, **options: Any
    ) -> None:
        self.task = task
        super().__init__(*given, initial=_task_of(task, on) if task else {}, **options)
        several = list(task.leads) if task and len(task.leads) > 1 else []
        unit = directive.unit.key
        likely = [
            *several,
            *(task.leads if task else ()),
            unit,
            *likely_others("allocate", unit, on),
        ]
        lead = UnitField(
            on=on, label=_("Unit that leads"), likely=[*dict.fromkeys(likely)], required=False
        )
        if several:
            lead.help_text = _("The text names %(units)s. One leads; the others may take part.") % {
                "units": "; ".join(option(key, on) for key in several)
            }
        self.fields["lead"] = lead
        taking_part = _("Units that take part")
        self.fields["contributors"] = UnitsField(on=on, label=taking_part, required=False)
        self.fields["kind"].choices = [*kind_names().items()]  # type: ignore[attr-defined]
        leads = ("", str(_("Whoever leads the unit")))
        people = people_of(task.leads, on) if task and len(task.leads) == 1 else []
        self.fields["officer"].choices = [leads, *people]  # type: ignore[attr-defined]
        self.clear = _boxes(self, directive.template, on)
        for name, key in self.clear.items():
            self.initial[name] = task.clarities.get(key, "") if task else ""
            if said := directive.clarities.get(key, "").strip():
                self.fields[name].help_text = _("Left empty: %s") % said

    def clean(self) -> dict[str, Any]:
        """A day or a term, not both."""
        typed = super().clean() or {}
        if typed.get("due") and typed.get("number"):
            self.add_error("number", ValidationError(_("Name a day or a term, not both.")))
        return typed

    @property
    def wanted(self) -> Wanted:
        """What was typed, as the act takes it; who leads stays open where several were named."""
        typed = self.cleaned_data
        number = typed["number"]
        leads = [typed["lead"]] if typed["lead"] else []
        if not leads and self.task and len(self.task.leads) > 1:
            leads = [*Unit.objects.filter(key__in=self.task.leads)]
        return Wanted(
            title=" ".join(typed["title"].split()),
            product=typed["product"],
            kind=typed["kind"],
            leads=leads,
            contributors=[one for one in typed["contributors"] if one not in leads],
            officer=officer_known(typed["officer"]),
            due=typed["due"],
            term=Term(number, Measure(typed["measure"])) if number else None,
            clarities={key: typed[name] for name, key in self.clear.items()},
        )


def _boxes(form: forms.Form, template: str, on: date) -> dict[str, str]:
    """Add a box for each clarity for which words are written; by box the clarity."""
    known = working().templates_on(on)
    used = known.get(template) or next(iter(known.values()), None)
    made = {}
    for one in used.written if used else ():
        name = f"clear-{one.key}"
        label = one.name.in_(get_language() or "").capitalize()
        form.fields[name] = forms.CharField(label=label, max_length=500, required=False)
        made[name] = one.key
    return made


def _heading_of(directive: Directive) -> dict[str, Any]:
    return {
        "title": directive.title,
        "kind": directive.kind,
        "day": directive.day,
        "under": directive.instrument or directive.number,
        "carries_out": directive.carries_out,
        "template": directive.template,
    }


def _task_of(task: Task, on: date) -> dict[str, Any]:
    return {
        "title": task.title,
        "product": task.product,
        "lead": option(task.leads[0], on) if len(task.leads) == 1 else "",
        "contributors": task.contributors,
        "officer": task.officer.key if task.officer else "",
        "due": task.due,
        "number": task.number,
        "measure": task.measure or Measure.WORKING_DAYS.value,
        "kind": task.kind,
    }
