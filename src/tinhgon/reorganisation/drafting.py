"""Plans drafted from the generic form: what `changes.csv` records of a day, said as operations.

Each instrument becomes a plan and all plans of the day one package. Nothing is taken from the rows
that begin on the day but what a plan must say anyway: the name, kind, code, parent and location of
a unit that it forms, or the facts that it changes.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from tinhgon.domain.lookup.spelling import Speller, read_spelling
from tinhgon.domain.structure.claims import Extent, Source
from tinhgon.domain.structure.levels import TERRITORY
from tinhgon.domain.structure.operations import Operation
from tinhgon.domain.structure.operations.abolish_level import AbolishLevel
from tinhgon.domain.structure.operations.change_level import ChangeLevel
from tinhgon.domain.structure.operations.conclude import Conclude
from tinhgon.domain.structure.operations.dissolve import Dissolve
from tinhgon.domain.structure.operations.establish import Establish
from tinhgon.domain.structure.operations.form import Form
from tinhgon.domain.structure.operations.move import Move
from tinhgon.domain.structure.operations.reclassify import Reclassify
from tinhgon.domain.structure.operations.recode import Recode
from tinhgon.domain.structure.operations.rename import Rename
from tinhgon.domain.structure.packages import Plan
from tinhgon.domain.structure.units import Structure, Unit
from tinhgon.registry.generic_form.folder import Folder
from tinhgon.registry.generic_form.rows import ChangeRow, UnitRow
from tinhgon.registry.queries import jurisdiction
from tinhgon.reorganisation.models import RESERVED


@dataclass(frozen=True)
class Drafted:
    """Plans of a day, and what the rows leave open.

    `unexplained` are units that begin or end that day without any change row. `unstated` are
    sources of whose land or people no row names a taker: their parts are drafted without saying
    what they carry.
    """

    plans: tuple[Plan, ...]
    unexplained: tuple[str, ...]
    unstated: tuple[str, ...]


def draft(folder: Folder, on: date, before: Structure) -> Drafted:
    """The plans by which `before` becomes what the folder says of the day `on`."""
    reader = _Reader(folder, on, before)
    plans = tuple(reader.plans())
    said = {key for plan in plans for operation in plan.operations for key in operation.reads()}
    unexplained = reader.turning_units() - said - reader.abolished()
    return Drafted(plans, tuple(sorted(unexplained)), tuple(sorted(reader.unstated)))


def plan_code(instrument: str | None, on: date) -> str:
    """A code for addresses: 1656/NQ-UBTVQH15 becomes 1656-nq-ubtvqh15, 12/QĐ-UBND 12-qd-ubnd."""
    speller = Speller(read_spelling(jurisdiction()))
    said = re.findall(r"[^\W_]+", speller.clean(instrument or f"plan {on}"))
    folded = (word if word.isdecimal() else speller.word(word).folded for word in said)
    plain = re.sub(r"[^a-z0-9]+", "-", "-".join(folded)).strip("-")
    return plain[:60].strip("-") or f"plan-{on}"


class _Reader:
    def __init__(self, folder: Folder, on: date, before: Structure) -> None:
        self.on, self.before = on, before
        self.versions = folder.versions()
        self.changes = [change for change in folder.changes if change.day == on]
        self.begins = {u.key: u for u in folder.units if u.period.start == on}
        self.ends = {u.key for u in folder.units if u.period.end == on} - {*self.begins}
        self.named: dict[str, list[ChangeRow]] = defaultdict(list)
        for change in self.changes:
            if change.predecessor and change.successor:
                self.named[self._key(change.predecessor)].append(change)
        self.unstated = {key for key, changes in self.named.items() if not _all_taken(changes)}

    def plans(self) -> Iterator[Plan]:
        by_instrument: dict[str | None, list[ChangeRow]] = defaultdict(list)
        for change in self.changes:
            by_instrument[change.instrument].append(change)
        concluding, taken = self._concluding(), set(RESERVED)
        for instrument, changes in sorted(by_instrument.items(), key=lambda item: item[0] or ""):
            conclusions = [Conclude(unit=key) for key in sorted(concluding.get(instrument, ()))]
            code = _free(plan_code(instrument, self.on), taken)
            taken.add(code)
            yield Plan(
                code=code,
                day=self.on,
                instrument=instrument,
                operations=(*self._operations(changes), *conclusions),
            )

    def turning_units(self) -> set[str]:
        """Units that end on the day or begin on it."""
        return self.ends | {key for key in self.begins if key not in self.before}

    def abolished(self) -> set[str]:
        """Units that end without a successor."""
        return {self._key(c.predecessor) for c in self.changes if not c.successor}

    def _operations(self, changes: list[ChangeRow]) -> Iterator[Operation]:
        yield from self._endings([change for change in changes if not change.successor])
        events: dict[tuple[str, str], list[ChangeRow]] = defaultdict(list)
        for change in changes:
            if change.successor:
                events[change.event, change.successor].append(change)
        for rows in events.values():
            yield from self._event(rows)

    def _endings(self, changes: list[ChangeRow]) -> Iterator[Operation]:
        """A level that ends with all its units, or units that are dissolved one by one."""
        ending = {self._key(change.predecessor) for change in changes}
        taken = {self._key(change.predecessor) for change in self.changes if change.successor}
        for level in sorted({self.before[key].level for key in ending if key in self.before}):
            at_level = {unit.key for unit in self.before if unit.level == level}
            if at_level - taken <= ending:
                yield AbolishLevel(level=level)
                ending -= at_level
        yield from (Dissolve(unit=key) for key in sorted(ending))

    def _event(self, rows: list[ChangeRow]) -> Iterator[Operation]:
        """What one event does: facts that change, and a successor if there are others to take."""
        row = self.versions[rows[0].successor or ""]
        if row.key in self.before:
            yield from self._changes(self.before[row.key], row, _clause(rows))
        else:
            yield self._formed(rows, _unit(row))
            return
        if any(self._key(change.predecessor) != row.key for change in rows):
            yield Form(
                successor=row.key, sources=tuple(map(self._source, rows)), clause=_clause(rows)
            )

    def _formed(self, rows: list[ChangeRow], unit: Unit) -> Operation:
        if not any(change.predecessor for change in rows):
            return Establish(unit=unit, clause=_clause(rows))
        keys = [self._key(change.predecessor) for change in rows]
        source = self.before.get(keys[0])
        if len(keys) == 1 and source and source.level != unit.level:
            return ChangeLevel(unit=keys[0], successor=unit, clause=_clause(rows))
        sources = tuple(map(self._source, rows))
        return Form(successor=unit, sources=sources, clause=_clause(rows))

    def _changes(self, unit: Unit, row: UnitRow, clause: str | None) -> Iterator[Operation]:
        if row.name != unit.name:
            yield Rename(unit=unit.key, name=row.name, clause=clause)
        if row.kind != unit.kind:
            yield Reclassify(unit=unit.key, kind=row.kind, clause=clause)
        if row.code != unit.code:
            yield Recode(unit=unit.key, code=row.code, clause=clause)
        if row.parent != unit.parent:
            yield Move(unit=unit.key, parent=row.parent, clause=clause)

    def _source(self, change: ChangeRow) -> Source:
        key = self._key(change.predecessor)
        return Source(
            unit=key,
            extent=change.extent,
            carries=None if key in self.unstated else change.carries,
            main=change.main,
        )

    def _concluding(self) -> dict[str | None, set[str]]:
        """Units that end although only parts of them are named, under the first that names one."""
        concluding: dict[str | None, set[str]] = defaultdict(set)
        for key, changes in self.named.items():
            only_parts = all(change.extent is Extent.PART for change in changes)
            if only_parts and key in self.ends:
                concluding[min(change.instrument or "" for change in changes) or None].add(key)
        return concluding

    def _key(self, version: str | None) -> str:
        row = self.versions.get(version or "")
        return row.key if row else version or ""


def _free(code: str, taken: Set[str]) -> str:
    """The code itself, or with a number where it is taken."""
    numbered = (f"{code[:56]}-{number}" for number in count(2))
    return next(one for one in chain([code], numbered) if one not in taken)


def _clause(rows: list[ChangeRow]) -> str | None:
    """Where the instrument says it; nothing where the rows do not agree."""
    clauses = {row.clause for row in rows}
    return clauses.pop() or None if len(clauses) == 1 else None


def _all_taken(changes: list[ChangeRow]) -> bool:
    """Whether somebody takes the land and somebody the people, as far as it is said."""
    said = [change.carries for change in changes]
    return any(carries is None for carries in said) or {*TERRITORY} <= {
        aspect for carries in said for aspect in carries or ()
    }


def _unit(row: UnitRow) -> Unit:
    return Unit(
        key=row.key,
        level=row.level,
        kind=row.kind,
        name=row.name,
        code=row.code,
        parent=row.parent,
        location=row.location,
    )
