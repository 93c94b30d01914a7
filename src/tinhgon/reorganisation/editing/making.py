"""How forms of operations are made: of what the draft says, of what was sent, of nothing."""

from collections.abc import Mapping
from typing import Any

from django import forms

from tinhgon.domain.structure.documents import Json, operation_document
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.naming import level_noun, words_in
from tinhgon.reorganisation.editing.drafted import Drafted
from tinhgon.reorganisation.editing.fields import (
    UnitField,
    carries_field,
    kind_field,
    written,
)
from tinhgon.reorganisation.editing.forms import (
    ROW_FORMS,
    ROWS,
    ClauseForm,
    NewUnitForm,
    OneForm,
    OperationForm,
    Section,
    StandingForm,
)
from tinhgon.reorganisation.editing.verbs import VERBS, Asks, Member

MOST_ROWS = 500
Data = Mapping[str, Any]


def form_of(draft: Drafted, operation: Operation) -> OperationForm:
    """The form of an operation as it stands in the draft."""
    document = operation_document(operation)
    sections = [_shown(draft, member, document) for member in VERBS[operation.verb].members]
    return OperationForm(draft, operation.verb, sections, _clause(operation.clause or ""))


def new_form(draft: Drafted, verb: str, plan: str) -> OperationForm:
    """The form of an operation yet to be drafted; new units begin like the last of the plan."""
    last = next(
        (u for one in reversed(draft.said) if one.plan == plan for u in one.effects.formed), None
    )
    like = {"kind": f"{last.level}:{last.kind}", "parent": last.parent} if last else {}
    sections = [_blank(draft, member, like) for member in VERBS[verb].members]
    return OperationForm(draft, verb, sections, _clause(""))


def sent_form(draft: Drafted, verb: str, data: Data) -> OperationForm:
    """The form as it was sent, to be checked."""
    sections = [_sent(draft, member, data) for member in VERBS[verb].members]
    return OperationForm(draft, verb, sections, ClauseForm(data))


def typed_form(draft: Drafted, verb: str, data: Data) -> OperationForm:
    """The form as it was typed so far: nothing is wrong yet, and nothing is lost."""
    made = sent_form(draft, verb, data)
    for section in made.sections:
        section.forms = [_as_typed(form) for form in section.forms]
    made.clause, made.typed = _as_typed(made.clause), data
    return made


def with_row(form: OperationForm, name: str) -> OperationForm:
    """The same form with one more row of a member."""
    for section in form.sections:
        if section.member.name == name and len(section.forms) < MOST_ROWS:
            section.forms.append(_row(form.draft, section.member, len(section.forms)))
    return form


def without_row(data: Any, name: str, number: int) -> Any:
    """What was sent, without one row of a member: those after it move up."""
    kept = data.copy()
    rows = _count(data, name, 0)
    for place in range(number, rows):
        begins, after = f"{name}-{place}-", f"{name}-{place + 1}-"
        for box in [box for box in kept if box.startswith(begins)]:
            del kept[box]
        for box in [box for box in data if box.startswith(after)]:
            kept.setlist(begins + box.removeprefix(after), data.getlist(box))
    kept[f"{name}-rows"] = str(max(rows - 1, 0))
    return kept


def _clause(said: str) -> ClauseForm:
    return ClauseForm(initial={"clause": said})


def _as_typed(form: Any) -> Any:
    """A form that was sent, as one that shows what was typed and complains of nothing."""
    typed = {
        name: box.widget.value_from_datadict(form.data, {}, form.add_prefix(name))
        for name, box in form.fields.items()
        if not box.widget.value_omitted_from_data(form.data, {}, form.add_prefix(name))
    }
    form.initial, form.is_bound, form.data = {**form.initial, **typed}, False, {}
    return form


def _shown(draft: Drafted, member: Member, document: Json) -> Section:
    value = document.get(member.name)
    if member.asks in ROWS:
        rows = [_row_initial(member, one, document) for one in value or ()]
        return Section(
            member,
            [_row(draft, member, place, initial=one) for place, one in enumerate(rows)]
            or _blank_rows(draft, member, {}),
        )
    if member.asks is Asks.NEW:
        return Section(member, [_new(draft, member, initial=_unit_initial(value))])
    if member.asks is Asks.NEW_OR_STANDING:
        stands = isinstance(value, str)
        choice = {"is": "standing", "standing": value} if stands else {"is": "new"}
        unit = {} if stands else _unit_initial(value)
        return Section(member, _successor_forms(draft, member, choice, unit))
    return Section(
        member, [_one(draft, member, initial={member.name: _initial(draft, member, value)})]
    )


