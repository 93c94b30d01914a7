"""The form of an operation, made from what its verb asks (`verbs.VERBS`).

What it says is built as the documented JSON and read by the core: what the core refuses is told at
the box it is about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tinhgon.domain.structure.documents import Json, read_operation, write
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.operations import Operation
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.editing.fields import (
    UnitField,
    carried_words,
    carries_field,
    extent_field,
    kind_field,
)
from tinhgon.reorganisation.editing.malformed import malformed_words
from tinhgon.reorganisation.editing.verbs import NAME_HINT, VERBS, Asks, Member, Verb

ROWS = frozenset({Asks.UNITS, Asks.SOURCES, Asks.SEVERAL_NEW})
MOST_ROWS = 500
Data = Mapping[str, Any]


class OneForm(forms.Form):
    """A form of one box, named as the member of the operation."""

    def __init__(self, *args: Any, name: str, box: forms.Field, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[name] = box


class NewUnitForm(forms.Form):
    """A unit that begins. Its `key` is made by the program and never shown."""

    says_optional = True
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    name = forms.CharField(label=pgettext_lazy("unit", "Name"), help_text=NAME_HINT, max_length=200)

    def __init__(self, *args: Any, draft: Drafted, **options: Any) -> None:
        super().__init__(*args, **options)
        self.draft = draft
        self.fields["kind"] = kind_field(draft, _("Kind"))
        self.fields["code"] = forms.CharField(label=_("Code"), required=False, max_length=60)
        self.fields["code"].widget.attrs["class"] = "tg-input--short tg-code"
        self.fields["parent"] = UnitField(draft, label=_("Unit above it"), required=False)

    def clean(self) -> dict[str, Any]:
        """Leave out of the name the kind that stands before it: «phường Đại Mỗ» is «Đại Mỗ»."""
        said = self.cleaned_data
        kind = said.get("kind", "").partition(":")[2]
        if kind and "name" in said:
            said["name"] = without_kind(said["name"], kind)
        return said

    def document(self, keys: Iterator[str]) -> Json:
        """The unit; of one that is formed already, what is not asked here stays."""
        said = self.cleaned_data
        key = said["key"] or next(keys)
        formed = self.draft.formed.get(key)
        level, _colon, kind = said["kind"].partition(":")
        asked = {"name": said["name"], "code": said["code"], "parent": said["parent"]}
        unit = {**(write(formed) if formed else {}), "key": key, "level": level, "kind": kind}
        return {name: value for name, value in {**unit, **asked}.items() if value}


class NewRow(NewUnitForm):
    """One of several units that begin."""

    main = forms.BooleanField(label=_("Takes what no rule places"), required=False)


class StandingForm(forms.Form):
    """Whether the unit that is formed is new or goes on, and which one goes on."""

    def __init__(self, *args: Any, draft: Drafted, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("new", _("A new unit")), ("standing", _("A unit that goes on"))]
        self.fields["is"] = forms.ChoiceField(
            label=_("New, or going on"), choices=choices, widget=forms.RadioSelect, initial="new"
        )
        self.fields["standing"] = UnitField(draft, label=_("Unit that goes on"), required=False)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("is") == "standing" and not said.get("standing") and "standing" in said:
            self.add_error("standing", _("Name the unit."))
        return said

    @property
    def is_standing(self) -> bool:
        """Whether a unit that goes on is meant."""
        value = self["is"].value()
        return bool(value == "standing")


class UnitRow(forms.Form):
    """One of several units."""

    def __init__(self, *args: Any, draft: Drafted, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"] = UnitField(draft, label=_("Unit"))


class SourceRow(UnitRow):
    """One part that a unit is formed from."""

    def __init__(self, *args: Any, draft: Drafted, **options: Any) -> None:
        super().__init__(*args, draft=draft, **options)
        self.fields["extent"] = extent_field()
        self.fields["carries"] = carries_field(_("What is taken"), required=False)
        self.fields["main"] = forms.BooleanField(
            label=_("Takes what no rule places"), required=False
        )

    @property
    def taken(self) -> str:
        """What is taken and whether it is the main share, in short."""
        words, main = carried_words(self["carries"].value() or ""), _("main share")
        return f"{words}; {main}" if self["main"].value() else words

    def document(self) -> Json:
        """The source as the core reads it."""
        said = self.cleaned_data
        carries = said["carries"].split(",") if said["carries"] else None
        return {
            "unit": said["unit"],
            "extent": said["extent"],
            **({"carries": carries} if carries else {}),
            **({"main": True} if said["main"] else {}),
        }


class ClauseForm(forms.Form):
    """Where the instrument says it."""

    clause = forms.CharField(
        label=_("Clause"),
        required=False,
        max_length=120,
        help_text=_("Where the instrument says it: Điều 1 khoản 2"),
    )


ROW_FORMS: Mapping[Asks, Any] = {
    Asks.UNITS: UnitRow,
    Asks.SOURCES: SourceRow,
    Asks.SEVERAL_NEW: NewRow,
}


@dataclass
class Section:
    """What one member asks: its forms, or its rows; `errors` are about all of it."""

    member: Member
    forms: list[Any]
    errors: list[str] = field(default_factory=list)

    @property
    def is_rows(self) -> bool:
        return self.member.asks in ROWS

    @property
    def used(self) -> list[Any]:
        """The forms that count: of rows, those that were filled in."""
        if self.member.asks is Asks.NEW_OR_STANDING:
            standing, new = self.forms
            return [standing] if standing.is_standing else [standing, new]
        return [form for form in self.forms if not (self.is_rows and _is_blank(form))]

    @property
    def template(self) -> str:
        return f"reorganisation/editor_{TEMPLATES.get(self.member.asks, 'one')}.html"


TEMPLATES = {
    Asks.UNITS: "units",
    Asks.SOURCES: "sources",
    Asks.NEW: "new",
    Asks.SEVERAL_NEW: "several_new",
    Asks.NEW_OR_STANDING: "successor",
}


def _is_blank(row: Any) -> bool:
    """Whether nothing was written into the row: what is chosen from a list has always a value."""
    named = row["unit"].value().text if "unit" in row.fields else row["name"].value()
    return not (named or "").strip()


class OperationForm:
    """An operation being drafted: as it stands, as it was sent, or as it was `typed` so far."""

    typed: Any = None

    def __init__(self, draft: Drafted, verb: str, sections: list[Section], clause: Any) -> None:
        self.draft, self.verb, self.sections, self.clause = draft, verb, sections, clause
        self.errors: list[str] = []

    @property
    def kind(self) -> Verb:
        """What its verb asks."""
        return VERBS[self.verb]

    @property
    def forms(self) -> list[Any]:
        """Every form that counts."""
        return [*(form for section in self.sections for form in section.used), self.clause]

    def operation(self) -> Operation | None:
        """What it says; None where something is wrong, which then stands beside its box."""
        wrong = [form for form in self.forms if not form.is_valid()]  # each tells what it is
        if wrong:
            return None
        try:
            return read_operation(self._document())
        except Malformed as wrong:
            self._refuse(wrong)
            return None

    def so_far(self) -> tuple[Operation | None, list[str]]:
        """What can be said of it while somebody types, and what is still open.

        Rows that nobody can make out yet are left out.
        """
        still_open = [
            f"{box.label}: {error}" for form in self.forms for box in form for error in box.errors
        ]
        try:
            return read_operation(self._document()), still_open
        except Malformed as wrong:
            return None, [*still_open, *([] if still_open else [malformed_words(wrong)])]
        except KeyError:  # a box that says what all the others are about is empty
            return None, still_open

    def all_errors(self) -> Iterator[tuple[str, Any, str]]:
        """Each error with the id and the label of its box, for the summary."""
        yield from (("", "", error) for error in self.errors)
        for section in self.sections:
            yield from ((f"{section.member.name}", section.member.label, e) for e in section.errors)
        for form in self.forms:
            for box in form if form.is_bound else ():
                yield from ((box.id_for_label, box.label, error) for error in box.errors)

    def _document(self) -> Json:
        keys = fresh_keys(self.draft)
        said = {"verb": self.verb}
        for section in self.sections:
            said |= {
                name: value for name, value in self._said(section, keys).items() if value != ""
            }
        if self.clause.cleaned_data["clause"]:
            said["clause"] = self.clause.cleaned_data["clause"]
        return said

    def _said(self, section: Section, keys: Iterator[str]) -> dict[str, Json]:
        name, asks = section.member.name, section.member.asks
        used = [form for form in section.used if not form.errors]
        if asks is Asks.SOURCES:
            return {name: [row.document() for row in used]}
        if asks is Asks.UNITS:
            return {name: [row.cleaned_data["unit"] for row in used]}
        if asks is Asks.SEVERAL_NEW:
            return self._several(name, used, keys)
        if asks is Asks.NEW:
            return {name: used[0].document(keys) if used else _missing(name)}
        if asks is Asks.NEW_OR_STANDING:
            return {name: self._successor(section, keys)}
        return {name: _plain(section.member, section.forms[0].cleaned_data[name])}

    def _several(self, name: str, used: list[Any], keys: Iterator[str]) -> dict[str, Json]:
        units = [row.document(keys) for row in used]
        main = [unit["key"] for row, unit in zip(used, units, strict=True) if _is_main(row)]
        return {name: units, **({"main": main[0]} if main else {})}

    def _successor(self, section: Section, keys: Iterator[str]) -> Json:
        standing, new = section.forms
        if standing.is_standing:
            return standing.cleaned_data.get("standing") or _missing("successor")
        return _missing("successor") if new.errors else new.document(keys)

    def _refuse(self, wrong: Malformed) -> None:
        """Tell what the core refuses at the section it is about, else at the head."""
        named = str(wrong.facts.get("path") or wrong.facts.get("member") or "").split(".")[0]
        sections = {section.member.name: section for section in self.sections}
        rows = next((section for section in self.sections if section.is_rows), None)
        about = sections.get(named) or rows or self.sections[-1]
        about.errors.append(malformed_words(wrong))


def without_kind(name: str, kind: str) -> str:
    """A name without the kind before it in small letters: names of units begin with capitals."""
    return name.removeprefix(f"{kind} ").strip() or name


def _missing(name: str) -> Json:
    raise KeyError(name)


def _is_main(row: Any) -> bool:
    return bool(row.cleaned_data.get("main"))


def _plain(member: Member, value: Any) -> Json:
    """The value of a single box as the document has it."""
    if member.asks is Asks.CARRIES:
        return value.split(",")
    if member.asks is Asks.KIND:
        return value.partition(":")[2]
    return None if member.optional and not value else value


def fresh_keys(draft: Drafted) -> Iterator[str]:
    """Keys for units that begin in this draft, none of which it uses yet."""
    begins = f"N-{draft.code if len(draft.code) <= 48 else f'{draft.code[:40]}-{draft.id}'}"
    named = (f"{begins}-{number}" for number in count(1))
    return (key for key in named if key not in draft.formed and key not in draft.before)
