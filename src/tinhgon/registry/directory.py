"""The register in memory: names, codes, places and successions of all times.

Answers that need the whole register at once (look-ups, lineage, comparisons) come from here without
a query. Each process reads it once for every revision of the register, as it is known now; as it
was known at an instant it is read for the last change before that, of which a few are kept.
"""

import gc
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from threading import Lock
from typing import Any

from django.db import connection

from tinhgon.domain.lookup import Entry, Index
from tinhgon.domain.periods import Period
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.lineage import Lineage, Reach
from tinhgon.domain.structure.units import PRINCIPAL, Structure
from tinhgon.registry.coverage import read_coverage
from tinhgon.registry.models import OFFICIAL, Code, Register, Succession, Tie, Version
from tinhgon.registry.queries import (
    as_instant,
    is_known,
    jurisdiction_of,
    register,
    revision,
    structure,
)
from tinhgon.temporal.bulk import as_text, collecting_later, fetch


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
    evidence: str = ""


class Directory:
    """All units of all times, by key, as known at an instant (now, if none is given).

    `place` is the key of the unit that the installation serves; None where that is the whole.
    """

    def __init__(self, held: Register, known_at: datetime | None = None) -> None:
        self.jurisdiction = jurisdiction_of(held)
        self.revision = held.revision
        self.place = held.place.key if held.place else None
        self.coverage = read_coverage(held)
        with collecting_later():
            self.entries = _entries(known_at)
            self.lineage = Lineage(_edges(known_at))
        self._lock = Lock()

    @property
    def index(self) -> Index:
        """The index that understands what people type; made once, when it is first needed."""
        with self._lock:
            return self._index

    @cached_property
    def _index(self) -> Index:
        with collecting_later():
            return Index(
                (e for entries in self.entries.values() for e in entries), self.jurisdiction
            )

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

    def life(self, key: str) -> Period:
        """The period from the first day on which a unit is known to its end."""
        held = self.entries[key]
        return Period(held[0].period.start, held[-1].period.end)

    def bearers(self, code: str | None, day: date) -> list[Entry]:
        """The units that bear a code on a day: one at most."""
        return [entry for entry in self._by_code.get(code, ()) if day in entry.period]

    @cached_property
    def _by_code(self) -> dict[str | None, list[Entry]]:
        borne: dict[str | None, list[Entry]] = {}
        for entries in self.entries.values():
            for entry in entries:
                if entry.code:
                    borne.setdefault(entry.code, []).append(entry)
        return borne

    def namesakes(self, name: str) -> list[Entry]:
        """The areas that bear a name at any time, of whatever kind; those renamed several times."""
        return self._by_name.get(name, [])

    @cached_property
    def _by_name(self) -> dict[str, list[Entry]]:
        borne: dict[str, list[Entry]] = {}
        for entries in self.areas.values():
            for entry in entries:
                borne.setdefault(entry.name, []).append(entry)
        return borne

    def children(self, key: str | None, day: date) -> list[Entry]:
        """The units directly under one on a day, in the principal hierarchy, areas and bodies."""
        return [entry for entry in self._below.get(key, ()) if day in entry.period]

    def below(self, key: str | None, day: date) -> list[Entry]:
        """Of the units directly under one those of its own sort: areas under an area."""
        bodies = self.is_body(key)
        return [e for e in self.children(key, day) if bodies or self.jurisdiction.is_area(e.level)]

    def bodies(self, key: str, day: date) -> list[Entry]:
        """The bodies directly under a unit on a day."""
        is_area = self.jurisdiction.is_area
        return [entry for entry in self.children(key, day) if not is_area(entry.level)]

    def is_body(self, key: str | None) -> bool:
        """Whether a unit is a body; what stands nowhere is not."""
        held = self.entries.get(key or "")
        return bool(held) and not self.jurisdiction.is_area(held[0].level)

    @cached_property
    def areas(self) -> dict[str, list[Entry]]:
        """All areas of all times, by key."""
        return {key: held for key, held in self.entries.items() if not self.is_body(key)}

    @cached_property
    def _below(self) -> dict[str | None, list[Entry]]:
        below: dict[str | None, list[Entry]] = {}
        for entries in self.entries.values():
            for entry in entries:
                below.setdefault(entry.parent, []).append(entry)
        return below

    @cached_property
    def most_shared(self) -> list[str]:
        """The areas with several successors, those with the most first."""
        ways = self.lineage.forward.items()
        shared = {key: len(edges) for key, edges in ways if len(edges) > 1 and key in self.areas}
        return sorted(shared, key=lambda key: (-shared[key], key))

    def turning_on(self, day: date) -> int:
        """How many areas begin, end or change on a day."""
        return sum(
            any(day in (entry.period.start, entry.period.end) for entry in held)
            for held in self.areas.values()
        )

    def tally(self, day: date, under: str | None = None) -> Counter[tuple[str, str]]:
        """How many units of each level and kind stand below one on a day; below None, in all.

        Of an area the areas are counted, of a body the bodies.
        """
        found: Counter[tuple[str, str]] = Counter()
        waiting = self.below(under, day)
        while waiting:
            entry = waiting.pop()
            found[entry.level, entry.kind] += 1
            waiting += self.below(entry.unit, day)
        return found

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
        for child in self.below(key, asked_on):
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
        """The days on which any area begins, ends or changes, earliest first."""
        return _turns(self.areas.values())

    @cached_property
    def days_of_bodies(self) -> list[date]:
        """The days on which any body begins, ends or changes, earliest first."""
        return _turns(held for key, held in self.entries.items() if key not in self.areas)


