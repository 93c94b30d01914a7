"""The standard bodies of areas at all times, as rows that a folder of the generic form would have.

What is registered under a key already stays as it is. A body whose area went into another is
followed by the body of the same role there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from tinhgon.domain.lookup import Entry
from tinhgon.domain.periods import Period, stretches
from tinhgon.domain.standards import Body, Standards, standard_bodies
from tinhgon.domain.structure.claims import Extent
from tinhgon.domain.structure.levels import Aspect
from tinhgon.domain.structure.units import Location, Unit
from tinhgon.registry.directory import Directory, Edge
from tinhgon.registry.generic_form.folder import Folder
from tinhgon.registry.generic_form.rows import ChangeRow, TieRow, UnitRow

SOURCE = "standards"
"""What versions and successions made here rest on, as the jurisdiction file calls it."""

ANY_DAY = date(2000, 1, 1)

Bodies = list[tuple[Period, list[Body]]]
"""The standard bodies of an area in each period in which nothing of them changes."""


@dataclass
class Generated:
    """Rows for the bodies of areas; `instruments` are the numbers that may be named.

    With `until`, only what stands before that day: a reform that is yet to come decides the rest.
    """

    register: Directory
    instruments: frozenset[str]
    until: date | None = None
    folder: Folder = field(default_factory=Folder)
    begun: dict[str, date | None] = field(default_factory=dict)
    """Each body that is entered, with the first day on which it stands."""

    def add(self, areas: Iterable[str]) -> None:
        """Enter the bodies of some areas, and what came of them."""
        held = {key: [*self._periods(key)] for key in areas}
        for key, bodies in held.items():
            self._add_units(key, bodies)
        self.folder.ties = [tie for tie in self.folder.ties if self._is_known(tie.parent)]
        for key in held:
            for edge in self.register.lineage.forward.get(key, ()):
                self._add_successions(edge, held)

    def _is_known(self, key: str) -> bool:
        return key in self.begun or key in self.register.entries

    def _periods(self, area: str) -> Iterator[tuple[Period, list[Body]]]:
        for entry in self.register.entries[area]:
            for period in self._known(_cut(entry.period, self._turns(entry))):
                day = period.start or period.last_day or ANY_DAY
                own, *above = [_unit(one) for one in self.register.path(entry, day)]
                yield period, standard_bodies(own, above, day, self._standards)

    def _known(self, periods: list[Period]) -> Iterator[Period]:
        """The periods before `until`, the last of them open."""
        for period in periods:
            if self.until is None or (period.end and period.end < self.until):
                yield period
            elif period.start is None or period.start < self.until:
                yield Period(period.start, None)

    @property
    def _standards(self) -> Standards:
        return self.register.jurisdiction.standards

    def _turns(self, entry: Entry) -> Iterator[Period]:
        """The periods at whose bounds bodies may change: of the law, and of the areas above."""
        yield from self._standards.periods
        above = entry.parent
        seen = {entry.unit}
        while above and above not in seen:
            seen.add(above)
            held = self.register.entries.get(above, [])
            yield from (one.period for one in held)
            above = held[-1].parent if held else None

    def _add_units(self, area: str, bodies: Bodies) -> None:
        ties: dict[tuple[str, str, str], list[Period]] = {}
        for period, standing in bodies:
            for body in standing:
                unit = body.unit
                if unit.key in self.register.entries:
                    continue
                self._note(body, period)
                self.folder.units.append(_row(unit, period))
                for hierarchy, above in unit.ties:
                    ties.setdefault((unit.key, hierarchy, above), []).append(period)
        for (key, hierarchy, above), periods in ties.items():
            self.folder.ties += [TieRow(0, key, hierarchy, above, one) for one in _joined(periods)]

    def _note(self, body: Body, period: Period) -> None:
        """Remember when a body begins, and under which instrument if one says so."""
        key = body.unit.key
        if key in self.begun:
            return
        self.begun[key] = period.start
        if period.start and body.source in self.instruments:
            self.folder.changes.append(_begins(key, period.start, str(body.source)))

    def _add_successions(self, edge: Edge, held: dict[str, Bodies]) -> None:
        """The bodies of an area followed by those of the same roles of its successor."""
        if edge.predecessor == edge.successor:
            return
        eve = edge.day - timedelta(days=1)
        before = _roles(held.get(edge.predecessor, []), eve)
        after = _roles(held.get(edge.successor, []), edge.day)
        for role in before.keys() & after.keys():
            ends = before[role], after[role]
            if all(end in self.begun for end in ends):
                self.folder.changes.append(_succession(edge, *ends))


def _unit(entry: Entry) -> Unit:
    return Unit(entry.unit, entry.level, entry.kind, entry.name, entry.code, entry.parent)


def _row(unit: Unit, period: Period) -> UnitRow:
    return UnitRow(
        line=0,
        version=f"{unit.key}@{period.start or ''}",
        key=unit.key,
        code=None,
        level=unit.level,
        kind=unit.kind,
        name=unit.name,
        parent=unit.parent,
        period=period,
        location=Location(),
        source=SOURCE,
    )


def _begins(key: str, day: date, instrument: str) -> ChangeRow:
    return ChangeRow(
        0, f"{key}@{day}", instrument, day, "establish", None, key, None, None, False, SOURCE, ""
    )


def _succession(edge: Edge, predecessor: str, successor: str) -> ChangeRow:
    return ChangeRow(
        line=0,
        event=f"{successor}@{edge.day}",
        instrument=None,
        day=edge.day,
        operation="form",
        predecessor=predecessor,
        successor=successor,
        extent=Extent(edge.extent),
        carries=frozenset({Aspect.FUNCTIONS}),
        main=edge.main,
        evidence=SOURCE,
        clause="",
    )


def _roles(bodies: Bodies, day: date) -> dict[str, str]:
    """The keys of an area's bodies on a day, by role."""
    standing = next((held for period, held in bodies if day in period), [])
    return {body.role: body.unit.key for body in standing}


def _cut(period: Period, others: Iterable[Period]) -> list[Period]:
    """A period cut wherever one of the others begins or ends inside it."""
    inside = [shared for one in others if (shared := one.shared_with(period))]
    return stretches([period, *inside])


def _joined(periods: list[Period]) -> Iterator[Period]:
    """Periods in order, those that follow one another made one."""
    current = periods[0]
    for period in periods[1:]:
        if period.start == current.end:
            current = Period(current.start, period.end)
        else:
            yield current
            current = period
    yield current
