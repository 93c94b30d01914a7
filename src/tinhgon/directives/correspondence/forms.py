"""The forms by which books are opened and documents registered, passed on, amended, cancelled."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tinhgon.directives.correspondence.papers import Among, Incoming, Outgoing
from tinhgon.directives.correspondence.refusals import Refused, refusal_words
from tinhgon.directives.correspondence.registering import AMENDABLE, MOST, written_in_form
from tinhgon.directives.correspondence.words import kinds_to_issue, said_kind
from tinhgon.directives.models import Book, BookEntry, Direction
from tinhgon.domain.documents.kinds import SAID, System
from tinhgon.domain.documents.numbers import Misnumbered
from tinhgon.registry.instrument.actions import Unregistrable
from tinhgon.registry.models import Unit
from tinhgon.staff.fields import Listed, UnitField
from tinhgon.staff.ledger.forms import likely_others
from tinhgon.ui.forms import DayField
from tinhgon.work.forms import officer_known, people_of

ABSTRACT: dict[str, Any] = {
    "label": _("Abstract"),
    "max_length": MOST["abstract"],
    "widget": forms.Textarea(attrs={"rows": 2}),
    "help_text": _("What it is about, as its head says"),
}
AMONG = (
    (Among.NO.value, _("Leave it in the book, which only those see who may")),
    (Among.ENTER.value, _("Enter it there: its number, day and abstract are public then")),
    (Among.SAME.value, _("It stands there already under this number and day")),
)


class Refusing(forms.Form):
    """A form that says beside its boxes why an act was refused."""

    def refuse(self, wrong: Refused | Misnumbered | Unregistrable) -> None:
        """Show what is wrong, beside the box that it is about."""
        box = getattr(wrong, "fact", "")
        if isinstance(wrong, Misnumbered):
            box = "number" if "number" in self.fields else "issuer"
        self.add_error(box if box in self.fields else None, refusal_words(wrong))


class BookForm(Refusing):
    """What a book is called, for which direction and year, and how its numbers are written."""

    direction = forms.ChoiceField(
        label=_("Direction"), choices=Direction.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Name of the book"),
        max_length=100,
        help_text=_("For example “All documents”, “Decisions” or “Letters”"),
    )
    year = forms.IntegerField(label=_("Year"), min_value=1945, max_value=2999)
    system = forms.ChoiceField(
        label=_("Way of numbering"),
        choices=[
            (System.STATE.value, _("of the State: 12/QĐ-UBND")),
            (System.PARTY.value, _("of the Party: 12-QĐ/TU")),
        ],
        widget=forms.RadioSelect,
        initial=System.STATE.value,
        help_text=_("Only of what goes out"),
    )
    issuer = forms.CharField(
        label=_("Usual symbol of the issuer"),
        required=False,
        max_length=MOST["issuer"],
        help_text=_("Only of what goes out; for example UBND, SNV, TU"),
    )

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, as the act takes it."""
        given = dict(self.cleaned_data)
        given["direction"] = Direction(given["direction"])
        given["system"] = System(given["system"])
        return given


class IncomingForm(Refusing):
    """A document that came in."""

    number = forms.CharField(
        label=_("Number and symbol"),
        required=False,
        max_length=MOST["number"],
        help_text=_("As it stands in its head, for example 86/KH-UBND or 07-KH/BCĐ"),
    )
    free = forms.BooleanField(
        label=_("It has no number of this form"),
        required=False,
        help_text=_("A letter from abroad, of an enterprise or a citizen: its number may be empty"),
    )
    issued = DayField(label=_("Day of the document"))
    received = DayField(label=_("Received on"))
    kind = forms.CharField(
        label=_("Kind"),
        required=False,
        max_length=MOST["kind"],
        widget=Listed(sorted({kind for kind in SAID.values() if kind})),
        help_text=_("Leave it empty where the number says it"),
    )
    sender_unit = UnitField(on=date.min)
    sender = forms.CharField(
        label=_("Sender in words"),
        required=False,
        max_length=MOST["sender"],
        help_text=_("Where it is no unit of the register"),
    )
    abstract = forms.CharField(**ABSTRACT)
    due = DayField(label=_("Answer due on"), required=False)

    def __init__(self, *given: Any, on: date, **options: Any) -> None:
        options["initial"] = {"received": on, **options.get("initial", {})}
        super().__init__(*given, **options)
        sender = UnitField(on=on, required=False, label=_("Sender: a unit"))
        self.fields["sender_unit"] = sender

    @property
    def paper(self) -> Incoming:
        """What was typed, as the act takes it."""
        given = dict(self.cleaned_data)
        return Incoming(follows_form=not given.pop("free"), **given)