def _blank(draft: Drafted, member: Member, like: dict[str, Any]) -> Section:
    if member.asks in ROWS:
        return Section(member, _blank_rows(draft, member, like))
    if member.asks is Asks.NEW:
        return Section(member, [_new(draft, member, initial=like)])
    if member.asks is Asks.NEW_OR_STANDING:
        return Section(member, _successor_forms(draft, member, {}, like))
    return Section(member, [_one(draft, member)])


def _sent(draft: Drafted, member: Member, data: Data) -> Section:
    if member.asks in ROWS:
        many = _count(data, member.name, member.least)
        return Section(member, [_row(draft, member, place, data) for place in range(many)])
    if member.asks is Asks.NEW:
        return Section(member, [_new(draft, member, data)])
    if member.asks is Asks.NEW_OR_STANDING:
        standing = StandingForm(data, prefix=member.name, draft=draft)
        return Section(member, [standing, _new(draft, member, data)])
    return Section(member, [_one(draft, member, data)])


def _blank_rows(draft: Drafted, member: Member, like: dict[str, Any]) -> list[Any]:
    given = {"initial": like} if member.asks is Asks.SEVERAL_NEW else {}
    return [_row(draft, member, place, **given) for place in range(member.least)]


def _count(data: Data, name: str, least: int) -> int:
    said = str(data.get(f"{name}-rows", ""))
    return min(int(said), MOST_ROWS) if said.isascii() and said.isdigit() else least


def _row(draft: Drafted, member: Member, place: int, data: Any = None, **options: Any) -> Any:
    prefix = f"{member.name}-{place}"
    return ROW_FORMS[member.asks](data, draft=draft, prefix=prefix, **options)


def _new(draft: Drafted, member: Member, data: Any = None, **options: Any) -> NewUnitForm:
    return NewUnitForm(data, draft=draft, prefix=member.name, **options)


def _successor_forms(
    draft: Drafted, member: Member, choice: dict[str, Any], unit: dict[str, Any]
) -> list[Any]:
    standing = StandingForm(prefix=member.name, draft=draft, initial=choice)
    return [standing, _new(draft, member, initial=unit)]


def _one(draft: Drafted, member: Member, data: Any = None, **options: Any) -> OneForm:
    return OneForm(data, name=member.name, box=BOXES[member.asks](draft, member), **options)


def _unit_initial(unit: Json) -> dict[str, Any]:
    asked = {name: unit.get(name) for name in ("key", "name", "code", "parent")}
    return {**asked, "kind": f"{unit['level']}:{unit['kind']}"}


def _row_initial(member: Member, said: Json, document: Json) -> dict[str, Any]:
    if member.asks is Asks.UNITS:
        return {"unit": said}
    if member.asks is Asks.SEVERAL_NEW:
        return {**_unit_initial(said), "main": said["key"] == document.get("main")}
    return {"extent": "whole", **said, "carries": written(said.get("carries"))}


def _initial(draft: Drafted, member: Member, value: Json) -> Any:
    """A single value as its box shows it; what is left out of a document is at its default."""
    if member.asks is Asks.CARRIES:
        return written(value or [*Aspect])
    if member.asks is Asks.KIND:
        levels = draft.jurisdiction.levels.items()
        return next((f"{key}:{value}" for key, level in levels if value in level.kinds), "")
    return PRINCIPAL if member.asks is Asks.HIERARCHY and value is None else value


def _text(draft: Drafted, member: Member) -> forms.Field:
    return forms.CharField(
        label=member.label, help_text=member.hint, required=not member.optional, max_length=200
    )


def _unit(draft: Drafted, member: Member) -> forms.Field:
    return UnitField(draft, label=member.label, help_text=member.hint, required=not member.optional)


def _level(draft: Drafted, member: Member) -> forms.Field:
    known = draft.jurisdiction
    choices = [(key, level_noun(known, key, 2)) for key in known.levels]
    return forms.ChoiceField(label=member.label, choices=[("", ""), *choices])


def _hierarchy(draft: Drafted, member: Member) -> forms.Field:
    named = draft.jurisdiction.hierarchies.items()
    choices = [(key, words_in(words)) for key, words in named]
    return forms.ChoiceField(label=member.label, choices=choices, initial=PRINCIPAL)


BOXES: Mapping[Asks, Any] = {
    Asks.UNIT: _unit,
    Asks.NAME: _text,
    Asks.CODE: _text,
    Asks.KIND: lambda draft, member: kind_field(draft, member.label),
    Asks.LEVEL: _level,
    Asks.HIERARCHY: _hierarchy,
    Asks.CARRIES: lambda draft, member: carries_field(member.label, required=True),
}
"""The box for each single thing that a member may ask."""
