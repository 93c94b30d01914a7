"""What must be true of the rows of a folder taken together, and with what is already registered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from tinhgon.domain.jurisdictions import Jurisdiction
from tinhgon.domain.periods import Period, first_gap
from tinhgon.domain.structure.units import PRINCIPAL
from tinhgon.domain.structure.vocabulary import BY_WORD
from tinhgon.registry.generic_form.folder import Folder
from tinhgon.registry.generic_form.rows import ChangeRow, UnitRow
from tinhgon.registry.models import Mandate

UNITS, CHANGES, INSTRUMENTS = "units.csv", "changes.csv", "instruments.csv"
TIES, CONTACTS, COVERAGE = "ties.csv", "contacts.csv", "coverage.csv"
MANDATES = "mandates.csv"

Standing = Mapping[str, list[tuple[Period, str]]]
"""For each unit the periods in which it stands, with its level: of the folder and the register."""


@dataclass(frozen=True)
class Known:
    """What the register already holds, by key: units, codes, ties, contacts, instruments, leads.

    `instruments` counts how many bear a number: they are numbered anew every year.
    """

    units: Standing = field(default_factory=dict)
    codes: Mapping[str, list[tuple[str, Period]]] = field(default_factory=dict)
    ties: Mapping[tuple[str, str], list[Period]] = field(default_factory=dict)
    contacts: Mapping[str, list[Period]] = field(default_factory=dict)
    instruments: Mapping[str, int] = field(default_factory=dict)
    leads: Mapping[tuple[str, str], list[Period]] = field(default_factory=dict)


NOTHING = Known()


def check_folder(folder: Folder, jurisdiction: Jurisdiction, known: Known = NOTHING) -> None:
    """Add to the folder's problems whatever its rows cannot mean together."""
    standing = _standing(folder, known)
    if not standing:
        folder.problems.add(UNITS, None, None, "no-rows")
    for check in (_versions, _kinds, _codes, _cycles):
        check(folder, jurisdiction, known)
    _parents(folder, jurisdiction, standing)
    _instruments(folder, known)
    _changes(folder, standing)
    _ties(folder, jurisdiction, known, standing)
    _contacts(folder, known, standing)
    _mandates(folder, jurisdiction, known, standing)
    _coverage(folder, jurisdiction, standing)


def _standing(folder: Folder, known: Known) -> Standing:
    standing: dict[str, list[tuple[Period, str]]] = defaultdict(list)
    for key, periods in known.units.items():
        standing[key] += periods
    for unit in folder.units:
        standing[unit.key].append((unit.period, unit.level))
    return standing


def _gap(wanted: Period, standing: list[tuple[Period, str]]) -> str | None:
    """The first day of a period on which a unit does not stand, in words; None if there is none."""
    gap = first_gap(wanted, (period for period, _ in standing))
    day = gap and (gap.start or gap.last_day)
    return (day.isoformat() if day else "…") if gap else None


def _versions(folder: Folder, _: Jurisdiction, known: Known) -> None:
    """No version is named twice, and no unit stands twice on one day."""
    _named_once(folder, UNITS, "unit_id", [(unit.version, unit.line) for unit in folder.units])
    rows: dict[str, list[UnitRow]] = defaultdict(list)
    for unit in folder.units:
        rows[unit.key].append(unit)
    for key, units in rows.items():
        _no_overlap(folder, units, key)
        for unit in units:
            if any(unit.period.overlaps(period) for period, _ in known.units.get(key, ())):
                folder.problems.add(UNITS, unit.line, "entity_id", "already-registered", given=key)


def _named_once(folder: Folder, file: str, column: str, named: Iterable[tuple[str, int]]) -> None:
    first: dict[str, int] = {}
    for name, line in named:
        if name in first:
            folder.problems.add(file, line, column, "named-twice", given=name, line=first[name])
        first.setdefault(name, line)


def _no_overlap(folder: Folder, units: list[UnitRow], key: str) -> None:
    ordered = sorted(units, key=lambda unit: unit.period.start or date.min)
    for earlier, later in pairwise(ordered):
        if earlier.period.overlaps(later.period):
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


def _parents(folder: Folder, jurisdiction: Jurisdiction, standing: Standing) -> None:
    """A parent stands for as long as its children do, and is of a higher level."""
    for unit in folder.units:
        if unit.parent is None:
            continue
        above = standing.get(unit.parent, [])
        if not above:
            folder.problems.add(UNITS, unit.line, "parent_id", "unknown-parent", given=unit.parent)
        elif _gap(unit.period, above):
            folder.problems.add(UNITS, unit.line, "parent_id", "parent-gone", given=unit.parent)
        own = jurisdiction.levels.get(unit.level)
        for level in {level for period, level in above if period.overlaps(unit.period)}:
            higher = jurisdiction.levels.get(level)
            if own and higher and higher.rank >= own.rank:
                facts = {"given": unit.parent, "level": level}
                folder.problems.add(UNITS, unit.line, "parent_id", "level-order", **facts)


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


