"""A composed package entered into the register, and taken out of it again: a few statements each.

Nothing is overwritten. Facts that a package ends or changes are closed in the record, and what
still holds of them until the day is written anew; all rows of one entry share its instant, by which
`retract` finds them again.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection

from tinhgon.domain.structure.packages import Composition
from tinhgon.domain.structure.units import Unit
from tinhgon.registry.models import OFFICIAL
from tinhgon.temporal.bulk import fetch, note_sizes, run, staged

FACTS = {
    "version": (
        "unit_id, level, kind, name, latitude, longitude, area_km2, source, ended_under_id",
        ("level", "kind", "name", "location"),
    ),
    "code": ("unit_id, scheme, code", ("code",)),
    "tie": ("unit_id, hierarchy, parent_id", ("parents",)),
}
"""For each table of facts: its columns beside the dates, and what of a unit it holds."""

Instruments = Mapping[str, int | None]
"""The id of the instrument of each plan, by the plan's code."""


class Moved(Exception):
    """What a package would have been entered upon has changed: `units` are the keys concerned."""

    def __init__(self, code: str, units: Iterable[str]) -> None:
        self.code, self.units = code, sorted(units)
        super().__init__(f"{code}: {', '.join(self.units[:5])}")


def enter(composition: Composition, *, at: datetime, instruments: Instruments) -> dict[str, int]:
    """Write what a package does as known from `at`; returns how many rows of each kind.

    Raises `Moved` where a unit concerned has facts beyond the day, where what it would end, change
    or take from begins only that day, or where something would be left under a unit that ends.
    """
    _refuse_same_day(composition)
    new_units = _add_units(composition)
    begun, ended = begun_under(composition, instruments), ended_under(composition, instruments)
    counts = {"units": new_units}
    for table in FACTS:
        counts[table] = _close_and_open(table, composition, begun, ended, at)
    counts["succession"] = _add_successions(composition, instruments, at)
    _nothing_left_under(composition)
    note_sizes("registry_unit", *(f"registry_{table}" for table in (*FACTS, "succession")))
    return counts


def retract(at: datetime, *, now: datetime) -> dict[str, int]:
    """Take out what was entered at an instant; the register says what it said before.

    Raises `Moved` where something entered then has been changed since.
    """
    counts = {}
    stamps = {"at": _stamp(at), "now": _stamp(now)}
    for table, (columns, _) in FACTS.items():
        _refuse_changed(table, stamps)
        run(
            f"UPDATE registry_{table} SET recorded_to = %(now)s "
            "WHERE recorded_from = %(at)s AND recorded_to IS NULL",
            **stamps,
        )
        counts[table] = run(
            f"""
            INSERT INTO registry_{table} ({columns}, valid_from, valid_to, instrument_id, reason,
                                          recorded_from)
            SELECT {columns}, valid_from, valid_to, instrument_id, reason, %(now)s
            FROM registry_{table} WHERE recorded_to = %(at)s
            """,
            **stamps,
        )
    counts["succession"] = run(
        "UPDATE registry_succession SET recorded_to = %(now)s "
        "WHERE recorded_from = %(at)s AND recorded_to IS NULL",
        **stamps,
    )
    return counts


def _add_units(composition: Composition) -> int:
    """Identities for the units that begin; a key under which a unit stood before is refused."""
    keys = ((key,) for key in sorted(composition.formed))
    with staged("begun_unit", {"key": "text"}, keys, index="key"):
        used = fetch(
            "SELECT DISTINCT unit.key FROM begun_unit JOIN registry_unit unit "
            "ON unit.key = begun_unit.key JOIN registry_version version "
            "ON version.unit_id = unit.id WHERE version.recorded_to IS NULL"
        )
        if used:
            raise Moved("key-used", (key for (key,) in used))
        return run(
            """
            INSERT INTO registry_unit (id, key)
            SELECT (SELECT coalesce(max(id), 0) FROM registry_unit)
                   + row_number() OVER (ORDER BY key), key
            FROM begun_unit
            WHERE key NOT IN (SELECT key FROM registry_unit)
            """
        )


