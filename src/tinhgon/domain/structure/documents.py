"""Structures, operations and plans as JSON (see docs/reference/structure-json.md).

What comes in is checked word by word: `read_plan` raises `Malformed` with the path of the first
thing that is wrong, so that a person or a program can be told where to look. The same is said for
other programs in `plan.schema.json`.
"""

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from typing import Any, Union, get_args, get_origin, get_type_hints

from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.findings import Finding, Malformed, Severity
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.operations import Operation, verbs
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Location, Structure, Unit

Json = Any

NUMBER = r"-?\d+(\.\d+)?([eE][+-]?\d+)?"
"""How a decimal number is written, in quotation marks or without."""

UNKEPT = re.compile("[\0\ud800-\udfff]")
"""What no database keeps in a text: NUL, and halves of characters."""


def structure_document(structure: Structure) -> Json:
    """A structure: its units, sorted by key."""
    return {"units": [write(unit) for unit in sorted(structure, key=lambda unit: unit.key)]}


def read_structure(document: Json) -> Structure:
    """The structure that `structure_document` wrote."""
    said = _members(document, "", required=("units",))
    units = read(tuple[Unit, ...], said["units"], "units")
    seen: set[str] = set()
    for place, unit in enumerate(units):
        if unit.key in seen:
            raise Malformed("key-used-twice", path=f"units.{place}.key", given=unit.key)
        seen.add(unit.key)
    return Structure(units)


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
    said = _members(document, "", required=("plan", "day", "operations"), others=("instrument",))
    return Plan(
        code=read(str, said["plan"], "plan"),
        day=read(date, said["day"], "day"),
        instrument=read(str | None, said.get("instrument"), "instrument"),
        operations=tuple(
            read_operation(operation, f"operations.{place}")
            for place, operation in enumerate(_list(said["operations"], "operations"))
        ),
    )


def operation_document(operation: Operation) -> Json:
    """An operation: its verb and what it says."""
    return {"verb": operation.verb, **write(operation)}


def read_operation(document: Json, path: str = "") -> Operation:
    """The operation that `operation_document` wrote."""
    if "verb" not in _object(document, path):
        raise Malformed("missing-member", path=_at(path, "verb"))
    verb = read(str, document["verb"], _at(path, "verb"))
    if verb not in verbs():
        raise Malformed("unknown-verb", path=_at(path, "verb"), given=verb)
    said = {name: value for name, value in document.items() if name != "verb"}
    operation: Operation = read(verbs()[verb], said, path)
    return operation


def finding_document(finding: Finding) -> Json:
    """A finding as it is kept with the act that it was looked at for."""
    return {**vars(finding), "units": [*finding.units], "facts": dict(finding.facts)}


def read_finding(document: Json) -> Finding:
    """The finding that `finding_document` wrote."""
    said = dict(document)
    units, severity = tuple(said.pop("units")), Severity(said.pop("severity"))
    return Finding(severity=severity, units=units, **said)


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
    return _reader(wanted)(value, path)


@cache
def _reader(wanted: Any) -> Callable[[Json, str], Any]:
    """How values of a type are read; a type is taken apart once."""
    origin, parts = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return partial(_read_one_of, parts)
    if origin is tuple:
        return partial(_read_tuple, parts)
    if origin is frozenset:
        return lambda value, path: frozenset(_read_tuple((*parts, ...), value, path))
    if wanted in _SIMPLE:
        return partial(_read_simple, wanted)
    return partial(_read_record, wanted)


def _read_one_of(kinds: tuple[Any, ...], value: Json, path: str) -> Any:
    if value is None and type(None) in kinds:
        return None
    kinds = tuple(kind for kind in kinds if kind is not type(None))
    if len(kinds) > 1:  # a new unit, or the key of one that stands
        return read(Unit if isinstance(value, Mapping) else str, value, path)
    return read(kinds[0], value, path)


def _read_tuple(kinds: tuple[Any, ...], value: Json, path: str) -> tuple[Any, ...]:
    members = _list(value, path)
    repeated = kinds[-1] is Ellipsis
    if not repeated and len(members) != len(kinds):
        raise Malformed("wrong-length", path=path, wanted=len(kinds), given=len(members))
    return tuple(
        read(kinds[0] if repeated else kinds[place], member, _at(path, place))
        for place, member in enumerate(members)
    )


def _read_simple(wanted: Any, value: Json, path: str) -> Any:
    if isinstance(value, str) and UNKEPT.search(value):
        raise Malformed("bad-character", path=path)
    try:
        return _SIMPLE[wanted](value)
    except (TypeError, ValueError, InvalidOperation):
        raise Malformed(_REFUSALS[wanted], path=path, given=_shown(value)) from None


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError
    if not value.strip():
        raise ValueError
    return value


def _boolean(value: Json) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _day(value: Json) -> date:
    day = date.fromisoformat(_text(value))
    if day.isoformat() != value:  # 20250701 and 2025-W27-2 are days to Python too
        raise ValueError
    return day


def _number(value: Json) -> Decimal:
    written = str(value) if isinstance(value, int | float) else _text(value)
    if not re.fullmatch(NUMBER, written, re.ASCII):
        raise ValueError
    return Decimal(written)


_SIMPLE: dict[Any, Callable[[Json], Any]] = {
    str: _text,
    bool: _boolean,
    date: _day,
    Decimal: _number,
    Extent: lambda value: Extent(_text(value)),
    Aspect: lambda value: Aspect(_text(value)),
}
_REFUSALS: dict[Any, str] = {
    str: "not-a-text",
    bool: "not-a-boolean",
    date: "not-a-date",
    Decimal: "not-a-number",
    Extent: "unknown-extent",
    Aspect: "unknown-aspect",
}


def _read_record(wanted: Any, value: Json, path: str) -> Any:
    kinds, required = _described(wanted)
    given = _members(value, path, required, others=tuple(kinds))
    said = {name: read(kinds[name], member, _at(path, name)) for name, member in given.items()}
    try:
        return wanted(**said)
    except Malformed as wrong:
        raise Malformed(wrong.code, **{"path": path, **wrong.facts}) from None


@cache
def _described(record: Any) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """The types of the members of a record, and the names of those that must be there."""
    hints = get_type_hints(record)
    kinds = {field.name: hints[field.name] for field in fields(record)}
    return kinds, tuple(field.name for field in fields(record) if field.default is MISSING)


def _members(
    value: Json, path: str, required: tuple[str, ...], others: tuple[str, ...] = ()
) -> Mapping[str, Json]:
    """An object that has all required members and none that nobody knows."""
    given = _object(value, path)
    for name in given:
        if name not in required and name not in others:
            raise Malformed("unknown-member", path=_at(path, name))
    for name in required:
        if name not in given:
            raise Malformed("missing-member", path=_at(path, name))
    return given


def _object(value: Json, path: str) -> Mapping[str, Json]:
    if not isinstance(value, Mapping):
        raise Malformed("not-an-object", path=path)
    return value


def _list(value: Json, path: str) -> list[Json]:
    if not isinstance(value, list):
        raise Malformed("not-a-list", path=path)
    return value


def _shown(value: Json) -> str:
    """What was given, as far as it can be shown in a sentence."""
    return value[:100] if isinstance(value, str) else type(value).__name__


def _at(path: str, place: object) -> str:
    return f"{path}.{place}" if path else str(place)