class OutgoingForm(Refusing):
    """A document that goes out; kind and issuer make its number."""

    type = forms.ChoiceField(label=_("Kind"))
    issuer = forms.CharField(
        label=_("Issuer and who drafted it"),
        max_length=MOST["issuer"],
        required=False,
        help_text=_("As in the number: UBND; of a letter with who drafted it, UBND-NC"),
    )
    with_year = forms.BooleanField(
        label=_("The number has the year in it"),
        required=False,
        help_text=_("Only of what is normative: 05/2026/QĐ-UBND"),
    )
    issued = DayField(label=_("Day of the document"))
    signer = forms.CharField(label=_("Signed by"), max_length=MOST["signer"])
    abstract = forms.CharField(**ABSTRACT)
    recipients = forms.CharField(
        label=_("Recipients"),
        max_length=MOST["recipients"],
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    among = forms.ChoiceField(
        label=_("Among the instruments"),
        choices=AMONG,
        initial=Among.NO.value,
        widget=forms.RadioSelect,
        help_text=_("Works can be given under what stands there, and citations lead to it"),
    )

    def __init__(self, book: Book, *given: Any, on: date, **options: Any) -> None:
        initial = {"issued": on, "issuer": book.issuer, **options.get("initial", {})}
        super().__init__(*given, **{**options, "initial": initial})
        self.fields["type"].choices = kinds_to_issue(book)  # type: ignore[attr-defined]
        if book.system == System.PARTY:
            del self.fields["with_year"]

    @property
    def paper(self) -> Outgoing:
        """What was typed, as the act takes it."""
        given = dict(self.cleaned_data)
        symbol, kind = said_kind(given.pop("type"))
        among = Among(given.pop("among"))
        return Outgoing(type=symbol, kind=kind, among=among, **given)


class ForwardForm(Refusing):
    """To whom a document is passed on."""

    unit = UnitField(on=date.min)
    officer = forms.ChoiceField(label=_("Or to somebody in the unit"), required=False)
    words = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, book: Book, *given: Any, on: date, **options: Any) -> None:
        super().__init__(*given, **options)
        likely: Sequence[str] = [
            *likely_others("allocate", book.unit.key, on),
            *likely_others("transfer", book.unit.key, on),
        ]
        unit = UnitField(on=on, required=False, label=_("To the unit"), likely=likely[:200])
        self.fields["unit"] = unit
        people = [("", "–"), *people_of([book.unit.key], on)]
        self.fields["officer"].choices = people  # type: ignore[attr-defined]

    @property
    def facts(self) -> dict[str, Any]:
        """What was typed, as the act takes it."""
        given = dict(self.cleaned_data)
        unit: Unit | None = given["unit"]
        return {**given, "unit": unit, "officer": officer_known(given["officer"])}


class CancelForm(Refusing):
    """Why a registration is cancelled."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class AmendOutgoingForm(Refusing):
    """What can be put right of a document that went out."""

    kind = forms.CharField(label=_("Kind"), max_length=MOST["kind"])
    abstract = forms.CharField(**ABSTRACT)
    signer = forms.CharField(label=_("Signed by"), max_length=MOST["signer"])
    recipients = forms.CharField(
        label=_("Recipients"),
        max_length=MOST["recipients"],
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def amending(entry: BookEntry, typed: Any, *, on: date) -> Refusing:
    """The form in which a document stands as it was registered, to be put right."""
    initial: dict[str, Any] = {
        name: getattr(entry, name) for name in AMENDABLE[Direction(entry.book.direction)]
    }
    if entry.book.is_outgoing:
        return AmendOutgoingForm(typed, initial=initial)
    initial["free"] = not written_in_form(entry.number)
    initial["sender_unit"] = entry.sender_unit.key if entry.sender_unit else ""
    return IncomingForm(typed, on=on, initial=initial)