def _close_and_open(
    table: str,
    composition: Composition,
    begun: Mapping[str, int | None],
    ended: Mapping[str, int | None],
    at: datetime,
) -> int:
    """Close the facts of one table that end on the day and write those that begin."""
    closed_under = {**begun, **ended}  # what a unit was called ends with its new name
    touched = [(key, closed_under.get(key)) for key in _touched(table, composition)]
    stamps = {"day": composition.day.isoformat(), "at": _stamp(at)}
    columns, _ = FACTS[table]
    copied = columns.replace("ended_under_id", "touched.instrument_id")
    with staged("touched", {"key": "text", "instrument_id": "bigint"}, touched, index="key"):
        _refuse_later(table, stamps)
        run(
            f"""
            UPDATE registry_{table} SET recorded_to = %(at)s
            FROM touched JOIN registry_unit unit ON unit.key = touched.key
            WHERE registry_{table}.unit_id = unit.id AND recorded_to IS NULL
              AND (valid_to IS NULL OR valid_to > %(day)s)
            """,
            **stamps,
        )
        kept = run(
            f"""
            INSERT INTO registry_{table} ({columns}, valid_from, valid_to, instrument_id, reason,
                                          recorded_from)
            SELECT {_qualified(copied)}, fact.valid_from, %(day)s, fact.instrument_id, fact.reason,
                   %(at)s
            FROM touched JOIN registry_unit unit ON unit.key = touched.key
            JOIN registry_{table} fact ON fact.unit_id = unit.id
            WHERE fact.recorded_to = %(at)s
              AND (fact.valid_from IS NULL OR fact.valid_from < %(day)s)
            """,
            **stamps,
        )
    return kept + _open(table, composition, begun, stamps)


def _open(
    table: str,
    composition: Composition,
    begun: Mapping[str, int | None],
    stamps: Mapping[str, str],
) -> int:
    units = [
        *(composition.after[key] for key in composition.formed if key not in composition.before),
        *(composition.changed[key] for key in _changed(table, composition)),
    ]
    columns, source = _OPENED[table]
    rows = ((unit.key, *row, begun.get(unit.key)) for unit in units for row in source(unit))
    staging = {"key": "text", **columns, "instrument_id": "bigint"}
    named, given, joined = _INSERTED[table]
    with staged("begun", staging, rows):
        return run(
            f"""
            INSERT INTO registry_{table} (unit_id, {named}, valid_from, instrument_id, reason,
                                          recorded_from)
            SELECT unit.id, {given}, %(day)s, begun.instrument_id, '', %(at)s
            FROM begun JOIN registry_unit unit ON unit.key = begun.key {joined}
            """,
            **stamps,
        )


_INSERTED = {
    "version": (
        "level, kind, name, latitude, longitude, area_km2, source",
        "begun.level, begun.kind, begun.name, coalesce(begun.latitude, past.latitude), "
        "coalesce(begun.longitude, past.longitude), coalesce(begun.area_km2, past.area_km2), ''",
        # a unit that goes on lies where it lay
        "LEFT JOIN registry_version past ON past.unit_id = unit.id AND past.recorded_to = %(at)s "
        "AND (past.valid_to IS NULL OR past.valid_to > %(day)s)",
    ),
    "code": ("scheme, code", "begun.scheme, begun.code", ""),
    "tie": (
        "hierarchy, parent_id",
        "begun.hierarchy, parent.id",
        "JOIN registry_unit parent ON parent.key = begun.parent",
    ),
}


def _versions_of(unit: Unit) -> Iterator[tuple[Any, ...]]:
    place = unit.location
    numbers = (place.latitude, place.longitude, place.area_km2) if place else (None, None, None)
    yield (
        unit.level,
        unit.kind,
        unit.name,
        *(None if number is None else str(number) for number in numbers),
    )


