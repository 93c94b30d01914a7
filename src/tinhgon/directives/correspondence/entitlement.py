"""Who may see and keep the books of a unit: its clerk, whoever sees its work, and its successors.

A book of a unit that has ended is read by whoever may see those of the unit that took over.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from tinhgon.directives.permissions import DirectivesPermission
from tinhgon.temporal.bulk import fetch
from tinhgon.work.entitlement import NotEntitled
from tinhgon.work.permissions import WorkPermission

SEEING = (DirectivesPermission.CORRESPONDENCE, WorkPermission.SEE)
"""One of these is needed to see books."""


def keeps(unit: str, by: Any, *, on: date) -> bool:
    """Whether somebody keeps the books of a unit."""
    return bool(by.may(DirectivesPermission.CORRESPONDENCE, unit=unit, on=on))


def ask_to_keep(unit: str, by: Any, *, on: date) -> None:
    """Go on only if somebody keeps the books of a unit. Raises `NotEntitled`."""
    if not keeps(unit, by, on=on):
        raise NotEntitled(DirectivesPermission.CORRESPONDENCE, unit)


def sees(unit: str, by: Any, *, on: date, through: Collection[str] = SEEING) -> bool:
    """Whether somebody may see the books of a unit, or of one that took over from it.

    `through` are those of the permissions that count: of a program, what its token has.
    """
    units = [unit, *successors(unit)]
    return bool(through) and bool(by.may_any([*through], unit=units, on=on))


def successors(unit: str) -> list[str]:
    """Whoever took over from a unit by a reorganisation, one after another; one query."""
    return _following(unit, "unit_id", "heir_id")


def predecessors(unit: str) -> list[str]:
    """The units from which a unit took over by a reorganisation, one after another; one query."""
    return _following(unit, "heir_id", "unit_id")


def _following(unit: str, before: str, after: str) -> list[str]:
    """The keys of all that are reached over the handovers of reorganisations."""
    rows = fetch(
        f"""
        WITH RECURSIVE handed(unit_id, heir_id) AS (
          SELECT coalesce(came_from_id, unit_id), heir_id FROM staff_handover
        ),
        found(id) AS (
          SELECT handed.{after} FROM handed JOIN registry_unit unit ON unit.id = handed.{before}
          WHERE unit.key = %(unit)s
          UNION
          SELECT handed.{after} FROM handed JOIN found ON found.id = handed.{before}
        )
        SELECT unit.key FROM found JOIN registry_unit unit ON unit.id = found.id
        WHERE unit.key <> %(unit)s ORDER BY unit.key
        """,
        unit=unit,
    )
    return [key for (key,) in rows]
