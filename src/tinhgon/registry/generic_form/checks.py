"""What must be true of the rows of a folder taken together, and with what is already registered."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period
from tinhgon.registry.generic_form.folder import ChangeRow, Folder, UnitRow

UNITS, CHANGES, TIES, CONTACTS = "units.csv", "changes.csv", "ties.csv", "contacts.csv"
Stretch = tuple[Period, int | None]
"""A period and the line that states it; None for what the register has."""


@dataclass(frozen=True)
class Known:
    """What the register already holds: periods by key, and bearers of codes."""

    units: Mapping[str, list[Period]]
    codes: Mapping[str, list[tuple[str, Period]]]
    instruments: frozenset[str]


NOTHING = Known({}, {}, frozenset())


def check_folder(folder: Folder, jurisdiction: Jurisdiction, known: Known = NOTHING) -> None:
    """Add to the folder's problems whatever its rows cannot mean together."""
    standing = _standing(folder, known)
    for check in (_versions, _kinds, _codes, _cycles):
        check(folder, jurisdiction, known)
    _parents(folder, jurisdiction, standing)
    _changes(folder, known, standing)
    _ties(folder, jurisdiction, standing)
    _contacts(folder, standing)


def _standing(folder: Folder, known: Known) -> dict[str, list[Stretch]]:
    standing: dict[str, list[Stretch]] = defaultdict(list)
    for key, periods in known.units.items():
        standing[key] += [(period, None) for period in periods]
    for unit in folder.units:
        standing[unit.key].append((unit.period, unit.line))
    return standing


def _versions(folder: Folder, _: Jurisdiction, known: Known) -> None:
    """No version is named twice, and no unit stands twice on one day."""
    first: dict[str, int] = {}
    rows: dict[str, list[UnitRow]] = defaultdict(list)
    for unit in folder.units:
        if unit.version in first:
            folder.problems.add(
                UNITS,
                unit.line,
                "unit_id",
                "named-twice",
                given=unit.version,
                line=first[unit.version],
            )
        first.setdefault(unit.version, unit.line)
        rows[unit.key].append(unit)
    for key, units in rows.items():
        _no_overlap(folder, units, lambda unit: unit.period, key)
        for unit in units:
            if any(unit.period.overlaps(period) for period in known.units.get(key, ())):
                folder.problems.add(UNITS, unit.line, "entity_id", "already-registered", given=key)


def _no_overlap(
    folder: Folder, units: list[UnitRow], period: Callable[[UnitRow], Period], key: str
) -> None:
    ordered = sorted(units, key=lambda unit: unit.period.start or date.min)
    for earlier, later in pairwise(ordered):
        if period(earlier).overlaps(period(later)):
            folder.problems.add(
                UNITS, later.line, "valid_from", "overlap", given=key, line=earlier.line
            )


def _kinds(folder: Folder, jurisdiction: Jurisdiction, _: Known) -> None:
    """Levels and kinds are those of the jurisdiction, and codes have the shape of their level."""
    for unit in folder.units:
        level = jurisdiction.levels.get(unit.level)
        if level is None:
            known = ", ".join(jurisdiction.levels)
            folder.problems.add(
                UNITS, unit.line, "level", "unknown-level", given=unit.level, known=known
            )
        elif unit.kind not in level.kinds:
            known = ", ".join(level.kinds)
            folder.problems.add(
                UNITS, unit.line, "kind", "unknown-kind", given=unit.kind, known=known
            )
        elif unit.code and level.code and not re.fullmatch(level.code, unit.code):
            folder.problems.add(
                UNITS, unit.line, "code", "code-shape", given=unit.code, shape=level.code
            )


def _codes(folder: Folder, _: Jurisdiction, known: Known) -> None:
    """No two units bear one code on one day."""
    bearers: dict[str, list[tuple[str, Period, int | None]]] = defaultdict(list)
    for unit in folder.units:
        if unit.code:
            bearers[unit.code].append((unit.key, unit.period, unit.line))
    for code, borne in bearers.items():
        others = [(key, period, None) for key, period in known.codes.get(code, ())]
        ordered = sorted([*others, *borne], key=lambda bearer: bearer[1].start or date.min)
        for (key, period, line), (other, later, at) in pairwise(ordered):
            if key != other and period.overlaps(later):
                folder.problems.add(
                    UNITS, at or line, "code", "code-taken", given=code, other=key if at else other
                )


def _parents(
    folder: Folder, jurisdiction: Jurisdiction, standing: Mapping[str, list[Stretch]]
) -> None:
    """A parent stands for as long as its children do, and is of a higher level."""
    level_of = {unit.key: unit.level for unit in folder.units}
    for unit in folder.units:
        if unit.parent is None:
            continue
        if unit.parent not in standing:
            folder.problems.add(UNITS, unit.line, "parent_id", "unknown-parent", given=unit.parent)
        elif not _covered(unit.period, [period for period, _ in standing[unit.parent]]):
            folder.problems.add(UNITS, unit.line, "parent_id", "parent-gone", given=unit.parent)
        own = jurisdiction.levels.get(unit.level)
        above = jurisdiction.levels.get(level_of.get(unit.parent, ""))
        if own and above and above.rank >= own.rank:
            folder.problems.add(
                UNITS, unit.line, "parent_id", "level-order", given=unit.parent, level=above.key
            )


