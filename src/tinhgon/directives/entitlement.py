"""Who may do what with a directive: drafting and issuing are asked for over its unit."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import Any

from tinhgon.directives.models import Directive
from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.permissions import WorkPermission

DRAFT, ISSUE = DirectivesPermission.DRAFT, WorkPermission.DIRECT
READING = (DirectivesPermission.DRAFT, WorkPermission.SEE)


def reads(directive: Directive, by: Any, *, on: date) -> bool:
    """Whether they may read it: a draft only who may draft, what is issued who sees its works."""
    wanted = READING if directive.is_issued else READING[:1]
    return _holds(wanted, directive.unit.key, by, on)


def readable(directives: Collection[Directive], by: Any, *, on: date) -> list[Directive]:
    """Of directives those that somebody may read; as many queries as for one."""
    units = {one.unit.key for one in directives}
    drafting, seeing = (by.may_of(one, units=units, on=on) for one in READING)
    return [
        one
        for one in directives
        if one.unit.key in drafting or (one.is_issued and one.unit.key in seeing)
    ]


def ask(permission: StrEnum, unit: str, by: Any, *, on: date) -> None:
    """Go on only if they hold a permission over a unit. Raises `NotEntitled`."""
    if not _holds([permission], unit, by, on):
        raise NotEntitled(permission, unit)


def _holds(permissions: Collection[str], unit: str, by: Any, on: date) -> bool:
    return bool(by.may_any(permissions, unit=unit, on=on))
