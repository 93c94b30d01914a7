"""Questions to the register, each one query whatever its size."""

from datetime import date, datetime

from django.db import connection

from tinhgon.documents.models import Instrument
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
    """The whole apparatus in force on a day, as known at an instant (now, if none is given).

    One scan a table, put together here: no plan of a join can go wrong.
    """
    given = {"on": on.isoformat(), "at": _instant(known_at)}
    keys = dict(fetch("SELECT id, key FROM registry_unit"))
    codes = dict(
        fetch(
            f"SELECT unit_id, code FROM registry_code WHERE scheme = '{models.OFFICIAL}' "
            f"AND {_holds('registry_code', known_at)}",
            **given,
        )
    )
    parents: dict[int, str] = {}
    ties: dict[int, list[tuple[str, str]]] = {}
    for unit, hierarchy, parent in fetch(
        "SELECT unit_id, hierarchy, parent_id FROM registry_tie "
        f"WHERE {_holds('registry_tie', known_at)}",
        **given,
    ):
        if hierarchy == PRINCIPAL:
            parents[unit] = keys[parent]
        else:
            ties.setdefault(unit, []).append((hierarchy, keys[parent]))
    versions = fetch(
        "SELECT unit_id, level, kind, name FROM registry_version "
        f"WHERE {_holds('registry_version', known_at)}",
        **given,
    )
    return Structure(
        Unit(
            keys[unit],
            level,
            kind,
            name,
            codes.get(unit),
            parents.get(unit),
            tuple(sorted(ties[unit])) if unit in ties else (),
        )
        for unit, level, kind, name in versions
    )


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


def instrument_numbers() -> dict[int, str]:
    """The numbers of all instruments by their id."""
    return dict(Instrument.objects.values_list("id", "number"))


def facts(key: str, known_at: datetime | None = None) -> list[dict[str, object]]:
    """Everything that was ever true of a unit, as known at an instant; three queries."""
    found: list[dict[str, object]] = []
    for model, named in (
        (models.Version, ("level", "kind", "name")),
        (models.Code, ("code",)),
        (models.Tie, ("parent__key",)),
    ):
        rows = (
            model.objects.known_at(known_at)
            .filter(unit__key=key)
            .order_by("valid_from")
            .values("valid_from", "valid_to", "instrument__number", *named)
        )
        found += [
            {
                "fact": name.partition("__")[0],
                "value": row[name],
                "start": row["valid_from"],
                "end": row["valid_to"],
                "instrument": row["instrument__number"],
            }
            for row in rows
            for name in named
        ]
    return found