Kept = tuple[str, datetime | None]
"""A database, and the last change before the instant asked about; None is the present."""

BEFORE_ALL = timedelta(microseconds=1)
MOST_PAST = 3
MOST_STRUCTURES = 8
_kept: dict[Kept, Directory] = {}
_locks: dict[Kept, Lock] = {}


def directory(known_at: datetime | None = None) -> Directory:
    """The directory of the present revision; one small query where it is already in memory.

    With an instant, as it was known then.
    """
    now = revision()
    which = _database(), _last_change(known_at, now)
    kept = _kept.get(which)
    if kept is None or kept.revision != now:
        with _locks.setdefault(which, Lock()):  # whoever waited here finds it read
            kept = _kept.get(which)
            if kept is None or kept.revision != revision():
                kept = _keep(which, _read(which[1]))
    return kept


def structure_on(day: date, known_at: datetime | None = None) -> Structure:
    """The apparatus in force on a day; those last asked for are kept for their revision."""
    now = revision()
    return _structure(_database(), now, day, _last_change(known_at, now))


@lru_cache(maxsize=MOST_STRUCTURES)
def _structure(database: str, revision: int, day: date, known_at: datetime | None) -> Structure:
    return structure(day, known_at)


def at_levels(day: date, known_at: datetime | None, levels: tuple[str, ...]) -> Structure:
    """The units of some levels that stand on a day; kept as structures are."""
    now = revision()
    return _at_levels(_database(), now, day, _last_change(known_at, now), levels)


@lru_cache(maxsize=MOST_STRUCTURES)
def _at_levels(
    database: str, revision: int, day: date, known_at: datetime | None, levels: tuple[str, ...]
) -> Structure:
    whole = _structure(database, revision, day, known_at)
    found = [unit for unit in whole if unit.level in levels]
    return whole if len(found) == len(whole) else Structure(found)


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _last_change(known_at: datetime | None, now: int) -> datetime | None:
    """The last change of the register until an instant; None where none came after it.

    So everybody who asks about one state of knowledge is answered from one directory.
    """
    if known_at is None:
        return None
    instants = _instants(_database(), now)
    place = bisect_right(instants, known_at)
    if place == len(instants):
        return None
    return instants[place - 1] if place else instants[0] - BEFORE_ALL


@lru_cache(maxsize=2)
def _instants(database: str, revision: int) -> list[datetime]:
    """The instants at which anything in the register was changed, earliest first."""
    records = [
        model.objects.order_by().exclude(**{column: None}).values_list(column)
        for model in (Version, Code, Tie, Succession)
        for column in ("recorded_from", "recorded_to")
    ]
    return sorted(at for (at,) in records[0].union(*records[1:]))


def _read(known_at: datetime | None) -> Directory:
    """The register read as of one revision: again, if others changed it meanwhile."""
    read = Directory(register(), known_at)
    return read if read.revision == revision() else _read(known_at)


def _keep(which: Kept, read: Directory) -> Directory:
    """Keep a directory, and of the past the last few."""
    database, known_at = which
    past = [one for one in list(_kept) if one[0] == database and one[1] and one != which]
    for one in past[: len(past) + 1 - MOST_PAST] if known_at else ():
        _kept.pop(one, None)
        _locks.pop(one, None)
    _kept[which] = read
    gc.freeze()  # half a million values that stay: no collection need look through them
    return read