def _instruments(folder: Folder, known: Known) -> None:
    """An instrument has one row, and those that changes name are listed or registered once."""
    rows = [(row.number, row.line) for row in folder.instruments]
    _named_once(folder, INSTRUMENTS, "instrument", rows)
    listed = {row.number for row in folder.instruments}
    for change in folder.changes:
        if change.instrument and change.instrument not in listed:
            bearers = known.instruments.get(change.instrument, 0)
            if bearers != 1:
                code = "which-instrument" if bearers else "unknown-instrument"
                folder.problems.add(
                    CHANGES, change.line, "instrument", code, given=change.instrument
                )


def _changes(folder: Folder, standing: Standing) -> None:
    """Both ends of a change stand around its day; only what is established comes from nothing."""
    keys = {unit.version: unit.key for unit in folder.units}
    for change in folder.changes:
        begins = change.successor and BY_WORD[change.operation].verb == "establish"
        if not (change.predecessor or begins):
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
    standing: Standing,
) -> None:
    if not version:
        return
    periods = [period for period, _ in standing.get(keys.get(version, version), ())]
    facts: dict[str, Any] = {"given": version, "day": on.isoformat()}
    if not periods:
        folder.problems.add(CHANGES, change.line, column, f"unknown-{column}", **facts)
    elif not any(on in period for period in periods):
        folder.problems.add(CHANGES, change.line, column, f"{column}-not-standing", **facts)


def _ties(folder: Folder, jurisdiction: Jurisdiction, known: Known, standing: Standing) -> None:
    others = [name for name in jurisdiction.hierarchies if name != PRINCIPAL]
    for tie in folder.ties:
        if tie.hierarchy not in others:
            facts = {"given": tie.hierarchy, "known": ", ".join(others) or "–"}
            folder.problems.add(TIES, tie.line, "hierarchy", "unknown-hierarchy", **facts)
        _stands(folder, TIES, tie, "entity_id", tie.key, standing)
        _stands(folder, TIES, tie, "parent_id", tie.parent, standing)
        if tie.parent == tie.key:
            facts = {"given": f"{tie.key} → {tie.key}"}
            folder.problems.add(TIES, tie.line, "parent_id", "cycle", **facts)
    rows = [((tie.key, tie.hierarchy), tie.period, tie.line) for tie in folder.ties]
    _distinct(folder, TIES, rows, known.ties)


def _contacts(folder: Folder, known: Known, standing: Standing) -> None:
    for contact in folder.contacts:
        _stands(folder, CONTACTS, contact, "entity_id", contact.key, standing)
    rows = [(contact.key, contact.period, contact.line) for contact in folder.contacts]
    _distinct(folder, CONTACTS, rows, known.contacts)


def _mandates(folder: Folder, jurisdiction: Jurisdiction, known: Known, standing: Standing) -> None:
    """A body and an area that stand throughout, a function of the catalogue, one lead a day."""
    listed = {row.number for row in folder.instruments}
    for row in folder.mandates:
        _stands(folder, MANDATES, row, "entity_id", row.key, standing)
        _stands(folder, MANDATES, row, "area_id", row.area, standing)
        if row.function not in jurisdiction.functions:
            facts = {"given": row.function, "known": ", ".join(jurisdiction.functions)}
            folder.problems.add(MANDATES, row.line, "function", "unknown-word", **facts)
        if row.instrument and row.instrument not in listed | {*known.instruments}:
            facts = {"given": row.instrument}
            folder.problems.add(MANDATES, row.line, "instrument", "unknown-instrument", **facts)
    leads = [row for row in folder.mandates if row.role == Mandate.LEAD]
    rows = [((row.function, row.area), row.period, row.line) for row in leads]
    _distinct(folder, MANDATES, rows, known.leads)


def _stands(folder: Folder, file: str, row: Any, column: str, key: str, standing: Standing) -> None:
    """A unit that a row names stands for the whole period of the row."""
    if key not in standing:
        folder.problems.add(file, row.line, column, "unknown-unit", given=key)
        return
    day = _gap(row.period, standing[key])
    if day:
        folder.problems.add(file, row.line, column, "not-standing", day=day)


def _distinct(
    folder: Folder,
    file: str,
    rows: Iterable[tuple[Any, Period, int]],
    known: Mapping[Any, list[Period]],
) -> None:
    """No two rows of one subject share a day, with each other or with what is registered."""
    seen: dict[Any, list[tuple[Period, int]]] = defaultdict(list)
    for subject, period, line in rows:
        given = subject if isinstance(subject, str) else subject[0]
        for other, at in seen[subject]:
            if period.overlaps(other):
                folder.problems.add(file, line, "valid_from", "overlap", given=given, line=at)
        if any(period.overlaps(other) for other in known.get(subject, ())):
            folder.problems.add(file, line, "entity_id", "already-registered", given=given)
        seen[subject].append((period, line))


def _coverage(folder: Folder, jurisdiction: Jurisdiction, standing: Standing) -> None:
    for row in folder.coverage:
        if row.key != jurisdiction.root and row.key not in standing:
            folder.problems.add(COVERAGE, row.line, "entity_id", "unknown-unit", given=row.key)
    _named_once(folder, COVERAGE, "entity_id", [(row.key, row.line) for row in folder.coverage])
