"""A checked folder written into the register: a few statements, whatever its size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db import connection
from django.db.models import Max

from tinhgon.documents.models import Instrument, Mark
from tinhgon.domain.jurisdictions import Jurisdiction, weakest
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.domain.structure.vocabulary import BY_WORD
from tinhgon.registry.generic_form.folder import Folder
from tinhgon.registry.generic_form.rows import ChangeRow, UnitRow
from tinhgon.registry.models import OFFICIAL, Contact, Mandate, Unit
from tinhgon.temporal.bulk import note_sizes, run, staged


@dataclass(frozen=True, slots=True)
class Stretch:
    """A fact of a unit over a period, joined from rows that follow one another without a change."""

    key: str
    facts: tuple[Any, ...]
    start: date | None
    end: date | None


def write_folder(folder: Folder, jurisdiction: Jurisdiction, at: datetime) -> dict[str, int]:
    """Write everything that a folder says as known from `at`; returns how many of each."""
    ids = _write_instruments(folder, jurisdiction)
    _write_units(folder)
    begun, ended = _instruments_by_day(folder, ids)
    counts = {
        "units": len({unit.key for unit in folder.units}),
        "versions": _write_versions(folder, begun, ended, at),
        "codes": _write_codes(folder, begun, at),
        "ties": _write_ties(folder, begun, at),
        "successions": _write_successions(folder, ids, at),
        "contacts": _write_contacts(folder),
    }
    if folder.mandates:
        counts["mandates"] = _write_mandates(folder, ids)
    note_sizes(*(f"registry_{table}" for table in ("unit", "version", "code", "tie", "succession")))
    return counts


def stretches(rows: Iterable[UnitRow], facts: Any) -> Iterator[Stretch]:
    """What `facts` says of each row, joined where consecutive rows of a unit say the same."""
    ordered = sorted(rows, key=lambda row: (row.key, row.period.start or date.min))
    for key, units in groupby(ordered, key=lambda row: row.key):
        current: Stretch | None = None
        for unit in units:
            said = facts(unit)
            if current and current.facts == said and current.end == unit.period.start:
                current = Stretch(key, said, current.start, unit.period.end)
                continue
            if current:
                yield current
            current = Stretch(key, said, unit.period.start, unit.period.end)
        if current:
            yield current


def _write_instruments(folder: Folder, jurisdiction: Jurisdiction) -> dict[str, int]:
    """Write the instruments that are new; returns the id of each that the folder may name."""
    seen: dict[str, set[str]] = {}
    for change in folder.changes:
        if change.instrument:
            seen.setdefault(change.instrument, set()).add(jurisdiction.mark(change.evidence))
    behind = {number: weakest(*marks) for number, marks in seen.items()}
    Instrument.objects.bulk_create(
        [
            Instrument(
                number=row.number,
                issued=row.issued,
                in_force=row.in_force,
                operative=row.operative,
                titles=row.titles,
                mark=row.mark or behind.get(row.number, Mark.SECONDARY),
                source=row.source,
            )
            for row in folder.instruments
        ],
        ignore_conflicts=True,
    )
    listed = {row.number: row.issued for row in folder.instruments}
    return {
        number: id
        for id, number, issued in Instrument.objects.values_list("id", "number", "issued")
        if listed.get(number, issued) == issued
    }


def _write_units(folder: Folder) -> None:
    known = set(Unit.objects.values_list("key", flat=True))
    first = (Unit.objects.aggregate(last=Max("id"))["last"] or 0) + 1
    new = sorted({unit.key for unit in folder.units} - known)
    with staged(
        "new_unit", {"id": "bigint", "key": "text"}, ((first + n, key) for n, key in enumerate(new))
    ):
        run("INSERT INTO registry_unit (id, key) SELECT id, key FROM new_unit")


Instruments = dict[tuple[str, str], int]
"""The id of the instrument under which a unit began or ended, by (key, day)."""


def _instruments_by_day(folder: Folder, ids: dict[str, int]) -> tuple[Instruments, Instruments]:
    keys = {unit.version: unit.key for unit in folder.units}
    begun: Instruments = {}
    ended: Instruments = {}
    for change in folder.changes:
        if change.instrument:
            day = change.day.isoformat()
            if change.successor:
                begun[keys.get(change.successor, change.successor), day] = ids[change.instrument]
            if change.predecessor:
                key = keys.get(change.predecessor, change.predecessor)
                ended[key, day] = ids[change.instrument]
    return begun, ended


def _write_versions(folder: Folder, begun: Instruments, ended: Instruments, at: datetime) -> int:
    rows = stretches(folder.units, lambda u: (u.level, u.kind, u.name, *_place(u), u.source))
    return _insert(
        "version",
        {
            "level": "text",
            "kind": "text",
            "name": "text",
            "latitude": "numeric",
            "longitude": "numeric",
            "area_km2": "numeric",
            "source": "text",
        },
        rows,
        begun,
        ended,
        at,
    )


def _write_codes(folder: Folder, begun: Instruments, at: datetime) -> int:
    rows = stretches([unit for unit in folder.units if unit.code], lambda u: (OFFICIAL, u.code))
    return _insert("code", {"scheme": "text", "code": "text"}, rows, begun, {}, at)


def _write_ties(folder: Folder, begun: Instruments, at: datetime) -> int:
    placed = [unit for unit in folder.units if unit.parent]
    principal = stretches(placed, lambda u: (PRINCIPAL, u.parent))
    others = (
        Stretch(tie.key, (tie.hierarchy, tie.parent), tie.period.start, tie.period.end)
        for tie in folder.ties
    )
    columns = {"hierarchy": "text", "parent": "text"}
    return _insert("tie", columns, [*principal, *others], begun, {}, at)


def _insert(
    table: str,
    columns: dict[str, str],
    rows: Iterable[Stretch],
    begun: Instruments,
    ended: Instruments,
    at: datetime,
) -> int:
    """Insert stretches of one kind of fact; a column called parent holds a key."""
    staging = {
        "key": "text",
        **columns,
        "valid_from": "date",
        "valid_to": "date",
        "begun": "bigint",
        "ended": "bigint",
    }
    named = ", ".join(columns).replace("parent", "parent_id")
    given = ", ".join(f"s.{name}" for name in columns).replace("s.parent", "parent.id")
    parent = "JOIN registry_unit parent ON parent.key = s.parent" if "parent" in columns else ""
    ending = ("ended_under_id, ", "s.ended, ") if table == "version" else ("", "")
    with staged("new_fact", staging, (_fact(row, begun, ended) for row in rows)):
        return run(
            f"""
            INSERT INTO registry_{table} (unit_id, {named}, valid_from, valid_to, instrument_id,
                                          {ending[0]} reason, recorded_from)
            SELECT unit.id, {given}, s.valid_from, s.valid_to, s.begun, {ending[1]} '', %(at)s
            FROM new_fact s JOIN registry_unit unit ON unit.key = s.key {parent}
            ORDER BY unit.id, s.valid_from
            """,
            at=connection.ops.adapt_datetimefield_value(at),
        )


def _fact(row: Stretch, begun: Instruments, ended: Instruments) -> tuple[Any, ...]:
    start = row.start.isoformat() if row.start else None
    end = row.end.isoformat() if row.end else None
    instruments = begun.get((row.key, start or "")), ended.get((row.key, end or ""))
    return (row.key, *row.facts, start, end, *instruments)


def _write_successions(folder: Folder, ids: dict[str, int], at: datetime) -> int:
    keys = {unit.version: unit.key for unit in folder.units}
    columns = {
        "predecessor": "text",
        "successor": "text",
        "day": "date",
        "extent": "text",
        "carries": "text",
        "main": "integer",
        "verb": "text",
        "evidence": "text",
        "instrument_id": "bigint",
        "clause": "text",
    }
    with staged("new_succession", columns, _successions(folder.changes, keys, ids)):
        return run(
            """
            INSERT INTO registry_succession (predecessor_id, successor_id, day, extent, carries,
                                             main, verb, evidence, instrument_id, clause,
                                             recorded_from)
            SELECT p.id, t.id, s.day, s.extent, s.carries, s.main = 1, s.verb, s.evidence,
                   s.instrument_id, s.clause, %(at)s
            FROM new_succession s
            JOIN registry_unit p ON p.key = s.predecessor
            JOIN registry_unit t ON t.key = s.successor
            """,
            at=connection.ops.adapt_datetimefield_value(at),
        )


def _successions(
    changes: list[ChangeRow], keys: dict[str, str], ids: dict[str, int]
) -> Iterator[tuple[Any, ...]]:
    for change in changes:
        ends = [keys.get(end, end) for end in (change.predecessor, change.successor) if end]
        if len(ends) == 2 and ends[0] != ends[1]:
            yield (
                *ends,
                change.day.isoformat(),
                change.extent,
                ",".join(sorted(change.carries)) if change.carries else None,
                int(change.main),
                BY_WORD[change.operation].verb,
                change.evidence,
                ids[change.instrument] if change.instrument else None,
                change.clause,
            )


def _write_contacts(folder: Folder) -> int:
    ids = dict(
        Unit.objects.filter(key__in={row.key for row in folder.contacts}).values_list("key", "id")
    )
    contacts = [
        Contact(
            unit_id=ids[row.key], valid_from=row.period.start, valid_to=row.period.end, **row.facts
        )
        for row in folder.contacts
    ]
    return len(Contact.objects.bulk_create(contacts, batch_size=1000))


def _write_mandates(folder: Folder, instruments: dict[str, int]) -> int:
    keys = {key for row in folder.mandates for key in (row.key, row.area)}
    ids = dict(Unit.objects.filter(key__in=keys).values_list("key", "id"))
    rows = [
        Mandate(
            unit_id=ids[row.key],
            function=row.function,
            area_id=ids[row.area],
            role=row.role,
            leads=row.function if row.role == Mandate.LEAD else None,
            instrument_id=instruments[row.instrument] if row.instrument else None,
            source=row.source,
            valid_from=row.period.start,
            valid_to=row.period.end,
        )
        for row in folder.mandates
    ]
    return len(Mandate.objects.bulk_create(rows, batch_size=1000))


def _place(unit: UnitRow) -> tuple[Any, ...]:
    location = unit.location
    return tuple(
        None if value is None else str(value)
        for value in (location.latitude, location.longitude, location.area_km2)
    )