def _codes_of(unit: Unit) -> Iterator[tuple[Any, ...]]:
    if unit.code:
        yield OFFICIAL, unit.code


def _ties_of(unit: Unit) -> Iterator[tuple[Any, ...]]:
    yield from unit.parents


_OPENED: dict[str, Any] = {
    "version": (
        {
            "level": "text",
            "kind": "text",
            "name": "text",
            "latitude": "numeric",
            "longitude": "numeric",
            "area_km2": "numeric",
        },
        _versions_of,
    ),
    "code": ({"scheme": "text", "code": "text"}, _codes_of),
    "tie": ({"hierarchy": "text", "parent": "text"}, _ties_of),
}


def _touched(table: str, composition: Composition) -> list[str]:
    """The keys of the units whose facts in this table end on the day."""
    return sorted({*composition.ended, *_changed(table, composition)})


def _changed(table: str, composition: Composition) -> list[str]:
    """The keys of the units that go on with other facts in this table."""
    attributes = FACTS[table][1]
    return [
        key
        for key, unit in composition.changed.items()
        if any(getattr(unit, name) != getattr(composition.before[key], name) for name in attributes)
    ]


def _add_successions(composition: Composition, instruments: Instruments, at: datetime) -> int:
    columns = {
        "predecessor": "text",
        "successor": "text",
        "extent": "text",
        "carries": "text",
        "main": "integer",
        "verb": "text",
        "instrument_id": "bigint",
        "clause": "text",
    }
    rows = (
        (
            succession.predecessor,
            succession.successor,
            succession.extent.value,
            ",".join(sorted(succession.carries)) if succession.carries else None,
            int(succession.main),
            succession.verb,
            instruments.get(succession.plan or ""),
            succession.clause or "",
        )
        for succession in composition.successions
    )
    with staged("passed_on", columns, rows):
        return run(
            """
            INSERT INTO registry_succession (predecessor_id, successor_id, day, extent, carries,
                                             main, verb, evidence, instrument_id, clause,
                                             recorded_from)
            SELECT p.id, s.id, %(day)s, t.extent, t.carries, t.main = 1, t.verb, '',
                   t.instrument_id, t.clause, %(at)s
            FROM passed_on t
            JOIN registry_unit p ON p.key = t.predecessor
            JOIN registry_unit s ON s.key = t.successor
            """,
            day=composition.day.isoformat(),
            at=_stamp(at),
        )


def begun_at(at: datetime, day: date) -> dict[str, int | None]:
    """The units of which any fact was entered at an instant to begin on a day, and under what.

    The instrument of its name goes before that of its code, and that before that of its place.
    """
    facts = " UNION ALL ".join(
        f"SELECT unit_id, instrument_id, {rank} AS rank FROM registry_{table} "
        "WHERE recorded_from = %(at)s AND valid_from = %(day)s"
        for rank, table in enumerate(("tie", "code", "version"))
    )
    return dict(
        fetch(
            "SELECT unit.key, fact.instrument_id "
            f"FROM ({facts}) fact JOIN registry_unit unit ON unit.id = fact.unit_id "
            "ORDER BY fact.rank, fact.instrument_id",
            at=_stamp(at),
            day=day.isoformat(),
        )
    )


def ended_at(at: datetime, day: date) -> dict[str, int | None]:
    """The units of which a name was entered at an instant to end on a day, and under what."""
    return dict(
        fetch(
            "SELECT unit.key, version.ended_under_id FROM registry_version version "
            "JOIN registry_unit unit ON unit.id = version.unit_id "
            "WHERE version.recorded_from = %(at)s AND version.valid_to = %(day)s",
            at=_stamp(at),
            day=day.isoformat(),
        )
    )


