"""Structures, operations and plans as JSON (see docs/reference/structure-json.md).

What comes in is checked word by word: `read_plan` raises `Malformed` with the path of the first
thing that is wrong, so that a person or a program can be told where to look.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Union, get_args, get_origin, get_type_hints

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Malformed
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Location, Structure, Unit

Json = Any


def structure_document(structure: Structure) -> Json:
    """A structure: its units, sorted by key."""
    return {"units": [write(unit) for unit in sorted(structure, key=lambda unit: unit.key)]}


def read_structure(document: Json) -> Structure:
    """The structure that `structure_document` wrote."""
    units = _member(document, "units", "")
    return Structure(read(tuple[Unit, ...], units, "units"))


def plan_document(plan: Plan) -> Json:
    """A plan with its operations in the order of its drafter."""
    return {
        "plan": plan.code,
        "day": plan.day.isoformat(),
        "instrument": plan.instrument,
        "operations": [operation_document(operation) for operation in plan.operations],
    }


def read_plan(document: Json) -> Plan:
    """The plan that `plan_document` wrote."""
    operations = _member(document, "operations", "")
    if not isinstance(operations, list):
        raise Malformed("not-a-list", path="operations")
    return Plan(
        code=read(str, _member(document, "plan", ""), "plan"),
        day=read(date, _member(document, "day", ""), "day"),
        instrument=read(str | None, document.get("instrument"), "instrument"),
        operations=tuple(
            read_operation(operation, f"operations.{place}")
            for place, operation in enumerate(operations)
        ),
    )


def operation_document(operation: Operation) -> Json:
    """An operation: its verb and what it says."""
    return {"verb": operation.verb, **write(operation)}


def read_operation(document: Json, path: str = "") -> Operation:
    """The operation that `operation_document` wrote."""
    verb = _member(document, "verb", path)
    if verb not in verbs():
        raise Malformed("unknown-verb", path=_at(path, "verb"), given=str(verb))
    said = {name: value for name, value in document.items() if name != "verb"}
    operation: Operation = read(verbs()[verb], said, path)
    return operation


def write(value: object) -> Json:
    """A value of the core as JSON; what is at its default is left out."""
    if isinstance(value, (Operation, Unit, Source, Location)):
        return {
            field.name: write(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != field.default
        }
    if isinstance(value, frozenset):
        return sorted(str(member) for member in value)
    if isinstance(value, tuple):
        return [write(member) for member in value]
    return str(value) if isinstance(value, (date, Decimal, Extent)) else value


def read(wanted: Any, value: Json, path: str) -> Any:
    """JSON as a value of the wanted type, or `Malformed` with the path of what is wrong."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _read_one_of(get_args(wanted), value, path)
    if origin is tuple:
        return _read_tuple(get_args(wanted), value, path)
    if origin is frozenset:
        return frozenset(_read_tuple((*get_args(wanted), ...), value, path))
    if wanted in _SIMPLE:
        return _read_simple(wanted, value, path)
    return _read_record(wanted, value, path)


_SIMPLE = (str, bool, date, Decimal, Extent, Aspect)


def _read_one_of(kinds: tuple[Any, ...], value: Json, path: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) > 1:  # a new unit, or the key of one that stands
        return read(Unit if isinstance(value, Mapping) else str, value, path)
    return read(kinds[0], value, path)


def _read_tuple(kinds: tuple[Any, ...], value: Json, path: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise Malformed("not-a-list", path=path)
    repeated = kinds[-1] is Ellipsis
    if not repeated and len(value) != len(kinds):
        raise Malformed("wrong-length", path=path, wanted=len(kinds), given=len(value))
    return tuple(
        read(kinds[0] if repeated else kinds[place], member, _at(path, place))
        for place, member in enumerate(value)
    )


def _read_simple(wanted: Any, value: Json, path: str) -> Any:
    if wanted is bool:
        if isinstance(value, bool):
            return value
        raise Malformed("not-a-boolean", path=path, given=str(value))
    if wanted is Decimal and isinstance(value, int | float):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise Malformed("not-a-text", path=path, given=str(value))
    try:
        return date.fromisoformat(value) if wanted is date else wanted(value)
    except (ValueError, InvalidOperation):
        raise Malformed(f"not-a-{wanted.__name__.lower()}", path=path, given=value) from None


def _read_record(wanted: Any, value: Json, path: str) -> Any:
    if not isinstance(value, Mapping):
        raise Malformed("not-an-object", path=path)
    hints, known = get_type_hints(wanted), {field.name: field for field in fields(wanted)}
    for name in value:
        if name not in known:
            raise Malformed("unknown-member", path=_at(path, name))
    for name, field in known.items():
        if name not in value and field.default is MISSING:
            raise Malformed("missing-member", path=_at(path, name))
    said = {name: read(hints[name], member, _at(path, name)) for name, member in value.items()}
    try:
        return wanted(**said)
    except Malformed as wrong:
        raise Malformed(wrong.code, **{"path": path, **wrong.facts}) from None


def _member(document: Json, name: str, path: str) -> Json:
    if not isinstance(document, Mapping):
        raise Malformed("not-an-object", path=path)
    if name not in document:
        raise Malformed("missing-member", path=_at(path, name))
    return document[name]


def _at(path: str, place: object) -> str:
    return f"{path}.{place}" if path else str(place)
