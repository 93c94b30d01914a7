"""Questions to the register, each one query whatever its size."""

from collections import defaultdict
from datetime import date, datetime

import immutables
from django.db import connection

from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.structure.units import PRINCIPAL, Structure, Unit
from tinhgon.registry import models
from tinhgon.temporal.bulk import fetch


class NoRegister(Exception):
    """Nothing is registered yet: load a register first."""


def register() -> models.Register:
    """The register that this installation keeps, or `NoRegister`."""
    found = models.Register.objects.select_related("place").first()
    if found is None:
        raise NoRegister
    return found


def jurisdiction() -> Jurisdiction:
    """The jurisdiction of the register."""
    return read_jurisdiction(register().jurisdiction)


def structure(on: date, known_at: datetime | None = None) -> Structure:
    """The whole apparatus in force on a day, as known at an instant (now, if none is given)."""
    rows = fetch(
        f"""
        SELECT unit.key, version.level, version.kind, version.name, code.code, parent.key
        FROM registry_version version
        JOIN registry_unit unit ON unit.id = version.unit_id
        LEFT JOIN registry_code code ON code.unit_id = version.unit_id
          AND code.scheme = %(official)s AND {_holds("code", known_at)}
        LEFT JOIN registry_tie tie ON tie.unit_id = version.unit_id
          AND tie.hierarchy = %(principal)s AND {_holds("tie", known_at)}
        LEFT JOIN registry_unit parent ON parent.id = tie.parent_id
        WHERE {_holds("version", known_at)}
        """,
        official=models.OFFICIAL,
        principal=PRINCIPAL,
        on=on.isoformat(),
        at=_instant(known_at),
    )
    ties = _other_ties(on, known_at)
    return Structure(immutables.Map({row[0]: Unit(*row, ties.get(row[0], ())) for row in rows}))


def _other_ties(on: date, known_at: datetime | None) -> dict[str, tuple[tuple[str, str], ...]]:
    rows = fetch(
        f"""
        SELECT unit.key, tie.hierarchy, parent.key
        FROM registry_tie tie
        JOIN registry_unit unit ON unit.id = tie.unit_id
        JOIN registry_unit parent ON parent.id = tie.parent_id
        WHERE tie.hierarchy <> %(principal)s AND {_holds("tie", known_at)}
        ORDER BY tie.hierarchy, parent.key
        """,
        principal=PRINCIPAL,
        on=on.isoformat(),
        at=_instant(known_at),
    )
    ties: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, hierarchy, parent in rows:
        ties[key].append((hierarchy, parent))
    return {key: tuple(found) for key, found in ties.items()}


def keys_above(key: str, on: date) -> list[str]:
    """The key itself and the keys of all units above it on a day, in any hierarchy."""
    rows = fetch(
        f"""
        WITH RECURSIVE above(id) AS (
          SELECT id FROM registry_unit WHERE key = %(key)s
          UNION
          SELECT tie.parent_id FROM registry_tie tie JOIN above ON tie.unit_id = above.id
          WHERE {_holds("tie", None)}
        )
        SELECT key FROM registry_unit WHERE id IN (SELECT id FROM above)
        """,
        key=key,
        on=on.isoformat(),
    )
    return [key for (key,) in rows]


def _holds(table: str, known_at: datetime | None) -> str:
    """The condition that a row is in force on `%(on)s` and known at `%(at)s`, or now."""
    in_force = (
        f"({table}.valid_from IS NULL OR {table}.valid_from <= %(on)s)"
        f" AND ({table}.valid_to IS NULL OR {table}.valid_to > %(on)s)"
    )
    if known_at is None:
        return f"{table}.recorded_to IS NULL AND {in_force}"
    return (
        f"{table}.recorded_from <= %(at)s"
        f" AND ({table}.recorded_to IS NULL OR {table}.recorded_to > %(at)s) AND {in_force}"
    )


def _instant(at: datetime | None) -> str | None:
    """An instant as the database compares it."""
    if at is None:
        return None
    return connection.ops.adapt_datetimefield_value(at)


def counts(on: date, known_at: datetime | None = None, under: str | None = None) -> dict[str, int]:
    """How many units stand at each level of the jurisdiction, highest first."""
    found = structure(on, known_at).counts(under)
    return {level: found.get(level, 0) for level in jurisdiction().levels}


class NoSuchUnit(Exception):
    """No unit has this key, and none bears this code on that day."""


def unit_key(given: str | None, on: date, known_at: datetime | None = None) -> str | None:
    """The key of the unit meant by a key, or by a code on a day; None means the whole."""
    if not given or given == register().jurisdiction["root"]:
        return None
    if models.Unit.objects.filter(key=given).exists():
        return given
    bearer = (
        models.Code.objects.on(on)
        .known_at(known_at)
        .filter(scheme=models.OFFICIAL, code=given)
        .values_list("unit__key", flat=True)
        .first()
    )
    if bearer is None:
        raise NoSuchUnit(given)
    return str(bearer)