def begun_under(composition: Composition, instruments: Instruments) -> dict[str, int | None]:
    """The instrument under which each unit begins or changes."""
    return {
        key: instruments.get(said.plan.code)
        for said in composition.said
        for key in (
            *(unit.key for unit in said.effects.formed),
            *(change.unit for change in said.effects.changes),
        )
    }


def ended_under(composition: Composition, instruments: Instruments) -> dict[str, int | None]:
    """The instrument under which each unit ends."""
    levels = {
        level: instruments.get(said.plan.code)
        for said in composition.said
        for level in said.effects.abolished
    }
    named = {
        key: instruments.get(said.plan.code)
        for said in composition.said
        for key in (*(claim.source for claim in said.effects.claims), *said.effects.dissolved)
    }
    return {
        key: named.get(key, levels.get(composition.before[key].level)) for key in composition.ended
    }


def _refuse_later(table: str, stamps: Mapping[str, str]) -> None:
    """Refuse a package that touches a unit with facts from a later day, or from that day already.

    What happens on one day happens at once: of two packages none comes after the other.
    """
    for code, condition in (
        ("later-facts", "(fact.valid_from > %(day)s OR fact.valid_to > %(day)s)"),
        ("same-day", "fact.valid_from = %(day)s"),
    ):
        found = fetch(
            f"""
            SELECT DISTINCT unit.key FROM registry_{table} fact
            JOIN registry_unit unit ON unit.id = fact.unit_id
            JOIN touched ON touched.key = unit.key
            WHERE fact.recorded_to IS NULL AND {condition}
            """,
            day=stamps["day"],
        )
        if found:
            raise Moved(code, (key for (key,) in found))


def _refuse_same_day(composition: Composition) -> None:
    """Refuse a package that takes from a unit which begins only that day, by another package."""
    sources = ((key,) for key in composition.claims if key in composition.before)
    with staged("source", {"key": "text"}, sources, index="key"):
        begun = fetch(
            """
            SELECT source.key FROM source
            JOIN registry_unit unit ON unit.key = source.key
            WHERE NOT EXISTS (
              SELECT 1 FROM registry_version version
              WHERE version.unit_id = unit.id AND version.recorded_to IS NULL
                AND (version.valid_from IS NULL OR version.valid_from < %(day)s))
            """,
            day=composition.day.isoformat(),
        )
    if begun:
        raise Moved("same-day", (key for (key,) in begun))


def _nothing_left_under(composition: Composition) -> None:
    """Refuse a package after which something would still stand under a unit that has ended."""
    rows = ((key, None) for key in sorted(composition.ended))
    with staged("gone", {"key": "text", "nothing": "text"}, rows, index="key"):
        left = fetch(
            """
            SELECT DISTINCT child.key FROM registry_tie tie
            JOIN registry_unit parent ON parent.id = tie.parent_id
            JOIN gone ON gone.key = parent.key
            JOIN registry_unit child ON child.id = tie.unit_id
            WHERE tie.recorded_to IS NULL AND (tie.valid_to IS NULL OR tie.valid_to > %(day)s)
            """,
            day=composition.day.isoformat(),
        )
    if left:
        raise Moved("left-under-ended", (key for (key,) in left))


def _refuse_changed(table: str, stamps: Mapping[str, str]) -> None:
    changed = fetch(
        f"SELECT DISTINCT unit.key FROM registry_{table} fact "
        "JOIN registry_unit unit ON unit.id = fact.unit_id "
        "WHERE fact.recorded_from = %(at)s AND fact.recorded_to IS NOT NULL",
        at=stamps["at"],
    )
    if changed:
        raise Moved("changed-since", (key for (key,) in changed))


def _qualified(columns: str) -> str:
    """Column names with the table they come from; those that already have one stay."""
    names = (name.strip() for name in columns.split(","))
    return ", ".join(name if "." in name else f"fact.{name}" for name in names)


def _stamp(at: datetime) -> str:
    """An instant as the database compares it."""
    return str(connection.ops.adapt_datetimefield_value(at))