def _cycles(folder: Folder, _: Jurisdiction, __: Known) -> None:
    """No unit stands below itself, whatever the levels say."""
    above: dict[str, set[str]] = defaultdict(set)
    line = {unit.key: unit.line for unit in folder.units}
    for unit in folder.units:
        if unit.parent:
            above[unit.key].add(unit.parent)
    done: set[str] = set()
    for start in above:
        circle = _circle(start, above, done)
        if circle:
            folder.problems.add(
                UNITS, line[circle[0]], "parent_id", "cycle", given=" → ".join([*circle, circle[0]])
            )


def _circle(start: str, above: Mapping[str, set[str]], done: set[str]) -> list[str]:
    """The units of a circle reached from `start`, or none; walked units are added to `done`."""
    trail: list[str] = []
    waiting: list[tuple[str, bool]] = [(start, False)]
    while waiting:
        key, leaving = waiting.pop()
        if leaving:
            trail.pop()
            done.add(key)
        elif key in trail:
            done.update(trail)
            return trail[trail.index(key) :]
        elif key not in done:
            trail.append(key)
            waiting.append((key, True))
            waiting += [(parent, False) for parent in sorted(above.get(key, ()))]
    return []


def _changes(folder: Folder, known: Known, standing: Mapping[str, list[Stretch]]) -> None:
    """Both ends of a change stand around its day, and its instrument is listed."""
    numbers = known.instruments | {row.number for row in folder.instruments}
    keys = {unit.version: unit.key for unit in folder.units}
    for change in folder.changes:
        if change.instrument and change.instrument not in numbers:
            folder.problems.add(
                CHANGES, change.line, "instrument", "unknown-instrument", given=change.instrument
            )
        if not change.predecessor:
            folder.problems.add(CHANGES, change.line, "predecessor", "empty-cell")
        before = change.day - timedelta(days=1)
        _end(folder, change, "predecessor", change.predecessor, before, keys, standing)
        _end(folder, change, "successor", change.successor, change.day, keys, standing)


def _end(
    folder: Folder,
    change: ChangeRow,
    column: str,
    version: str | None,
    on: date,
    keys: Mapping[str, str],
    standing: Mapping[str, list[Stretch]],
) -> None:
    if not version:
        return
    periods = [period for period, _ in standing.get(keys.get(version, version), ())]
    facts: dict[str, Any] = {"given": version, "day": on.isoformat()}
    if not periods:
        folder.problems.add(CHANGES, change.line, column, f"unknown-{column}", **facts)
    elif not any(on in period for period in periods):
        folder.problems.add(CHANGES, change.line, column, f"{column}-not-standing", **facts)


def _ties(
    folder: Folder, jurisdiction: Jurisdiction, standing: Mapping[str, list[Stretch]]
) -> None:
    for tie in folder.ties:
        if tie.hierarchy not in jurisdiction.hierarchies:
            known = ", ".join(jurisdiction.hierarchies)
            folder.problems.add(
                TIES, tie.line, "hierarchy", "unknown-hierarchy", given=tie.hierarchy, known=known
            )
        for column, key in (("entity_id", tie.key), ("parent_id", tie.parent)):
            if key not in standing:
                folder.problems.add(TIES, tie.line, column, "unknown-unit", given=key)
    _distinct(
        folder, TIES, [((tie.key, tie.hierarchy), tie.period, tie.line) for tie in folder.ties]
    )


def _contacts(folder: Folder, standing: Mapping[str, list[Stretch]]) -> None:
    for contact in folder.contacts:
        if contact.key not in standing:
            folder.problems.add(
                CONTACTS, contact.line, "entity_id", "unknown-unit", given=contact.key
            )
    _distinct(folder, CONTACTS, [(c.key, c.period, c.line) for c in folder.contacts])


def _distinct(folder: Folder, file: str, rows: Iterable[tuple[Any, Period, int]]) -> None:
    """No two rows of one subject share a day."""
    seen: dict[Any, list[tuple[Period, int]]] = defaultdict(list)
    for subject, period, line in rows:
        for other, at in seen[subject]:
            if period.overlaps(other):
                given = subject if isinstance(subject, str) else subject[0]
                folder.problems.add(file, line, "valid_from", "overlap", given=given, line=at)
        seen[subject].append((period, line))


def _covered(wanted: Period, periods: list[Period]) -> bool:
    """Whether the periods, laid end to end, cover the wanted one without a gap."""
    reached = wanted.start
    for period in sorted(periods, key=lambda period: period.start or date.min):
        starts = period.start is None or (reached is not None and period.start <= reached)
        if starts and (period.end is None or reached is None or period.end > reached):
            if period.end is None:
                return True
            reached = period.end
    return (
        wanted.end is not None and reached is not None and reached >= wanted.end and bool(periods)
    )
