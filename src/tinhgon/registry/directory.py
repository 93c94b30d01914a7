"""The register in memory, as it is known now: names, codes, places and successions of all times.

Answers that need the whole register at once (look-ups, lineage, comparisons) come from here without
a query. Each process reads it once for every revision of the register.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from threading import Lock
from typing import Any

from django.db import connection

from tinhgon.domain.jurisdictions import Jurisdiction, read_jurisdiction
from tinhgon.domain.lookup import Entry, Index
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage, Reach
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.registry.models import OFFICIAL
from tinhgon.registry.queries import register
from tinhgon.temporal.bulk import fetch


@dataclass(frozen=True, slots=True)
class Edge:
    """A succession as lineage follows it, with what a page says about it."""

    day: date
    predecessor: str
    successor: str
    extent: str
    carries: frozenset[Aspect] | None
    main: bool
    verb: str
    instrument: int | None
    clause: str


class Directory:
    """All units of all times, by key."""

    def __init__(self, jurisdiction: Jurisdiction, revision: int) -> None:
        self.jurisdiction, self.revision = jurisdiction, revision
        self.entries = _entries()
        self.lineage = Lineage(_edges())

    @cached_property
    def index(self) -> Index:
        """The index that understands what people type."""
        return Index((e for entries in self.entries.values() for e in entries), self.jurisdiction)

    @cached_property
    def _starts(self) -> dict[str, list[date]]:
        return {
            key: [e.period.start or date.min for e in held] for key, held in self.entries.items()
        }

    def on(self, key: str, day: date) -> Entry | None:
        """The unit as it stands on a day, or None."""
        place = bisect_right(self._starts.get(key, ()), day)
        entry = self.entries[key][place - 1] if place else None
        return entry if entry and day in entry.period else None

    def stands(self, key: str, day: date) -> bool:
        """Whether a unit stands on a day."""
        return self.on(key, day) is not None

    def latest(self, key: str) -> Entry:
        """The unit as it stood, or stands, last."""
        return self.entries[key][-1]

    def children(self, key: str | None, day: date) -> list[Entry]:
        """The units directly under one on a day, in the principal hierarchy."""
        return [entry for entry in self._below.get(key, ()) if day in entry.period]

    @cached_property
    def _below(self) -> dict[str | None, list[Entry]]:
        below: dict[str | None, list[Entry]] = {}
        for entries in self.entries.values():
            for entry in entries:
                below.setdefault(entry.parent, []).append(entry)
        return below

    def path(self, entry: Entry, day: date | None = None) -> tuple[Entry, ...]:
        """An entry and those above it on a day (by default the last of its period)."""
        day = day or entry.period.last_day or date.max
        path = [entry]
        while (above := self.on(path[-1].parent or "", day)) and above not in path:
            path.append(above)
        return tuple(path)

    def reach(self, key: str, asked_on: date, on: date) -> list[Reach]:
        """Where what a unit held on one day is to be found on another.

        A unit that ended without successors, as a whole level may, is found where the units that
        stood below it are.
        """
        found = self.lineage.between(key, asked_on, on, self.stands)
        if found:
            return found
        held: dict[str, frozenset[Aspect]] = {}
        for child in self.children(key, asked_on):
            for reach in self.reach(child.unit, asked_on, on):
                held[reach.unit] = held.get(reach.unit, frozenset()) | reach.carries
        return [Reach(unit, held[unit]) for unit in sorted(held)]

    def full_name(self, entry: Entry) -> str:
        """Kind and name as they are written together."""
        return self.jurisdiction.full_name(entry.kind, entry.name)

    def address(self, path: Iterable[Entry]) -> str:
        """«Phường Đại Mỗ, Quận Nam Từ Liêm, Thành phố Hà Nội»."""
        return ", ".join(self.full_name(entry) for entry in path)

    @cached_property
    def days_of_change(self) -> list[date]:
        """The days on which any unit begins, ends or changes, earliest first."""
        starts = {e.period.start for held in self.entries.values() for e in held}
        ends = {e.period.end for held in self.entries.values() for e in held}
        return sorted(day for day in starts | ends if day)


_kept: dict[str, Directory] = {}
_lock = Lock()


def directory() -> Directory:
    """The directory of the present revision; one query where it is already in memory."""
    held = register()
    database = str(connection.settings_dict["NAME"])
    kept = _kept.get(database)
    if kept is None or kept.revision != held.revision:
        with _lock:
            kept = Directory(read_jurisdiction(held.jurisdiction), held.revision)
            _kept[database] = kept
    return kept


def _entries() -> dict[str, list[Entry]]:
    keys = dict(fetch("SELECT id, key FROM registry_unit"))
    codes = _dated(
        f"SELECT unit_id, valid_from, valid_to, code FROM registry_code "
        f"WHERE recorded_to IS NULL AND scheme = '{OFFICIAL}'"
    )
    ties = _dated(
        f"SELECT unit_id, valid_from, valid_to, parent_id FROM registry_tie "
        f"WHERE recorded_to IS NULL AND hierarchy = '{PRINCIPAL}'"
    )
    versions = _dated(
        "SELECT unit_id, valid_from, valid_to, level, kind, name "
        "FROM registry_version WHERE recorded_to IS NULL"
    )
    return {
        keys[unit]: list(_pieces(keys[unit], held, codes.get(unit, ()), ties.get(unit, ()), keys))
        for unit, held in versions.items()
    }


Dated = tuple[Period, tuple[Any, ...]]


def _dated(query: str) -> dict[int, list[Dated]]:
    """Facts of each unit with their periods, earliest first."""
    days: dict[Any, date | None] = {None: None}
    periods: dict[tuple[Any, Any], Period] = {}
    found: dict[int, list[Dated]] = {}
    for unit, start, end, *facts in fetch(
        query + " ORDER BY unit_id, valid_from IS NOT NULL, valid_from"
    ):
        period = periods.get((start, end))
        if period is None:
            for day in (start, end):
                days.setdefault(day, date.fromisoformat(day) if isinstance(day, str) else day)
            period = periods[start, end] = Period(days[start], days[end])
        found.setdefault(unit, []).append((period, tuple(facts)))
    return found


def _pieces(
    key: str,
    versions: list[Dated],
    codes: Iterable[Dated],
    ties: Iterable[Dated],
    keys: dict[int, str],
) -> Iterator[Entry]:
    """The stretches in which neither name nor code nor place of a unit changes."""
    codes, ties = list(codes), list(ties)
    for period, (level, kind, name) in versions:
        for piece in _cut(period, [p for p, _ in codes] + [p for p, _ in ties]):
            code = next((facts[0] for p, facts in codes if p.overlaps(piece)), None)
            parent = next((facts[0] for p, facts in ties if p.overlaps(piece)), None)
            above = keys[parent] if parent else None
            yield Entry(key, level, kind, name, code, above, piece)


def _cut(period: Period, others: list[Period]) -> list[Period]:
    """A period cut wherever another begins or ends inside it."""
    if all(other == period for other in others):
        return [period]
    days = {day for other in others for day in (other.start, other.end) if day}
    inside = sorted(
        day
        for day in days
        if (period.start is None or day > period.start) and (period.end is None or day < period.end)
    )
    bounds = [period.start, *inside, period.end]
    return [Period(start, end) for start, end in pairwise(bounds)]


def _edges() -> Iterator[Edge]:
    carried: dict[str | None, frozenset[Aspect] | None] = {None: None}
    for day, predecessor, successor, extent, carries, *others in fetch(
        "SELECT t.day, p.key, s.key, t.extent, t.carries, t.main, t.verb, t.instrument_id, "
        "t.clause FROM registry_succession t JOIN registry_unit p ON p.id = t.predecessor_id "
        "JOIN registry_unit s ON s.id = t.successor_id WHERE t.recorded_to IS NULL"
    ):
        if carries not in carried:
            carried[carries] = frozenset(Aspect(aspect) for aspect in carries.split(","))
        on = date.fromisoformat(day) if isinstance(day, str) else day
        main, verb, instrument, clause = others
        yield Edge(
            on,
            predecessor,
            successor,
            extent,
            carried[carries],
            bool(main),
            verb,
            instrument,
            clause,
        )
