"""Questions to the register, each one query whatever its size."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from tinhgon.documents.models import Instrument
from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.units import PRINCIPAL, Location, Structure, Unit
from tinhgon.registry import models
from tinhgon.registry.bearers import Bearer, askable, bearers, no_bearer
from tinhgon.registry.coverage import read_coverage
from tinhgon.temporal.bulk import collecting_later, fetch, members
from tinhgon.ui.asked import Asked
from tinhgon.ui.errors import NotHere
from tinhgon.ui.writing import day


class NoRegister(NotHere):
    """Nothing is registered yet: load a register first."""

    code = "no-register"

    def __init__(self) -> None:
        super().__init__(_("Nothing is registered yet: load a register first (`tinhgon demo`)."))


def register() -> models.Register:
    """The register that this installation keeps, or `NoRegister`."""
    found = models.Register.objects.select_related("place").first()
    if found is None:
        raise NoRegister
    return found


def revision() -> int:
    """What the register stands at; it grows with every change. Or `NoRegister`."""
    found = models.Register.objects.values_list("revision", flat=True).first()
    if found is None:
        raise NoRegister
    return int(found)


def jurisdiction() -> Jurisdiction:
    """The jurisdiction of the register."""
    return jurisdiction_of(register())


def jurisdiction_of(held: models.Register) -> Jurisdiction:
    """The jurisdiction that a register keeps; a file is read once."""
    return _jurisdiction(held.file)


@lru_cache(maxsize=2)
def _jurisdiction(file: str) -> Jurisdiction:
    return read_jurisdiction(json.loads(file))


def structure(on: date, known_at: datetime | None = None) -> Structure:
    """The whole apparatus in force on a day, as known at an instant (now, if none is given).

    One scan a table, put together here: no plan of a join can go wrong.
    """
    with collecting_later():
        return Structure(_units(on, known_at))


def _units(on: date, known_at: datetime | None) -> list[Unit]:
    """Units with their names, codes and places; whoever names the keys reads them last of all.

    A unit is never removed, so a row that others wrote meanwhile finds its own.
    """
    codes = dict(_column("code", "code", on, known_at, f"AND scheme || '' = '{models.OFFICIAL}'"))
    ties = _column("tie", "hierarchy, parent_id", on, known_at)
    versions = _column("version", "level, kind, name", on, known_at)
    keys = dict(fetch("SELECT id, key FROM registry_unit"))
    parents: dict[int, str] = {}
    others: dict[int, list[tuple[str, str]]] = {}
    for unit, hierarchy, above in ties:
        if hierarchy == PRINCIPAL:
            parents[unit] = keys[above]
        else:
            others.setdefault(unit, []).append((hierarchy, keys[above]))
    return [
        Unit(
            keys[unit],
            level,
            kind,
            name,
            codes.get(unit),
            parents.get(unit),
            tuple(others[unit]) if unit in others else (),
        )
        for unit, level, kind, name in versions
    ]


def _column(
    table: str, facts: str, on: date, known_at: datetime | None, condition: str = ""
) -> list[tuple[Any, ...]]:
    """Facts of all units that have them on a day; nearly every row is wanted, so no index is."""
    return fetch(
        f"SELECT unit_id, {facts} FROM registry_{table} "
        f"WHERE {_holds(f'registry_{table}', known_at)} {condition}",
        on=on.isoformat(),
        at=as_instant(known_at),
    )


def unit_on(key: str, on: date, known_at: datetime | None = None) -> Unit | None:
    """One unit as it stands on a day, or None; three small queries."""
    version, code, ties = (
        model.objects.on(on).known_at(known_at).filter(unit__key=askable(key))
        for model in (models.Version, models.Code, models.Tie)
    )
    stands = version.first()
    if stands is None:
        return None
    above = dict(ties.values_list("hierarchy", "parent__key"))
    return Unit(
        key,
        stands.level,
        stands.kind,
        stands.name,
        code.filter(scheme=models.OFFICIAL).values_list("code", flat=True).first(),
        above.pop(PRINCIPAL, None),
        tuple(above.items()),
    )


def keys_above(key: str, on: date, known_at: datetime | None = None) -> list[str]:
    """The key itself and the keys of all units above it on a day, in the principal hierarchy."""
    rows = fetch(
        f"""
        WITH RECURSIVE above(id) AS (
          SELECT id FROM registry_unit WHERE key = %(key)s
          UNION
          SELECT tie.parent_id FROM registry_tie tie JOIN above ON tie.unit_id = above.id
          WHERE tie.hierarchy = '{PRINCIPAL}' AND {_holds("tie", known_at)}
        )
        SELECT key FROM registry_unit WHERE id IN (SELECT id FROM above)
        """,
        key=key,
        on=on.isoformat(),
        at=as_instant(known_at),
    )
    return [key for (key,) in rows]


def keys_answering(key: str | Collection[str], on: date) -> set[str]:
    """The key, or keys, and those of the units that answer for one of them (phụ trách) on a day."""
    return set().union(*answering_for([key] if isinstance(key, str) else key, on).values())


def answering_for(asked: Collection[str], on: date) -> dict[str, set[str]]:
    """By the key of each unit its own and those of the units that answer for it on a day.

    They are those above it in the hierarchies in which the jurisdiction file says that whoever is
    above answers; of a unit that has ended, on the last day it stood. One query for all, in which
    `bound.day` is the first day after that on which is looked; the file is asked where a unit
    stands in several hierarchies.
    """
    keys = {*asked}
    ties = fetch(
        f"""
        WITH RECURSIVE bound(start, day) AS (
          SELECT unit.id,
                 CASE WHEN max(coalesce(version.valid_to, %(after)s)) < %(after)s
                      THEN max(version.valid_to) ELSE %(after)s END
          FROM ({members("keys")}) asked JOIN registry_unit unit ON unit.key = asked.value
          LEFT JOIN registry_version version
            ON version.unit_id = unit.id AND version.recorded_to IS NULL
          GROUP BY unit.id
        ),
        above(start, unit_id, hierarchy, id) AS (
          SELECT start, CAST(NULL AS bigint), CAST(NULL AS varchar(40)), start FROM bound
          UNION
          SELECT above.start, tie.unit_id, tie.hierarchy, tie.parent_id
          FROM registry_tie tie JOIN above ON tie.unit_id = above.id
          JOIN bound ON bound.start = above.start
          WHERE tie.recorded_to IS NULL
            AND (tie.valid_from IS NULL OR tie.valid_from < bound.day)
            AND (tie.valid_to IS NULL OR tie.valid_to >= bound.day)
        )
        SELECT origin.key, unit.key, above.hierarchy, parent.key FROM above
        JOIN registry_unit origin ON origin.id = above.start
        JOIN registry_unit unit ON unit.id = above.unit_id
        JOIN registry_unit parent ON parent.id = above.id
        """,
        keys=json.dumps(sorted(keys)),
        after=(on + timedelta(days=1)).isoformat(),
    )
    several = any(hierarchy != PRINCIPAL for _start, _unit, hierarchy, _parent in ties)
    answering = jurisdiction().answering if several else {PRINCIPAL}
    lines: dict[str, list[tuple[str, str]]] = {one: [] for one in keys}
    for start, unit, line, parent in ties:
        if line in answering:
            lines[start].append((unit, parent))
    return {one: _reached(one, line) for one, line in lines.items()}


def _reached(key: str, ties: list[tuple[str, str]]) -> set[str]:
    """The key and all that is reached from it over ties of a unit and one above it."""
    above: dict[str, list[str]] = {}
    for unit, parent in ties:
        above.setdefault(unit, []).append(parent)
    found, waiting = {key}, [key]
    while waiting:
        new = {*above.get(waiting.pop(), ())} - found
        found |= new
        waiting += new
    return found


def _holds(table: str, known_at: datetime | None) -> str:
    """The condition that a row is in force on `%(on)s` and known at `%(at)s`, or now."""
    in_force = (
        f"({table}.valid_from IS NULL OR {table}.valid_from <= %(on)s)"
        f" AND ({table}.valid_to IS NULL OR {table}.valid_to > %(on)s)"
    )
    return f"{is_known(table, known_at)} AND {in_force}"


def is_known(table: str, known_at: datetime | None) -> str:
    """The condition that a row was known at `%(at)s`, or is known now."""
    if known_at is None:
        return f"{table}.recorded_to IS NULL"
    return (
        f"{table}.recorded_from <= %(at)s"
        f" AND ({table}.recorded_to IS NULL OR {table}.recorded_to > %(at)s)"
    )


def as_instant(at: datetime | None) -> str | None:
    """An instant as the database compares it."""
    if at is None:
        return None
    return connection.ops.adapt_datetimefield_value(at)


def counts(on: date, known_at: datetime | None = None, under: str | None = None) -> dict[str, int]:
    """How many areas stand at each level of the jurisdiction, highest first; one below `under`."""
    below = f"""
        WITH RECURSIVE below(id) AS (
          SELECT id FROM registry_unit WHERE key = %(under)s
          UNION
          SELECT tie.unit_id FROM registry_tie tie JOIN below ON tie.parent_id = below.id
          WHERE tie.hierarchy = '{PRINCIPAL}' AND {_holds("tie", known_at)}
        )
        SELECT level, count(*) FROM registry_version version JOIN below ON unit_id = below.id
        WHERE unit_id <> (SELECT id FROM registry_unit WHERE key = %(under)s) AND"""
    found = dict(
        fetch(
            f"{below if under else 'SELECT level, count(*) FROM registry_version version WHERE'} "
            f"{_holds('version', known_at)} GROUP BY level",
            on=on.isoformat(),
            at=as_instant(known_at),
            under=under,
        )
    )
    return {level: found.get(level, 0) for level in jurisdiction().areas}


@dataclass(frozen=True)
class Counted:
    """How many areas stand at each level, and whether there are sources for all of them.

    Where there are none the figures are no fact: what has ended before nobody knows is missing.
    """

    levels: dict[str, int]
    is_covered: bool

    @property
    def document(self) -> dict[str, Any]:
        """As programs get it; `covered` is there only where it is false."""
        return {"levels": self.levels, **({} if self.is_covered else {"covered": False})}


def counted(on: date, known_at: datetime | None = None, under: str | None = None) -> Counted:
    """How many areas stand on a day, in all or below one unit."""
    path = keys_above(under, on, known_at) if under else []
    return Counted(counts(on, known_at, under), read_coverage(register()).covers(path, on))


class NoSuchUnit(NotHere):
    """No unit has this key, and none bears this code on that day; those who do on others are told.

    A program that reads it is told so by its code.
    """

    code = "no-such-unit"

    def __init__(self, given: str, asked: Asked, borne: Sequence[Bearer] = ()) -> None:
        words = _("There is no unit %(given)s on %(day)s: give its key, or its code on that day.")
        if borne:
            other = no_bearer(given, asked, borne)
            super().__init__(other.sentence, other.instead)
        else:
            super().__init__(words % {"given": given[:64], "day": day(asked.on)})


def unit_key(
    given: str | None, on: date, known_at: datetime | None = None, or_as: Asked | None = None
) -> str | None:
    """The key of the unit meant by a key, or by a code on a day; None means the whole.

    `or_as` is another day on which the code may be borne. Raises `NoSuchUnit`.
    """
    if not given:
        return None
    given, words = askable(given), jurisdiction()
    if given == words.root:
        return None
    if models.Unit.objects.filter(key=given).exists():
        return given
    borne = bearers(given, known_at, words)
    meant = [bearer.key for bearer in borne if on in bearer.period]
    if or_as and not meant:
        others = bearers(given, or_as.known_at, words)
        meant = [bearer.key for bearer in others if or_as.on in bearer.period]
    if not meant:
        raise NoSuchUnit(given, Asked(on, known_at), borne)
    return meant[0]


def unit(given: str, on: date, known_at: datetime | None = None) -> models.Unit:
    """The unit meant by a key, or by a code on a day. Raises `NoSuchUnit`."""
    key = unit_key(given, on, known_at)
    if key is None:
        raise NoSuchUnit(given, Asked(on, known_at))
    return models.Unit.objects.get(key=key)


def instrument_numbers() -> dict[int, str]:
    """The numbers of all instruments by their id."""
    return dict(Instrument.objects.values_list("id", "number"))


def instrument_numbered(number: str) -> Instrument | None:
    """The instrument with this number; of several the one issued last."""
    return Instrument.objects.filter(number=askable(number)).order_by("issued").last()


def locations(days: Mapping[str, date]) -> dict[str, Location]:
    """Where units lie, by key, each on its own day; those without a known place are left out."""
    held = (
        models.Version.objects.known_at()
        .filter(unit__key__in=[*days])
        .values_list("unit__key", "valid_from", "valid_to", "latitude", "longitude", "area_km2")
    )
    return {
        key: Location(latitude, longitude, area)
        for key, start, end, latitude, longitude, area in held
        if days[key] in Period(start, end) and latitude is not None
    }


def instruments_behind(ids: Iterable[int], ended: str) -> list[Instrument]:
    """Instruments with these ids, and that under which a unit ended, in order of numbers."""
    ending = models.Version.objects.known_at().filter(unit__key=ended).values("ended_under")
    wanted = Q(pk__in=[*ids]) | Q(pk__in=ending)
    return list(Instrument.objects.filter(wanted).order_by("number"))


def contacts(keys: Iterable[str], on: date) -> dict[str, models.Contact]:
    """How units are reached on a day, by key; those of which nothing is known are left out."""
    held = models.Contact.objects.on(on).filter(unit__key__in=[*keys]).select_related("unit")
    return {contact.unit.key: contact for contact in held}


def marks_of_instruments() -> dict[str, int]:
    """How many instruments bear each mark of verification."""
    counted = Instrument.objects.values_list("mark").annotate(Count("pk")).order_by()
    return dict(counted)


def sources() -> list[tuple[str, int]]:
    """The sources that versions of units name, with how many name each, most first."""
    named = models.Version.objects.known_at().exclude(source="").values_list("source")
    return list(named.annotate(many=Count("pk")).order_by("-many", "source"))