def _entries(known_at: datetime | None) -> dict[str, list[Entry]]:
    codes = _dated("registry_code", "code", known_at, f"AND scheme = '{OFFICIAL}'")
    ties = _dated("registry_tie", "parent_id", known_at, f"AND hierarchy = '{PRINCIPAL}'")
    versions = _dated("registry_version", "level, kind, name", known_at)
    keys = dict(fetch("SELECT id, key FROM registry_unit"))  # last: a unit is never removed
    return {
        keys[unit]: list(_pieces(keys[unit], held, codes.get(unit, ()), ties.get(unit, ()), keys))
        for unit, held in versions.items()
    }


Dated = tuple[Period, tuple[Any, ...]]


def _dated(
    table: str, facts: str, known_at: datetime | None, condition: str = ""
) -> dict[int, list[Dated]]:
    """Facts of each unit with their periods, earliest first."""
    found: dict[int, list[Dated]] = {}
    for unit, start, end, *held in fetch(
        f"SELECT unit_id, {as_text('valid_from')}, {as_text('valid_to')}, {facts} FROM {table} "
        f"WHERE {is_known(table, known_at)} {condition} "
        "ORDER BY unit_id, valid_from IS NOT NULL, valid_from",
        at=as_instant(known_at),
    ):
        found.setdefault(unit, []).append((_period(start, end), tuple(held)))
    return found


@cache
def _period(start: str | None, end: str | None) -> Period:
    """The period between two days in ISO form; units that changed together share it."""
    return Period(start and date.fromisoformat(start), end and date.fromisoformat(end))


def _pieces(
    key: str,
    versions: list[Dated],
    codes: Sequence[Dated],
    ties: Sequence[Dated],
    keys: dict[int, str],
) -> Iterator[Entry]:
    """The stretches in which neither name nor code nor place of a unit changes."""
    others = [period for period, _ in (*codes, *ties)]
    for period, (level, kind, name) in versions:
        for piece in _cut(period, others):
            parent = _during(piece, ties)
            above = keys[parent] if parent else None
            yield Entry(key, level, kind, name, _during(piece, codes), above, piece)


def _during(piece: Period, dated: Iterable[Dated]) -> Any:
    """The fact that holds in a period, or None."""
    for period, facts in dated:
        if period is piece or period.overlaps(piece):
            return facts[0]
    return None


def _cut(period: Period, others: list[Period]) -> list[Period]:
    """A period cut wherever another begins or ends inside it."""
    if all(other is period or other == period for other in others):
        return [period]
    days = {day for other in others for day in (other.start, other.end) if day}
    inside = sorted(
        day
        for day in days
        if (period.start is None or day > period.start) and (period.end is None or day < period.end)
    )
    bounds = [period.start, *inside, period.end]
    return [Period(start, end) for start, end in pairwise(bounds)]


def _turns(entries: Iterable[list[Entry]]) -> list[date]:
    """The days on which any of some entries begins or ends, earliest first."""
    periods = {entry.period for held in entries for entry in held}
    return sorted({day for one in periods for day in (one.start, one.end) if day})


_day = cache(date.fromisoformat)


def _edges(known_at: datetime | None) -> Iterator[Edge]:
    return edges_where(is_known("t", known_at), at=as_instant(known_at))


def edges_where(condition: str, **values: Any) -> Iterator[Edge]:
    """The successions `t` for which an SQL condition holds; one query."""
    carried: dict[str | None, frozenset[Aspect] | None] = {None: None}
    for day, predecessor, successor, extent, carries, *others in fetch(
        f"SELECT {as_text('t.day')}, p.key, s.key, t.extent, t.carries, t.main, t.verb, "
        "t.instrument_id, t.clause, t.evidence FROM registry_succession t "
        "JOIN registry_unit p ON p.id = t.predecessor_id "
        "JOIN registry_unit s ON s.id = t.successor_id "
        f"WHERE {condition}",
        **values,
    ):
        if carries not in carried:
            carried[carries] = frozenset(Aspect(aspect) for aspect in carries.split(","))
        main, *facts = others
        yield Edge(_day(day), predecessor, successor, extent, carried[carries], bool(main), *facts)
